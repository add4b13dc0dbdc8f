"""What is decided or signed may no longer be changed: which changes that refuses, by the locks of the descriptions.

Undo is not asked: taking back the newest step is how a record that was locked by mistake is opened again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.fields import Reference
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.record import Record
from itadmin.domain.register import Lock
from itadmin.domain.registers import REGISTERS
from itadmin.storage.records import RecordReader


def lock_of(reader: RecordReader, register: str, record: Record) -> Lock | None:
    """The lock that holds for a record as it is stored, its own or that of what it belongs to; None when it is open."""
    lock = REGISTERS[register].lock
    if lock is None:
        return None
    return lock if lock.holds(record) or _is_behind(reader, register, getattr(record, lock.through, None)) else None


def refuse_locked(reader: RecordReader, changes: Iterable[Change]) -> None:
    """Raise ReadOnlyError when one of the changes is of something locked."""
    for change in changes:
        lock = REGISTERS[change.register].lock
        if lock is not None and change.after is not None and _is_refused(reader, lock, change):
            raise ReadOnlyError(lock.sentence)


def _is_refused(reader: RecordReader, lock: Lock, change: Change) -> bool:
    after = change.after or {}
    read = reader.read(REGISTERS[change.register], [change.record_id]).get(change.record_id)
    targets = [after.get(lock.through), getattr(read.record, lock.through, None) if read else None]
    if any(_is_behind(reader, change.register, target) for target in targets):
        return True
    return read is not None and lock.refuses(read.record, after)


def _is_behind(reader: RecordReader, register: str, target: Any) -> bool:
    """Whether what a record belongs to is locked. `target` is its id, or None."""
    lock = REGISTERS[register].lock
    if lock is None or not lock.through or not target:
        return False
    field = REGISTERS[register].fields[lock.through]
    if not isinstance(field, Reference):
        raise TypeError(f"{register} is locked through {lock.through}, which is no reference")
    to = REGISTERS[field.to]
    key = target if isinstance(target, UUID) else UUID(str(target))
    read = reader.read(to, [key]).get(key)
    return read is not None and to.lock is not None and to.lock.holds(read.record)
