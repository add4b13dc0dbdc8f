"""Who answers for what: the holders of every system's roles on a day, and whose each record is, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

_HOLDERS = """
SELECT role.system, role.kind, role.person, COALESCE(person.label, ''),
    CASE WHEN role.function IS NULL THEN '' ELSE role.function END, COALESCE(organisation.label, '')
FROM roles AS role
LEFT JOIN people AS person ON person.id = role.person
LEFT JOIN organisations AS organisation ON organisation.id = role.organisation
WHERE role.deleted = 0 AND role.placeholder = 0 AND role.system IS NOT NULL
    AND (role.starts_on IS NULL OR role.starts_on <= ?) AND (role.ends_on IS NULL OR role.ends_on >= ?)
ORDER BY role.starts_on, role.pk
"""


@dataclass(frozen=True, slots=True)
class Responsible:
    """A person, or a function without one, that answers for something; `person_id` is None for a function."""

    name: str = ""
    person_id: UUID | None = None


def role_holders(connection: Connection, day: date) -> Mapping[UUID, Mapping[str, Responsible]]:
    """Who holds each role of each system on a day, by the codes of the roles; those that came to it last hold it."""
    today = day.isoformat()
    found: dict[UUID, dict[str, Responsible]] = defaultdict(dict)
    for system, kind, *holder in connection.exec_driver_sql(_HOLDERS, (today, today)):
        found[UUID(bytes=system)][kind] = _responsible(holder)
    return found


def _responsible(holder: Sequence[bytes | str | None]) -> Responsible:
    person, name, function, organisation = holder
    if isinstance(person, bytes):
        return Responsible(str(name), UUID(bytes=person))
    return Responsible(", ".join(str(part) for part in (function, organisation) if part))
