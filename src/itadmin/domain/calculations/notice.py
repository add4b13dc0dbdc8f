"""When an agreement ends, when notice must be given, and why: the terms of an agreement evaluated on a day.

The last day to give notice is the latest day from which the whole notice period fits before the term ends, where a
period of months ends on the same number of the day or on the last day of a shorter month. The k-th term ends the day
before start + (first + k × renewal) months. Plain arithmetic without loops over days: the day is an argument, and
thousands of agreements are evaluated at once. Terms are described in `notice_terms.py`, sentences written in
`notice_words.py` and `notice_next.py`, mistakes found in `notice_checks.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from itadmin.domain.calculations import notice_next, notice_words
from itadmin.domain.calculations.notice_checks import Finding, errors, problems
from itadmin.domain.calculations.notice_state import Block, Remark, Standing, State
from itadmin.domain.calculations.notice_terms import Notice, Option, Schedule, Terms, day_at, point, schedule_of
from itadmin.domain.calculations.notice_turns import working_day_by

__all__ = [
    "Block",
    "Finding",
    "Option",
    "Remark",
    "State",
    "TermState",
    "Terms",
    "days_to_come",
    "evaluate",
    "problems",
    "timeline",
]


class TermState(Standing):
    """How an agreement's time stands on a day, with the sentences that explain it."""

    __slots__ = ()

    @property
    def explanation(self) -> str:
        """Why the days are what they are, in Swedish."""
        return notice_words.explanation(self)

    @property
    def what_next(self) -> str:
        """What happens if nothing is done and what can be done, in Swedish; "" when nothing more happens."""
        return notice_next.what_next(self)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is unusual but lawful: notice longer than the term, a last day that is no arbetsdag and so on."""
        return notice_words.remarks(self)

    @property
    def act_by(self) -> date | None:
        """The day to act: `next_notice_day`, or the arbetsdag before when that is none."""
        day = self.next_notice_day
        return None if day is None else working_day_by(day)


def evaluate(terms: Terms, day: date) -> TermState:
    """Say how the agreement stands on a day.

    A notice dated after the day is not given yet. Incomplete or contradictory terms give a state without days and an
    explanation of what is wrong; nothing is raised.
    """
    wrong = errors(terms)
    if wrong:
        return TermState(terms, day, State.CONTRADICTORY, f"Inga dagar kan räknas ut. {wrong[0].sentence}")
    given, schedule, notice = _given(terms, day), schedule_of(terms), terms.notice
    lacking = _lacking(terms, schedule, notice, given)
    if lacking:
        return TermState(terms, day, State.INCOMPLETE, lacking)
    end = _agreed_end(terms, schedule, notice, given)
    number = None if schedule is None else schedule.first_lasting_to(point(day if end is None else min(day, end)))
    starts_on, term_end = _term(terms, schedule, number, end)
    last = _last_notice_day(notice, number, term_end)
    next_notice_day, earliest_end = None, None
    if given is None and (end is None or day <= end) and notice is not None:
        is_in_time = last is not None and day <= last
        next_notice_day, earliest_end = (last, term_end) if is_in_time else _next_chance(terms, schedule, notice, day)
    return TermState(
        terms=terms,
        day=day,
        state=_state(terms, day, given, end, number),
        term_number=number,
        term_starts_on=starts_on,
        term_ends_on=term_end,
        last_notice_day=last,
        next_notice_day=next_notice_day,
        earliest_end=earliest_end,
        ends_on=end,
        noticed_end=None if given is not None else _noticed_end(terms, schedule, notice),
    )


def days_to_come(terms: Terms, day: date) -> tuple[date | None, ...]:
    """The days by which the time of an agreement is followed: `ends_on`, `noticed_end`, `next_notice_day`.

    As `evaluate` would say them, in less time; none of one that has ended or of which no day can be trusted.
    """
    if errors(terms):
        return ()
    given, schedule, notice = _given(terms, day), schedule_of(terms), terms.notice
    if _lacking(terms, schedule, notice, given):
        return ()
    end = _agreed_end(terms, schedule, notice, given)
    if end is not None and day > end:
        return ()
    if given is not None:
        return (end,)
    chance = None if notice is None else _next_chance(terms, schedule, notice, day)[0]
    return end, _noticed_end(terms, schedule, notice), chance


def timeline(terms: Terms, day: date, until: date) -> tuple[Block, ...]:
    """Lay out the terms from the first one to those that begin on `until` at the latest, as known on `day`.

    Options that may still be taken and renewals to come are there, marked as uncertain, but none after the day on
    which the agreement ends by notice. Incomplete or contradictory terms give nothing.
    """
    state = evaluate(terms, day)
    return () if state.obstacle else tuple(_blocks(state, until))


def _lacking(terms: Terms, schedule: Schedule | None, notice: Notice | None, given: date | None) -> str:
    """Say what is not known and without which no day can be trusted; "" when enough is."""
    if schedule is None and terms.first_term_months is not None:
        return "Startdagen saknas, så det går inte att räkna ut när första avtalstiden löper ut."
    if schedule is None and not terms.open_ended:
        return (
            "Avtalstiden saknas. Ange första avtalstiden, sista giltighetsdagen eller att avtalet gäller tills vidare."
        )
    if given is not None and notice is None and (terms.renewal_months or terms.open_ended):
        return f"Avtalet sades upp {given}, men uppsägningstiden saknas, så det går inte att räkna ut när det upphör."
    return ""


def _agreed_end(terms: Terms, schedule: Schedule | None, notice: Notice | None, given: date | None) -> date | None:
    """Give the agreement's last day by what is decided; None while it goes on by itself."""
    if terms.open_ended:
        return None if given is None or notice is None else _open_end(terms, schedule, notice, given)
    if schedule is None:
        return None
    number = None if given is None or notice is None else schedule.first_lasting_to(notice.point_from(given))
    if number is None and not schedule.renewal:
        number = len(schedule.marks) - 1
    return None if number is None else schedule.end_of(number)


def _noticed_end(terms: Terms, schedule: Schedule | None, notice: Notice | None) -> date | None:
    """Give the end that a notice not yet given will bring about; None when there is none or it changes nothing."""
    given = terms.notice_given_on
    end = None if given is None or notice is None else _agreed_end(terms, schedule, notice, given)
    if given is None or notice is None or end is None:
        return None
    is_in_time = terms.open_ended or terms.renewal_months or given <= notice.last_day_before(end)
    return end if is_in_time else None


def _open_end(terms: Terms, schedule: Schedule | None, notice: Notice, given: date) -> date | None:
    """Give the last day of an open-ended agreement when notice is given on a day: never before its first term ends."""
    end = day_at(notice.point_from(given), month_end=terms.month_end)
    bound = None if schedule is None else schedule.end_of(0)
    if end is not None and bound is not None and notice.point_from(given) <= point(bound):
        return bound
    return end


def _term(
    terms: Terms, schedule: Schedule | None, number: int | None, end: date | None
) -> tuple[date | None, date | None]:
    """Give the first and the last day of a term, or of the time until further notice when it has no number."""
    if schedule is None:
        return terms.starts_on, end
    if number is None:
        bound = schedule.end_of(0)
        return None if bound is None else bound + timedelta(days=1), end
    before = schedule.end_of(number - 1) if number else None
    return terms.starts_on if before is None else before + timedelta(days=1), schedule.end_of(number)


def _last_notice_day(notice: Notice | None, number: int | None, term_end: date | None) -> date | None:
    if notice is None or number is None or term_end is None:
        return None
    return notice.last_day_before(term_end)


def _next_chance(terms: Terms, schedule: Schedule | None, notice: Notice, day: date) -> tuple[date | None, date | None]:
    """Give the first last day to give notice that is not past, and the day on which the agreement then ends."""
    number = None if schedule is None else schedule.first_lasting_to(notice.point_from(day))
    if schedule is not None and number is not None:
        end = schedule.end_of(number)
        return (None if end is None else notice.last_day_before(end)), end
    if terms.open_ended:
        given = day if terms.starts_on is None else max(day, terms.starts_on)
        return None, _open_end(terms, schedule, notice, given)
    return None, None


def _state(terms: Terms, day: date, given: date | None, end: date | None, number: int | None) -> State:
    if end is not None and day > end:
        return State.ENDED
    if given is not None:
        return State.NOTICE_GIVEN
    if terms.starts_on is not None and day < terms.starts_on:
        return State.NOT_BEGUN
    return State.RUNNING if number is not None else State.OPEN_ENDED


def _blocks(state: TermState, until: date) -> Iterator[Block]:
    terms, notice, final = state.terms, state.terms.notice, state.ends_on if _given(state.terms, state.day) else None
    agreed, all_terms = schedule_of(terms), schedule_of(terms, with_undecided=True)
    number, starts_on, is_certain = 0, terms.starts_on, True
    while agreed is not None and all_terms is not None and (all_terms.renewal or number < len(all_terms.marks)):
        end = all_terms.end_of(number)
        if end is None or (starts_on is not None and starts_on > min(until, final or until)):
            return
        last = None if notice is None else notice.last_day_before(end)
        yield Block(_kind(terms, number), number, starts_on, end, last, is_certain)
        if end == date.max:
            return
        is_past_choice = final is not None or end < state.day or (last is not None and last < state.day)
        number, starts_on = number + 1, end + timedelta(days=1)
        is_certain = number < len(agreed.marks) if terms.options else is_past_choice
    if terms.open_ended and (starts_on is None or starts_on <= min(until, final or until)):
        yield Block("tills_vidare", number, starts_on, final, None, is_certain)


def _kind(terms: Terms, number: int) -> Literal["forsta", "option", "forlangning"]:
    if number == 0:
        return "forsta"
    return "option" if terms.options else "forlangning"


def _given(terms: Terms, day: date) -> date | None:
    """Give the day of a notice that has been given on or before a day."""
    given = terms.notice_given_on
    return given if given is not None and given <= day else None
