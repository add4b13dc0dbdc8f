"""Keys for lists, counts and pickers: which records, in which order – sorted and filtered in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, case, false, func, or_, select, true

from itadmin.domain.entry import plain_from_text
from itadmin.domain.erasure import NAMELESS
from itadmin.domain.fields import Field, Reference, References
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS
from itadmin.domain.text import fold
from itadmin.storage import search, wording
from itadmin.storage.list_filters import scope, tests
from itadmin.storage.list_order import order_by
from itadmin.storage.list_slices import last_place
from itadmin.storage.reads import ListQuery
from itadmin.storage.tables import FILE_INFO, TABLES

_MANY = 5000
"""In a register with more records than this, names are looked for in the search index."""
_MOST_FOUND = 2000


def keys(connection: Connection, register: Register, query: ListQuery, owner: UUID, day: date) -> list[UUID]:
    """The ids of a register's records in the order of a list; records without a value come last.

    `owner` is whose records are one's own, `day` the one on which roles are held. Computed fields stand in no column:
    neither filter nor `sort` may name one. Raises KeyError for a field that is unknown or has no order, ValueError for
    a condition that cannot be asked.
    """
    main = TABLES[register.name].main
    chosen = select(main.c.id).where(*scope(register, query, owner), *tests(connection, register, query, day))
    return [
        UUID(row.id)
        for row in connection.execute(chosen.order_by(*order_by(register, query, day, wording.words(connection))))
    ]


def count(connection: Connection, register: Register, owner: UUID) -> int:
    """How many own records a register has outside the bin."""
    query = select(func.count()).select_from(TABLES[register.name].main)
    return int(connection.execute(query.where(*scope(register, ListQuery(), owner))).scalar_one())


def named(connection: Connection, register: Register, text: str) -> list[UUID]:
    """Records that `text` names: by a key field or the name itself, in any case.

    Own ones if there are any, else neighbours', else placeholders.
    """
    main = TABLES[register.name].main
    wanted = {name: _as_kept(register.fields[name], text) for name in (*register.keys, register.title_fields[0])}
    names = or_(*(func.casefold(main.c[name]) == value.casefold() for name, value in wanted.items()))
    is_theirs = main.c.owner != select(FILE_INFO.c.organisation).scalar_subquery()
    nearness = case((main.c.placeholder.is_(True), 2), (is_theirs, 1), else_=0).label("nearness")
    query = select(main.c.id, nearness).where(names, main.c.deleted.is_(False)).order_by(nearness, main.c.pk)
    rows = connection.execute(query).all()
    return [UUID(row.id) for row in rows if row.nearness == rows[0].nearness]


def _as_kept(field: Field, text: str) -> str:
    """What somebody wrote as the field would hold it: an organisation number without its hyphen."""
    try:
        return str(plain_from_text(field, text) or "")
    except ValueError:
        return text.strip()


def choices(
    connection: Connection, register: Register, words: str, limit: int, day: date, owner: UUID
) -> list[tuple[UUID, str]]:
    """Ids and names for a picker, in name order; placeholders count, the bin does not.

    Records of others than `owner` come last, with whose they are after the name; a kommun's record of itself is
    everybody's. What is of the past on the day comes after the rest, and who has become nameless not at all.
    """
    main, owners = TABLES[register.name].main, TABLES[OWNERS.name].main.alias()
    whose = select(owners.c.label).where(owners.c.id == main.c.owner).scalar_subquery()
    query = select(main.c.id, main.c.label, whose.label("whose")).where(main.c.deleted.is_(False))
    if register.past_after:
        query = query.where(main.c.label != NAMELESS)
        query = query.order_by(func.coalesce(main.c[register.past_after] < day.isoformat(), false()))
    if register.proposal:
        query = query.where(main.c[register.proposal].is_not(True))
    if words.strip():
        query = query.where(_called(connection, register, words))
    query = query.order_by(main.c.sort_key, main.c.pk)
    is_theirs = and_(main.c.owner != owner, main.c.placeholder.is_(False), main.c.id != main.c.owner)
    own = connection.execute(query.where(~is_theirs).limit(limit)).all()  # in two, so that neither has to be sorted
    theirs = connection.execute(query.where(is_theirs).limit(limit - len(own))).all() if len(own) < limit else ()
    found = [(row.id, row.label) for row in own] + [(row.id, f"{row.label} ({row.whose})") for row in theirs]
    return [(UUID(record_id), label) for record_id, label in found]


def _called(connection: Connection, register: Register, words: str) -> ColumnElement[bool]:
    """That a record's name has all words in it; among very many, that words in its name begin so."""
    main = TABLES[register.name].main
    in_name = and_(true(), *(func.instr(func.fold(main.c.label), word) > 0 for word in fold(words).split()))
    if last_place(connection, register) < _MANY:
        return in_name
    begun = search.matching(connection, register.name, words, in_title=True)
    if begun is None:
        return in_name
    return or_(main.c.pk.in_(begun.limit(_MOST_FOUND)), and_(main.c.placeholder.is_(True), in_name))


def referring(
    connection: Connection, register: Register, name: str, target: UUID, *, everybody: bool = False
) -> list[UUID]:
    """The records of a register whose field `name` refers to `target`, in name order; not those in the bin.

    One's own, and those of whose the target is; with `everybody` also what others say of it.
    """
    return [UUID(bytes=row[1]) for row in _referring(connection, register, name, target, everybody=everybody)]


def places_referring(connection: Connection, register: Register, name: str, target: UUID) -> list[int]:
    """The places of everybody's, in the same order."""
    return [row[0] for row in _referring(connection, register, name, target, everybody=True)]


def _referring(
    connection: Connection, register: Register, name: str, target: UUID, *, everybody: bool
) -> Iterable[Sequence[Any]]:
    """Rows of `pk` and `id`; as plain SQL, since a record page asks this of every field there is."""
    field = register.fields[name]
    refers = f'main."{name}" = ?'
    if isinstance(field, References):
        refers = f"main.id IN (SELECT record FROM {register.name}_{name} WHERE target = ?)"
    asked = [target.bytes]
    if not everybody and isinstance(field, (Reference, References)):
        own, whose = "(SELECT organisation FROM file_info)", f"(SELECT owner FROM {field.to} WHERE id = ?)"
        refers, asked = f"{refers} AND (main.owner = {own} OR main.owner = {whose})", asked * 2
    query = (
        f"SELECT main.pk, main.id FROM {register.name} AS main "
        f"WHERE {refers} AND main.deleted = 0 AND main.placeholder = 0 ORDER BY main.sort_key, main.pk"
    )
    return connection.exec_driver_sql(query, tuple(asked))
