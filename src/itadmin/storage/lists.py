"""Keys for lists: which records, in which order – sorted and filtered in SQL. Rows are fetched by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, case, false, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Choice, Computed, Field, Held, LongText, Reference, References, Rows
from itadmin.domain.fields import Text as TextField
from itadmin.domain.register import Register
from itadmin.domain.text import fold
from itadmin.domain.values import LISTS
from itadmin.storage import holders, search
from itadmin.storage.reads import ListQuery
from itadmin.storage.tables import TABLES


def keys(connection: Connection, register: Register, query: ListQuery, owner: UUID, day: date) -> list[UUID]:
    """The ids of a register's records in the order of a list; records without a value come last.

    `owner` is whose records are one's own, `day` the one on which roles are held. Computed fields stand in no column:
    neither `where` nor `sort` may name one. Raises KeyError for an unknown field.
    """
    main = TABLES[register.name].main
    chosen = select(main.c.id).where(main.c.deleted.is_(query.deleted), main.c.placeholder.is_(False))
    if not query.all_owners:
        chosen = chosen.where(main.c.owner == owner)
    for name, values in query.where.items():
        chosen = chosen.where(_condition(register, main, name, values, day))
    matching = search.matching(connection, register.name, query.words)
    if matching is not None:
        chosen = chosen.where(main.c.pk.in_(matching))
    chosen = chosen.order_by(*_order(register, main, query, day), main.c.id)
    return [UUID(row.id) for row in connection.execute(chosen)]


def _order(register: Register, main: Table, query: ListQuery, day: date) -> list[ColumnElement[Any]]:
    if not query.sort or query.sort == register.title_fields[0]:
        return [main.c.sort_key.desc() if query.descending else main.c.sort_key]
    value = _sort_value(register, main, query.sort, day)
    return [value.is_(None), value.desc() if query.descending else value, main.c.sort_key]


def _sort_value(register: Register, main: Table, name: str, day: date) -> ColumnElement[Any]:
    """What to sort a field by: names and text in Swedish order, codes in the order of their value list."""
    item = register.fields[name]
    if isinstance(item, Reference):
        target = TABLES[item.to].main.alias()
        return select(target.c.sort_key).where(target.c.id == main.c[name]).scalar_subquery()
    if isinstance(item, Held):
        return holders.sort_key(item, main, day)
    if isinstance(item, (References, Rows, Computed)):
        raise KeyError(name)
    if isinstance(item, Choice):
        places = {code: place for place, code in enumerate(LISTS[item.values])}
        return case(places, value=main.c[name])
    if isinstance(item, (TextField, LongText)):
        return func.swedish_key(main.c[name])
    return main.c[name]


def _condition(register: Register, main: Table, name: str, values: Sequence[Any], day: date) -> ColumnElement[bool]:
    present = [value for value in values if value is not None]
    clauses: list[ColumnElement[bool]] = []
    if present:
        clauses.append(_one_of(register, main, name, present, day))
    if len(present) < len(values):
        clauses.append(~_has_any(register, main, name, day))
    return or_(false(), *clauses)


def _one_of(register: Register, main: Table, name: str, values: list[Any], day: date) -> ColumnElement[bool]:
    item = register.fields[name]
    if isinstance(item, Held):
        return main.c.id.in_(holders.held_by(item, values, day))
    return _refers(register, main, name, values)


def _refers(register: Register, main: Table, name: str, values: list[Any]) -> ColumnElement[bool]:
    """Whether a stored field has one of these values; a list of references, whether it has one of them among others."""
    if isinstance(register.fields[name], References):
        link = TABLES[register.name].links[name]
        return main.c.id.in_(select(link.c.record).where(link.c.target.in_(values)))
    return main.c[name].in_(values)


def _has_any(register: Register, main: Table, name: str, day: date) -> ColumnElement[bool]:
    item, tables = register.fields[name], TABLES[register.name]
    if isinstance(item, (References, Rows)):
        side = {**tables.links, **tables.rows}[name]
        return main.c.id.in_(select(side.c.record))
    if isinstance(item, Held):
        return main.c.id.in_(holders.held(item, day))
    return main.c[name].is_not(None)


def count(connection: Connection, register: Register, owner: UUID) -> int:
    """How many own records a register has outside the bin."""
    main = TABLES[register.name].main
    query = select(func.count()).where(main.c.owner == owner, main.c.deleted.is_(False), main.c.placeholder.is_(False))
    return int(connection.execute(query).scalar_one())


def named(connection: Connection, register: Register, text: str) -> list[UUID]:
    """Records that `text` names: by a key field or the name itself, in any case; placeholders too, own ones first."""
    main = TABLES[register.name].main
    wanted = {name: _as_kept(register.fields[name], text) for name in (*register.keys, register.title_fields[0])}
    names = or_(*(func.casefold(main.c[name]) == value.casefold() for name, value in wanted.items()))
    query = select(main.c.id, main.c.placeholder).where(names, main.c.deleted.is_(False))
    rows = connection.execute(query.order_by(main.c.placeholder, main.c.pk)).all()
    own = [UUID(row.id) for row in rows if not row.placeholder]
    return own or [UUID(row.id) for row in rows]


def _as_kept(field: Field, text: str) -> str:
    """What somebody wrote as the field would hold it: an organisation number without its hyphen."""
    try:
        return str(plain_from_text(field, text) or "")
    except ValueError:
        return text.strip()


def choices(connection: Connection, register: Register, words: str, limit: int) -> list[tuple[UUID, str]]:
    """Ids and names for a picker, in name order; placeholders count, the bin does not."""
    main = TABLES[register.name].main
    query = select(main.c.id, main.c.label).where(main.c.deleted.is_(False))
    for word in fold(words).split():
        query = query.where(func.fold(main.c.label).contains(word, autoescape=True))
    rows = connection.execute(query.order_by(main.c.sort_key, main.c.id).limit(limit))
    return [(UUID(row.id), row.label) for row in rows]


def referring(connection: Connection, register: Register, name: str, target: UUID) -> list[UUID]:
    """The records of a register whose field `name` refers to `target`, in name order; not those in the bin."""
    main = TABLES[register.name].main
    query = select(main.c.id).where(
        _refers(register, main, name, [target]), main.c.deleted.is_(False), main.c.placeholder.is_(False)
    )
    return [UUID(row.id) for row in connection.execute(query.order_by(main.c.sort_key, main.c.id))]
