"""Whose records have been received and stand in the file now, beside one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from itadmin.services.reading import Reading
from itadmin.storage.queries.neighbours import slices


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An organisation whose slice is here: when it shared it, and which of its files that is."""

    id: UUID
    name: str
    shared_on: date
    number: int


def neighbours(reading: Reading) -> tuple[Neighbour, ...]:
    """Those whose records stand in the file, in name order."""
    with reading.file.reading() as connection:
        return tuple(
            Neighbour(owner, name, datetime.fromisoformat(at).astimezone().date(), number)
            for owner, name, at, number in slices(connection)
        )


def neighbour(reading: Reading, owner: UUID) -> Neighbour | None:
    """The one whose records these are; None for one's own, and for those that stand here by their name alone."""
    return next((each for each in neighbours(reading) if each.id == owner), None)
