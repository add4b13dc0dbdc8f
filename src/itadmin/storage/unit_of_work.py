"""The one place that writes records: a ChangeSet becomes rows, journal lines and search entries, or nothing does.

Must be called inside `RegisterFile.writing()`. Checks that what is changed still says what the change was made from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select, update

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import StaleRecordError
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.storage import search
from itadmin.storage.records import RecordReader
from itadmin.storage.tables import JOURNAL, STEPS, TABLES, RegisterTables

_FLAGS = ("deleted", "shared")


@dataclass(frozen=True, slots=True)
class StepNote:
    """What the journal says of a step: id, time (ISO, UTC), who, what kind, and which step an undo or redo is of."""

    id: UUID
    at: str
    who: str
    kind: str = "step"
    target: int | None = None


def apply(connection: Connection, reader: RecordReader, changes: ChangeSet, note: StepNote, owner: UUID) -> int:
    """Write a step and return its number in the journal.

    Raises StaleRecordError when a record no longer is as the change was made from.
    """
    step = connection.execute(
        insert(STEPS).values(
            id=note.id, at=note.at, who=note.who, title=changes.title, kind=note.kind, target=note.target
        )
    ).inserted_primary_key
    number = int(step[0]) if step else 0
    for name in dict.fromkeys(change.register for change in changes.changes):
        own = [change for change in changes.changes if change.register == name]
        _insert(connection, TABLES[name], [change for change in own if change.before is None], owner)
        _update(connection, reader, TABLES[name], [change for change in own if _is_update(change)])
        _delete(connection, TABLES[name], [change for change in own if change.after is None])
        search.refresh(connection, REGISTERS[name], {change.record_id for change in own})
    _journal(connection, number, changes.changes)
    return number


def _is_update(change: Change) -> bool:
    return change.before is not None and change.after is not None


def _named(register: Register, plain: Plain) -> dict[str, str]:
    label = label_from_plain(register, plain)
    return {"label": label, "sort_key": swedish_key(label)}


def _main_values(tables: RegisterTables, plain: Plain) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name in tables.main.c or name in _FLAGS}


def _insert(connection: Connection, tables: RegisterTables, changes: list[Change], owner: UUID) -> None:
    if not changes:
        return
    columns = {name: None for name in tables.register.fields if name in tables.main.c}
    connection.execute(
        insert(tables.main),
        [
            {
                **columns,
                "deleted": False,
                "shared": True,
                **_main_values(tables, change.after or {}),
                **_named(tables.register, change.after or {}),
                "id": change.record_id,
                "owner": owner,
                "revision": 1,
                "placeholder": False,
            }
            for change in changes
        ],
    )
    _write_sides(connection, tables, [(change.record_id, change.after or {}) for change in changes])


def _update(connection: Connection, reader: RecordReader, tables: RegisterTables, changes: list[Change]) -> None:
    if not changes:
        return
    current = reader.plain(tables.register, [change.record_id for change in changes])
    main = tables.main
    for change in changes:
        before, after = change.before or {}, change.after or {}
        now = current.get(change.record_id)
        if now is None or any(now.get(name) != value for name, value in before.items()):
            name = label_from_plain(tables.register, now) if now else tables.register.singular
            raise StaleRecordError(
                f"{name} har ändrats av någon annan sedan du läste uppgiften. Läs om och försök igen."
            )
        whole = current[change.record_id] = {**now, **after}
        connection.execute(
            update(main)
            .where(main.c.id == change.record_id)
            .values(**_main_values(tables, after), **_named(tables.register, whole), revision=main.c.revision + 1)
        )
        for table in _touched_sides(tables, after):
            connection.execute(delete(table).where(table.c.record == change.record_id))
    _write_sides(connection, tables, [(change.record_id, change.after or {}) for change in changes])


def _touched_sides(tables: RegisterTables, after: Plain) -> list[Any]:
    return [table for name, table in {**tables.links, **tables.rows}.items() if name in after]


def _delete(connection: Connection, tables: RegisterTables, changes: list[Change]) -> None:
    for change in changes:
        connection.execute(delete(tables.main).where(tables.main.c.id == change.record_id))


def _write_sides(connection: Connection, tables: RegisterTables, records: Iterable[tuple[UUID, Plain]]) -> None:
    written = list(records)
    for name, table in tables.links.items():
        rows = [
            {"record": record_id, "ordinal": ordinal, "target": target}
            for record_id, plain in written
            for ordinal, target in enumerate(plain.get(name) or ())
        ]
        if rows:
            connection.execute(insert(table), rows)
    for name, table in tables.rows.items():
        empty = {column.name: None for column in table.c}
        rows = [
            {**empty, **row, "record": record_id, "ordinal": ordinal}
            for record_id, plain in written
            for ordinal, row in enumerate(plain.get(name) or ())
        ]
        if rows:
            connection.execute(insert(table), rows)


def _journal(connection: Connection, step: int, changes: Iterable[Change]) -> None:
    lines = [
        {
            "step": step,
            "register": change.register,
            "record_id": change.record_id,
            "before": _json(change.before),
            "after": _json(change.after),
        }
        for change in changes
    ]
    if lines:
        connection.execute(insert(JOURNAL), lines)


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)


def place(connection: Connection, register: Register, record_id: UUID, owner: UUID, plain: Plain) -> None:
    """Set a read-only placeholder for another owner's record, unless something stands there already."""
    table = TABLES[register.name].main
    there = connection.execute(select(func.count()).select_from(table).where(table.c.id == record_id)).scalar_one()
    if there:
        return
    columns = {name: None for name in register.fields if name in table.c}
    connection.execute(
        insert(table).values(
            **{**columns, **plain, **_named(register, plain)},
            id=record_id,
            owner=owner,
            revision=0,
            deleted=False,
            shared=False,
            placeholder=True,
        )
    )


def add_first(connection: Connection, register: Register, record_id: UUID, plain: Plain) -> None:
    """Write the owner's own record into a new file; making the file is no step."""
    _insert(connection, TABLES[register.name], [Change(register.name, record_id, None, plain)], record_id)
    search.refresh(connection, register, {record_id})
