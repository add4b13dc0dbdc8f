"""How an agreement's time stands on a day: the facts, before they are put into words.

How they come about is told in `notice.py`, what is said of them in `notice_words.py` and beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, NamedTuple

from itadmin.domain.calculations.notice_terms import Terms, point, schedule_of


class State(StrEnum):
    """The states that an agreement's time can be in; the values are permanent codes."""

    NOT_BEGUN = "ej_borjat"
    RUNNING = "lopande"
    OPEN_ENDED = "tillsvidare"
    NOTICE_GIVEN = "uppsagt"
    ENDED = "upphort"
    INCOMPLETE = "uppgift_saknas"
    CONTRADICTORY = "motstridiga_uppgifter"


class Remark(NamedTuple):
    """Something unusual but lawful: a permanent code and a Swedish sentence."""

    code: str
    sentence: str


class Standing(NamedTuple):
    """How an agreement's time stands on `day`.

    The term is the one that runs on the day, else the first (not begun) or the last (ended). Its number is 0 for the
    first and then counts options or renewals; None when the agreement runs until further notice.
    """

    terms: Terms
    day: date
    state: State
    obstacle: str = ""
    """Why there are no days: a Swedish sentence, when the terms are incomplete or contradict each other."""
    term_number: int | None = None
    term_starts_on: date | None = None
    term_ends_on: date | None = None
    """The last valid day of the term; None until further notice."""
    last_notice_day: date | None = None
    """The last day to give notice so that the agreement ends with the term, also when it is past."""
    next_notice_day: date | None = None
    """The first last day to give notice that is not past; None when there is no such choice."""
    earliest_end: date | None = None
    """The last day if notice is given by `next_notice_day`, or on `day` when it runs until further notice."""
    ends_on: date | None = None
    """The agreement's last day by what is decided on `day`; None while it goes on by itself."""
    noticed_end: date | None = None
    """The day on which the agreement will end by a notice that is dated after `day`."""

    @property
    def counted(self) -> tuple[int, date] | None:
        """The months from a day to the day after the term; None when its end is not counted but written."""
        schedule = schedule_of(self.terms)
        months = 0 if schedule is None or self.term_number is None else schedule.months_to(self.term_number)
        if not months:
            return None
        start, end = self.terms.starts_on, self.terms.first_term_ends_on
        if start is not None and self.terms.first_term_months is not None:
            return months, start
        return None if end is None else (months, end + timedelta(days=1))

    @property
    def is_ended_by_notice(self) -> bool:
        """Whether a notice that has been given is why the agreement ends when it does."""
        terms, given, end = self.terms, self.terms.notice_given_on, self.ends_on
        if given is None or given > self.day or end is None:
            return False
        is_in_time = terms.notice is not None and given <= terms.notice.last_day_before(end)
        return terms.open_ended or bool(terms.renewal_months) or is_in_time

    @property
    def option_to_decide(self) -> int | None:
        """The place of the option whose turn it is; None when there is none, or a notice makes it pointless."""
        return None if self.is_ended_by_notice else self.terms.undecided_option

    def end_with_option(self, place: int) -> date | None:
        """The last valid day if the option at that place in the terms is taken; None beyond year 9999."""
        hoped = schedule_of(self.terms, with_undecided=True)
        return None if hoped is None else hoped.end_of(place + 1)

    def end_after(self, end: date | None) -> date | None:
        """The last valid day of the term after the one that ends on a day; None beyond year 9999."""
        schedule = schedule_of(self.terms)
        number = None if schedule is None or end is None else schedule.first_lasting_to(point(end))
        return None if schedule is None or number is None else schedule.end_of(number + 1)

    @property
    def missed_end(self) -> date | None:
        """The end of the term in which notice was given too late for that term, if it was."""
        schedule, given, notice = schedule_of(self.terms), self.terms.notice_given_on, self.terms.notice
        if schedule is None or given is None or notice is None:
            return None
        number = schedule.first_lasting_to(point(given))
        end = schedule.end_of(number) if number is not None else None
        return end if end is not None and notice.last_day_before(end) < given else None


@dataclass(frozen=True, slots=True)
class Block:
    """A term as it is drawn on a time axis.

    `is_certain` is False for a term that only comes if an option is taken or nobody gives notice. `ends_on` is None
    for a term without end, `starts_on` when the start is not known.
    """

    kind: Literal["forsta", "option", "forlangning", "tills_vidare"]
    number: int
    starts_on: date | None
    ends_on: date | None
    last_notice_day: date | None
    is_certain: bool
