"""The names of a register's own records, and the marks that somebody has put on lines of the work list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.attention import Mark

_OWN = "owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0"
_MARKS = f"""
SELECT kind, register, record, COALESCE(occasion, ''), id, verdict, until, COALESCE(note, '')
FROM attention_marks WHERE {_OWN} ORDER BY pk
"""

MarkKey = tuple[str, str, str, str]
"""What a mark is about: rule, register, id of the record as text, and occasion."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record's name as it is shown and sorted, and the record of another register that it belongs to, if any."""

    name: str
    sort_key: str
    belongs_to: UUID | None


def named_records(connection: Connection, register: str, through: str = "") -> dict[UUID, Named]:
    """The own records of a register outside the bin, by id; `through` is the reference they belong to another by."""
    belongs = f'"{through}"' if through else "NULL"
    rows = connection.exec_driver_sql(f"SELECT id, label, sort_key, {belongs} FROM {register} WHERE {_OWN}")
    return {
        UUID(bytes=key): Named(name, sort_key, UUID(bytes=other) if other else None)
        for key, name, sort_key, other in rows
    }


def marks(connection: Connection) -> dict[MarkKey, Mark]:
    """The newest mark on each line."""
    return {
        (kind or "", register or "", record or "", occasion): Mark(
            UUID(bytes=key), verdict, date.fromisoformat(until) if until else None, note
        )
        for kind, register, record, occasion, key, verdict, until, note in connection.exec_driver_sql(_MARKS)
    }
