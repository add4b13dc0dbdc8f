"""Who holds a role on a day, as SQL: the records behind a held field, by the tenure of their register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from itadmin.domain.fields import Held, Reference
from itadmin.domain.registers import REGISTERS, tenure_of
from itadmin.storage.tables import FILE_INFO, TABLES


def holding(field: Held, roles: Iterable[str], day: date, *columns: Any) -> Select[Any]:
    """Columns of the records that hold any of `roles` on a day, all of them unless some are given.

    Those that came to it last stand last. `field` tells which register and by which fields. Who holds a role of a
    record is told by whose it is, and by oneself: nobody else's word counts.
    """
    through, tenure = TABLES[field.through].main, tenure_of(field)
    starts, ends = through.c[tenure.starts], through.c[tenure.ends]
    return (
        select(*(columns or (through,)))
        .where(
            through.c[tenure.kind].in_(list(roles)),
            through.c.deleted.is_(False),
            through.c.placeholder.is_(False),
            _may_tell(field, through, tenure.of),
            starts.is_(None) | (starts <= day.isoformat()),
            ends.is_(None) | (ends >= day.isoformat()),
        )
        .order_by(starts, through.c.pk)
    )


def _may_tell(field: Held, through: Table, of: str) -> ColumnElement[bool]:
    about = REGISTERS[field.through].fields[of]
    if not isinstance(about, Reference):
        raise KeyError(of)
    target = TABLES[about.to].main.alias("told_of")
    whose = select(target.c.owner).where(target.c.id == through.c[of]).correlate(through).scalar_subquery()
    own = select(FILE_INFO.c.organisation).scalar_subquery()
    return or_(through.c.owner == own, through.c.owner == whose)


def sort_key(field: Held, main: Table, day: date) -> ColumnElement[Any]:
    """The sort key of who holds the role of a row of `main`: the holder's, or the role's own where there is none."""
    through, tenure = TABLES[field.through].main, tenure_of(field)
    holder = TABLES[field.to].main.alias()
    return (
        holding(field, [field.role], day, func.coalesce(holder.c.sort_key, through.c.sort_key))
        .select_from(through.outerjoin(holder, holder.c.id == through.c[tenure.by]))
        .where(through.c[tenure.of] == main.c.id)
        .order_by(None)
        .order_by(through.c[tenure.starts].desc(), through.c.pk.desc())
        .limit(1)
        .scalar_subquery()
    )


def held_by(connection: Connection, field: Held, ids: Iterable[UUID]) -> set[UUID]:
    """What the records behind a held field are roles of, by their ids."""
    through = TABLES[field.through].main
    query = select(through.c[tenure_of(field).of].label("of")).where(through.c.id.in_(list(ids)))
    return {UUID(row.of) for row in connection.execute(query) if row.of}
