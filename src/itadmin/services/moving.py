"""What refers to one system moved to another: roles, agreements, integrations, use and all the rest, as changes.

What the other system has already – the same use, a role that somebody holds – is not told twice but put in the bin, and
so is what would tie the system to itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from itadmin.domain.calendar import Interval
from itadmin.domain.changes import Change, difference
from itadmin.domain.fields import Held
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.roles import Role
from itadmin.services.holding import ended
from itadmin.services.reading import Read, Reading
from itadmin.storage.records import referring_registers

_TO = "systems"
_ROLES = "roles"
_HELD = {field.role: (name, field) for name, field in REGISTERS[_TO].fields.items() if isinstance(field, Held)}
_PARTY = {"system_uses": "organisation", "cooperation_levels": "municipality"}
"""By register: whom a system has only one record for."""


def moved(reading: Reading, keeper: UUID, other: UUID, taken: frozenset[str]) -> Iterator[Change]:
    """The changes that let everything of `other` be of `keeper`.

    `taken` are the held fields in which the other's holder takes over; else whoever holds a role of the keeper's stays.
    """
    for register, fields in referring_registers(_TO).items():
        if register == _ROLES:
            yield from _moved_roles(reading, keeper, other, taken)
        else:
            there = _there(reading, register, fields, keeper)
            for read, names in _referring(reading, register, fields, other):
                if read.record.id != keeper:
                    yield _moved(register, read, {name: (str(other), str(keeper)) for name in names}, there)


def _referring(
    reading: Reading, register: str, fields: tuple[str, ...], system: UUID
) -> Iterator[tuple[Read, list[str]]]:
    """Own records that refer to a system, and by which of the fields."""
    reads: dict[UUID, Read] = {}
    names: dict[UUID, list[str]] = defaultdict(list)
    for field in fields:
        for read in reading.referring(register, field, system):
            if read.record.owner == reading.organisation_id:
                reads[read.record.id] = read
                names[read.record.id].append(field)
    return ((read, names[record_id]) for record_id, read in reads.items())


def _there(reading: Reading, register: str, fields: tuple[str, ...], keeper: UUID) -> set[Any]:
    """What the keeper has already, of what one has only one of."""
    return {_mark(register, to_plain(read.record)) for read, _names in _referring(reading, register, fields, keeper)}


def _mark(register: str, plain: dict[str, Any]) -> Any:
    """What makes a record the same as another of the same system; None when nothing does."""
    if register == "matches":
        return frozenset((plain["one"], plain["other"]))
    return plain[_PARTY[register]] if register in _PARTY else None


def _moved(register: str, read: Read, exchanged: dict[str, tuple[str, str]], there: set[Any]) -> Change:
    before = to_plain(read.record)
    after = {name: _exchange(before[name], *both) for name, both in exchanged.items()}
    whole = {**before, **after}
    mark = _mark(register, whole)
    keepers = {new for _old, new in exchanged.values()}
    ties_to_itself = sum(value in keepers for value in whole.values() if isinstance(value, str)) > 1
    if ties_to_itself or (mark is not None and mark in there):
        return _binned(register, read)
    return difference(register, read.record.id, before, after) or _binned(register, read)


def _exchange(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(new if item == old else item for item in value))
    return new


def _binned(register: str, read: Read) -> Change:
    return Change(register, read.record.id, {"deleted": False}, {"deleted": True})


def _moved_roles(reading: Reading, keeper: UUID, other: UUID, taken: frozenset[str]) -> Iterator[Change]:
    own = [read for read, _names in _referring(reading, _ROLES, ("system",), keeper) if _is_held(read, reading)]
    kinds = {_kind(read) for read in own}
    for read in own:
        if _kind(read) in _HELD and _HELD[_kind(read)][0] in taken:
            yield ended(_HELD[_kind(read)][1], read.record.id, to_plain(read.record), reading.day)
    for read, _names in _referring(reading, _ROLES, ("system",), other):
        has_rival = _is_held(read, reading) and _kind(read) in _HELD and _kind(read) in kinds
        if has_rival and _HELD[_kind(read)][0] not in taken:
            yield _binned(_ROLES, read)
        else:
            before, begins = to_plain(read.record), {"starts_on": reading.day.isoformat()} if has_rival else {}
            yield _changed(read, before, {"system": str(keeper), **begins})


def _changed(read: Read, before: dict[str, Any], after: dict[str, Any]) -> Change:
    return Change(_ROLES, read.record.id, {name: before[name] for name in after}, after)


def _kind(read: Read) -> str:
    return read.record.kind if isinstance(read.record, Role) else ""


def _is_held(read: Read, reading: Reading) -> bool:
    role = read.record
    return isinstance(role, Role) and Interval(role.starts_on, role.ends_on).contains(reading.day)
