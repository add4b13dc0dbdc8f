"""A private copy of a register as it was stored at an earlier time, worked out backwards from the journal.

The file itself is only read. What is not journalled (placeholders, received slices) stays as it is today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, func, select, text

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.storage import file as files
from itadmin.storage import journal
from itadmin.storage.engine import RegisterFile, checked_copy
from itadmin.storage.records import RecordReader
from itadmin.storage.sharing import placeholders
from itadmin.storage.tables import FILE_INFO, JOURNAL, RECEIVED, STEPS, VERSION, all_tables
from itadmin.storage.unit_of_work import StepNote, apply

_STEP = StepNote(id=UUID(int=0), at="", who="")
_ANY_DAY = date.min
_GOING = "going"
_GONE = f"{_GOING}.gone"
_KEPT = (FILE_INFO, VERSION)


def open_as_of(path: Path, content: bytes, moment: str) -> RegisterFile:
    """Open a read-only copy in memory with the records as they were at `moment` (ISO, UTC, as the journal has it).

    `content` is the register's bytes, `path` what to call it. Before the file was made there is no record at all.
    Raises KnownError as every opening does.
    """
    raw = checked_copy(path, content)
    file = RegisterFile(path, raw, writable=False)
    with files.known_errors(path), file.reading() as connection:
        file.set_beside(_GOING)
        raw.execute("PRAGMA query_only=OFF")
        raw.execute("BEGIN")
        if connection.execute(select(FILE_INFO.c.created_at)).scalar_one() > moment:
            _empty(connection)
        else:
            _take_back(connection, _last_step(connection, moment), file.info.organisation)
        raw.execute("COMMIT")
        raw.execute("PRAGMA query_only=ON")
        file.take_away(_GOING)
    return file


def _last_step(connection: Connection, moment: str) -> int:
    return connection.execute(select(func.max(STEPS.c.pk)).where(STEPS.c.at <= moment)).scalar_one() or 0


def _empty(connection: Connection) -> None:
    for table in all_tables():
        if table not in _KEPT:
            connection.execute(delete(table))
    connection.execute(text("DELETE FROM search_index"))


def _take_back(connection: Connection, last: int, owner: UUID) -> None:
    reader = RecordReader(connection, _ANY_DAY)
    earlier = earlier_values(journal.changes_after(connection, last))
    changes = tuple(
        change
        for register in REGISTERS
        for change in _back_to(
            reader, register, {key[1]: value for key, value in earlier.items() if key[0] == register}
        )
    )
    _keep_names_of_going(connection, changes)
    apply(connection, reader, ChangeSet("", changes), _STEP, owner)
    placeholders.set_missing(connection, [_GONE])
    connection.execute(delete(JOURNAL).where(JOURNAL.c.step > last))
    connection.execute(delete(STEPS).where(STEPS.c.pk > last, STEPS.c.pk.not_in(select(RECEIVED.c.step))))


def _keep_names_of_going(connection: Connection, changes: Iterable[Change]) -> None:
    """Note what records are called that were not there yet: what others have shared may refer to them."""
    connection.execute(text(placeholders.GONE_DDL.format(table=_GONE)))
    for change in changes:
        if change.after is None:
            placeholders.keep_names(connection, _GONE, change.register, "?", change.record_id.bytes)


def earlier_values(changes: Iterable[Change]) -> dict[tuple[str, UUID], dict[str, Any] | None]:
    """What records said before the changes, given newest first, by register and id.

    None for a record that did not exist; else the fields that differed, or all of them for one that is gone since.
    """
    earlier: dict[tuple[str, UUID], dict[str, Any] | None] = {}
    for change in changes:
        key = (change.register, change.record_id)
        earlier[key] = None if change.before is None else {**(earlier.get(key) or {}), **change.before}
    return earlier


def _back_to(reader: RecordReader, register: str, earlier: dict[UUID, dict[str, Any] | None]) -> Iterator[Change]:
    now = reader.plain(REGISTERS[register], earlier)
    for record_id, values in earlier.items():
        current = now.get(record_id)
        if values is not None and current is not None:
            yield Change(register, record_id, {name: current.get(name) for name in values}, values)
        elif values is not None or current is not None:
            yield Change(register, record_id, current, values)
