"""Rights in systems that end by themselves on a day to come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_ENDING = f"""
SELECT id, ends_on FROM access_decisions
WHERE {OWN} AND ends_on >= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?)
"""


def ending_rights(connection: Connection, day: date) -> Mapping[Key, date]:
    """The last day of the own access decisions that have not ended on a day but will."""
    today = day.isoformat()
    return {key: date.fromisoformat(last) for key, last in connection.exec_driver_sql(_ENDING, (today, today))}
