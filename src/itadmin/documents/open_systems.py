"""The systems that papers for anybody may tell of: those in use, but for what may be secret by its mere existence.

Knows nothing of what the papers say of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from itadmin.domain.registers.systems import System
from itadmin.domain.text import swedish_key
from itadmin.services.reading import ListQuery, Read, Reading

IN_USE = ("i_drift", "under_avveckling")
Item = TypeVar("Item")


def open_systems(reading: Reading, **where: Sequence[Any]) -> Iterator[tuple[Read, System]]:
    """Systems in use by name, but for those that concern security protection or are not to be shared.

    `where` holds allowed values by field, as a list's query does.
    """
    for read, system in systems_in_use(reading, **where):
        if system.shared and not system.security_protection:
            yield read, system


def systems_in_use(reading: Reading, **where: Sequence[Any]) -> Iterator[tuple[Read, System]]:
    """All systems in use by name, also those that only papers for one's own use may tell of; `where` as above."""
    keys = reading.keys("systems", ListQuery(where={"lifecycle": IN_USE, **where}))
    for read in reading.many("systems", keys).values():
        if isinstance(read.record, System):
            yield read, read.record


def grouped(items: Iterable[Item], name_of: Callable[[Item], str]) -> Mapping[str, list[Item]]:
    """What is told by the name of its group, in Swedish order; that without a group, "", comes last."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[name_of(item)].append(item)
    return {name: groups[name] for name in sorted(groups, key=lambda name: (not name, swedish_key(name)))}
