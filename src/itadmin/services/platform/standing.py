"""How a change of the platform stands: who is told of it and has answered, who ought to be told, and what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.platform import Cost, CostTable, Step, is_open_objection, step_of, summed
from itadmin.domain.registers.platform_changes import PlatformChange
from itadmin.domain.registers.platform_notices import PlatformNotice
from itadmin.domain.states import OVER
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.storage.queries.platform import Owner, Touched, owners_of, touched_by

CHANGES, NOTICES = "platform_changes", "platform_notices"
_NEVER_TOLD = ("leverantor", "it_enhet")
"""Kinds of organisations that are not told: the supplier's own, and the IT side itself."""
WAYS: Mapping[str, str] = {"forvaltning": "ansvarar för", "agare": "äger", "anvander": "använder"}
"""In which way an organisation is touched, from the nearest to the farthest."""


@dataclass(frozen=True, slots=True)
class Use:
    """A system by which an organisation is touched, and in which way."""

    system: UUID
    name: str
    way: str


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation that a change touches, by which systems, and who is likely to be told there."""

    id: UUID
    name: str
    uses: tuple[Use, ...]
    person: UUID | None
    function: str


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """A förvaltning that is to be told: its notice, what it and its recipient are called, and how far it has come.

    `uses` are the systems of the change by which it is touched; none where the register knows of none.
    """

    record: PlatformNotice
    name: str
    recipient: str
    email: str
    step: Step
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class ChangeStanding:
    """A change with its notices, the organisations that it touches and that have none, and the costs by notice."""

    change: PlatformChange
    notices: tuple[NoticeShown, ...]
    missing: tuple[Unit, ...]
    costs: CostTable[UUID]

    @property
    def is_over(self) -> bool:
        """Whether nobody is told of it any more."""
        return self.change.status in OVER

    @property
    def objections(self) -> int:
        """How many have answered something that is still to be seen to."""
        announced = self.change.announced_on
        told = (notice.record for notice in self.notices)
        return sum(is_open_objection(each.answer, each.answered_on, announced) for each in told)

    def count(self, *steps: Step) -> int:
        """How many förvaltningar have come so far."""
        return sum(notice.step in steps for notice in self.notices)


def standing_of(reading: Reading, change_id: UUID) -> ChangeStanding:
    """How a change stands on the day of the reading. Raises NotFoundError."""
    change: Any = reading.one(CHANGES, change_id).record
    with reading.file.reading() as connection:
        touched = touched_by(connection, change_id.bytes, reading.day)
        owners = owners_of(connection, change_id.bytes, reading.day)
    uses = _uses(touched)
    notices = _notices(reading, change, uses)
    told = {notice.record.organisation for notice in notices}
    units = _touched_units(touched, owners, uses, reading.organisation_id)
    missing = tuple(unit for unit in units if unit.id not in told)
    costs = summed(
        Cost(notice.record.id, row.year, row.amount)
        for notice in notices
        for row in notice.record.consequences
        if row.year is not None
    )
    return ChangeStanding(change, notices, missing, costs)


def recipient_of(reading: Reading, notice_id: UUID) -> str:
    """Who is told at a förvaltning, with an e-mail address where it is known; the förvaltning where nobody is named."""
    found = reading.many(NOTICES, [notice_id]).get(notice_id)
    record: Any = None if found is None else found.record
    if record is None:
        return ""
    reads = reading.many("people", [record.recipient]) if record.recipient else {}
    person: Any = next((read.record for read in reads.values()), None)
    named = (person.name, person.email) if person else (record.recipient_function, "")
    told = ", ".join(part for part in named if part)
    return told or (reading.label("organisations", record.organisation) if record.organisation else "")


def _notices(reading: Reading, change: PlatformChange, uses: Mapping[UUID, tuple[Use, ...]]) -> tuple[NoticeShown, ...]:
    reads = reading.referring(NOTICES, "change", change.id)
    records: list[PlatformNotice] = [read.record for read in reads if isinstance(read.record, PlatformNotice)]
    names = reading.labels("organisations", {record.organisation for record in records if record.organisation})
    people = reading.many("people", {record.recipient for record in records if record.recipient})

    def shown(record: PlatformNotice) -> NoticeShown:
        person: Any = people[record.recipient].record if record.recipient in people else None
        parts = (person.name if person else "", record.recipient_function)
        return NoticeShown(
            record,
            names.get(record.organisation or record.id, ""),
            ", ".join(part for part in parts if part),
            person.email if person else "",
            step_of(record.informed_on, record.answer or record.answered_on, change.answer_by, reading.day),
            uses.get(record.organisation or record.id, ()),
        )

    return tuple(sorted(map(shown, records), key=lambda each: swedish_key(each.name)))


def _uses(touched: Iterable[Touched]) -> dict[UUID, tuple[Use, ...]]:
    """By which systems each organisation is touched: every system once, in the nearest of its ways."""
    near = list(WAYS)
    found: dict[UUID, dict[bytes, Use]] = {}
    for row in touched:
        uses = found.setdefault(UUID(bytes=row.organisation), {})
        known = uses.get(row.system)
        if known is None or near.index(row.way) < near.index(known.way):
            uses[row.system] = Use(UUID(bytes=row.system), row.system_name, row.way)
    return {unit: tuple(uses.values()) for unit, uses in found.items()}


def _touched_units(
    touched: Sequence[Touched], owners: Iterable[Owner], uses: Mapping[UUID, tuple[Use, ...]], own: UUID
) -> Iterable[Unit]:
    """The organisations that are touched: not one's own kommun where a förvaltning of it answers for the system."""
    answered = {row.system for row in touched if row.way != "anvander" and row.kind not in ("kommun", *_NEVER_TOLD)}
    kept = {
        row.organisation: row.name
        for row in touched
        if row.kind not in _NEVER_TOLD and not (row.organisation == own.bytes and row.system in answered)
    }
    most: dict[bytes | None, Counter[tuple[bytes | None, str]]] = {}
    for owner in owners:
        most.setdefault(owner.organisation, Counter())[owner.person, owner.function] += 1
    for key, name in kept.items():
        unit = UUID(bytes=key)
        person, function = most[key].most_common(1)[0][0] if key in most else (None, "")
        yield Unit(unit, name, uses[unit], UUID(bytes=person) if person else None, function)
