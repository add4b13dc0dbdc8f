"""The rows of who lacks what, made one by one as they are read: of hundreds of thousands few are ever shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple, overload
from uuid import UUID

from itadmin.domain.calculations.lacking import Why, by_person
from itadmin.domain.calendar import months_from
from itadmin.services.training.completions import Completions
from itadmin.services.training.demanded import OwedOf
from itadmin.services.training.membership import Members
from itadmin.storage.queries.training import StoredModule


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

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

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
    def _numbers(self) -> list[list[int]]:
        """What each person lacks, as numbers in `_owed`."""
        return by_person([owed for _subject, owed in self._owed], len(self._members.people), self._whys)

    @cached_property
    def _ends(self) -> list[int]:
        """How many rows there are down to each person and with them."""
        return list(accumulate(map(len, self._numbers)))

    def _row(self, number: int) -> LackRow:
        place = bisect_right(self._ends, number)
        numbers = self._numbers[place]
        subject, owed = self._owed[numbers[number - self._ends[place]]]
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
