"""Records of one register that refer to each other by one field: all that hang together with one, and rings of them.

Knows no register. A reference that leads back to where it began is a mistake, and never makes a question endless.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    bindparam,
    case,
    column,
    literal,
    or_,
    select,
    table,
)

from itadmin.storage.queries.conditions import in_use
from itadmin.storage.tables import TABLES


@dataclass(frozen=True, slots=True)
class Member:
    """One of a family: its id, and whom it refers to; None for the first."""

    record_id: UUID
    above: UUID | None


def family(connection: Connection, register: str, field: str, record_id: UUID) -> list[Member]:
    """All that hang together with a record by `field`, itself too, in name order; the first of them is above the rest.

    In a ring nobody is first by nature, and the record itself is taken to be. Whatever it refers to is among them; of
    what refers to them only what the record's owner keeps.
    """
    rows = connection.execute(_above(register, field), {"record_id": str(record_id)})
    over: dict[str, str | None] = {row[0]: row[1] for row in rows}
    first = next((UUID(key) for key, above in over.items() if above not in over), record_id)
    rows = connection.execute(
        _below(register, field), {"record_id": str(first), "of": str(record_id), "above": list(over)}
    )
    return [Member(UUID(key), UUID(above) if above and UUID(key) != first else None) for key, above in rows]


def in_ring(main: Table, field: str) -> ColumnElement[bool]:
    """That following `field` from a row of `main` leads back to it; most refer to nothing, and are not followed."""
    other = _again(main, field)
    start = select(other.c[field].label("at")).where(other.c.id == main.c.id).correlate(main)
    walk = start.cte(recursive=True, nesting=True)
    step = _again(main, field)
    walk = walk.union(select(step.c[field]).join(walk, step.c.id == walk.c.at).where(in_use(step)))
    is_back = select(literal(1)).select_from(walk).where(walk.c.at == main.c.id).correlate(main).exists()
    return case((main.c[field].is_(None), literal(0)), else_=is_back)


@lru_cache(maxsize=32)
def _above(register: str, field: str) -> Select[Any]:
    """The record and those above it, each with whom it refers to."""
    main = TABLES[register].main
    walk = _begun(main, field)
    over = _again(main, field)
    found = walk.union(select(over.c.id, over.c[field]).join(walk, over.c.id == walk.c.above).where(in_use(over)))
    return select(found.c.id, found.c.above)


@lru_cache(maxsize=32)
def _below(register: str, field: str) -> Select[Any]:
    main = TABLES[register].main
    walk = _begun(main, field)
    under = _again(main, field, "owner")
    of = _again(main, "owner")
    whose = select(of.c.owner).where(of.c.id == bindparam("of")).scalar_subquery()
    is_theirs = or_(under.c.owner == whose, under.c.id.in_(bindparam("above", expanding=True)))
    below = select(under.c.id, under.c[field]).join(walk, under.c[field] == walk.c.id)
    found = walk.union(below.where(in_use(under), is_theirs))
    named = _again(main, "sort_key", "pk")
    return (
        select(found.c.id, found.c.above).join(named, named.c.id == found.c.id).order_by(named.c.sort_key, named.c.pk)
    )


def _begun(main: Table, field: str) -> CTE:
    start = _again(main, field)
    asked = select(start.c.id.label("id"), start.c[field].label("above"))
    return asked.where(start.c.id == bindparam("record_id")).cte(recursive=True)


def _again(main: Table, *names: str) -> FromClause:
    """The table once more by a name of its own, with the columns that are asked for: all of a wide one take long."""
    columns = (column(name, main.c[name].type) for name in dict.fromkeys(("id", "deleted", "placeholder", *names)))
    return table(main.name, *columns).alias()
