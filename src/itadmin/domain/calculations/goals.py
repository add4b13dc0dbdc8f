"""How a goal stands: reached, under way or behind, by what is measured, by when, and what is said of it. Pure.

Shares are hundredths of a percent and never rounded up, so that nothing is called whole before it is. Knows no
register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.states import DONE, DROPPED

_Id = TypeVar("_Id")

_LATE = "forsenad"
_STARTED = "pagar"
IN_FORCE = "faststalld"
PAST = frozenset({"ersatt", "inaktuell"})
"""The states of documents whose goals are followed no more."""


class Standing(StrEnum):
    """How a goal stands; the values are permanent codes."""

    BEHIND = "efter"
    UNDER_WAY = "pa_vag"
    REACHED = "uppnatt"
    UNMEASURED = "kan_inte_matas"
    DROPPED = "avbrutet"


STANDING_WORDS: Mapping[Standing, str] = {
    Standing.BEHIND: "Efter",
    Standing.UNDER_WAY: "På väg",
    Standing.REACHED: "Uppnått",
    Standing.UNMEASURED: "Kan inte mätas",
    Standing.DROPPED: "Avbrutet",
}
"""What the standings are called."""

PRESSING_FIRST = tuple(Standing)
"""The standings in the order one asks about them."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, of how many."""

    number: int
    of: int

    @property
    def percent(self) -> int | None:
        """The share in hundredths of a percent, rounded down; None when there is nothing to count."""
        return self.number * WHOLE_PERCENT // self.of if self.of else None


class Measured(NamedTuple):
    """The day of a reading and what it was, in hundredths of a percent."""

    day: date
    percent: int


class Aimed(NamedTuple):
    """What a goal says itself: the code of its status, what it aims at in hundredths of a percent, and its year.

    It `is_counted` when it is measured by what the register counts.
    """

    status: str
    target: int | None
    year: int | None
    is_counted: bool = False


def standing_of(goal: Aimed, percent: int | None, day: date) -> Standing:
    """How a goal stands on a day, by its own status and by what is measured, if anything is.

    What is measured decides where there is a target; else what is said of the goal does. A goal is behind when its year
    is over, or when it is said to be late. What is counted cannot be told of when there is nothing to count.
    """
    status, target, year, is_counted = goal
    if status == DROPPED:
        return Standing.DROPPED
    if is_counted and percent is None:
        return Standing.UNMEASURED
    is_measured = percent is not None and target is not None
    reached = percent >= target if percent is not None and target is not None else status == DONE
    if reached:
        return Standing.REACHED
    if status == _LATE or (year is not None and year < day.year):
        return Standing.BEHIND
    return Standing.UNDER_WAY if is_measured or status == _STARTED else Standing.UNMEASURED


def newest(readings: Iterable[Measured], day: date) -> Measured | None:
    """The last reading until a day; None without any."""
    return max((reading for reading in readings if reading.day <= day), default=None)


def fallen_from(readings: Iterable[Measured], percent: int | None, day: date) -> Measured | None:
    """The last reading before a day, when it was higher than what is measured now; else None."""
    before = max((reading for reading in readings if reading.day < day), default=None)
    return before if before is not None and percent is not None and percent < before.percent else None


class Version(NamedTuple):
    """A document that has goals, as far as its place in a chain of versions goes; `replaces` the one before it."""

    replaces: object
    status: str


def versions_that_count(versions: Mapping[_Id, Version]) -> frozenset[_Id]:
    """Of each chain of versions the one whose goals count: the newest in force, else the newest that is no longer past.

    `versions` stand in the order they came to be. Chains that go in a ring are chains too.
    """
    chains: dict[_Id, list[_Id]] = {}
    chain_of: dict[object, list[_Id]] = {}
    for key in versions:
        chain_of[key] = chains[key] = [key]
    for key, version in versions.items():
        own, earlier = chain_of[key], chain_of.get(version.replaces)
        if earlier is not None and earlier is not own:
            earlier += own
            chain_of.update(dict.fromkeys(own, earlier))
    kept = {id(chain): chain for chain in chain_of.values()}.values()
    return frozenset(found for chain in kept for found in _that_counts(chain, versions))


def _that_counts(chain: list[_Id], versions: Mapping[_Id, Version]) -> list[_Id]:
    places = {key: place for place, key in enumerate(versions)}
    chain = sorted(chain, key=places.__getitem__)
    in_force = [key for key in chain if versions[key].status == IN_FORCE]
    drafts = [key for key in chain if versions[key].status not in PAST]
    replaced = {versions[key].replaces for key in chain}
    of_them = in_force or drafts
    return ([key for key in of_them if key not in replaced] or of_them)[-1:]
