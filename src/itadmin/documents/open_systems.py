"""The systems that papers for anybody may tell of: those in use, but for what may be secret by its mere existence.

Which they are is decided here for all such papers, so that none tells what another leaves out. Knows nothing of what
the papers say of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from itadmin.domain.registers.system_record import IN_USE
from itadmin.domain.registers.systems import System
from itadmin.domain.text import swedish_key
from itadmin.services.cooperation import levels_by_system
from itadmin.services.reading import ListQuery, Read, Reading

LEFT_OUT = "Teknisk infrastruktur, uppkopplade saker och det som kan omfattas av sekretess är inte med."
"""What a paper that names `open_systems` says of those it leaves out."""

JOINT = "kommungemensamt"
_TECHNICAL = frozenset({"infrastruktur", "iot"})
Item = TypeVar("Item")


def may_be_named(system: System, levels: Collection[Any]) -> bool:
    """Whether an open system is told of by name, with its levels of cooperation.

    What protects and carries the others is nothing to tell everybody of, unless kommuner have it together.
    """
    return system.category not in _TECHNICAL or system.scope == JOINT or bool(levels)


def open_systems(reading: Reading, **where: Sequence[Any]) -> Iterator[tuple[Read, System]]:
    """The systems in use that papers for anybody tell of by name, in the order of their names; `where` as below."""
    levels = levels_by_system(reading)
    for read, system in countable_systems(reading, **where):
        if may_be_named(system, levels.get(system.id, ())):
            yield read, system


def countable_systems(reading: Reading, **where: Sequence[Any]) -> Iterator[tuple[Read, System]]:
    """Systems in use by name, but for those that concern security protection or are not to be shared.

    Anybody may know how many they are, not of each that it exists. `where` holds allowed values by field, as a list's
    query does.
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
