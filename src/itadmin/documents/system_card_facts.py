"""Gathering what a systemkort tells: the system, who answers for it, who uses it, and the agreements about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.adopted_training import AdoptedTraining, adopted_training
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.cooperation_levels import CooperationLevel
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.services.organisations import belonging
from itadmin.services.reading import Read, Reading


@dataclass(frozen=True)
class Card:
    """A system with those who answer for it, those who use it, and the agreements about it, on a day.

    A role comes with the name of its organisation and its person; uses and levels are those that hold on the day.
    """

    day: datetime
    organisation: str
    is_sample: bool
    read: Read
    system: System
    operating_unit: str
    roles: tuple[tuple[Role, str, Person | None], ...]
    uses: tuple[Read, ...]
    levels: tuple[Read, ...]
    agreements: tuple[Agreement, ...]
    training: AdoptedTraining | None
    draft: bool


def gather(reading: Reading, record_id: UUID | None, *, draft: bool) -> Card:
    """Gather what the card of a system tells. Raises KnownError when there is no such system."""
    if record_id is None:
        raise KnownError("Välj vilket system kortet ska göras av.")
    read = reading.one("systems", record_id)
    own = reading.organisation().record
    if not isinstance(read.record, System) or not isinstance(own, Organisation):
        raise KnownError("Kortet kan bara göras av ett system.")
    unit = belonging(reading, read.record.operating_unit)
    agreements = (found.record for found in reading.referring("agreements", "systems", record_id))
    return Card(
        day=datetime.combine(reading.day, time(), UTC),
        organisation=own.name,
        is_sample=reading.is_sample,
        read=read,
        system=read.record,
        operating_unit=unit.full_name if unit else "",
        roles=tuple(_roles(reading, record_id)),
        uses=tuple(reading.referring("system_uses", "system", record_id)),
        levels=tuple(_levels(reading, record_id)),
        agreements=tuple(record for record in agreements if isinstance(record, Agreement)),
        training=adopted_training(reading, record_id),
        draft=draft,
    )


def _roles(reading: Reading, system_id: UUID) -> Iterator[tuple[Role, str, Person | None]]:
    day = reading.day
    for read in reading.referring("roles", "system", system_id):
        role = read.record
        if isinstance(role, Role) and (role.starts_on or day) <= day <= (role.ends_on or day):
            person = reading.many("people", [role.person]).get(role.person) if role.person else None
            unit = read.labels.get(role.organisation, "") if role.organisation else ""
            yield role, unit, person.record if person and isinstance(person.record, Person) else None


def _levels(reading: Reading, system_id: UUID) -> Iterator[Read]:
    day = reading.day
    for read in reading.referring("cooperation_levels", "system", system_id):
        level = read.record
        if isinstance(level, CooperationLevel) and (level.starts_on or day) <= day <= (level.ends_on or day):
            yield read
