"""The days of utbildningstillfällen that the work list tells of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_DAYS = (
    f"SELECT id, starts_on, COALESCE(ends_on, starts_on) FROM training_sessions WHERE {OWN} AND starts_on IS NOT NULL"
)


class SessionDays(NamedTuple):
    """The first and the last day of a session."""

    first: date
    last: date


def session_days(connection: Connection, asked: Collection[Key]) -> Mapping[Key, SessionDays]:
    """The days of those of the sessions asked about that have any. Raises ValueError for a day that is none."""
    if not asked:
        return {}
    return {
        key: SessionDays(date.fromisoformat(first), date.fromisoformat(last))
        for key, first, last in connection.exec_driver_sql(_DAYS).all()
        if key in asked
    }
