"""Utbildningstillfällen of some days with what a calendar tells of them: teacher, kommuner, systems, seats taken.

Everyone's, also those received from neighbours. Read set by set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, LargeBinary, Select, func, select, text, type_coerce

from itadmin.domain.keys import Key
from itadmin.storage.queries.session_rules import told
from itadmin.storage.tables import TABLES

_WITHIN = """
session.deleted = 0 AND session.placeholder = 0 AND session.starts_on <= :last
    AND COALESCE(session.ends_on, session.starts_on) >= :first
"""
_SESSIONS = f"""
SELECT session.id, session.title, COALESCE(session.status, ''), session.starts_on,
    max(session.starts_on, COALESCE(session.ends_on, session.starts_on)),
    COALESCE(session.starts_at, ''), COALESCE(session.ends_at, ''), COALESCE(session.venue, ''),
    COALESCE(session.meeting_link, ''), COALESCE(people.name, session.teacher_name, ''), COALESCE(host.label, ''),
    session.seats, session.sign_up_by
FROM training_sessions AS session LEFT JOIN people ON people.id = session.teacher
LEFT JOIN organisations AS host ON host.id = session.host
WHERE {_WITHIN} ORDER BY session.starts_on, session.starts_at IS NULL, session.starts_at, session.sort_key, session.id
"""
_MUNICIPALITIES = f"""
SELECT link.record, link.target FROM training_sessions_municipalities AS link
JOIN training_sessions AS session ON session.id = link.record WHERE {_WITHIN}
"""
_SYSTEMS = f"""
SELECT link.record, plan.system FROM training_sessions_modules AS link
JOIN training_sessions AS session ON session.id = link.record
JOIN training_modules AS module ON module.id = link.target JOIN training_plans AS plan ON plan.id = module.plan
WHERE plan.system IS NOT NULL AND {_WITHIN}
"""
_TOWNS = "SELECT DISTINCT target FROM training_sessions_municipalities"
_TAUGHT = """
SELECT DISTINCT plan.system FROM (SELECT DISTINCT target FROM training_sessions_modules) AS link
JOIN training_modules AS module ON module.id = link.target JOIN training_plans AS plan ON plan.id = module.plan
WHERE plan.system IS NOT NULL
"""


class SessionFacts(NamedTuple):
    """A session; days in order, times as "09:00", `parts` the number of people by `deltagarlage`."""

    id: Key
    title: str
    status: str
    first: date
    last: date
    begins: str
    ends: str
    venue: str
    link: str
    teacher: str
    host: str
    seats: int | None
    sign_up_by: date | None
    municipalities: frozenset[Key]
    systems: frozenset[Key]
    parts: Mapping[str, int]


def sessions_within(connection: Connection, first: date, last: date) -> list[SessionFacts]:
    """The sessions that have a day from `first` to `last`, in order of day and time."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    towns, systems = (_linked(connection, query, days) for query in (_MUNICIPALITIES, _SYSTEMS))
    parts: dict[Key, dict[str, int]] = defaultdict(dict)
    for session, status, number in connection.execute(_parts(), days):
        parts[session][status] = number
    found = []
    for key, title, status, starts_on, ends_on, *more in connection.exec_driver_sql(_SESSIONS, days):
        begins, ends, venue, link, teacher, host, seats, sign_up_by = more
        found.append(
            SessionFacts(
                id=key,
                title=title,
                status=status,
                first=date.fromisoformat(starts_on),
                last=date.fromisoformat(ends_on),
                begins=begins,
                ends=ends,
                venue=venue,
                link=link,
                teacher=teacher,
                host=host,
                seats=seats,
                sign_up_by=date.fromisoformat(sign_up_by) if sign_up_by else None,
                municipalities=frozenset(towns[key]),
                systems=frozenset(systems[key]),
                parts=parts[key],
            )
        )
    return found


def towns_of_sessions(connection: Connection) -> list[Key]:
    """The kommuner that any session is for."""
    return [key for (key,) in connection.exec_driver_sql(_TOWNS)]


def taught_systems(connection: Connection) -> list[Key]:
    """The systems whose plans any session teaches a module of."""
    return [key for (key,) in connection.exec_driver_sql(_TAUGHT)]


def _parts() -> Select[Any]:
    """The sessions, and how many people stand in each way."""
    parts, session = TABLES["training_participations"].main, TABLES["training_sessions"].main.alias("session")
    return (
        select(type_coerce(parts.c.session, LargeBinary), parts.c.status, func.count(parts.c.person.distinct()))
        .join_from(session, parts, parts.c.session == session.c.id)
        .where(text(_WITHIN), told(parts, session))
        .group_by(parts.c.session, parts.c.status)
    )


def _linked(connection: Connection, query: str, days: Mapping[str, str]) -> defaultdict[Key, list[Key]]:
    found: defaultdict[Key, list[Key]] = defaultdict(list)
    for record, target in connection.exec_driver_sql(query, dict(days)):
        found[record].append(target)
    return found
