"""Small pieces of the sentences about an agreement's time: periods, months and options in words."""

from __future__ import annotations

from itadmin.domain.calculations.notice_state import Standing
from itadmin.domain.calculations.notice_terms import Terms
from itadmin.domain.money import grouped


def period(terms: Terms) -> str:
    """Write a notice period that is known, "3 månader" or "1 dag"."""
    if terms.notice_days:
        return f"{grouped(terms.notice_days)} {'dag' if terms.notice_days == 1 else 'dagar'}"
    return months_in_words(terms.notice_months or 0)


def months_in_words(months: int) -> str:
    """Write a number of months, "1 månad" or "12 månader"."""
    return f"{grouped(months)} {'månad' if months == 1 else 'månader'}"


def taken_options(standing: Standing) -> str:
    """Say which options are taken and still to come: "option 1 är utnyttjad", "option 1 och 2 är utnyttjade"."""
    terms, first = standing.terms, (standing.term_number or 0) + 1
    last = next((number for number, option in enumerate(terms.options) if not option.taken), len(terms.options))
    if first == last:
        return f"option {first} är utnyttjad"
    return f"option {first}{' och ' if last == first + 1 else '–'}{last} är utnyttjade"
