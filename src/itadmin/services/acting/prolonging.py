"""Letting an agreement go on: an agreed prolongation, an option that is taken or not, and a renewal that may come.

A prolongation that the parties agree on is written as an option that is taken, after those taken before it. First term
and start stay what they were, so the history shows what was agreed when, and the days follow as they do for any option.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from itadmin.domain.calculations.attention import NOTICE_DAY
from itadmin.domain.calculations.notice import State, TermState
from itadmin.domain.calculations.notice_checks import MOST_MONTHS
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.services.acting.case import REGISTER, Case
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.attention.marking import MARKS, handled_occasion

_NO_OPTION = "Avtalet har ingen option att besluta om."


def renew(case: Case, *, months: int) -> Plan:
    """Prolong an agreement that would else end, by so many months. Raises KnownError."""
    state = case.in_force()
    if case.agreement.open_ended:
        raise KnownError("Avtalet gäller tills vidare och behöver inte förlängas.")
    if case.agreement.renewal_months:
        raise KnownError(
            f"Avtalet förlängs av sig självt, {months_in_words(case.agreement.renewal_months)} i taget. "
            "Låt det förlängas, eller ersätt det med ett nytt."
        )
    if not 1 <= months <= MOST_MONTHS:
        raise KnownError(f"Avtalet kan förlängas med mellan 1 och {grouped(MOST_MONTHS)} månader.")
    place = state.option_to_decide
    if place is not None:
        raise KnownError(f"Option {place + 1} är inte beslutad. Utnyttja den eller avstå från den först.")
    rows = list(case.agreement.options)
    first_not_taken = next((number for number, row in enumerate(rows) if not row.taken), len(rows))
    rows.insert(first_not_taken, OptionRow(months=months, taken=True))
    then = case.with_terms(options=tuple(rows))
    title = f"Förlängde {case.agreement.title} {months_in_words(months)}"
    return Plan(title, _edits(case, rows, then), _until(then))


def take_option(case: Case) -> Plan:
    """Take the option whose turn it is. Raises KnownError."""
    rows, place = _decided(case, taken=True)
    then = case.with_terms(options=tuple(rows))
    day = rows[place].decision_day
    late = (
        f"Optionen skulle ha beslutats senast {day}. Kontrollera att motparten godtar den."
        if day is not None and day < case.day
        else ""
    )
    title = f"Utnyttjade option {place + 1} i {case.agreement.title}"
    return Plan(title, _edits(case, rows, then), _until(then), (late,) if late else ())


def decline_option(case: Case) -> Plan:
    """Decide not to take the option whose turn it is. Raises KnownError."""
    rows, place = _decided(case, taken=False)
    then = case.with_terms(options=tuple(rows))
    title = f"Avstod från option {place + 1} i {case.agreement.title}"
    ends = "löpte då ut" if then.state is State.ENDED else "löper då ut"
    return Plan(title, _edits(case, rows, then), f"Avtalet {ends} {then.ends_on}.")


def let_renew(case: Case) -> Plan:
    """Note that the next renewal may come, so that nobody is reminded of it any more. Raises KnownError."""
    state = case.in_force()
    if not case.agreement.renewal_months:
        raise KnownError("Avtalet förlängs inte av sig självt.")
    day, end = state.next_notice_day, state.end_after(state.earliest_end)
    if day is None:
        raise KnownError("Uppsägningstiden saknas. Fyll i den, så går det att räkna ut när avtalet förlängs.")
    if end is None:
        raise KnownError("Nästa förlängning slutar efter år 9999.")
    note = f"Avtalet får förlängas till och med {end}."
    values = handled_occasion(NOTICE_DAY, REGISTER, case.agreement.id, day.isoformat(), note)
    following = _next_notice_after(case, day)
    outcome = f"Avtalet löper då till och med {end}{following}. Du påminns inte mer om dagen {day}."
    return Plan(f"Lät {case.agreement.title} förlängas", (Edit(MARKS, None, values),), outcome)


def _next_notice_after(case: Case, day: date) -> str:
    """Say which day to give notice comes after one, as seen when that one is past."""
    if day == date.max:
        return ""
    following = replace(case, day=day + timedelta(days=1)).state.next_notice_day
    return "" if following is None else f"; nästa dag att säga upp blir {following}"


def _decided(case: Case, *, taken: bool) -> tuple[list[OptionRow], int]:
    """The option rows with the one whose turn it is decided, and its place among them."""
    place = case.in_force().option_to_decide
    if place is None:
        raise KnownError(_NO_OPTION)
    rows = list(case.agreement.options)
    number = [number for number, row in enumerate(rows) if row.months][place]
    rows[number] = replace(rows[number], taken=taken)
    return rows, number


def _edits(case: Case, rows: Sequence[OptionRow], then: TermState) -> tuple[Edit, ...]:
    """What is written of the options; an agreement that goes on after all is in force again."""
    options = plain_value(REGISTERS[REGISTER].fields["options"], tuple(rows))
    revived = case.agreement.status == "upphort" and then.state is not State.ENDED
    status = {"status": "gallande"} if revived else {}
    return (Edit(REGISTER, case.agreement.id, {"options": options, **status}),)


def _until(then: TermState) -> str:
    """Say how long it runs, and what comes after."""
    place = then.option_to_decide
    if then.state is State.ENDED:
        return f"Avtalet löpte då till och med {then.ends_on} och är ändå slut."
    if place is None:
        return f"Avtalet löper då till och med {then.ends_on} och upphör sedan utan uppsägning."
    day = then.terms.options[place].decision_day
    by = f", som ska beslutas senast {day}" if day else ""
    return f"Avtalet löper då till och med {then.ends_on}. Sedan återstår option {place + 1}{by}."
