"""What the work list asks of samverkansärenden and beslut: who has yet to decide, and what is yet to be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN, Key

_CASES = f"""
SELECT id, coordinator, (SELECT label FROM people WHERE people.id = main.coordinator)
FROM cooperation_cases AS main WHERE {OWN} AND COALESCE(status, '') NOT IN ('avslutat', 'avbrutet')
"""
_STANCES = """
SELECT stance."case", stance.municipality, unit.label, stance.stance, stance.decide_by
FROM cooperation_stances AS stance JOIN organisations AS unit ON unit.id = stance.municipality
WHERE stance.deleted = 0 AND stance.placeholder = 0
ORDER BY unit.sort_key, stance.owner = stance.municipality, COALESCE(stance.decided_on, ''), stance.pk
"""
_STEPS = """
SELECT record, step, planned_on FROM cooperation_cases_timetable WHERE done_on IS NULL AND planned_on IS NOT NULL
ORDER BY record, planned_on
"""
_DECISIONS = f"""
SELECT id, due, responsible, (SELECT label FROM people WHERE people.id = main.responsible), responsible_function
FROM decisions AS main WHERE {OWN} AND COALESCE(status, '') NOT IN ('klart', 'utgar') AND due IS NOT NULL
"""
_UNDECIDED = (None, "ej_svarat", "avvaktar")


class Silent(NamedTuple):
    """A kommun that has not said yes or no: its id, its name, and the day by which it was to decide."""

    municipality: Key
    name: str
    decide_by: date | None


class CaseTime(NamedTuple):
    """A case that is worked on: who coordinates it, who has yet to decide, and the steps left with approximate days."""

    responsible: Responsible
    silent: tuple[Silent, ...]
    steps: tuple[tuple[str, str], ...]


class DecisionDue(NamedTuple):
    """A beslut that somebody is still to carry out: by when, and who."""

    due: date
    responsible: Responsible


def case_times(connection: Connection) -> Mapping[Key, CaseTime]:
    """The own cases that are worked on. Raises ValueError for a day that is none."""
    rows = connection.exec_driver_sql(_CASES).all()
    if not rows:
        return {}
    told: dict[Key, dict[Key, Silent | None]] = defaultdict(dict)
    for case, kommun, name, stance, decide_by in connection.exec_driver_sql(_STANCES).all():
        is_silent = stance in _UNDECIDED
        told[case][kommun] = Silent(kommun, name or "", _day(decide_by)) if is_silent else None
    steps: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for case, step, planned in connection.exec_driver_sql(_STEPS).all():
        steps[case].append((step or "", planned))
    return {
        key: CaseTime(
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(""),
            tuple(each for each in told[key].values() if each),
            tuple(steps[key]),
        )
        for key, person, name in rows
    }


def decisions_due(connection: Connection) -> Mapping[Key, DecisionDue]:
    """The own beslut that are to be carried out by a day. Raises ValueError for a day that is none."""
    return {
        key: DecisionDue(
            date.fromisoformat(due),
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(function or ""),
        )
        for key, due, person, name, function in connection.exec_driver_sql(_DECISIONS).all()
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
