"""What the work list asks of every own confirmed system at once: where in its life it is, and the days it turns on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.calendar import approximate_span
from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_SYSTEMS = f"""
SELECT id, lifecycle, criticality, societally_critical, confidentiality, integrity, availability,
    classified_on, classification_valid_until, reviewed_on, restore_tested_on, support_ends, planned_retirement
FROM systems WHERE {OWN} AND suggestion IS NOT 1
"""


class SystemDays(NamedTuple):
    """One system as far as the work list looks at it; codes are "" and days None where nothing is said.

    `levels` are K, R and T. `support_ends` and `planned_retirement` are approximate days.
    """

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


def system_days(connection: Connection) -> dict[Key, SystemDays]:
    """All own confirmed systems outside the bin."""
    return {
        key: SystemDays(
            lifecycle or "",
            criticality or "",
            bool(critical),
            (confidentiality or "", integrity or "", availability or ""),
            classified and date.fromisoformat(classified),
            valid_until and date.fromisoformat(valid_until),
            reviewed and date.fromisoformat(reviewed),
            restored and date.fromisoformat(restored),
            _approximate(support),
            _approximate(retirement),
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
        ) in connection.exec_driver_sql(_SYSTEMS).all()
    }


def _approximate(text: str | None) -> str:
    """An approximate day as it stands, "" for none. Raises ValueError for what is no day."""
    if text:
        approximate_span(text)
    return text or ""
