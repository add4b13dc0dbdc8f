"""The full-text index: one entry per record that is neither in the bin nor a placeholder.

Folding of å, ä and ö is FTS5's own (remove_diacritics 2): "amal" finds "Åmål".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, text

from itadmin.domain.register import Register
from itadmin.storage.tables import TABLES

_INSERT = text("INSERT INTO search_index (title, body, register, record_id) VALUES (:title, :body, :register, :id)")
_DELETE = text("DELETE FROM search_index WHERE rowid IN (SELECT rowid FROM search_index WHERE record_id = :id)")
_FIND = text(
    "SELECT register, record_id, title, snippet(search_index, 1, '', '', ' … ', 12) AS context FROM search_index "
    "WHERE search_index MATCH :query ORDER BY bm25(search_index, 10.0, 1.0) LIMIT :limit"
)
_FIND_IDS = text("SELECT record_id FROM search_index WHERE search_index MATCH :query AND register = :register")


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, with the words around the hit."""

    register: str
    record_id: UUID
    label: str
    context: str


def refresh(connection: Connection, register: Register, ids: Collection[UUID]) -> None:
    """Bring the entries of these records up to date."""
    connection.execute(_DELETE, [{"id": str(record_id)} for record_id in ids])
    table = TABLES[register.name].main
    columns = [table.c[name] for name in register.search if name in table.c]
    query = select(table.c.id, table.c.label, *columns).where(
        table.c.id.in_(bindparam("ids", expanding=True)), table.c.deleted.is_(False), table.c.placeholder.is_(False)
    )
    rows = connection.execute(query, {"ids": list(ids)}).all()
    entries = [
        {
            "title": row.label,
            "body": " · ".join(str(value) for value in row[2:] if value),
            "register": register.name,
            "id": row.id,
        }
        for row in rows
    ]
    if entries:
        connection.execute(_INSERT, entries)


def match_expression(words: str) -> str:
    """An FTS5 expression where every word must begin some word of the record; "" when there are no words."""
    cleaned = "".join(character if character.isalnum() else " " for character in words)
    return " ".join(f'"{word}"*' for word in cleaned.split())


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """The best hits in all registers."""
    query = match_expression(words)
    if not query:
        return []
    rows = connection.execute(_FIND, {"query": query, "limit": limit})
    return [Hit(row.register, UUID(row.record_id), row.title, row.context) for row in rows]


def matching_ids(connection: Connection, register: str, words: str) -> set[str] | None:
    """The ids of a register's records that match, or None when there are no words to match."""
    query = match_expression(words)
    if not query:
        return None
    return {row.record_id for row in connection.execute(_FIND_IDS, {"query": query, "register": register})}
