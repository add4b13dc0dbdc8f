"""Handing over: all that somebody answers for goes to another, from a day, in one step that can be seen first.

It is seen as it is meant: a line for each system, with who has the role and who is to have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.labels import label_from_plain
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.roles import Role
from itadmin.domain.text import swedish_key
from itadmin.services.change_words import Deed, Teller, ToldChange, ToldField
from itadmin.services.changes_between import ChangesOfStep, Line
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records

REGISTER = "roles"
_KEPT = ("system", "kind", "ends_on", "note")


def current_roles(reading: Reading, person: UUID) -> list[Read]:
    """The roles that a person has on the day of the reading or is to have later, own ones that can be changed.

    By system, as systems are listed, and in each by what the role is called.
    """
    roles = reading.referring(REGISTER, "person", person)
    current = [read for read in roles if _goes_on(read.record, reading) and not read.placeholder]
    return sorted(current, key=lambda read: tuple(swedish_key(_told(read, name)) for name in ("system", "kind")))


def handed_over(records: Records, roles: Sequence[Read], to: Plain, day: date, title: str) -> ChangeSet:
    """The step that lets somebody else have these roles from a day; nothing is written.

    `to` are plain values of a role record: `person`, or `function` and `organisation`. A role that has not begun on the
    day is simply the other's; one that has ends the day before and goes on in a new one. Raises InvalidRecordError.
    """
    changes = [change for read in roles for change in _changes(records, read.record, to, day)]
    return ChangeSet(title, tuple(changes))


class HandedOver:
    """A handing over as lines to look through: who is made for it first, then each system with its roles."""

    def __init__(self, reading: Reading, roles: Sequence[Read], to: Plain, also: Sequence[Change] = ()) -> None:
        """`roles` and `to` as `handed_over` has them; `also` are records that are made in the same step."""
        if to.get("person"):
            taker = Teller(reading, also).name("people", UUID(to["person"]))
        else:
            taker = label_from_plain(REGISTERS[REGISTER], to, reading.words)
        made = ChangesOfStep(reading, ChangeSet("", tuple(also)))
        self._lines = [*made.lines(0, len(made)), *(Line(each) for each in _by_system(roles, taker))]

    def __len__(self) -> int:
        return len(self._lines)

    def lines(self, start: int, number: int) -> list[Line]:
        """Some of the lines."""
        return self._lines[start : start + number]


def _by_system(roles: Sequence[Read], taker: str) -> Iterable[ToldChange]:
    systems: dict[UUID, list[Read]] = {}
    for read in roles:
        systems.setdefault(getattr(read.record, "system", None) or read.record.id, []).append(read)
    for system, held in systems.items():
        fields = (ToldField("kind", _told(read, "kind"), _told(read, "person"), taker) for read in held)
        yield ToldChange(REGISTERS["systems"], system, _told(held[0], "system"), Deed.CHANGED, tuple(fields))


def _told(role: Read, name: str) -> str:
    return field_text(REGISTERS[REGISTER], role, name)


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
