"""What is kept of competence in the whole file, as plain rows: judgements, and what and whom they are about.

Whole records would take many times as long, and a page of a system asks for this each time it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.speaking import Spoken, spoken

_IN_USE = "deleted = 0 AND placeholder = 0"
_JUDGED = f"""
SELECT id, owner, person, area, system, level, wanted_level, priority FROM competences
WHERE person IS NOT NULL AND {_IN_USE} AND (owner = (SELECT organisation FROM file_info)
    OR owner = (SELECT owner FROM people WHERE people.id = person))
"""
_AREAS = f"SELECT id, owner, label, sort_key, COALESCE(name, ''), place, 0 FROM networks WHERE {_IN_USE}"
_SYSTEMS = f"""
SELECT id, owner, label, sort_key, COALESCE(product, name, label), 0, COALESCE(security_protection, 0) FROM systems
WHERE deleted = 0 AND id IN (SELECT system FROM competences WHERE {_IN_USE})
"""
_PEOPLE = f"""
SELECT id, owner, label, sort_key, organisation, left_on, anonymised_on IS NOT NULL FROM people
WHERE deleted = 0 AND (placeholder = 0 OR id IN (SELECT person FROM competences WHERE {_IN_USE}))
"""
_UNITS = "SELECT id, label, COALESCE(kind, ''), parent FROM organisations WHERE deleted = 0"


class JudgedRow(NamedTuple):
    """A judgement; `level` and `wanted` as their codes."""

    key: Key
    owner: Key
    person: Key
    area: Key | None
    system: Key | None
    level: str | None
    wanted: str | None
    priority: str | None


class TopicRow(NamedTuple):
    """An area or a system that somebody is judged in; `same` is what makes it the same in several kommuner."""

    key: Key
    owner: Key
    name: str
    sort_key: str
    same: str
    place: int | None
    protected: bool


class PersonRow(NamedTuple):
    """Somebody, and until when."""

    key: Key
    owner: Key
    name: str
    sort_key: str
    organisation: Key | None
    left_on: date | None
    anonymised: bool


class UnitRow(NamedTuple):
    """An organisation and what it belongs to."""

    key: Key
    name: str
    kind: str
    parent: Key | None


@dataclass(frozen=True, slots=True)
class CompetenceFacts:
    """All of it, in no order, and who has spoken for itself."""

    judged: Sequence[JudgedRow]
    areas: Sequence[TopicRow]
    systems: Sequence[TopicRow]
    people: Sequence[PersonRow]
    units: Sequence[UnitRow]
    spoken: Spoken


_Row = TypeVar("_Row", JudgedRow, TopicRow, UnitRow)


def competence_facts(connection: Connection) -> CompetenceFacts:
    """Read it, also what neighbours have sent."""
    people = [
        PersonRow(key, owner, name, sort_key, unit, date.fromisoformat(left) if left else None, bool(anonymised))
        for key, owner, name, sort_key, unit, left, anonymised in connection.exec_driver_sql(_PEOPLE)
    ]
    return CompetenceFacts(
        _rows(connection, _JUDGED, JudgedRow),
        _rows(connection, _AREAS, TopicRow),
        _rows(connection, _SYSTEMS, TopicRow),
        people,
        _rows(connection, _UNITS, UnitRow),
        spoken(connection),
    )


def _rows(connection: Connection, statement: str, kind: type[_Row]) -> list[_Row]:
    return [kind(*row) for row in connection.exec_driver_sql(statement)]
