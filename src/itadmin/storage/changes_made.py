"""What has been done to the records of a register within a period: which records, and the lines about each of them.

Everything is narrowed by SQL; lines are only read for the records that somebody looks at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from itadmin.storage.chunks import chunks
from itadmin.storage.journal import Entry, Step, entry, lines
from itadmin.storage.tables import JOURNAL, STEPS, TABLES


@dataclass(frozen=True, slots=True)
class Made:
    """Which changes are meant: from a moment to a moment, in which registers, by whom, in which step.

    Moments are ISO in UTC, both included. What is "" or empty, or None, does not narrow.
    """

    since: str = ""
    until: str = ""
    registers: tuple[str, ...] = ()
    who: str = ""
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that was changed: by how many lines, and at which place in the journal last."""

    register: str
    record_id: UUID
    changes: int
    last: int


def touched(connection: Connection, made: Made) -> list[Touched]:
    """The records that were changed, the one changed last first."""
    last = func.max(JOURNAL.c.pk)
    query = (
        select(JOURNAL.c.register, JOURNAL.c.record_id, func.count().label("changes"), last.label("last"))
        .join(STEPS, STEPS.c.pk == JOURNAL.c.step)
        .where(*_narrowed(made))
        .group_by(JOURNAL.c.record_id)
        .order_by(last.desc())
    )
    return [Touched(row.register, UUID(row.record_id), row.changes, row.last) for row in connection.execute(query)]


def entries_of(connection: Connection, made: Made, ids: Iterable[UUID]) -> dict[UUID, list[Entry]]:
    """The changes that are meant of some records, by id, oldest first."""
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for chunk in chunks(ids):
        query = lines().where(JOURNAL.c.record_id.in_(chunk), *_narrowed(made)).order_by(JOURNAL.c.pk)
        for row in connection.execute(query):
            found[UUID(row.record_id)].append(entry(row))
    return found


def who_made(connection: Connection) -> list[str]:
    """Everybody who has made a step."""
    return [row.who for row in connection.execute(select(STEPS.c.who).distinct().order_by(STEPS.c.who))]


def largest_steps(connection: Connection, made: Made, limit: int) -> list[tuple[Step, int]]:
    """The newest of the steps that changed several records, with how many each did."""
    count = func.count(JOURNAL.c.record_id.distinct())
    query = (
        select(STEPS, count.label("records"))
        .join(JOURNAL, STEPS.c.pk == JOURNAL.c.step)
        .where(*_narrowed(made))
        .group_by(STEPS.c.pk)
        .having(count > 1)
        .order_by(STEPS.c.pk.desc())
        .limit(limit)
    )
    rows = connection.execute(query)
    return [(Step(row.pk, row.at, row.who, row.title, row.kind), row.records) for row in rows]


def binned(connection: Connection, record_id: UUID) -> Step | None:
    """The step that put a record in the bin last; None when it never was, or before the journal began."""
    query = lines().where(JOURNAL.c.record_id == record_id, func.json_extract(JOURNAL.c.after, "$.deleted").is_(True))
    row = connection.execute(query.order_by(JOURNAL.c.pk.desc()).limit(1)).one_or_none()
    return None if row is None else entry(row).step


def _narrowed(made: Made) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if made.since:
        conditions.append(STEPS.c.at >= made.since)
    if made.until:
        conditions.append(STEPS.c.at <= made.until)
    if made.registers:
        conditions.append(JOURNAL.c.register.in_(made.registers))
    if made.who:
        conditions.append(STEPS.c.who == made.who)
    if made.step is not None:
        conditions.append(STEPS.c.pk == made.step)
    return conditions


def latest_day(connection: Connection, register: str, field: str, until: date) -> date | None:
    """The latest day, up to one, that a field of a register's records holds; None when none does."""
    main = TABLES[register].main
    query = select(func.max(main.c[field])).where(main.c.deleted.is_(False), main.c[field] <= until.isoformat())
    found = connection.execute(query).scalar_one()
    return None if found is None else date.fromisoformat(found)
