"""What is decided or signed may no longer be changed: which changes that refuses, by the locks of the descriptions.

Undo is not asked: taking back the newest step is how a record that was locked by mistake is opened again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.fields import Reference
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.records import RecordReader


def lock_of(reader: RecordReader, register: str, record: Record) -> Lock | None:
    """The lock that holds for a record as it is stored, its own or that of what it belongs to; None when it is open."""
    lock = REGISTERS[register].lock
    if lock is None:
        return None
    return lock if lock.holds(record) or _is_behind(reader, register, getattr(record, lock.through, None)) else None


def refuse_locked(reader: RecordReader, changes: Iterable[Change]) -> None:
    """Raise ReadOnlyError when one of the changes is of something locked; each register is asked once for them all."""
    asked: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.after is not None and REGISTERS[change.register].lock is not None:
            asked[change.register].append(change)
    for register, of_register in asked.items():
        _refuse_in(reader, REGISTERS[register], of_register)


def _refuse_in(reader: RecordReader, register: Register, changes: Sequence[Change]) -> None:
    lock = register.lock
    if lock is None:
        return
    stored = reader.read(register, [change.record_id for change in changes if change.before is not None])
    records = {key: read.record for key, read in stored.items()}
    now = {key: getattr(record, lock.through, None) for key, record in records.items()}
    then = [_id((change.after or {}).get(lock.through)) for change in changes]
    locked = _locked(reader, register, {target for target in (*now.values(), *then) if target is not None})
    for change, target in zip(changes, then, strict=True):
        record = records.get(change.record_id)
        is_behind = not locked.isdisjoint((target, now.get(change.record_id)))
        if is_behind or (record is not None and lock.refuses(record, change.after or {})):
            raise ReadOnlyError(lock.sentence)


def _is_behind(reader: RecordReader, register: str, target: UUID | None) -> bool:
    """Whether what a record belongs to is locked."""
    return target is not None and target in _locked(reader, REGISTERS[register], {target})


def _locked(reader: RecordReader, register: Register, targets: Collection[UUID]) -> AbstractSet[UUID | None]:
    """Those of the records that records of a register belong to that are locked."""
    if not targets or register.lock is None:
        return frozenset()
    field = register.fields[register.lock.through]
    if not isinstance(field, Reference):
        raise TypeError(f"{register.name} is locked through {register.lock.through}, which is no reference")
    to = REGISTERS[field.to]
    reads = reader.read(to, targets)
    return {key for key, read in reads.items() if to.lock is not None and to.lock.holds(read.record)}


def _id(value: Any) -> UUID | None:
    return value if isinstance(value, UUID) or value is None else UUID(str(value))
