"""What a list shows and leaves out, as SQL: whose records, allowed values, conditions, findings and words.

Each clause looks at one row of the register's table, so that it can be asked of all records or of a few alike. Knows
no order. What is computed stands in no column and is nothing for SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, and_, false, func, literal, or_, select
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.fields import Computed, Field, Held, Reference, References, Rows
from itadmin.domain.filter_tests import require
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.domain.registers import tenure_of
from itadmin.domain.text import fold
from itadmin.storage import search
from itadmin.storage.holders import holding
from itadmin.storage.queries import findings
from itadmin.storage.reads import ListQuery
from itadmin.storage.tables import TABLES

Clause = ColumnElement[bool]


def scope(register: Register, query: ListQuery, owner: UUID) -> list[Clause]:
    """Which records a list is of at all: own or all, in the bin or outside it, proposed or not."""
    main = TABLES[register.name].main
    clauses: list[Clause] = [main.c.deleted.is_(query.deleted), main.c.placeholder.is_(False)]
    if query.owner or not query.all_owners:
        clauses.append(main.c.owner == (query.owner or owner))
    if register.proposal:
        proposed = main.c[register.proposal]
        clauses.append(proposed.is_(True) if query.proposals else proposed.is_not(True))
    elif query.proposals:
        clauses.append(false())
    return clauses


def tests(connection: Connection, register: Register, query: ListQuery, day: date) -> list[Clause]:
    """What must hold of a record beside that; roles are held on `day`.

    Raises KeyError for a field or finding that the register does not have or that is computed, ValueError for a
    condition that cannot be asked of its field.
    """
    main = TABLES[register.name].main
    clauses = [_any_of(register, main, name, values, day) for name, values in query.where.items()]
    clauses += [condition_clause(register, condition, day) for condition in query.conditions]
    clauses += [findings.condition(register.name, key, main, day) for key in query.findings]
    return [*clauses, *words_clauses(connection, register, query)]


def words_clauses(connection: Connection, register: Register, query: ListQuery) -> Iterator[Clause]:
    """That all words are found in a record; what lies in the bin is not indexed and is found by its name."""
    main = TABLES[register.name].main
    if query.deleted:
        for word in fold(query.words).split():
            yield _has_text(main.c.label, word)
        return
    matching = search.matching(connection, register.name, query.words)
    if matching is not None:
        yield main.c.pk.in_(matching)


def condition_clause(register: Register, condition: Condition, day: date) -> Clause:
    """One condition. Raises KeyError and ValueError as `tests` does."""
    field, main = register.fields[condition.field], TABLES[register.name].main
    require(field, condition)
    if isinstance(field, Computed):
        raise KeyError(condition.field)
    if condition.test in ("empty", "filled"):
        filled = _is_filled(register, main, condition.field, day)
        return filled if condition.test == "filled" else ~filled
    if condition.test in ("one_of", "none_of"):
        any_of = _any_of(register, main, condition.field, condition.values, day)
        return any_of if condition.test == "one_of" else ~any_of
    (value,) = condition.values
    return and_(main.c[condition.field].is_not(None), _COMPARED[condition.test](main.c[condition.field], value))


def _has_text(column: ColumnElement[Any], text: str) -> Clause:
    return func.instr(func.fold(column), fold(text)) > 0


def _before(column: ColumnElement[Any], day: str) -> Clause:
    return func.substr(column, 1, len(day)) < func.substr(day, 1, func.length(column))


def _after(column: ColumnElement[Any], day: str) -> Clause:
    return func.substr(column, 1, len(day)) > func.substr(day, 1, func.length(column))


_COMPARED: Mapping[str, Callable[[ColumnElement[Any], Any], Clause]] = {
    "contains": _has_text,
    "before": _before,
    "after": _after,
    "at_least": lambda column, value: column >= value,
    "at_most": lambda column, value: column <= value,
}
"""Tests of one value, as far as a record has one. Days known in part are before or after when they surely are."""


def _any_of(register: Register, main: Table, name: str, values: Sequence[Any], day: date) -> Clause:
    """Whether a field has one of these values, or none where None is among them."""
    field = register.fields[name]
    if isinstance(field, Computed):
        raise KeyError(name)
    present = [value for value in values if value is not None]
    clauses: list[Clause] = [false()]
    if present:
        clauses.append(_has_one(register, main, name, _bindable(field, present), day))
    if len(present) < len(values):
        clauses.append(~_is_filled(register, main, name, day))
    return or_(*clauses)


def _bindable(field: Field, values: list[Any]) -> list[Any]:
    """Ids as ids. Raises ValueError for what is none."""
    if isinstance(field, (Reference, References, Held)):
        return [UUID(str(value)) for value in values]
    return values


def _has_one(register: Register, main: Table, name: str, values: list[Any], day: date) -> Clause:
    field = register.fields[name]
    if isinstance(field, Held):
        by = TABLES[field.through].main.c[tenure_of(field).by]
        return _held(field, main, day).where(by.in_(values)).exists()
    if isinstance(field, References):
        link = TABLES[register.name].links[name]
        return select(literal(1)).where(link.c.record == main.c.id, link.c.target.in_(values)).correlate(main).exists()
    if isinstance(field, Rows):
        raise KeyError(name)
    return and_(main.c[name].is_not(None), main.c[name].in_(values))


def _is_filled(register: Register, main: Table, name: str, day: date) -> Clause:
    field, tables = register.fields[name], TABLES[register.name]
    if isinstance(field, (References, Rows)):
        side = {**tables.links, **tables.rows}[name]
        return select(literal(1)).where(side.c.record == main.c.id).correlate(main).exists()
    if isinstance(field, Held):
        return _held(field, main, day).exists()
    return main.c[name].is_not(None)


def _held(field: Held, main: Table, day: date) -> Select[Any]:
    """The holders of a role of a row of `main`."""
    through = TABLES[field.through].main
    held = holding(field, [field.role], day, literal(1)).order_by(None)
    return held.where(through.c[tenure_of(field).of] == main.c.id).correlate(main)
