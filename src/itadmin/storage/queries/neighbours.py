"""Whose slices are in the file now, and when each was shared. Plain SQL."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection

_SLICES = """
SELECT received.owner, coalesce(organisations.label, senders.name, ''), received.created_at, received.number
FROM received
LEFT JOIN organisations ON organisations.id = received.owner
LEFT JOIN senders ON senders.organisation = received.owner
WHERE received.current = 1 ORDER BY organisations.sort_key, received.pk
"""


def slices(connection: Connection) -> Iterator[tuple[UUID, str, str, int]]:
    """The owner of each slice, what it is called, when the file was made (ISO, UTC) and its number; in name order."""
    for owner, label, created_at, number in connection.exec_driver_sql(_SLICES):
        yield UUID(bytes=owner), label, created_at, number


def container(connection: Connection, owner: UUID) -> bytes | None:
    """The share file that an owner's slice came in, whole; None when there is none."""
    query = "SELECT container FROM received WHERE current = 1 AND owner = ?"
    row = connection.exec_driver_sql(query, (owner.bytes,)).one_or_none()
    return row[0] if row else None
