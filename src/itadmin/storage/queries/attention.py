"""Everything that the work list is made of, read at once and set by set: never record by record.

What follows from it is the services' affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.attention import Mark
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rows import ReminderRow
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries import findings
from itadmin.storage.queries.attention_agreements import (
    AgreementTime,
    agreement_times,
    last_changes,
    reminders_of_kinds,
)
from itadmin.storage.queries.attention_missing import lacking, registers_that_expect
from itadmin.storage.queries.attention_people import Responsible, role_holders
from itadmin.storage.queries.attention_records import MarkKey, Named, marks, named_records
from itadmin.storage.queries.attention_rights import EndingRight, ending_rights
from itadmin.storage.queries.attention_systems import RoleDays, SystemDays, ended_roles, lasting_roles, system_days

_BELONG_TO_SYSTEMS = {
    "access_decisions": "system",
    "cost_lines": "system",
    "integrations": "source",
    "roles": "system",
    "system_uses": "system",
}
"""By which reference records of a register belong to a system, whose holders answer for them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known on a day of a file's own records: by register and id where nothing else is said."""

    named: Mapping[str, Mapping[UUID, Named]]
    found: Mapping[str, Mapping[UUID, list[str]]]
    """The keys of what is wrong with each record that something is wrong with."""
    lacking: Mapping[str, Mapping[UUID, tuple[str, ...]]]
    """The fields that each record lacks and is expected to have."""
    holders: Mapping[UUID, Mapping[str, Responsible]]
    """Who holds each role, by system and the code of the role."""
    ended_roles: RoleDays
    lasting_roles: RoleDays
    systems: Mapping[UUID, SystemDays]
    agreements: Mapping[UUID, AgreementTime]
    rights: tuple[EndingRight, ...]
    reminders_of_kinds: Mapping[str, tuple[ReminderRow, ...]]
    last_changes: Mapping[UUID, date]
    marks: Mapping[MarkKey, Mark]


def facts(connection: Connection, day: date) -> Facts:
    """What the work list of a day is made of. Raises BrokenValueError."""
    try:
        return _facts(connection, day)
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def _facts(connection: Connection, day: date) -> Facts:
    told = [register for register in REGISTERS.values() if register.findings]
    expecting = tuple(registers_that_expect())
    return Facts(
        named={
            name: named_records(connection, name, _BELONG_TO_SYSTEMS.get(name, ""))
            for name in dict.fromkeys(register.name for register in (*told, *expecting))
        },
        found={register.name: dict(findings.found_in_all(connection, register, day)) for register in told},
        lacking={register.name: lacking(connection, register) for register in expecting},
        holders=role_holders(connection, day),
        ended_roles=ended_roles(connection, day),
        lasting_roles=lasting_roles(connection, day),
        systems={item.record_id: item for item in system_days(connection)},
        agreements={item.record_id: item for item in agreement_times(connection)},
        rights=tuple(ending_rights(connection, day)),
        reminders_of_kinds=reminders_of_kinds(connection),
        last_changes=last_changes(connection),
        marks=marks(connection),
    )
