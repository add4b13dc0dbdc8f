"""Parts of a list's work, each small enough to be done between two frames of the window. Records are named by `pk`.

Sequences of places go in and out as JSON, which SQLite and Python make and read faster than rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, literal, select, tuple_, type_coerce
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.columns import column_field
from itadmin.domain.fields import Held, Reference
from itadmin.domain.register import Register
from itadmin.storage import search
from itadmin.storage.chunks import chunks
from itadmin.storage.holders import sort_key
from itadmin.storage.list_order import can_order
from itadmin.storage.tables import TABLES

Clauses = Sequence[ColumnElement[bool]]
Cursor = tuple[str, int]
"""Where a walk in name order has come to: sort key and pk."""
_AT_ONCE = 5000
_HITS = """
SELECT json_group_array(rowid - ?) FROM (
    SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?
)
"""


def last_place(connection: Connection, register: Register) -> int:
    """The highest place there is; 0 in an empty register."""
    return connection.execute(select(func.max(TABLES[register.name].main.c.pk))).scalar_one() or 0


def in_name_order(
    connection: Connection, register: Register, scope: Clauses, after: Cursor | None, limit: int
) -> tuple[list[int], Cursor | None]:
    """The next records in name order and where that leads; None at the end."""
    main = TABLES[register.name].main
    query = select(main.c.pk, main.c.sort_key).where(*scope)
    if after is not None:
        query = query.where(tuple_(main.c.sort_key, main.c.pk) > tuple_(*after))
    rows = connection.execute(query.order_by(main.c.sort_key, main.c.pk).limit(limit)).all()
    return [row[0] for row in rows], (rows[-1][1], rows[-1][0]) if len(rows) == limit else None


def among(connection: Connection, register: Register, clauses: Clauses, places: Sequence[int]) -> set[int]:
    """Those of some records of which all clauses are true; in no order."""
    main = TABLES[register.name].main
    wanted = func.json_each(json.dumps(list(places))).table_valued("value")
    return set(_places(connection, select(main.c.pk).where(main.c.pk.in_(select(wanted.c.value)), *clauses)))


def between(connection: Connection, register: Register, clauses: Clauses, low: int, high: int) -> list[int]:
    """The records between two places, both included, of which all clauses are true; in no order."""
    main = TABLES[register.name].main
    return _places(connection, select(main.c.pk).where(main.c.pk.between(low, high), *clauses))


def hits(connection: Connection, register: Register, expression: str, after: int, limit: int) -> list[int]:
    """The records after a place that an expression of the search finds, in the order of their places."""
    first = search.numbers(connection).get(register.name, 0) * search.ROWS_OF_A_REGISTER
    span = (first, expression, first + after + 1, first + search.ROWS_OF_A_REGISTER - 1, limit)
    return _as_list(connection.exec_driver_sql(_HITS, span).scalar_one())


def among_found(
    connection: Connection, register: Register, clauses: Clauses, expression: str, places: Sequence[int]
) -> set[int]:
    """Those of a few records that an expression of the search finds and of which all clauses are true."""
    return among(connection, register, [*clauses, search.said_by(connection, register, expression)], places)


def _places(connection: Connection, query: Select[tuple[int]]) -> list[int]:
    inner = query.subquery()
    return _as_list(connection.execute(select(func.json_group_array(inner.c[0]))).scalar_one())


def _as_list(found: str) -> list[int]:
    places: list[int] = json.loads(found)
    return places


def values_between(
    connection: Connection, register: Register, names: Iterable[str], low: int, high: int, day: date
) -> Sequence[Sequence[Any]]:
    """What records between two places have in some fields: rows of a place and a value of each field.

    A value is as SQLite has it, the id of a reference, the holder's sort key, or None. Raises KeyError for a field that
    has no order.
    """
    place = TABLES[register.name].main.c.pk
    return connection.execute(_values(register, names, day).where(place.between(low, high))).all()


def values_at(
    connection: Connection, register: Register, names: Iterable[str], places: Sequence[int], day: date
) -> Sequence[Sequence[Any]]:
    """The same of records at a few places."""
    place = TABLES[register.name].main.c.pk
    return connection.execute(_values(register, names, day).where(place.in_(places))).all()


def _values(register: Register, names: Iterable[str], day: date) -> Select[Any]:
    main, columns = TABLES[register.name].main, []
    for name in names:
        field = column_field(register, name)
        if not can_order(field):
            raise KeyError(name)
        columns.append(sort_key(field, main, day) if isinstance(field, Held) else _raw(main.c[name]))
    return select(main.c.pk, *columns)


def cursors_of(connection: Connection, register: Register, ids: Iterable[UUID]) -> list[Cursor]:
    """Where records stand in the order of names."""
    main = TABLES[register.name].main
    rows = connection.execute(select(main.c.sort_key, main.c.pk).where(main.c.id.in_(list(ids))))
    return [(row.sort_key, row.pk) for row in rows]


def _raw(stored: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as SQLite has it: ids as bytes."""
    return type_coerce(stored, literal(None).type)


def sort_keys_of(connection: Connection, field: Reference, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The sort keys of what a field refers to."""
    target = TABLES[field.to].main
    found: dict[UUID, str] = {}
    for chunk in chunks(ids):
        query = select(_raw(target.c.id), target.c.sort_key).where(target.c.id.in_(chunk))
        found.update((UUID(bytes=row[0]), row[1]) for row in connection.execute(query))
    return found


def ids_of(connection: Connection, register: Register, places: Sequence[int]) -> dict[int, UUID]:
    """The ids of records by place, in the order asked for; unknown ones are left out."""
    main = TABLES[register.name].main
    found: dict[int, UUID] = {}
    for start in range(0, len(places), _AT_ONCE):
        query = select(main.c.pk, _raw(main.c.id)).where(main.c.pk.in_(list(places[start : start + _AT_ONCE])))
        found.update((row[0], UUID(bytes=row[1])) for row in connection.execute(query))
    return {place: found[place] for place in places if place in found}


def place_of(connection: Connection, register: Register, record_id: UUID) -> int:
    """Where a record is kept; 0 when it is not here."""
    main = TABLES[register.name].main
    return connection.execute(select(main.c.pk).where(main.c.id == record_id)).scalar_one_or_none() or 0
