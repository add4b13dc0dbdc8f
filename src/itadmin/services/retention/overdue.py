"""What is kept longer than the kommun itself has decided, by its gallringsfrister. Takes nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from itadmin.services.reading import Reading
from itadmin.storage.queries import retention
from itadmin.storage.queries.retention import LEFT, PARTICIPATIONS, Overdue

__all__ = ["LEFT", "PARTICIPATIONS", "Due", "Overdue", "due", "ids_due"]


@dataclass(frozen=True, slots=True)
class Due:
    """What one rule says is to go: `kind` is of what, after how many months, and the records, the oldest first."""

    kind: str
    months: int
    records: tuple[Overdue, ...]


def due(reading: Reading) -> tuple[Due, ...]:
    """What is past its time on the day of the reading, by rule; rules with nothing to do are left out.

    Of participations only those where something is written of the person: what was learnt remains, as figures and
    demands rest on it, until the person is made nameless.
    """
    with reading.file.reading() as connection:
        found = [
            Due(rule.kind, rule.months, tuple(retention.overdue(connection, rule, reading.day)))
            for rule in retention.rules(connection)
        ]
    return tuple(item for item in found if item.records)


def ids_due(found: Iterable[Due], kind: str) -> tuple[UUID, ...]:
    """The records of one kind that are to go."""
    return tuple(item.record_id for each in found if each.kind == kind for item in each.records)


def has_rules(reading: Reading) -> bool:
    """Whether the kommun has said after how long anything goes."""
    with reading.file.reading() as connection:
        return bool(retention.rules(connection))
