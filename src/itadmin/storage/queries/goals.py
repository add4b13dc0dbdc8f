"""What is asked of all goals at once, and what they are measured by: systems that may count, and levels aimed at.

Read as plain SQL: the start page tells of goals each time it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.goals import Measured, Version
from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN

_GOALS = f"""
SELECT goal.id, goal.document, goal.wording, goal.year, goal.status, goal.measure, goal.target_percent,
    goal.responsible, person.label, goal.responsible_function
FROM (SELECT * FROM goals WHERE {OWN}) AS goal LEFT JOIN people AS person ON person.id = goal.responsible
ORDER BY goal.pk
"""
_READINGS = """
SELECT record, measured_on, percent FROM goals_readings
WHERE measured_on IS NOT NULL AND percent IS NOT NULL ORDER BY record, measured_on, ordinal
"""
_VERSIONS = f"""
SELECT id, replaces, COALESCE(status, '') FROM steering_documents WHERE {OWN} ORDER BY pk
"""
_SYSTEMS = f"""
SELECT id, lifecycle, category, hosting, personal_data FROM systems
WHERE {OWN} AND suggestion IS NOT 1 ORDER BY sort_key, pk
"""
_LEVELS = f"""
SELECT system, level, target_level FROM cooperation_levels
WHERE {OWN} AND system IS NOT NULL AND (starts_on IS NULL OR starts_on <= ?) AND (ends_on IS NULL OR ends_on >= ?)
"""


class GoalFacts(NamedTuple):
    """A goal as far as it is followed; codes are "" where nothing is said, `readings` stand from the first day on."""

    document: Key | None
    wording: str
    year: int | None
    status: str
    measure: str
    target: int | None
    responsible: Responsible
    readings: Sequence[Measured]


class Weighed(NamedTuple):
    """A system as far as it is counted; codes are "" where nothing is said."""

    lifecycle: str
    category: str
    hosting: str
    has_personal_data: bool


class Aim(NamedTuple):
    """The level of a kommun in a system, and the one it aims at; None where nothing is said."""

    level: int | None
    target: int | None


class Ground(NamedTuple):
    """What is known of goals: themselves, the documents they stand in, and what those that are measured rest on."""

    goals: Mapping[Key, GoalFacts]
    versions: Mapping[Key, Version]
    systems: Mapping[Key, Weighed]
    aims: Mapping[Key, Sequence[Aim]]


def ground(connection: Connection, day: date) -> Ground:
    """What goals rest on, as far as there are any. Raises ValueError for a day that is none."""
    found = goals(connection)
    documents = versions(connection) if any(goal.document for goal in found.values()) else {}
    if not any(goal.measure for goal in found.values()):
        return Ground(found, documents, {}, {})
    return Ground(found, documents, weighed_systems(connection), aims(connection, day))


def goals(connection: Connection) -> dict[Key, GoalFacts]:
    """All own goals outside the bin. Raises ValueError for a day that is none."""
    readings: dict[Key, list[Measured]] = defaultdict(list)
    for record, day, percent in connection.exec_driver_sql(_READINGS).all():
        readings[record].append(Measured(date.fromisoformat(day), percent))
    return {
        key: GoalFacts(
            document,
            wording or "",
            year,
            status or "",
            measure or "",
            target,
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(function or ""),
            readings.get(key, ()),
        )
        for key, document, wording, year, status, measure, target, person, name, function in (
            connection.exec_driver_sql(_GOALS).all()
        )
    }


def versions(connection: Connection) -> dict[Key, Version]:
    """All own styrande dokument outside the bin, in the order they came to be."""
    rows = connection.exec_driver_sql(_VERSIONS).all()
    return {key: Version(replaces, status) for key, replaces, status in rows}


def weighed_systems(connection: Connection) -> dict[Key, Weighed]:
    """All own confirmed systems outside the bin, in name order."""
    rows = connection.exec_driver_sql(_SYSTEMS).all()
    return {
        key: Weighed(lifecycle or "", category or "", hosting or "", bool(data))
        for key, lifecycle, category, hosting, data in rows
    }


def aims(connection: Connection, day: date) -> Mapping[Key, Sequence[Aim]]:
    """The levels that hold on a day, by their system."""
    found: dict[Key, list[Aim]] = defaultdict(list)
    today = day.isoformat()
    for system, level, target in connection.exec_driver_sql(_LEVELS, (today, today)).all():
        found[system].append(Aim(_number(level), _number(target)))
    return found


def _number(code: str | None) -> int | None:
    return int(code) if code else None
