"""Handing over: all that somebody answers for goes to another, from a day, in one step that can be seen first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.record import to_plain
from itadmin.domain.registers.roles import Role
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records

REGISTER = "roles"
_KEPT = ("system", "kind", "ends_on", "note")


def current_roles(reading: Reading, person: UUID) -> list[Read]:
    """The roles that a person has on the day of the reading or is to have later, own ones that can be changed."""
    roles = reading.referring(REGISTER, "person", person)
    return [read for read in roles if _goes_on(read.record, reading) and not read.placeholder]


def handed_over(records: Records, roles: Sequence[Read], to: Plain, day: date, title: str) -> ChangeSet:
    """The step that lets somebody else have these roles from a day; nothing is written.

    `to` are plain values of a role record: `person`, or `function` and `organisation`. A role that has not begun on the
    day is simply the other's; one that has ends the day before and goes on in a new one. Raises InvalidRecordError.
    """
    changes = [change for read in roles for change in _changes(records, read.record, to, day)]
    return ChangeSet(title, tuple(changes))


def _goes_on(record: Any, reading: Reading) -> bool:
    own = isinstance(record, Role) and record.owner == reading.organisation_id and not record.deleted
    return own and (record.ends_on is None or record.ends_on >= reading.day)


def _changes(records: Records, role: Any, to: Plain, day: date) -> Iterable[Change]:
    before = to_plain(role)
    taken = {**dict.fromkeys(("person", "function", "organisation", "email", "phone")), **to}
    if role.starts_on is not None and role.starts_on >= day:
        yield Change(REGISTER, role.id, {name: before[name] for name in taken}, taken)
        return
    yield Change(REGISTER, role.id, {"ends_on": before["ends_on"]}, {"ends_on": (day - timedelta(days=1)).isoformat()})
    values = {**{name: before[name] for name in _KEPT}, **taken, "starts_on": day.isoformat()}
    yield records.addition(REGISTER, values)
