"""Who has spoken for itself: one's own organisation, and those whose slices are in the file. Plain SQL.

What anybody else has noted of them counts no longer.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_SPOKEN = "SELECT organisation FROM file_info UNION SELECT owner FROM received WHERE current = 1"


@dataclass(frozen=True, slots=True)
class Spoken:
    """Those who have, by their ids as the file has them."""

    organisations: frozenset[bytes]

    def holds(self, owner: bytes, about: bytes | None) -> bool:
        """Whether what `owner` keeps about an organisation counts: it is its own word, or it has not spoken."""
        return about is None or owner == about or about not in self.organisations


def spoken(connection: Connection) -> Spoken:
    """Who has spoken for itself in the file."""
    return Spoken(frozenset(row[0] for row in connection.exec_driver_sql(_SPOKEN)))
