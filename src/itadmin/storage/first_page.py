"""A list as plain sqlite3 reads it from a copy of the file, to be looked at while the database library is loaded.

Only the columns of the list are read, and only in name order. The real readers take over without anyone noticing: what
is shown must be the same (tested).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from itadmin.domain.fields import Held, Reference
from itadmin.domain.record import typed_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, tenure_of
from itadmin.storage import file as files
from itadmin.storage.connection import in_memory, stable_bytes
from itadmin.storage.reads import Holder, ListQuery, Read


class FirstPage:
    """Answers like a reading, for one register's list."""

    def __init__(self, connection: sqlite3.Connection, register: Register, day: date) -> None:
        self._connection = connection
        self._register = register
        self._day = day
        self._held = {name: field for name in register.columns if isinstance(field := register.fields[name], Held)}
        self._own = [name for name in register.columns if name not in self._held]

    def keys(self, _register: str, _query: ListQuery | None = None) -> list[UUID]:
        """The ids of the owner's records outside the bin, in name order."""
        rows = self._connection.execute(
            f"SELECT id FROM {self._register.name} WHERE deleted = 0 AND placeholder = 0 "
            "AND owner = (SELECT organisation FROM file_info) ORDER BY sort_key, id"
        )
        return [UUID(bytes=row[0]) for row in rows]

    def many(self, _register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """The records with these ids, as far as the list shows them."""
        wanted = list(ids)
        found = {_id(row[0]): row for row in self._rows(wanted)}
        holders = {name: self._holders(field, wanted) for name, field in self._held.items()}
        return {
            record_id: self._read(
                record_id,
                found[record_id],
                {name: held[record_id] for name, held in holders.items() if record_id in held},
            )
            for record_id in wanted
            if record_id in found
        }

    def _rows(self, ids: list[UUID]) -> list[tuple[object, ...]]:
        columns = "".join(f", main.{name}, {self._name_of(name)}" for name in self._own)
        query = f"SELECT main.id, main.label{columns} FROM {self._register.name} AS main WHERE main.id IN {_marks(ids)}"
        return self._connection.execute(query, [item.bytes for item in ids]).fetchall()

    def _name_of(self, name: str) -> str:
        field = self._register.fields[name]
        if isinstance(field, Reference):
            return f"(SELECT label FROM {field.to} WHERE id = main.{name})"
        return "NULL"

    def _read(self, record_id: UUID, row: tuple[object, ...], holders: dict[str, Holder]) -> Read:
        values, labels = {}, {}
        for place, name in enumerate(self._own):
            value, label = row[2 + 2 * place], row[3 + 2 * place]
            field = self._register.fields[name]
            if isinstance(field, Reference) and isinstance(value, bytes):
                value = str(UUID(bytes=value))
                labels[UUID(value)] = str(label or "")
            values[name] = typed_value(field, value)
        values |= {name: holder.person_id for name, holder in holders.items()}
        record = replace(self._register.record(id=record_id), **values)
        return Read(record, str(row[1]), labels, holders, placeholder=False)

    def _holders(self, field: Held, ids: list[UUID]) -> dict[UUID, Holder]:
        tenure = tenure_of(field)
        others = [
            f"(SELECT label FROM {item.to} WHERE id = role.{name})"
            for name, item in REGISTERS[field.through].fields.items()
            if isinstance(item, Reference) and name not in (tenure.of, tenure.by)
        ]
        query = (
            f"SELECT role.{tenure.of}, role.id, role.{tenure.by}, "
            f"(SELECT label FROM {field.to} WHERE id = role.{tenure.by}), {', '.join(['role.label', *others])} "
            f"FROM {field.through} AS role WHERE role.{tenure.kind} = ? AND role.deleted = 0 AND role.placeholder = 0 "
            f"AND (role.{tenure.starts} IS NULL OR role.{tenure.starts} <= ?) "
            f"AND (role.{tenure.ends} IS NULL OR role.{tenure.ends} >= ?) AND role.{tenure.of} IN {_marks(ids)} "
            f"ORDER BY role.{tenure.starts}, role.pk"
        )
        day = self._day.isoformat()
        rows = self._connection.execute(query, [field.role, day, day, *(item.bytes for item in ids)]).fetchall()
        return {UUID(bytes=row[0]): _holder(row) for row in rows}


def _holder(row: tuple[object, ...]) -> Holder:
    _of, role_id, by, person, label, *others = row
    if isinstance(by, bytes):
        return Holder(_id(role_id), _id(by), str(person or ""))
    return Holder(_id(role_id), None, ", ".join(str(part) for part in (label, *others) if part))


def _id(value: object) -> UUID:
    """The id in a column of 16 bytes. Raises TypeError for anything else."""
    if not isinstance(value, bytes):
        raise TypeError("an id is 16 bytes")
    return UUID(bytes=value)


def _marks(ids: list[UUID]) -> str:
    return f"({', '.join('?' * len(ids))})"


def open_first_page(path: Path, register: Register, day: date) -> FirstPage | None:
    """The list of a register file of today's version; None when it must be read the ordinary way.

    So must a register with computed fields, which are made of more than the list's columns.

    Raises KnownError when the file is no register, or broken.
    """
    if register.calculations:
        return None
    content = stable_bytes(path)
    if files.check_header(path, content[: files.HEADER_SIZE]) != files.USER_VERSION:
        return None
    try:
        return FirstPage(in_memory(content), register, day)
    except sqlite3.Error:
        return None
