"""What must hold of an agreement, and what its terms come to on a day. Pure.

The terms themselves are computed in `calculations/notice.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from itadmin.domain.calculations.notice import Option, Terms, TermState, evaluate
from itadmin.domain.calculations.notice import problems as term_problems
from itadmin.domain.problems import Problem
from itadmin.domain.registers.agreement_record import Agreement
from itadmin.domain.service_time import hours_in


def terms_of(agreement: Agreement) -> Terms:
    """The agreement's terms as the calculation wants them."""
    return Terms(
        starts_on=agreement.starts_on,
        first_term_months=agreement.first_term_months,
        first_term_ends_on=agreement.first_term_ends_on,
        renewal_months=agreement.renewal_months,
        notice_months=agreement.notice_months,
        notice_days=agreement.notice_days,
        open_ended=bool(agreement.open_ended),
        notice_given_on=agreement.notice_given_on,
        options=tuple(Option(row.months, row.decision_day, row.taken) for row in agreement.options if row.months),
        month_end=bool(agreement.notice_to_month_end),
    )


@lru_cache(maxsize=4096)
def _evaluate(terms: Terms, day: date) -> TermState:
    return evaluate(terms, day)


def term_state(agreement: Agreement, day: date) -> TermState:
    """What holds of the agreement's term on a day."""
    return _evaluate(terms_of(agreement), day)


def check_terms(agreement: Agreement) -> Iterable[Problem]:
    """The terms must make sense together."""
    for field, severity, sentence in term_problems(terms_of(agreement)):
        yield Problem(field, sentence, severity)


def check_parties(agreement: Agreement) -> Iterable[Problem]:
    """Nobody agrees with themselves."""
    if agreement.customer and agreement.customer == agreement.provider:
        yield Problem(
            "provider", "Samma organisation står på båda sidor. Välj enheten som utför driften.", "anmarkning"
        )


def check_recovery(agreement: Agreement) -> Iterable[Problem]:
    """What may last a time at most must be restored within it."""
    longest = hours_in(agreement.longest_outage)
    if longest is not None and agreement.rto_hours is not None and agreement.rto_hours > longest:
        yield Problem("rto_hours", "Återställningstiden är längre än det längsta tillåtna avbrottet.", "anmarkning")
