"""The Swedish sentence about what comes next with an agreement: what happens by itself, and what can be done.

Every decisive day is named as an ISO date. Computes nothing: the facts are given.
"""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.notice_phrases import months_in_words, taken_options
from itadmin.domain.calculations.notice_state import Standing, State
from itadmin.domain.calendar import day_name, is_working_day, previous_working_day, weekday_name


def what_next(standing: Standing) -> str:
    """Say what happens if nothing is done, and what can be done; "" when nothing more happens."""
    if standing.obstacle:
        return ""
    if standing.state is State.ENDED:
        return _after_the_end(standing)
    noticed = standing.ends_on if standing.state is State.NOTICE_GIVEN else standing.noticed_end
    if noticed is not None:
        return f"Avtalet gäller till och med {noticed}."
    if standing.state is State.NOTICE_GIVEN:
        return ""
    if standing.terms.open_ended:
        return _next_when_open_ended(standing)
    return _next_when_renewed(standing) if standing.terms.renewal_months else _next_when_fixed(standing)


def _after_the_end(standing: Standing) -> str:
    place = standing.option_to_decide
    if place is None:
        return ""
    months = months_in_words(standing.terms.options[place].months)
    return (
        f"Är option {place + 1} på {months} utnyttjad? Registrera det i så fall, "
        f"så gäller avtalet till och med {standing.end_with_option(place)}."
    )


def _next_when_renewed(standing: Standing) -> str:
    months = months_in_words(standing.terms.renewal_months or 0)
    if standing.term_ends_on is None:
        return ""
    if standing.last_notice_day is None:
        return f"Sägs avtalet inte upp i tid förlängs det {months} i taget."
    is_past = standing.last_notice_day < standing.day
    renewed = standing.end_after(standing.earliest_end)
    if renewed is None:
        return "" if is_past else f"Nästa förlängning på {months} slutar efter år 9999."
    if is_past:
        return f"Sägs avtalet inte upp senast {standing.next_notice_day} förlängs det igen, till och med {renewed}."
    return f"Sägs avtalet inte upp förlängs det {months}, till och med {renewed}."


def _next_when_open_ended(standing: Standing) -> str:
    terms, end = standing.terms, standing.earliest_end
    if standing.next_notice_day is not None:
        return f"Sägs avtalet inte upp gäller det tills vidare efter {standing.term_ends_on}."
    if terms.notice is None:
        return "" if standing.term_ends_on is None else "Därefter gäller avtalet tills vidare."
    if end is None:
        return ""
    if terms.month_end:
        last = terms.notice.last_day_before(end)
        return (
            f"Sägs det upp senast {last}{_working_day_before(last, standing.day)} upphör det vid månadsskiftet, {end}."
        )
    given = max(standing.day, terms.starts_on or standing.day)
    return f"Sägs det upp {given} upphör det {'samma dag' if given == end else end}."


def _working_day_before(last: date, today: date) -> str:
    if is_working_day(last) or (before := previous_working_day(last)) < today:
        return ""
    return f" ({day_name(last)}; arbetsdagen före är {weekday_name(before)} {before})"


def _next_when_fixed(standing: Standing) -> str:
    terms, end, last = standing.terms, standing.ends_on, standing.last_notice_day
    goes_on = ""
    if standing.term_ends_on != end and last is not None and last >= standing.day:
        goes_on = f"{taken_options(standing).capitalize()}, så avtalet fortsätter till och med {end}"
    place = standing.option_to_decide
    if place is not None:
        return f"{goes_on}. {_option(standing, place)}" if goes_on else _option(standing, place)
    if terms.declined_option is not None:
        return f"Option {terms.declined_option + 1} utnyttjas inte, så avtalet löper ut {end}."
    if goes_on:
        return f"{goes_on} och förlängs inte därefter."
    by_itself = " utan uppsägning" if standing.next_notice_day is not None else ""
    return f"Avtalet löper ut {end}{by_itself} och förlängs inte."


def _option(standing: Standing, place: int) -> str:
    option = standing.terms.options[place]
    if option.decision_day is None:
        by = "Dag för beslut saknas."
    elif option.decision_day >= standing.day:
        by = f"Det ska beslutas senast {option.decision_day}."
    else:
        by = f"Det skulle ha beslutats senast {option.decision_day}."
    return (
        f"Utnyttjas option {place + 1} förlängs avtalet {months_in_words(option.months)}, "
        f"till och med {standing.end_with_option(place)}; annars löper det ut {standing.ends_on}. {by}"
    )
