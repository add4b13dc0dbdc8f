"""The full-text index: one row per record that is neither in the bin nor a placeholder.

A row's rowid is the number of its register times 2^40 plus the record's `pk`, so what is found of one register is a
range and needs no table between. Folding of å, ä and ö is FTS5's own (remove_diacritics 2): "amal" finds "Åmål".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, Select, Text, column, delete, false, insert, literal_column, select, table
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.register import Register
from itadmin.domain.text import clean_line, fold
from itadmin.storage.chunks import chunks
from itadmin.storage.search_text import body_of
from itadmin.storage.tables import SEARCH_REGISTERS, SEARCH_TERMS, TABLES

ROWS_OF_A_REGISTER = 1 << 40

_INDEX = table("search_index", column("rowid", Integer), column("title", Text), column("body", Text))
_MOST_WORDS = 30
_LONGEST_IN_INDEX = 4
"""Beginnings of words up to this length are in the index by themselves (`schema.SEARCH_DDL`)."""
_MOST_TERMS = 40
_PLAIN_WORD = re.compile("[A-Za-z0-9åäöéüÅÄÖÉÜ]+")
"""Words of which the index surely has the same folding as we."""
_BEGINNING = re.compile(r'"((?:[^"]|"")*)"\*')
_NEXT_TERM = f"SELECT term FROM {SEARCH_TERMS} WHERE term >= ? LIMIT 1"


def refresh(connection: Connection, register: Register, ids: Collection[UUID]) -> None:
    """Bring the rows of these records up to date."""
    first = number_of(connection, register) * ROWS_OF_A_REGISTER
    main = TABLES[register.name].main
    columns = [main.c[name] for name in register.search if name in main.c]
    for chunk in chunks(ids):
        forget(connection, register, chunk)
        query = select(main.c.pk, main.c.label, main.c.id, *columns).where(
            main.c.id.in_(chunk), main.c.deleted.is_(False), main.c.placeholder.is_(False)
        )
        rows = connection.execute(query.order_by(main.c.pk)).all()
        if rows:
            beside = _said_in_rows(connection, register, chunk)
            added = [
                {"rowid": first + row.pk, "title": row.label, "body": body_of((*row[3:], *beside[row.id]))}
                for row in rows
            ]
            connection.execute(insert(_INDEX), added)


def _said_in_rows(connection: Connection, register: Register, ids: Collection[UUID]) -> Mapping[UUID, list[Any]]:
    """What the searched columns of owned rows say, by record."""
    said: dict[UUID, list[Any]] = defaultdict(list)
    for name, owned in TABLES[register.name].rows.items():
        searched = [column for column in owned.c if f"{name}.{column.name}" in register.search]
        if searched:
            query = select(owned.c.record, *searched).where(owned.c.record.in_(ids))
            for row in connection.execute(query.order_by(owned.c.record, owned.c.ordinal)):
                said[row[0]] += row[1:]
    return said


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


def number_of(connection: Connection, register: Register) -> int:
    """The number of a register in the rowids, given it if nothing of it has been indexed yet."""
    known = numbers(connection).get(register.name)
    if known is not None:
        return known
    made = insert(SEARCH_REGISTERS).values(register=register.name).returning(SEARCH_REGISTERS.c.pk)
    return int(connection.execute(made).scalar_one())


def match_expression(words: str) -> str:
    """An FTS5 expression where every word must begin some word of the record; "" when there are no words.

    Each word is a quoted phrase, so that FTS5 itself parts it as it has parted the text.
    """
    return " ".join(f"{_quoted(word)}*" for word in _spoken(words))


def _spoken(words: str) -> list[str]:
    return [word for word in clean_line(words).split() if any(character.isalnum() for character in word)][:_MOST_WORDS]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def expression_of(connection: Connection, words: str, *, at_beginning: bool = False) -> str:
    """The same as `match_expression`, but a long beginning is told as the words of the index that begin so, if few.

    The index has no beginnings of that length: FTS5 gathers all that is said of all such words before it tells of the
    first record, while whole words are told of at once. `at_beginning` asks for names that begin with the first word.
    """
    sign = "^" if at_beginning else ""
    parts = []
    for part in _spoken(words):
        begun = [_quoted(term) for term in _terms(connection, part)] or [f"{_quoted(part)}*"]
        parts.append(f"({' OR '.join(sign + each for each in begun)})")
        sign = ""
    return " AND ".join(parts)


def is_soon_told(expression: str) -> bool:
    """Whether one record is soon asked an expression of `expression_of`: nothing of it must be gathered first."""
    return all(len(beginning) <= _LONGEST_IN_INDEX for beginning in _BEGINNING.findall(expression))


def _terms(connection: Connection, word: str) -> list[str]:
    """The words of the index that a long word begins; none when it is short, they are many, or it is of other signs."""
    if len(word) <= _LONGEST_IN_INDEX or not _PLAIN_WORD.fullmatch(word):
        return []
    beginning, found = fold(word), list[str]()
    while len(found) <= _MOST_TERMS:
        after = f"{found[-1]}\x01" if found else beginning
        row = connection.exec_driver_sql(_NEXT_TERM, (after,)).first()
        if row is None or not row[0].startswith(beginning):
            return found
        found.append(row[0])
    return []


def matching(
    connection: Connection, register: str, words: str, after: int = 0, *, in_title: bool = False
) -> Select[tuple[int]] | None:
    """A query for the `pk` of a register's records that match, or None when there are no words to match.

    They come in the order of `pk`, from the first one higher than `after`. `in_title` looks in names only.
    """
    expression = expression_of(connection, words)
    if not expression:
        return None
    return found_by(connection, register, f"title : ({expression})" if in_title else expression, after)


def found_by(connection: Connection, register: str, expression: str, after: int = 0) -> Select[tuple[int]]:
    """A query for the same by an expression that is made already."""
    number = numbers(connection).get(register)
    if number is None:
        return select(_INDEX.c.rowid).where(false())
    first = number * ROWS_OF_A_REGISTER
    return select(_INDEX.c.rowid - first).where(
        _matches(expression), _INDEX.c.rowid.between(first + after + 1, first + ROWS_OF_A_REGISTER - 1)
    )


def said_by(connection: Connection, register: Register, expression: str) -> ColumnElement[bool]:
    """That an expression finds a row of the register's table, asked of each row by itself."""
    place = TABLES[register.name].main.c.pk + numbers(connection).get(register.name, 0) * ROWS_OF_A_REGISTER
    return select(_INDEX.c.rowid).where(_matches(expression), _INDEX.c.rowid == place).exists()


def _matches(expression: str) -> ColumnElement[bool]:
    return literal_column("search_index").bool_op("MATCH")(expression)
