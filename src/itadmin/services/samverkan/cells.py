"""What the matrix is made of: a cell for a kommun and a system, a row for a system of the region, and all of it.

Ids are as the file has them, days as ISO text where they only stand beside each other: thousands of cells are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.competence import Why
from itadmin.domain.calculations.opportunities import Rank, Reason
from itadmin.domain.calculations.region_levels import Word
from itadmin.domain.keys import Key
from itadmin.services.samverkan.region import Kommun, Members


class Ending(NamedTuple):
    """An agreement of a kommun that is on its way out: it ends on the day, or can be given notice by it."""

    kommun: Key
    agreement: Key
    title: str
    day: date


class Weakness(NamedTuple):
    """Why the competence of a kommun in a system is hard to keep, and how it is rated; "" where it is not."""

    kommun: Key
    reasons: tuple[Why, ...]
    rating: str


@dataclass(slots=True)
class Cell:
    """A kommun in a system of the region; what nobody has said is None.

    `word` is the word that counts of its level, `differing` what others say otherwise. `users` and `cost` (öre a year)
    are those of its own records. `way_out` is the nearest day on which an agreement of its ends or by which it can be
    given notice, within the window. `similar` are systems of its that may be the same but are not tied to this one.
    Filled in while the row is made, and then let be.
    """

    uses: bool = False
    word: Word | None = None
    differing: tuple[Word, ...] = ()
    users: int | None = None
    cost: int | None = None
    way_out: date | None = None
    systems: tuple[Key, ...] = ()
    similar: tuple[Key, ...] = ()

    def add(self, system: Key, users: int | None, cost: int | None, *, uses: bool) -> None:
        """Put in one more of its systems."""
        self.systems += (system,)
        self.uses = self.uses or uses
        if users is not None:
            self.users = users + (self.users or 0)
        if cost is not None:
            self.cost = cost + (self.cost or 0)

    @property
    def level(self) -> int | None:
        """How far the kommun has come with the system."""
        return None if self.word is None else self.word.level

    @property
    def target(self) -> int | None:
        """How far it wants to come."""
        return None if self.word is None else self.word.target

    @property
    def said_by(self) -> UUID | None:
        """Whose word the level is when it is not the kommun's own: "uppgift från"; None when it is, or none is said."""
        return None if self.word is None or self.word.is_own else UUID(bytes=self.word.by)

    @property
    def differs(self) -> bool:
        """Whether others say another level."""
        return bool(self.differing)

    @property
    def is_only_similar(self) -> bool:
        """Whether all there is of the kommun here is a system that may be the same."""
        return not self.uses and self.word is None and not self.systems and bool(self.similar)


class Row(NamedTuple):
    """A system of the region: those that are tied, as one. `cells` are by kommun, empty ones left out.

    `key` is the system that a click opens, the own one where there is one. `level` is that of the whole, `target` the
    highest that any kommun aims at. What is `protected` stands in no paper for others.
    """

    key: Key
    name: str
    sort_key: str
    areas: tuple[str, ...]
    systems: tuple[Key, ...]
    cells: Mapping[Key, Cell]
    level: int
    target: int
    reasons: tuple[Reason, ...]
    endings: tuple[Ending, ...]
    bad: tuple[Key, ...]
    weak: tuple[Weakness, ...]
    protected: bool

    @property
    def id(self) -> UUID:
        """The id of the system that a click opens."""
        return UUID(bytes=self.key)

    @property
    def score(self) -> int:
        """How much speaks for trying to come farther together, 0–5."""
        return len(self.reasons)

    @property
    def levels(self) -> Mapping[Key, int]:
        """How far each kommun has come, where that is known."""
        return {kommun: level for kommun, cell in self.cells.items() if (level := cell.level) is not None}

    @property
    def using(self) -> tuple[Key, ...]:
        """The kommuner that use it."""
        return tuple(kommun for kommun, cell in self.cells.items() if cell.uses)

    @property
    def users(self) -> int | None:
        """How many use it in all, as far as is known; None when it is not."""
        return _sum(cell.users for cell in self.cells.values())

    @property
    def cost(self) -> int | None:
        """What it costs in all, öre a year, as far as is known; None when it is not."""
        return _sum(cell.cost for cell in self.cells.values())

    @property
    def rank(self) -> Rank:
        """By what it is ordered among openings."""
        day = min((ending.day for ending in self.endings), default=None)
        return Rank(self.score, day, len(self.using), self.cost or 0, self.sort_key)


@dataclass(frozen=True)
class Matrix:
    """The region on a day: kommuner in order, and rows, the highest level first. `months` is the window of endings."""

    day: date
    months: int
    own: Key
    members: Members
    kommuner: tuple[Kommun, ...]
    rows: tuple[Row, ...]

    @cached_property
    def by_key(self) -> Mapping[Key, Kommun]:
        """The kommuner by their keys."""
        return {kommun.key: kommun for kommun in self.kommuner}

    def names_of(self, kommuner: Iterable[Key]) -> list[str]:
        """Kommuner by name, in the order of the columns; those that have none are left out."""
        wanted = set(kommuner)
        return [kommun.name for kommun in self.kommuner if kommun.key in wanted]

    def place_of(self, kommun: Key) -> int:
        """The place of a kommun among the columns."""
        return self._places[kommun]

    @cached_property
    def _places(self) -> Mapping[Key, int]:
        return {kommun.key: place for place, kommun in enumerate(self.kommuner)}

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas that there are, to choose from."""
        return tuple(sorted({area for row in self.rows for area in row.areas}))

    def row_of(self, system: UUID) -> Row | None:
        """The row that a system stands in."""
        return self._by_system.get(system.bytes)

    @cached_property
    def _by_system(self) -> Mapping[Key, Row]:
        return {system: row for row in self.rows for system in row.systems}


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
