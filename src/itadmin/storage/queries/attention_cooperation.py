"""What the work list asks of samverkansärenden and beslut: who has yet to decide, and what is yet to be done.

Of neighbours' cases it asks one thing: whether one's own kommun, which takes part, has answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.domain.states import CASE_OVER, DECISION_OVER, SILENT, UNDECIDED
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN, not_among

_CASES = f"""
SELECT id, coordinator, (SELECT label FROM people WHERE people.id = main.coordinator)
FROM cooperation_cases AS main WHERE {OWN} AND {not_among(CASE_OVER)}
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
FROM decisions AS main WHERE {OWN} AND {not_among(DECISION_OVER)} AND due IS NOT NULL
"""
_ASKED = f"""
WITH own AS (SELECT organisation AS id FROM file_info),
said AS (SELECT * FROM cooperation_stances WHERE municipality IN own AND deleted = 0 AND placeholder = 0)
SELECT asked.id, asked.label, asked.sort_key, unit.label, (
    SELECT decide_by FROM said WHERE said."case" = asked.id AND decide_by IS NOT NULL
        AND (said.owner IN own OR said.owner = asked.owner)
    ORDER BY said.owner NOT IN own, decide_by LIMIT 1)
FROM cooperation_cases AS asked LEFT JOIN organisations AS unit ON unit.id = asked.owner
WHERE asked.owner NOT IN own AND asked.deleted = 0 AND asked.placeholder = 0
    AND {not_among(CASE_OVER, "asked.status")}
    AND asked.id IN (SELECT record FROM cooperation_cases_participants WHERE target IN own)
    AND asked.id NOT IN (SELECT "case" FROM said WHERE owner IN own AND "case" IS NOT NULL AND stance <> '{SILENT}')
"""


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


class Asked(NamedTuple):
    """A neighbour's case that one's own kommun has not answered: its name, whose it is, by when it wants to know."""

    name: str
    sort_key: str
    owner: str
    decide_by: date | None


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
        is_silent = (stance or "") in UNDECIDED
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


def cases_asked(connection: Connection) -> Mapping[Key, Asked]:
    """The neighbours' cases that wait for one's own kommun. Raises ValueError for a day that is none."""
    return {
        key: Asked(name or "", sort_key or "", owner or "", _day(decide_by))
        for key, name, sort_key, owner, decide_by in connection.exec_driver_sql(_ASKED).all()
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
