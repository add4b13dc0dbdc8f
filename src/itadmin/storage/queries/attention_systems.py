"""What the work list asks of every own confirmed system at once: where in its life it is, and the days it turns on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

_OWN = "owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0"
_SYSTEMS = f"""
SELECT id, lifecycle, criticality, societally_critical, confidentiality, integrity, availability,
    classified_on, classification_valid_until, reviewed_on, restore_tested_on, support_ends, planned_retirement
FROM systems WHERE {_OWN} AND suggestion IS NOT 1
"""
_ENDED_ROLES = """
SELECT system, kind, max(ends_on) FROM roles
WHERE deleted = 0 AND placeholder = 0 AND system IS NOT NULL AND ends_on < ? GROUP BY system, kind
"""
_LASTING_ROLES = """
SELECT system, kind, max(COALESCE(ends_on, '9999-12-31')) FROM roles
WHERE deleted = 0 AND placeholder = 0 AND system IS NOT NULL AND (ends_on IS NULL OR ends_on >= ?)
GROUP BY system, kind
"""

RoleDays = Mapping[UUID, Mapping[str, date]]
"""Days by system and the code of a role."""


@dataclass(frozen=True, slots=True)
class SystemDays:
    """One system as far as the work list looks at it; codes are "" and days None where nothing is said.

    `support_ends` and `planned_retirement` are approximate days.
    """

    record_id: UUID
    lifecycle: str
    criticality: str
    societally_critical: bool
    levels: tuple[str, str, str]
    classified_on: date | None
    classification_valid_until: date | None
    reviewed_on: date | None
    restore_tested_on: date | None
    support_ends: str
    planned_retirement: str


def system_days(connection: Connection) -> list[SystemDays]:
    """All own confirmed systems outside the bin."""
    return [
        SystemDays(
            record_id=UUID(bytes=key),
            lifecycle=lifecycle or "",
            criticality=criticality or "",
            societally_critical=bool(critical),
            levels=(confidentiality or "", integrity or "", availability or ""),
            classified_on=_day(classified),
            classification_valid_until=_day(valid_until),
            reviewed_on=_day(reviewed),
            restore_tested_on=_day(restored),
            support_ends=support or "",
            planned_retirement=retirement or "",
        )
        for (
            key,
            lifecycle,
            criticality,
            critical,
            confidentiality,
            integrity,
            availability,
            classified,
            valid_until,
            reviewed,
            restored,
            support,
            retirement,
        ) in connection.exec_driver_sql(_SYSTEMS)
    ]


def ended_roles(connection: Connection, day: date) -> RoleDays:
    """The day on which the last holder of each role that has been held ceased to hold it, before a day."""
    return _role_days(connection, _ENDED_ROLES, day)


def lasting_roles(connection: Connection, day: date) -> RoleDays:
    """The last day that somebody holds each role, of those held on a day or later; the last of all days without end."""
    return _role_days(connection, _LASTING_ROLES, day)


def _role_days(connection: Connection, query: str, day: date) -> RoleDays:
    found: dict[UUID, dict[str, date]] = defaultdict(dict)
    for system, kind, last in connection.exec_driver_sql(query, (day.isoformat(),)):
        found[UUID(bytes=system)][kind] = date.fromisoformat(last)
    return found


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
