"""Who answers for what: the holders of every system's roles on a day, and until when roles are held, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_ROLES = f"role.{OWN.replace(' AND ', ' AND role.')} AND role.system IS NOT NULL"
_HOLDERS = f"""
SELECT role.system, role.kind, role.person, person.label, role.function, organisation.label
FROM roles AS role
LEFT JOIN people AS person ON person.id = role.person
LEFT JOIN organisations AS organisation ON organisation.id = role.organisation
WHERE {_ROLES} AND (role.starts_on IS NULL OR role.starts_on <= ?) AND (role.ends_on IS NULL OR role.ends_on >= ?)
ORDER BY role.starts_on, role.pk
"""
_LAST_DAYS = f"""
SELECT role.system, role.kind, max(COALESCE(role.ends_on, '9999-12-31')) FROM roles AS role
WHERE {_ROLES} GROUP BY role.system, role.kind HAVING max(COALESCE(role.ends_on, '9999-12-31')) < '9999-12-31'
"""


class Responsible(NamedTuple):
    """A person, or a function without one, that answers for something; `person_id` is None for a function."""

    name: str = ""
    person_id: UUID | None = None


Holders = Mapping[Key, Mapping[str, Responsible]]
"""Who holds each role, by system and the code of the role."""
LastDays = Mapping[Key, Mapping[str, date]]
"""The last day that somebody holds a role, by system and the code of the role, of those that nobody holds for ever."""


def role_holders(connection: Connection, day: date) -> Holders:
    """Who holds each role of each system on a day; who came to it last holds it."""
    today = day.isoformat()
    found: dict[Key, dict[str, Responsible]] = defaultdict(dict)
    holder = lru_cache(maxsize=None)(_holder)
    for system, kind, *held_by in connection.exec_driver_sql(_HOLDERS, (today, today)).all():
        found[system][kind] = holder(*held_by)
    return found


def _holder(person: Key | None, name: str | None, function: str | None, organisation: str | None) -> Responsible:
    if person is not None:
        return Responsible(name or "", UUID(bytes=person))
    return Responsible(", ".join(part for part in (function, organisation) if part))


def last_days(connection: Connection) -> LastDays:
    """When the last one that holds or has held a role ceases to, by what is known."""
    found: dict[Key, dict[str, date]] = defaultdict(dict)
    for system, kind, last in connection.exec_driver_sql(_LAST_DAYS).all():
        found[system][kind] = date.fromisoformat(last)
    return found
