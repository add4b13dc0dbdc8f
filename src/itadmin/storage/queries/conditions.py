"""Small conditions that findings are built of: whose a record is, who holds a role, what lies a year back."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, func, literal, select

from itadmin.domain.fields import Held
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, tenure_of
from itadmin.storage.holders import holding
from itadmin.storage.tables import FILE_INFO, TABLES


def whose_file() -> ColumnElement[Any]:
    """The id of the organisation whose file it is."""
    return select(FILE_INFO.c.organisation).scalar_subquery()


def in_use(main: Any) -> ColumnElement[bool]:
    """That a row of a register's main table, or of an alias of it, is neither in the bin nor a placeholder."""
    return and_(main.c.deleted.is_(False), main.c.placeholder.is_(False))


def confirmed(register: Register, main: Any) -> ColumnElement[bool]:
    """That a row is no mere proposal."""
    return main.c[register.proposal].is_not(True) if register.proposal else ~false()


def own(register: Register, main: Any) -> ColumnElement[bool]:
    """That a row is one's own, in use and confirmed: findings are told of no other."""
    return and_(main.c.owner == whose_file(), in_use(main), confirmed(register, main))


def held(main: Table, name: str, day: date) -> ColumnElement[bool]:
    """That somebody, a person or a function, holds the role of the held field `name` on a day."""
    field = _held_field(main, name)
    return _holding(main, field, day, literal(1)).exists()


def held_alike(main: Table, name: str, other: str, day: date) -> ColumnElement[bool]:
    """That one and the same person holds the roles of two held fields of one register on a day."""
    field, second = _held_field(main, name), _held_field(main, other)
    by = TABLES[field.through].main.c[tenure_of(field).by]
    alike = _holding(main, field, day, literal(1)).where(by.is_not(None), by.in_(_holding(main, second, day, by)))
    return alike.exists()


def _held_field(main: Table, name: str) -> Held:
    field = REGISTERS[main.name].fields[name]
    if not isinstance(field, Held):
        raise KeyError(name)
    return field


def _holding(main: Table, field: Held, day: date, column: Any) -> Select[Any]:
    """A column of the records that hold a role of a row of `main` on a day."""
    of = TABLES[field.through].main.c[tenure_of(field).of]
    return holding(field, [field.role], day, column).order_by(None).where(of == main.c.id).correlate(main)


def linked(register: str, name: str, main: Table) -> Select[Any]:
    """Records in use of another register that name a row of `main` in the many-reference `name`, to be narrowed.

    Of the same owner: what neighbours say of a record is no ground for what is told of it.
    """
    other, link = TABLES[register].main, TABLES[register].links[name]
    return (
        select(literal(1))
        .select_from(link.join(other, other.c.id == link.c.record))
        .where(link.c.target == main.c.id, other.c.owner == main.c.owner, in_use(other))
        .correlate(main)
    )


def ended(approximate: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """That the last day an approximate day can mean lies before `day`."""
    return approximate < func.substr(day.isoformat(), 1, func.length(approximate))


def begun(approximate: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """That the first day an approximate day can mean is `day` or lies before it."""
    return approximate <= func.substr(day.isoformat(), 1, func.length(approximate))
