"""How an agreement's time stands on a day: the facts, before they are put into words.

Plain values without behaviour. How they come about is told in `notice.py`, what is said of them in `notice_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from itadmin.domain.calculations.notice_terms import Terms


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


@dataclass(frozen=True, slots=True)
class Standing:
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
