"""Views of the journal: which step undo and redo take, and the history of a record.

The journal only grows; `erasing` alone takes anything out of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from itadmin.domain.changes import Change, ChangeSet
from itadmin.storage.chunks import chunks
from itadmin.storage.file import BrokenValueError
from itadmin.storage.tables import JOURNAL, RECEIVED, STEPS, TABLES


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the journal: number, time (ISO, UTC), who, title and kind."""

    number: int
    at: str
    who: str
    title: str
    kind: str

    @property
    def at_here(self) -> str:
        """When it was made by the clock on the wall: "2026-11-22 12.00"."""
        return datetime.fromisoformat(self.at).astimezone().strftime("%Y-%m-%d %H.%M")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record's change within a step."""

    step: Step
    change: Change


def step_to_undo(connection: Connection) -> int | None:
    """The newest step not yet undone; None at the beginning or at a migration."""
    skip = 0
    for row in _newest_first(connection):
        if row.kind == "migration":
            return None
        if row.kind == "undo":
            skip += 1
        elif skip:
            skip -= 1
        else:
            return int(row.target if row.kind == "redo" else row.pk)
    return None


def step_to_redo(connection: Connection) -> int | None:
    """The step that was undone last, unless something new has been done since."""
    skip = 0
    for row in _newest_first(connection):
        if row.kind == "redo":
            skip += 1
        elif row.kind != "undo":
            return None
        elif skip:
            skip -= 1
        else:
            return int(row.target)
    return None


def _newest_first(connection: Connection) -> Any:
    return connection.execute(select(STEPS.c.pk, STEPS.c.kind, STEPS.c.target).order_by(STEPS.c.pk.desc()))


def step(connection: Connection, number: int) -> Step:
    """A step by its number."""
    row = connection.execute(select(STEPS).where(STEPS.c.pk == number)).one()
    return Step(row.pk, row.at, row.who, row.title, row.kind)


def has_received(connection: Connection, number: int) -> bool:
    """Whether a step was the receiving of what others share, which has no lines."""
    return connection.execute(select(RECEIVED.c.pk).where(RECEIVED.c.step == number).limit(1)).first() is not None


def has_silent_steps(connection: Connection, line: int) -> bool:
    """Whether there are steps without lines after the step of a line, such as the receiving of what others share."""
    of_line = select(JOURNAL.c.step).where(JOURNAL.c.pk == line).scalar_subquery()
    told = select(JOURNAL.c.pk).where(JOURNAL.c.step == STEPS.c.pk).exists()
    silent = select(STEPS.c.pk).where(STEPS.c.pk > func.coalesce(of_line, 0), ~told)
    return connection.execute(silent.limit(1)).first() is not None


def last_line(connection: Connection) -> int:
    """The number of the newest line; 0 before the first one."""
    return connection.execute(select(func.max(JOURNAL.c.pk))).scalar_one() or 0


def changes_after_line(connection: Connection, number: int, most: int) -> list[Change]:
    """The changes of the lines after one, oldest first, but no more than so many."""
    query = select(JOURNAL).where(JOURNAL.c.pk > number).order_by(JOURNAL.c.pk).limit(most)
    return [_change(row) for row in connection.execute(query)]


def changes_of(connection: Connection, number: int) -> ChangeSet:
    """What a step changed, as a ChangeSet again."""
    rows = connection.execute(select(JOURNAL).where(JOURNAL.c.step == number).order_by(JOURNAL.c.pk))
    return ChangeSet(step(connection, number).title, tuple(_change(row) for row in rows))


def changes_after(connection: Connection, number: int) -> Iterator[Change]:
    """The changes of all steps after one, newest first."""
    for row in connection.execute(select(JOURNAL).where(JOURNAL.c.step > number).order_by(JOURNAL.c.pk.desc())):
        yield _change(row)


def history(connection: Connection, *ids: UUID) -> list[Entry]:
    """Every change of a record, or of several, newest first."""
    rows = [row for chunk in chunks(ids) for row in connection.execute(lines().where(JOURNAL.c.record_id.in_(chunk)))]
    return [entry(row) for row in sorted(rows, key=lambda row: -row.pk)]


def lines() -> Select[Any]:
    """The lines of the journal with their steps, to be narrowed and read with `entry`."""
    return select(JOURNAL, STEPS.c.at, STEPS.c.who, STEPS.c.title, STEPS.c.kind).join(
        STEPS, STEPS.c.pk == JOURNAL.c.step
    )


def entry(row: Row[Any]) -> Entry:
    """A line of `lines` as values."""
    return Entry(Step(row.step, row.at, row.who, row.title, row.kind), _change(row))


def sizes(connection: Connection, steps: Iterable[int]) -> dict[int, int]:
    """How many records steps changed, by their number."""
    query = (
        select(JOURNAL.c.step, func.count(JOURNAL.c.record_id.distinct()))
        .where(JOURNAL.c.step.in_(set(steps)))
        .group_by(JOURNAL.c.step)
    )
    return {int(number): int(count) for number, count in connection.execute(query)}


def _change(row: Any) -> Change:
    if row.register not in TABLES:
        raise BrokenValueError(f"the journal names a register {row.register}")
    return Change(row.register, UUID(row.record_id), plain_values(row.before), plain_values(row.after))


def plain_values(text: str | None) -> dict[str, Any] | None:
    """One side of a line as values in plain form. Raises BrokenValueError."""
    if text is None:
        return None
    try:
        values = json.loads(text)
    except ValueError as error:
        raise BrokenValueError(str(error)) from error
    if not isinstance(values, dict):
        raise BrokenValueError("the journal holds something else than values by identifier")
    return values
