"""What a meeting shows nothing of: systems that not everybody is to know of, and whatever is about one of them.

What is about such a system may tell of it in its name or its text, so it is left out whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TypeVar
from uuid import UUID

from itadmin.domain.registers.system_record import System
from itadmin.services.meetings.points import Concerns
from itadmin.services.reading import Read, Reading
from itadmin.services.samverkan.cells import Matrix

Item = TypeVar("Item")


def shown(reading: Reading, matrix: Matrix, items: Iterable[Item], about: Callable[[Item], Concerns]) -> list[Item]:
    """Those that other kommuner may see, by what each is `about`: its systems, and those of its cases and agreements.

    The records of all of them are read at once.
    """
    told = [(item, about(item)) for item in items]
    systems = {
        **_systems_of(reading, "cooperation_cases", (key for _item, each in told for key in each.cases)),
        **_systems_of(reading, "agreements", (key for _item, each in told for key in each.agreements)),
    }
    behind = [(item, _behind(each, systems)) for item, each in told]
    protected = _protected(reading, matrix, set(chain.from_iterable(keys for _item, keys in behind)))
    return [item for item, keys in behind if protected.isdisjoint(keys)]


def _behind(concerns: Concerns, systems: Mapping[UUID, Iterable[UUID]]) -> list[UUID]:
    others = (systems.get(key, ()) for key in (*concerns.cases, *concerns.agreements))
    return [*concerns.systems, *chain.from_iterable(others)]


def _systems_of(reading: Reading, register: str, keys: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """The systems that records are about, by record."""
    reads = reading.many(register, dict.fromkeys(keys))
    return {key: getattr(read.record, "systems", ()) for key, read in reads.items()}


def _protected(reading: Reading, matrix: Matrix, systems: Iterable[UUID]) -> set[UUID]:
    """Those not for everybody to know of, by their rows; one that stands in none, as a retired one, by itself."""
    rows = {key: matrix.row_of(key) for key in systems}
    alone = reading.many("systems", [key for key, row in rows.items() if row is None])
    return {
        *(key for key, row in rows.items() if row is not None and row.protected),
        *(key for key, read in alone.items() if _is_protected(read)),
    }


def _is_protected(read: Read) -> bool:
    system = read.record
    return isinstance(system, System) and (not system.shared or bool(system.security_protection))
