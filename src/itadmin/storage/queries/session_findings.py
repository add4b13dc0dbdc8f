"""How the findings of utbildningstillfällen are told: by their keys, conditions on a row of the sessions on a day.

Most are of sessions that are still to come, or go on: who was double-booked last year is no matter. They are looked at
together, as a session that collides does so with another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, Table, and_, func, or_, select

from itadmin.domain.calculations.participation import ATTENDED, MISSED, SIGNED_UP, TAKING_SEATS, WAITING
from itadmin.domain.calendar import days_from
from itadmin.storage.queries.conditions import in_use
from itadmin.storage.queries.session_rules import presupposed, told
from itadmin.storage.queries.training_findings import done_by
from itadmin.storage.tables import TABLES

Conditions = Mapping[str, Callable[[Table, date], ColumnElement[bool]]]

_TAKING_PART = (*TAKING_SEATS, WAITING)
_CANCELLED = "installt"
_NOT_YET_GIVEN = ("planerat", "oppet")
_SOON = 30
"""So many days ahead a session is to be seen to."""
_REMEMBERED = 180
"""So many days afterwards somebody still knows who was there."""


def last_day(session: Any) -> ColumnElement[Any]:
    """The last day of a session."""
    return func.coalesce(session.c.ends_on, session.c.starts_on)


def to_come(session: Any, day: date) -> ColumnElement[bool]:
    """That a session is given, on a day or later."""
    return and_(in_use(session), session.c.status.is_distinct_from(_CANCELLED), last_day(session) >= day.isoformat())


def overlaps(one: Any, other: Any) -> ColumnElement[bool]:
    """That two of those that `ahead` tells of have a day in common and, where both have hours, hours too."""
    return and_(
        one.c.first <= other.c.last,
        other.c.first <= one.c.last,
        or_(
            one.c.begins.is_(None),
            other.c.begins.is_(None),
            and_(one.c.begins < other.c.ends, other.c.begins < one.c.ends),
        ),
    )


@lru_cache(maxsize=8)
def ahead(day: date) -> CTE:
    """The sessions to come, with days, minutes after midnight, teacher and room; one and the same in a statement."""
    sessions = TABLES["training_sessions"].main
    begins = func.minutes_of(sessions.c.starts_at)
    columns: list[Any] = [
        sessions.c.id,
        sessions.c.owner,
        sessions.c.starts_on.label("first"),
        last_day(sessions).label("last"),
        begins.label("begins"),
        func.coalesce(func.minutes_of(sessions.c.ends_at), begins + 1).label("ends"),
        sessions.c.teacher,
        func.casefold(sessions.c.venue).label("venue"),
    ]
    return select(*columns).where(to_come(sessions, day)).cte("ahead").prefix_with("MATERIALIZED")


@lru_cache(maxsize=8)
def taking_part(day: date) -> CTE:
    """Who takes part in the sessions to come, or waits to, by person and what the name sounds like."""
    parts, people, sessions = TABLES["training_participations"].main, TABLES["people"].main, ahead(day)
    columns: list[Any] = [parts.c.pk, parts.c.person, func.spelling_key(people.c.name).label("spelling"), *sessions.c]
    return (
        select(*columns)
        .join_from(sessions, parts, parts.c.session == sessions.c.id)
        .join(people, people.c.id == parts.c.person)
        .where(parts.c.session.in_(select(sessions.c.id)), told(parts, sessions), parts.c.status.in_(_TAKING_PART))
        .cte("taking_part")
        .prefix_with("MATERIALIZED")
    )


def _colliding(field: str) -> Callable[[Table, date], ColumnElement[bool]]:
    """That another session wants the same teacher or room at the same time."""

    def collides(main: Table, day: date) -> ColumnElement[bool]:
        one = ahead(day)
        other = one.alias()
        same = and_(one.c[field] == other.c[field], one.c.id != other.c.id, overlaps(one, other))
        return main.c.id.in_(select(one.c.id).join_from(one, other, same))

    return collides


def _double_booked(main: Table, day: date) -> ColumnElement[bool]:
    """That somebody takes part in another session at the same time."""
    one = taking_part(day)
    other = one.alias()
    same = and_(one.c.person == other.c.person, one.c.id != other.c.id, overlaps(one, other))
    return main.c.id.in_(select(one.c.id).join_from(one, other, same))


def _somebody_twice(main: Table, day: date) -> ColumnElement[bool]:
    """That a person is signed up twice, maybe under another spelling."""
    one = taking_part(day)
    other = one.alias()
    same = and_(one.c.id == other.c.id, one.c.pk < other.c.pk, one.c.spelling == other.c.spelling)
    return main.c.id.in_(select(one.c.id).join_from(one, other, same))


def _too_many(main: Table, day: date) -> ColumnElement[bool]:
    parts = TABLES["training_participations"].main
    seated = (
        select(func.count())
        .where(parts.c.session == main.c.id, told(parts, main), parts.c.status.in_(TAKING_SEATS))
        .correlate(main)
        .scalar_subquery()
    )
    return and_(main.c.seats.is_not(None), to_come(main, day), seated > main.c.seats)


def _without_ground(main: Table, day: date) -> ColumnElement[bool]:
    """That somebody is signed up who has not done what one of the modules presupposes."""
    needed = _needed(day).subquery("needed")
    return main.c.id.in_(select(needed.c.session).where(~done_by(needed.c.person, needed.c.module, day)))


def _needed(day: date) -> Select[Any]:
    """Session, person and the first version of what must be done before."""
    parts, sessions, needed = TABLES["training_participations"].main, ahead(day), presupposed().subquery("presupposed")
    return (
        select(sessions.c.id.label("session"), parts.c.person, needed.c.module)
        .join_from(sessions, needed, needed.c.session == sessions.c.id)
        .join(parts, parts.c.session == sessions.c.id)
        .where(
            parts.c.session.in_(select(sessions.c.id)),
            told(parts, sessions),
            parts.c.status.in_((SIGNED_UP, WAITING)),
        )
        .distinct()
    )


def _soon(main: Table, day: date) -> ColumnElement[bool]:
    return and_(
        to_come(main, day), main.c.starts_on >= day.isoformat(), main.c.starts_on <= days_from(day, _SOON).isoformat()
    )


def _without_teacher(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_soon(main, day), main.c.teacher.is_(None), main.c.teacher_name.is_(None))


def _without_place(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_soon(main, day), main.c.venue.is_(None), main.c.meeting_link.is_(None))


def _over_but_planned(main: Table, day: date) -> ColumnElement[bool]:
    return and_(last_day(main) < day.isoformat(), main.c.status.in_(_NOT_YET_GIVEN))


def _noted_without_day(main: Table, _day: date) -> ColumnElement[bool]:
    """That it is noted who was there, or was not, at what has no day."""
    parts = TABLES["training_participations"].main
    noted = select(parts.c.pk).where(
        parts.c.session == main.c.id, parts.c.status.in_((ATTENDED, MISSED)), told(parts, main)
    )
    return and_(main.c.starts_on.is_(None), main.c.status.is_distinct_from(_CANCELLED), noted.correlate(main).exists())


def _without_attendance(main: Table, day: date) -> ColumnElement[bool]:
    parts = TABLES["training_participations"].main
    unsaid = select(parts.c.pk).where(parts.c.session == main.c.id, parts.c.status == SIGNED_UP, told(parts, main))
    lately = and_(last_day(main) < day.isoformat(), last_day(main) >= days_from(day, -_REMEMBERED).isoformat())
    return and_(lately, main.c.status == "genomfort", unsaid.correlate(main).exists())


OF_SESSIONS: Conditions = {
    "fler_an_platser": _too_many,
    "deltagare_dubbelbokad": _double_booked,
    "larare_dubbelbokad": _colliding("teacher"),
    "lokal_dubbelbokad": _colliding("venue"),
    "samma_person_tva_ganger": _somebody_twice,
    "deltagare_utan_forkunskaper": _without_ground,
    "snart_utan_larare": _without_teacher,
    "snart_utan_plats": _without_place,
    "forbi_men_planerat": _over_but_planned,
    "narvaro_utan_dag": _noted_without_day,
    "narvaro_saknas": _without_attendance,
}
