"""Whose records have been received and stand in the file now, beside one's own, and what those never tell."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from itadmin.domain.record import stored_fields
from itadmin.domain.register import Register
from itadmin.services.reading import Reading
from itadmin.storage.queries.neighbours import container, slices
from itadmin.storage.sharing.container import first_member
from itadmin.storage.sharing.layout import table_name


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


def not_shared(reading: Reading, owner: UUID, register: Register) -> frozenset[str]:
    """The stored fields of a register that a neighbour's file has no place for; none of one's own.

    What was received was proven then, so what its manifest says is taken at its word.
    """
    with reading.file.reading() as connection:
        content = container(connection, owner)
    if content is None:
        return frozenset()
    told = json.loads(first_member(content))["tables"]
    columns = {table["name"]: {name for name, _kind in table["columns"]} for table in told}
    return frozenset(
        name
        for name, field in stored_fields(register.record).items()
        if name not in columns.get(register.name, ()) and table_name(register, name) not in columns
    )
