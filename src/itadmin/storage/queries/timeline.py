"""What pictures of time tell of agreements and systems beside their days: names, suppliers, förvaltningar, life.

Read as plain SQL, since thousands are shown at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries.attention_agreements import AgreementTime, agreement_times
from itadmin.storage.queries.attention_people import Holders, role_holders
from itadmin.storage.queries.attention_records import OWN

_AGREEMENTS = f"""
SELECT id, label, sort_key,
    (SELECT label FROM organisations WHERE id = COALESCE(main.supplier, main.provider))
FROM agreements AS main WHERE {OWN} AND COALESCE(status, '') NOT IN ('upphort', 'ersatt')
"""
_SYSTEMS = f"""
SELECT id, label, sort_key, lifecycle, in_operation_since, support_ends, planned_retirement,
    (SELECT label FROM systems AS other WHERE other.id = main.successor),
    (SELECT label FROM organisations WHERE id = main.supplier),
    (SELECT label FROM organisations WHERE id = main.department)
FROM systems AS main WHERE {OWN} AND suggestion IS NOT 1
"""


class AgreementFacts(NamedTuple):
    """An agreement by its name as shown and sorted, and who supplies what it is about."""

    name: str
    sort_key: str
    supplier: str


class SystemFacts(NamedTuple):
    """A system: its names, where in life it is, its approximate days, and by name what it belongs to; "" if unknown."""

    name: str
    sort_key: str
    lifecycle: str
    in_operation_since: str
    support_ends: str
    planned_retirement: str
    successor: str
    supplier: str
    department: str


@dataclass(frozen=True, slots=True)
class TimelineFacts:
    """All own agreements that are not over, all own confirmed systems, and who answers for the systems on a day."""

    agreements: Mapping[Key, AgreementFacts]
    times: Mapping[Key, AgreementTime]
    systems: Mapping[Key, SystemFacts]
    holders: Holders


def timeline_facts(connection: Connection, day: date) -> TimelineFacts:
    """Read what pictures of time are made of. Raises BrokenValueError."""
    try:
        return TimelineFacts(
            {
                key: AgreementFacts(*(text or "" for text in texts))
                for key, *texts in connection.exec_driver_sql(_AGREEMENTS).all()
            },
            agreement_times(connection),
            {
                key: SystemFacts(*(text or "" for text in texts))
                for key, *texts in connection.exec_driver_sql(_SYSTEMS).all()
            },
            role_holders(connection, day),
        )
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error
