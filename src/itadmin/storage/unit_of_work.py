"""The one place that writes records: a ChangeSet becomes rows, journal lines and search entries, or nothing does.

Must be called inside `RegisterFile.writing()`. Checks that what is changed still says what the change was made from.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import ReadOnlyError, StaleRecordError
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, WORDS
from itadmin.domain.text import swedish_key
from itadmin.domain.words import BUILT_IN, Words
from itadmin.storage import search, wording
from itadmin.storage.chunks import chunks
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

    Raises StaleRecordError when a record no longer is as the change was made from, ReadOnlyError for one that is not
    the owner's.
    """
    values = {"id": note.id, "at": note.at, "who": note.who, "title": changes.title}
    number = _new_step(connection, {**values, "kind": note.kind, "target": note.target})
    for name in dict.fromkeys(change.register for change in changes.changes):
        own = [change for change in changes.changes if change.register == name]
        _insert(connection, TABLES[name], [change for change in own if change.before is None], owner, reader.words)
        _update(connection, reader, TABLES[name], [change for change in own if _is_update(change)], owner)
        gone = [change for change in own if change.after is None]
        search.forget(connection, REGISTERS[name], [change.record_id for change in gone])
        _delete(connection, TABLES[name], gone, owner)
        search.refresh(connection, REGISTERS[name], {change.record_id for change in own})
    if WORDS.name in changes.registers:
        wording.relabel(connection)
    _journal(connection, number, changes.changes)
    return number


def _new_step(connection: Connection, values: dict[str, Any]) -> int:
    return int(connection.execute(insert(STEPS).values(values).returning(STEPS.c.pk)).scalar_one())


def _is_update(change: Change) -> bool:
    return change.before is not None and change.after is not None


def _named(register: Register, plain: Plain, words: Words) -> dict[str, str]:
    label = label_from_plain(register, plain, words)
    return {"label": label, "sort_key": swedish_key(label)}


def _main_values(tables: RegisterTables, plain: Plain) -> dict[str, Any]:
    return {name: plain[name] for name in (*_FLAGS, *tables.columns) if name in plain}


def _insert(
    connection: Connection, tables: RegisterTables, changes: list[Change], owner: UUID, words: Words = BUILT_IN
) -> None:
    """Write new records; columns that none of them has a value for are left to be empty."""
    if not changes:
        return
    rows = [
        {
            "deleted": False,
            "shared": True,
            **_main_values(tables, change.after or {}),
            **_named(tables.register, change.after or {}, words),
            "id": change.record_id,
            "owner": owner,
            "revision": 1,
            "placeholder": False,
        }
        for change in changes
    ]
    filled = {name for row in rows for name, value in row.items() if value is not None}
    connection.execute(insert(tables.main), [{name: row.get(name) for name in filled} for row in rows])
    _write_sides(connection, tables, [(change.record_id, change.after or {}) for change in changes])


def _update(
    connection: Connection, reader: RecordReader, tables: RegisterTables, changes: list[Change], owner: UUID
) -> None:
    """Write changed fields, for all records at once that change in the same ones."""
    if not changes:
        return
    current: dict[UUID, Plain] = dict(reader.plain(tables.register, {change.record_id for change in changes}))
    written: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for change in changes:
        written[change.record_id].update(change.after or {})
        current[change.record_id] = {**_checked(tables.register, current, change), **(change.after or {})}
    alike: dict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
    for record_id, plain in written.items():
        values = {**_main_values(tables, plain), **_named(tables.register, current[record_id], reader.words)}
        alike[frozenset(values)].append({**values, "record_id": record_id})
        for table in _side_tables(tables, plain):
            connection.execute(delete(table).where(table.c.record == record_id))
    for names, rows in alike.items():
        _write_rows(connection, tables.main, names, rows, owner)
    _write_sides(connection, tables, written.items())


def _checked(register: Register, current: Mapping[UUID, Plain], change: Change) -> Plain:
    """What a record says now. Raises StaleRecordError when the change was made from something else."""
    now = current.get(change.record_id)
    if now is None or any(now.get(name) != value for name, value in (change.before or {}).items()):
        name = label_from_plain(register, now) if now else f"En post bland {register.plural.lower()}"
        raise StaleRecordError(f"{name} har ändrats av någon annan sedan du läste uppgiften. Läs om och försök igen.")
    return now


def _write_rows(
    connection: Connection, main: Table, names: Iterable[str], rows: list[dict[str, Any]], owner: UUID
) -> None:
    changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in sorted(names)}
    statement = (
        update(main)
        .where(main.c.id == bindparam("changed_id"), *_is_own(main, owner))
        .values(**changed, revision=main.c.revision + 1)
    )
    parameters = [{"changed_id": row["record_id"], **{f"new_{name}": row[name] for name in changed}} for row in rows]
    _must_be_all(connection.execute(statement, parameters).rowcount, len(rows))


def _is_own(main: Table, owner: UUID) -> tuple[ColumnElement[bool], ...]:
    return main.c.owner == owner, main.c.placeholder.is_(False)


def _must_be_all(written: int, wanted: int) -> None:
    if written != wanted:
        raise ReadOnlyError("En av posterna hör till en annan organisation och kan bara ändras av den.")


def _side_tables(tables: RegisterTables, plain: Plain) -> list[Table]:
    return [table for name, table in {**tables.links, **tables.rows}.items() if name in plain]


def _delete(connection: Connection, tables: RegisterTables, changes: list[Change], owner: UUID) -> None:
    main = tables.main
    for chunk in chunks(change.record_id for change in changes):
        statement = delete(main).where(main.c.id.in_(chunk), *_is_own(main, owner))
        _must_be_all(connection.execute(statement).rowcount, len(chunk))


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
    connection.execute(
        insert(table).values(
            **_main_values(TABLES[register.name], plain),
            **_named(register, plain, BUILT_IN),
            id=record_id,
            owner=owner,
            revision=0,
            deleted=False,
            shared=False,
            placeholder=True,
        )
    )


def add_first(connection: Connection, changes: Sequence[Change], owner: UUID) -> None:
    """Write the owner's first records into a new file; making the file is no step."""
    for name in dict.fromkeys(change.register for change in changes):
        own = [change for change in changes if change.register == name]
        _insert(connection, TABLES[name], own, owner)
        search.refresh(connection, REGISTERS[name], {change.record_id for change in own})
