"""What refers to one person moved to another: roles, participations, competences, memberships and all else, as changes.

What the other has already – the same role, the same course – is not told twice: the one that says most is kept, and the
other goes to the bin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.participation import ATTENDED
from itadmin.domain.changes import Change, difference
from itadmin.domain.erasure import PEOPLE
from itadmin.domain.record import to_plain
from itadmin.services.reading import Read, Reading
from itadmin.storage.records import referring_registers

Plain = Mapping[str, Any]

_ABOUT = "person"
"""The field by which a record is about somebody, as opposed to naming who answers for it."""
_SAME: Mapping[str, tuple[str, ...]] = {
    "roles": ("system", "kind", "starts_on", "ends_on"),
    "training_participations": ("session", "module"),
    "audience_members": ("audience", "system", "starts_on", "ends_on"),
    "competences": ("area", "system"),
    "access_decisions": ("access_right", "system", "starts_on", "ends_on"),
}
"""By register: what a person has only one record of."""
_SAYS_MOST: Mapping[str, tuple[str, str]] = {
    "training_participations": ("status", ATTENDED),
}
"""By register: the field and the code of the record that counts for more than its twin."""
_NEWEST: Mapping[str, str] = {"competences": "assessed_on", "access_decisions": "decided_on"}
"""By register: the day that tells which of two records is the later."""


def moved_people(reading: Reading, keeper: UUID, other: UUID) -> Iterator[Change]:
    """The changes that let everything of `other` be of `keeper`; what is locked stays as it was adopted."""
    for register, fields in referring_registers(PEOPLE).items():
        there = {_mark(register, *found): found[0] for found in _referring(reading, register, fields, keeper)}
        for read, names in _referring(reading, register, fields, other):
            before = to_plain(read.record)
            after = {name: _exchanged(before[name], str(other), str(keeper)) for name in names}
            lock = reading.lock_of(register, read.record)
            if lock is not None and not lock.open >= after.keys():
                continue
            mark = _mark(register, read, names)
            yield from _moved(register, read, after, there.get(mark) if mark else None)


def _moved(register: str, read: Read, after: Plain, twin: Read | None) -> Iterator[Change]:
    before = to_plain(read.record)
    if twin is not None and not _counts_for_more(register, before, to_plain(twin.record)):
        yield _binned(register, read)
        return
    if twin is not None:
        yield _binned(register, twin)
    change = difference(register, read.record.id, before, after)
    if change is not None:
        yield change


def _referring(
    reading: Reading, register: str, fields: tuple[str, ...], person: UUID
) -> Iterator[tuple[Read, list[str]]]:
    """Own records that refer to a person, and by which of the fields."""
    reads: dict[UUID, Read] = {}
    names: dict[UUID, list[str]] = defaultdict(list)
    for field in fields:
        for read in reading.referring(register, field, person):
            if read.record.owner == reading.organisation_id:
                reads[read.record.id] = read
                names[read.record.id].append(field)
    return ((read, names[record_id]) for record_id, read in reads.items())


def _mark(register: str, read: Read, names: list[str]) -> tuple[Any, ...]:
    """What makes a record about a person the same as another about the same; () when nothing does."""
    if _ABOUT not in names:
        return ()
    plain = to_plain(read.record)
    return tuple(plain[name] for name in _SAME.get(register, ()))


def _counts_for_more(register: str, plain: Plain, than: Plain) -> bool:
    if register in _SAYS_MOST:
        field, code = _SAYS_MOST[register]
        return bool(plain[field] == code != than[field])
    day = _NEWEST.get(register)
    return day is not None and (plain[day] or "") > (than[day] or "")


def _exchanged(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(new if item == old else item for item in value))
    return new


def _binned(register: str, read: Read) -> Change:
    return Change(register, read.record.id, {"deleted": False}, {"deleted": True})
