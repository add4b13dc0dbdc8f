"""The full-text index: one entry per record that is neither in the bin nor a placeholder.

Folding of å, ä and ö is FTS5's own (remove_diacritics 2): "amal" finds "Åmål".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    Text,
    bindparam,
    column,
    delete,
    insert,
    literal_column,
    select,
    table,
)
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.register import Register
from itadmin.domain.text import clean_line
from itadmin.storage.chunks import chunks
from itadmin.storage.tables import SEARCH_ENTRIES, TABLES

_INDEX = table("search_index", column("rowid", Integer), column("title", Text), column("body", Text))
_ENTRIES_IN_INDEX = SEARCH_ENTRIES.join(_INDEX, SEARCH_ENTRIES.c.pk == _INDEX.c.rowid)
_CONTEXT: ColumnElement[str] = literal_column("snippet(search_index, 1, '', '', ' … ', 12)", Text)
_RANK: ColumnElement[float] = literal_column("bm25(search_index, 1000.0, 1.0)")

_MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Hit:
    """A found record, with the words around the hit."""

    register: str
    record_id: UUID
    label: str
    context: str


def refresh(connection: Connection, register: Register, ids: Collection[UUID]) -> None:
    """Bring the entries of these records up to date."""
    for chunk in chunks(ids):
        entries = select(SEARCH_ENTRIES.c.pk).where(SEARCH_ENTRIES.c.record_id.in_(chunk))
        connection.execute(delete(_INDEX).where(_INDEX.c.rowid.in_(entries)))
        connection.execute(delete(SEARCH_ENTRIES).where(SEARCH_ENTRIES.c.record_id.in_(chunk)))
        _add(connection, register, chunk)


def _add(connection: Connection, register: Register, ids: list[UUID]) -> None:
    main = TABLES[register.name].main
    columns = [main.c[name] for name in register.search if name in main.c]
    query = select(main.c.id, main.c.label, *columns).where(
        main.c.id.in_(ids), main.c.deleted.is_(False), main.c.placeholder.is_(False)
    )
    rows = connection.execute(query).all()
    if not rows:
        return
    connection.execute(insert(SEARCH_ENTRIES), [{"register": register.name, "record_id": row.id} for row in rows])
    entry = select(SEARCH_ENTRIES.c.pk).where(SEARCH_ENTRIES.c.record_id == bindparam("entry_of")).scalar_subquery()
    connection.execute(
        insert(_INDEX).values(rowid=entry),
        [{"entry_of": row.id, "title": row.label, "body": _body(row[2:])} for row in rows],
    )


def _body(values: Any) -> str:
    return " · ".join(str(value) for value in values if value)


def match_expression(words: str) -> str:
    """An FTS5 expression where every word must begin some word of the record; "" when there are no words.

    Each word is a quoted phrase, so that FTS5 itself parts it as it has parted the text.
    """
    spoken = [word for word in clean_line(words).split() if any(character.isalnum() for character in word)]
    return " ".join('"' + word.replace('"', '""') + '"*' for word in spoken[:_MOST_WORDS])


def _matches(words: str) -> ColumnElement[bool] | None:
    query = match_expression(words)
    if not query:
        return None
    return literal_column("search_index").bool_op("MATCH")(query)


def find(connection: Connection, words: str, limit: int) -> list[Hit]:
    """The best hits in all registers."""
    matches = _matches(words)
    if matches is None:
        return []
    query = (
        select(SEARCH_ENTRIES.c.register, SEARCH_ENTRIES.c.record_id, _INDEX.c.title, _CONTEXT.label("context"))
        .select_from(_ENTRIES_IN_INDEX)
        .where(matches)
        .order_by(_RANK, SEARCH_ENTRIES.c.pk)
        .limit(limit)
    )
    rows = connection.execute(query)
    return [Hit(row.register, UUID(row.record_id), row.title, row.context) for row in rows if row.register in TABLES]


def matching(register: str, words: str) -> Select[tuple[str]] | None:
    """A query for the ids of a register's records that match, or None when there are no words to match."""
    matches = _matches(words)
    if matches is None:
        return None
    return (
        select(SEARCH_ENTRIES.c.record_id)
        .select_from(_ENTRIES_IN_INDEX)
        .where(matches, SEARCH_ENTRIES.c.register == register)
    )
