"""Who has which right in which system on a day, and the decisions that give, withdraw and review rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.access_decisions import AccessDecision
from itadmin.domain.text import swedish_key
from itadmin.services.reading import ListQuery, Read, Reading
from itadmin.services.records import Records

REGISTER = "access_decisions"


@dataclass(frozen=True, slots=True)
class Grant:
    """One right that holds: what, in which system, for whom – a person's or function's name – and by which decision."""

    decision_id: UUID
    system_id: UUID | None
    system: str
    access_right: str
    holder: str
    person_id: UUID | None
    organisation: str
    starts_on: date | None
    ends_on: date | None
    decided_on: date | None
    reviewed_on: date | None


def grants(reading: Reading, *, system: UUID | None = None, person: UUID | None = None) -> list[Grant]:
    """The rights that hold on the day of the reading, by system, right and holder in Swedish order.

    With `system` or `person` only those in that system or of that person.
    """
    where: dict[str, list[Any]] = {"state": ["galler"]}
    if system is not None:
        where["system"] = [str(system)]
    if person is not None:
        where["person"] = [str(person)]
    keys = reading.keys(REGISTER, ListQuery(where=where))
    found = [_grant(read, read.record) for read in reading.many(REGISTER, keys).values() if _is_decision(read)]
    return sorted(found, key=lambda grant: tuple(map(swedish_key, (grant.system, grant.access_right, grant.holder))))


def withdraw(records: Records, decision_id: UUID, day: date, reason: str) -> ChangeSet:
    """Let a right end by a decision of the day, as one step. Raises KnownError."""
    return records.save(REGISTER, decision_id, {"withdrawn_on": day.isoformat(), "withdrawn_reason": reason})


def keep(records: Records, decision_id: UUID, day: date, who: str) -> ChangeSet:
    """Note that a right has been reviewed and is to stay, as one step. Raises KnownError."""
    return records.save(REGISTER, decision_id, {"reviewed_on": day.isoformat(), "reviewed_by": who})


def is_due(grant: Grant, since: date) -> bool:
    """Whether a right has been neither decided nor reviewed since a day."""
    latest = max((day for day in (grant.decided_on, grant.reviewed_on) if day is not None), default=date.min)
    return latest < since


def _is_decision(read: Read) -> bool:
    return isinstance(read.record, AccessDecision)


def _grant(read: Read, decision: Any) -> Grant:
    def name(target: UUID | None) -> str:
        return read.labels.get(target, "") if target else ""

    return Grant(
        decision_id=decision.id,
        system_id=decision.system,
        system=name(decision.system),
        access_right=decision.access_right,
        holder=name(decision.person) or decision.function,
        person_id=decision.person,
        organisation=name(decision.organisation),
        starts_on=decision.starts_on,
        ends_on=decision.ends_on,
        decided_on=decision.decided_on,
        reviewed_on=decision.reviewed_on,
    )
