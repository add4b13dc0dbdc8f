"""Keys for lists: which records, in which order – sorted and filtered in SQL. Rows are fetched by the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.fields import Field, Held, Reference, References
from itadmin.domain.register import Register
from itadmin.storage import search
from itadmin.storage.tables import TABLES


def keys(
    connection: Connection,
    register: Register,
    *,
    owner: UUID | None,
    where: Mapping[str, Sequence[Any]],
    words: str = "",
    sort: str = "",
    descending: bool = False,
    deleted: bool = False,
) -> list[UUID]:
    """The ids of a register's records in the order of a list, by name unless `sort` names a stored field.

    `owner` None means all owners. `where` gives the allowed plain values by identifier (one of them must hold).
    """
    table = TABLES[register.name].main
    query = select(table.c.id).where(table.c.deleted.is_(deleted), table.c.placeholder.is_(False))
    if owner is not None:
        query = query.where(table.c.owner == owner)
    for name, values in where.items():
        query = query.where(_condition(register, table, name, values))
    matching = search.matching_ids(connection, register.name, words)
    if matching is not None:
        query = query.where(table.c.id.in_(list(matching)))
    order = _order(register, table, sort)
    if order is not None:
        query = query.order_by(order.is_(None), order.desc() if descending else order)
    name_order = table.c.sort_key.desc() if descending and order is None else table.c.sort_key
    return [UUID(row.id) for row in connection.execute(query.order_by(name_order, table.c.id))]


def _order(register: Register, table: Table, sort: str) -> ColumnElement[Any] | None:
    if not sort or sort == register.title_fields[0]:
        return None
    field = register.fields[sort]
    if isinstance(field, Reference):
        target = TABLES[field.to].main.alias()
        return select(target.c.sort_key).where(target.c.id == table.c[sort]).scalar_subquery()
    return table.c.get(sort)


def _condition(register: Register, table: Table, name: str, values: Sequence[Any]) -> ColumnElement[bool]:
    field = register.fields[name]
    present = [value for value in values if value is not None]
    clauses: list[ColumnElement[bool]] = []
    if present:
        clauses.append(_one_of(register, table, name, field, present))
    if len(present) < len(values):
        clauses.append(~_has_any(register, table, name, field))
    return or_(*clauses)


def _one_of(register: Register, table: Table, name: str, field: Field, values: list[Any]) -> ColumnElement[bool]:
    if isinstance(field, References):
        link = TABLES[register.name].links[name]
        return table.c.id.in_(select(link.c.record).where(link.c.target.in_(values)))
    if isinstance(field, Held):
        through = TABLES[field.through].main
        return table.c.id.in_(_held(field).where(through.c[field.take].in_(values)))
    return table.c[name].in_(values)


def _has_any(register: Register, table: Table, name: str, field: Field) -> ColumnElement[bool]:
    if isinstance(field, References):
        return table.c.id.in_(select(TABLES[register.name].links[name].c.record))
    if isinstance(field, Held):
        return table.c.id.in_(_held(field))
    return table.c[name].is_not(None)


def _held(field: Held) -> Any:
    through = TABLES[field.through].main
    return select(through.c[field.back]).where(
        through.c[field.role_field] == field.role, through.c.deleted.is_(False), through.c.ends_on.is_(None)
    )


def count(connection: Connection, register: Register, owner: UUID) -> int:
    """How many own records a register has outside the bin."""
    table = TABLES[register.name].main
    query = select(func.count()).where(
        table.c.owner == owner, table.c.deleted.is_(False), table.c.placeholder.is_(False)
    )
    return int(connection.execute(query).scalar_one())


def named(connection: Connection, register: Register, text: str) -> list[UUID]:
    """Records that `text` names: by a key field or the name itself, in any case; placeholders too, own ones first."""
    table = TABLES[register.name].main
    wanted = text.strip()
    columns = [table.c[name] for name in (*register.keys, register.title_fields[0])]
    matches = or_(
        *(func.lower(column) == wanted.lower() for column in columns), *(column == wanted for column in columns)
    )
    query = select(table.c.id, table.c.placeholder).where(matches, table.c.deleted.is_(False))
    rows = connection.execute(query.order_by(table.c.placeholder, table.c.pk)).all()
    own = [UUID(row.id) for row in rows if not row.placeholder]
    return own or [UUID(row.id) for row in rows]


def choices(connection: Connection, register: Register, words: str, limit: int) -> list[tuple[UUID, str]]:
    """Ids and names for a picker, in name order; placeholders count, the bin does not."""
    table = TABLES[register.name].main
    query = select(table.c.id, table.c.label).where(table.c.deleted.is_(False))
    if words.strip():
        query = query.where(table.c.label.icontains(words.strip(), autoescape=True))
    rows = connection.execute(query.order_by(table.c.sort_key).limit(limit))
    return [(UUID(row.id), row.label) for row in rows]


def referring(connection: Connection, register: Register, field: str, target: UUID) -> list[UUID]:
    """The records of a register whose `field` refers to `target`, in name order."""
    table = TABLES[register.name].main
    query = select(table.c.id).where(
        _one_of(register, table, field, register.fields[field], [target]), table.c.deleted.is_(False)
    )
    return [UUID(row.id) for row in connection.execute(query.order_by(table.c.sort_key))]
