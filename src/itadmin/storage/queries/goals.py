"""What goals are measured by: every own system with what decides whether it counts, and the levels aimed at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.storage.queries.attention_records import OWN, Key

_SYSTEMS = f"""
SELECT id, lifecycle, hosting, personal_data FROM systems WHERE {OWN} AND suggestion IS NOT 1 ORDER BY sort_key, pk
"""
_LEVELS = f"""
SELECT system, level, target_level FROM cooperation_levels
WHERE {OWN} AND system IS NOT NULL AND (starts_on IS NULL OR starts_on <= ?) AND (ends_on IS NULL OR ends_on >= ?)
"""


class Weighed(NamedTuple):
    """A system as far as it is counted; codes are "" where nothing is said."""

    lifecycle: str
    hosting: str
    has_personal_data: bool


class Aim(NamedTuple):
    """The level of a kommun in a system, and the one it aims at; None where nothing is said."""

    level: int | None
    target: int | None


def weighed_systems(connection: Connection) -> dict[Key, Weighed]:
    """All own confirmed systems outside the bin, in name order."""
    rows = connection.exec_driver_sql(_SYSTEMS).all()
    return {key: Weighed(lifecycle or "", hosting or "", bool(data)) for key, lifecycle, hosting, data in rows}


def aims(connection: Connection, day: date) -> Mapping[Key, Sequence[Aim]]:
    """The levels that hold on a day, by their system."""
    found: dict[Key, list[Aim]] = defaultdict(list)
    today = day.isoformat()
    for system, level, target in connection.exec_driver_sql(_LEVELS, (today, today)).all():
        found[system].append(Aim(_number(level), _number(target)))
    return found


def _number(code: str | None) -> int | None:
    return int(code) if code else None
