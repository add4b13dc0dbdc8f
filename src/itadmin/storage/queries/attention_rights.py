"""Rights in systems that end by themselves on a day to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

_ENDING = """
SELECT id, ends_on FROM access_decisions
WHERE owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0
    AND ends_on >= ? AND (withdrawn_on IS NULL OR withdrawn_on > ?)
"""


@dataclass(frozen=True, slots=True)
class EndingRight:
    """An access decision in force that ends on a day."""

    record_id: UUID
    ends_on: date


def ending_rights(connection: Connection, day: date) -> Iterator[EndingRight]:
    """The own access decisions that have not ended on a day but will."""
    today = day.isoformat()
    for key, ends_on in connection.exec_driver_sql(_ENDING, (today, today)):
        yield EndingRight(UUID(bytes=key), date.fromisoformat(ends_on))
