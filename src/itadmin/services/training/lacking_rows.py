"""The rows of who lacks what, made one by one as they are read: of hundreds of thousands few are ever shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, overload
from uuid import UUID

from itadmin.domain.calculations.lacking import Bits, Why, by_person, told
from itadmin.domain.calendar import months_from
from itadmin.services.training.completions import Completions
from itadmin.services.training.demanded import OwedOf
from itadmin.services.training.membership import Members
from itadmin.storage.queries.training import StoredModule

_BLOCK, _BLOCKS_KEPT = 128, 16
"""People whose rows are worked out together, and how many such blocks are kept."""


class LackRow(NamedTuple):
    """That a person lacks a module of a plan, or soon will.

    `about` is the name of the system, or of the plan where it is about none. `module` is the module's first version,
    `version` the one in the plan. `due` is the day until which what was done holds, and `days` how far off that is,
    less than nothing when it has passed; None where nothing was done, or nobody knows when.
    """

    person: UUID
    name: str
    municipality: UUID | None
    plan: UUID
    system: UUID | None
    about: str
    module: UUID
    version: UUID
    title: str
    audience: str
    demand: str
    why: Why
    due: date | None
    days: int | None


class Rows(Sequence[LackRow]):
    """What people lack, in name order, each in the order of the plans."""

    def __init__(
        self,
        owed: Sequence[OwedOf],
        members: Members,
        completions: Completions,
        day: date,
        whys: Collection[Why],
    ) -> None:
        self._owed = owed
        self._members = members
        self._last = lru_cache(maxsize=None)(completions.last)
        self._day = day
        self._whys = whys
        self._blocks = lru_cache(maxsize=_BLOCKS_KEPT)(self._block)

    def __len__(self) -> int:
        return self._block_ends[-1] if self._block_ends else 0

    @overload
    def __getitem__(self, place: int) -> LackRow: ...

    @overload
    def __getitem__(self, place: slice) -> list[LackRow]: ...

    def __getitem__(self, place: int | slice) -> LackRow | list[LackRow]:
        """One row, or some of them. Raises IndexError."""
        if isinstance(place, slice):
            return [self._row(number) for number in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return self._row(number)

    @cached_property
    def _sets(self) -> list[Bits]:
        return [told(owed, self._whys) for _subject, owed in self._owed]

    @cached_property
    def _block_ends(self) -> list[int]:
        """How many rows there are down to each block of people and with it."""
        mask = (1 << _BLOCK) - 1
        starts = range(0, len(self._members.people), _BLOCK)
        return list(accumulate(sum((people >> start & mask).bit_count() for people in self._sets) for start in starts))

    def _block(self, block: int) -> list[tuple[int, int]]:
        """The rows of a block of people, as their places and the numbers of what they owe."""
        places = range(block * _BLOCK, (block + 1) * _BLOCK)
        found = zip(places, by_person(self._sets, places), strict=True)
        return [(place, number) for place, numbers in found for number in numbers]

    def _row(self, row: int) -> LackRow:
        block = bisect_right(self._block_ends, row)
        place, number = self._blocks(block)[row - self._block_ends[block]]
        subject, owed = self._owed[number]
        person, held, why = self._members.people[place], owed.held_by(place), owed.why(place)
        due = None if why is Why.NEVER else self._due(subject.module, place)
        municipality = self._members.municipality(place)
        return LackRow(
            UUID(bytes=person.key),
            person.name,
            UUID(bytes=municipality) if municipality else None,
            UUID(bytes=subject.module.plan),
            UUID(bytes=subject.plan.system) if subject.plan.system else None,
            subject.about,
            UUID(bytes=subject.module.identity),
            UUID(bytes=subject.module.key),
            subject.module.title,
            held.audience,
            held.demand,
            why,
            due,
            None if due is None else (due - self._day).days,
        )

    def _due(self, module: StoredModule, place: int) -> date | None:
        last = self._last(module.identity).get(place)
        return months_from(last, module.valid_months) if last and module.valid_months else None
