"""The full-text index: one row per record that is neither in the bin nor a placeholder.

A row's rowid is the number of its register times 2^40 plus the record's `pk`, so what is found of one register is a
range and needs no table between. Folding of å, ä and ö is FTS5's own (remove_diacritics 2): "amal" finds "Åmål".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, Select, Text, column, delete, false, insert, literal_column, select, table
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.register import Register
from itadmin.domain.text import clean_line
from itadmin.storage.chunks import chunks
from itadmin.storage.tables import SEARCH_REGISTERS, TABLES

ROWS_OF_A_REGISTER = 1 << 40

_INDEX = table("search_index", column("rowid", Integer), column("title", Text), column("body", Text))
_MOST_WORDS = 30
_LONGEST_IN_INDEX = 4
"""Beginnings of words up to this length are in the index by themselves (`tables.SEARCH_DDL`)."""


def refresh(connection: Connection, register: Register, ids: Collection[UUID]) -> None:
    """Bring the rows of these records up to date."""
    first = _number(connection, register) * ROWS_OF_A_REGISTER
    main = TABLES[register.name].main
    columns = [main.c[name] for name in register.search if name in main.c]
    for chunk in chunks(ids):
        forget(connection, register, chunk)
        query = select(main.c.pk, main.c.label, *columns).where(
            main.c.id.in_(chunk), main.c.deleted.is_(False), main.c.placeholder.is_(False)
        )
        rows = connection.execute(query.order_by(main.c.pk)).all()
        if rows:
            added = [{"rowid": first + row.pk, "title": row.label, "body": _body(row[2:])} for row in rows]
            connection.execute(insert(_INDEX), added)


def forget(connection: Connection, register: Register, ids: Collection[UUID]) -> None:
    """Take away the rows of these records; of those that are to be removed while they are still there."""
    first = numbers(connection).get(register.name, 0) * ROWS_OF_A_REGISTER
    main = TABLES[register.name].main
    for chunk in chunks(ids):
        places = select(main.c.pk + first).where(main.c.id.in_(chunk))
        connection.execute(delete(_INDEX).where(_INDEX.c.rowid.in_(places)))


def numbers(connection: Connection) -> Mapping[str, int]:
    """The number of each register in the rowids of this file, as far as anything of it has been indexed."""
    return {row.register: row.pk for row in connection.execute(select(SEARCH_REGISTERS))}


def _number(connection: Connection, register: Register) -> int:
    known = numbers(connection).get(register.name)
    if known is not None:
        return known
    made = insert(SEARCH_REGISTERS).values(register=register.name).returning(SEARCH_REGISTERS.c.pk)
    return int(connection.execute(made).scalar_one())


def _body(values: Any) -> str:
    return " · ".join(str(value) for value in values if value)


def match_expression(words: str) -> str:
    """An FTS5 expression where every word must begin some word of the record; "" when there are no words.

    Each word is a quoted phrase, so that FTS5 itself parts it as it has parted the text.
    """
    spoken = [word for word in clean_line(words).split() if any(character.isalnum() for character in word)]
    return " ".join('"' + word.replace('"', '""') + '"*' for word in spoken[:_MOST_WORDS])


def matching(
    connection: Connection, register: str, words: str, after: int = 0, *, in_title: bool = False
) -> Select[tuple[int]] | None:
    """A query for the `pk` of a register's records that match, or None when there are no words to match.

    They come in the order of `pk`, from the first one higher than `after`. `in_title` looks in names only.
    """
    expression = match_expression(words)
    if not expression:
        return None
    number = numbers(connection).get(register)
    if number is None:
        return select(_INDEX.c.rowid).where(false())
    first = number * ROWS_OF_A_REGISTER
    return select(_INDEX.c.rowid - first).where(
        _matches(f"title : ({expression})" if in_title else expression),
        _INDEX.c.rowid.between(first + after + 1, first + ROWS_OF_A_REGISTER - 1),
    )


def is_soon_told(words: str) -> bool:
    """Whether one record can be asked for all words at next to no cost: their beginnings stand in the index."""
    return all(len(word) <= _LONGEST_IN_INDEX for word in clean_line(words).split())


def said_by(connection: Connection, register: Register, words: str) -> ColumnElement[bool]:
    """That all words are found in a row of the register's table, asked of each row by itself."""
    place = TABLES[register.name].main.c.pk + numbers(connection).get(register.name, 0) * ROWS_OF_A_REGISTER
    return select(_INDEX.c.rowid).where(_matches(match_expression(words)), _INDEX.c.rowid == place).exists()


def _matches(expression: str) -> ColumnElement[bool]:
    return literal_column("search_index").bool_op("MATCH")(expression)
