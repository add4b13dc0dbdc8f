"""What speaks for trying to cooperate about a system, how much, and in which order openings are looked at.

The four circumstances are those of the founding IT-policy; a target that is not reached counts as a fifth. Pure, and
without words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.cooperation import COMMON_OPERATION
from itadmin.domain.calculations.notice import Terms, days_to_come

ENDING_MONTHS = 24
"""An agreement that ends, or can be left, within so many months is on its way out."""

BINDING = frozenset(
    {
        "supportavtal",
        "underhallsavtal",
        "licensavtal",
        "leverantorsavtal",
        "molntjanstavtal",
        "ramavtal",
        "leasing",
        "driftavtal",
        "",
    }
)
"""Kinds of agreement that bind one to a system as it is today; one of which the kind is not said may be any."""

SEVERAL = 2
_BAD = "daligt"


class Reason(StrEnum):
    """What speaks for it, in the order of the IT policy; the values are permanent codes."""

    ENDING = "avtal_pa_vag_ut"
    BAD = "fungerar_daligt"
    COMPETENCE = "kompetens_svar"
    SEVERAL = "flera_anvander_samma"
    AIM = "under_malniva"


TRIGGERS = (Reason.ENDING, Reason.BAD, Reason.COMPETENCE, Reason.SEVERAL)
"""The circumstances of the IT policy."""

PUBLIC = (Reason.ENDING, Reason.SEVERAL)
"""Those that anybody may know of; the others are judged among the IT managers."""


class Case(NamedTuple):
    """What is known of a system in the region: how many of each, and how far it has come and is to come."""

    ending: int = 0
    bad: int = 0
    vulnerable: int = 0
    users: int = 0
    level: int = 0
    target: int = 0


class Rank(NamedTuple):
    """By what openings are ordered: most reasons, the nearest day, most kommuner, highest cost, name."""

    score: int
    day: date | None
    kommuner: int
    cost: int
    name: str


def reasons_of(case: Case) -> tuple[Reason, ...]:
    """What speaks for trying to cooperate, in order. Their number is the score."""
    speaks = (
        (Reason.ENDING, case.ending > 0),
        (Reason.BAD, case.bad > 0),
        (Reason.COMPETENCE, case.vulnerable > 0),
        (Reason.SEVERAL, case.users >= SEVERAL),
        (Reason.AIM, case.level < case.target),
    )
    return tuple(reason for reason, is_so in speaks if is_so)


def is_open(level: int, target: int) -> bool:
    """Whether there is anything left to try: it is not operated together yet, or is meant to come farther."""
    return level < COMMON_OPERATION or level < target


def is_bad(rating: str) -> bool:
    """Whether a system is rated to work badly."""
    return rating == _BAD


def order(rank: Rank) -> tuple[int, date, int, int, str]:
    """The key that puts the strongest opening first."""
    return -rank.score, rank.day or date.max, -rank.kommuner, -rank.cost, rank.name


def way_out(terms: Terms, day: date, until: date) -> date | None:
    """The nearest day up to `until` on which an agreement ends or by which it can be given notice; None when later.

    Nobody needs to give notice of one that runs until further notice by any day, so it is never on its way out.
    """
    return nearest(days_to_come(terms, day), day, until)


def nearest(days: Iterable[date | None], first: date, last: date) -> date | None:
    """The first of some days that lies within a time; None when none does."""
    return min([day for day in days if day is not None and first <= day <= last], default=None)
