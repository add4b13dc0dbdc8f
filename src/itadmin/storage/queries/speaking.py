"""Who has spoken for itself: one's own organisation, and those whose slices are in the file. Plain SQL.

What one has noted of the others oneself stands for them until they do; what a neighbour has noted of them never counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_SPOKEN = "SELECT owner FROM received WHERE current = 1"
_OWN = "SELECT organisation FROM file_info"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One's own organisation and the others that have, by their ids as the file has them."""

    own: bytes
    others: frozenset[bytes] = frozenset()

    def holds(self, owner: bytes, about: bytes | None) -> bool:
        """Whether what `owner` keeps about an organisation counts: it is its own word, or one's own where it has none.

        What is about nobody that is known is its owner's own affair.
        """
        return about is None or owner == about or (owner == self.own and about not in self.others)


def spoken(connection: Connection) -> Spoken:
    """Who has spoken for itself in the file."""
    own = connection.exec_driver_sql(_OWN).scalar_one()
    return Spoken(own, frozenset(row[0] for row in connection.exec_driver_sql(_SPOKEN)))
