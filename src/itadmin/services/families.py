"""Records that hang together by referring to each other – a chain of agreements, what replaced what – as a tree.

Knows no register: which field they refer by is the caller's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from itadmin.services.reading import Reading
from itadmin.storage.queries import families


@dataclass(frozen=True, slots=True)
class Place:
    """A record of a family, and how far below the first it stands."""

    record_id: UUID
    depth: int


def family(reading: Reading, register: str, field: str, record_id: UUID) -> tuple[Place, ...]:
    """All that hang together with a record by `field`, itself too: each followed by those that refer to it, by name."""
    with reading.file.reading() as connection:
        members = families.family(connection, register, field, record_id)
    below: dict[UUID | None, list[UUID]] = defaultdict(list)
    for member in members:
        below[member.above].append(member.record_id)
    found: list[Place] = []
    waiting = [Place(first, 0) for first in reversed(below[None])]
    while waiting:
        place = waiting.pop()
        found.append(place)
        waiting += [Place(under, place.depth + 1) for under in reversed(below[place.record_id])]
    return tuple(found)
