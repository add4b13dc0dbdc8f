"""What the work list asks of införande- and avvecklingsplaner: where each stands, and what is left of its gate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.domain.states import OVER, PLAN_OVER
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN, not_among

_IS_OPEN = f"{OWN} AND {not_among(PLAN_OVER)}"
_OPEN = f"SELECT id FROM implementations WHERE {_IS_OPEN}"
_PLANS = f"""
SELECT plan.id, plan.kind, plan.status, plan.go_live_on, plan.system, system.lifecycle,
    plan.responsible, person.label, plan.responsible_function,
    (SELECT substr(at, 1, 10) FROM steps WHERE pk = (SELECT max(step) FROM journal WHERE record_id = plan.id)),
    (SELECT count(*) FROM implementations_checklist AS point WHERE point.record = plan.id),
    (SELECT count(*) FROM implementations_checklist AS point
        WHERE point.record = plan.id AND COALESCE(point.state, 'kvar') = 'kvar')
FROM (
    SELECT * FROM implementations WHERE {_IS_OPEN}
) AS plan
LEFT JOIN people AS person ON person.id = plan.responsible
LEFT JOIN systems AS system ON system.id = plan.system
ORDER BY plan.sort_key, plan.pk
"""
_LATE = f"""
SELECT plan, title, ends_on FROM implementation_activities
WHERE {OWN} AND plan IN ({_OPEN}) AND ends_on < ? AND {not_among(OVER)}
ORDER BY ends_on, sort_key, pk
"""
_PASSED = """
SELECT record, decision, ends_on FROM implementations_phases
WHERE decision IS NOT NULL AND decided_on IS NULL AND ends_on < ? ORDER BY record, ordinal
"""
_TOUCHED = f"""
SELECT plan, max((SELECT substr(at, 1, 10) FROM steps WHERE pk =
    (SELECT max(step) FROM journal WHERE record_id = implementation_activities.id)))
FROM implementation_activities WHERE {OWN} AND plan IN ({_OPEN}) GROUP BY plan
"""


class Dated(NamedTuple):
    """An activity or a decision that should have been done by a day."""

    name: str
    day: date


class PlanTime(NamedTuple):
    """A plan that is not over: codes are "" where nothing is said. `late` and `passed` stand with the oldest first.

    `points` is how long its checklist is, `points_left` how many points nobody has answered, `touched_on` the day it
    or an activity of it was last changed, by the clock of the journal (UTC).
    """

    kind: str
    status: str
    go_live_on: date | None
    system: Key | None
    lifecycle: str
    responsible: Responsible
    points: int
    points_left: int
    touched_on: date | None
    late: tuple[Dated, ...]
    passed: tuple[Dated, ...]


def plan_times(connection: Connection, day: date) -> Mapping[Key, PlanTime]:
    """All own plans that are not over. Raises ValueError for a day that is none."""
    rows = connection.exec_driver_sql(_PLANS).all()
    if not rows:
        return {}
    today = (day.isoformat(),)
    late = _dated(connection, _LATE, today)
    passed = _dated(connection, _PASSED, today)
    touched = {plan: at for plan, at in connection.exec_driver_sql(_TOUCHED).all() if at}
    return {
        key: PlanTime(
            kind or "",
            status or "",
            _day(go_live),
            system,
            lifecycle or "",
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(function or ""),
            points,
            left,
            _day(max(changed or "", touched.get(key, ""))),
            tuple(late.get(key, ())),
            tuple(passed.get(key, ())),
        )
        for key, kind, status, go_live, system, lifecycle, person, name, function, changed, points, left in rows
    }


def _dated(connection: Connection, query: str, values: tuple[str]) -> dict[Key, list[Dated]]:
    found: dict[Key, list[Dated]] = {}
    for plan, name, day in connection.exec_driver_sql(query, values).all():
        found.setdefault(plan, []).append(Dated(name or "", date.fromisoformat(day)))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
