"""What the time of an agreement turns on, as it stands on a day: the situation, and the day that decides.

Says nothing in words, since of thousands of agreements only some are told of; that is done in `notice_lines.py`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.notice_state import Standing, State
from itadmin.domain.calendar import is_working_day, previous_working_day


class Situation(StrEnum):
    """What a line is about; the values are permanent codes."""

    RENEWS = "forlangs"
    """It renews itself unless notice is given by the day."""
    RENEWED = "forlangd"
    """It renews itself, since the day has passed; the line's day is the next chance."""
    GOES_ON = "blir_tillsvidare"
    """It goes on until further notice unless notice is given by the day."""
    OPTION = "option"
    """An option is to be decided by the day."""
    ENDS = "loper_ut"
    NOTICED = "uppsagt"
    ENDED = "upphort"
    NO_NOTICE_TIME = "uppsagningstid_saknas"
    """It goes on by itself after the day, and nobody knows when notice must be given."""
    UNKNOWN = "ingen_dag"
    """No day can be computed, because terms are missing or contradict each other."""


class Turn(NamedTuple):
    """What it is about and the day that it turns on, None only where no day can be known.

    `is_to_act` where there is something to do by the day.
    """

    situation: Situation
    day: date | None
    is_to_act: bool = False

    @property
    def act_by(self) -> date | None:
        """The day, or the arbetsdag before when it is none; None where there is nothing to do by it."""
        return working_day_by(self.day) if self.is_to_act and self.day is not None else None


def turn_of(standing: Standing) -> Turn | None:
    """What the time of an agreement turns on; None for one that goes on until further notice without a choice."""
    if standing.obstacle:
        return Turn(Situation.UNKNOWN, None)
    if standing.state is State.ENDED:
        return Turn(Situation.ENDED, standing.ends_on)
    if standing.state is State.NOTICE_GIVEN:
        return Turn(Situation.NOTICED, standing.ends_on)
    if standing.noticed_end is not None:
        return Turn(Situation.NOTICED, standing.noticed_end)
    if standing.term_ends_on is None:
        return None
    if standing.ends_on is None:
        return _going_on(standing, standing.term_ends_on)
    place = standing.option_to_decide
    return Turn(Situation.ENDS, standing.ends_on) if place is None else _option(standing, place, standing.ends_on)


def working_day_by(day: date) -> date:
    """A day, or the arbetsdag before when it is none."""
    return day if is_working_day(day) else previous_working_day(day)


def _option(standing: Standing, place: int, end: date) -> Turn:
    decided_by = standing.terms.options[place].decision_day
    if decided_by is None:
        return Turn(Situation.OPTION, end)
    return Turn(Situation.OPTION, decided_by, is_to_act=decided_by >= standing.day)


def _going_on(standing: Standing, term_end: date) -> Turn:
    """Of an agreement that nothing ends: what happens after the term, and the day that decides it."""
    last, renews = standing.last_notice_day, bool(standing.terms.renewal_months)
    if last is None:
        return Turn(Situation.NO_NOTICE_TIME, term_end)
    if last >= standing.day:
        return Turn(Situation.RENEWS if renews else Situation.GOES_ON, last, is_to_act=True)
    if not renews:
        return Turn(Situation.GOES_ON, term_end)
    if standing.next_notice_day is None:
        return Turn(Situation.RENEWED, standing.end_after(term_end))
    return Turn(Situation.RENEWED, standing.next_notice_day, is_to_act=True)
