"""What comes of an approved plan: its system is in operation, or gone, on a day that a plan with a day then says too.

Gives what it comes to, to be done as one step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.calendar import prose
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.implementations import APPROVED, REGISTER, Implementation
from itadmin.domain.registers.system_record import IN_USE
from itadmin.domain.registers.systems import System
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.implementation.parts import PLANS, parts_of, plan_of
from itadmin.services.implementation.words import undone_sentences
from itadmin.services.reading import Read, Reading

_RUNNING, _LEAVING, _GONE = "i_drift", "under_avveckling", "avvecklad"
_AWAY = "avveckling"
_EARLY = timedelta(days=14)


def put_in_operation(reading: Reading, plan_id: UUID, on: date) -> Plan:
    """What it comes to that the system of an approved plan is in operation from a day, or is gone.

    Raises KnownError where the plan is not approved or has no system, or the system is so already.
    """
    read = reading.one(PLANS, plan_id)
    plan = plan_of(read)
    if plan.status not in APPROVED:
        raise KnownError(f"{read.label} är inte godkänd än. Gör checklistan klar och godkänn planen först.")
    if plan.system is None:
        raise KnownError("Planen säger inte vilket system den gäller. Ange systemet först.")
    system = reading.one("systems", plan.system)
    record = _system(system)
    wanted = _GONE if plan.kind == _AWAY else _RUNNING
    if has_come(plan.kind, record.lifecycle):
        state = read.words.label_of("livscykel", record.lifecycle).lower()
        raise KnownError(f"{system.label} är redan {state}.")
    moved = (Edit(PLANS, plan_id, {"go_live_on": on.isoformat()}),) if plan.go_live_on not in (None, on) else ()
    remarks = tuple(_remarks_of_start(reading, plan, on))
    if wanted == _GONE:
        values: dict[str, Any] = {"lifecycle": _GONE}
        return Plan(
            f"Avvecklade {system.label}",
            (Edit("systems", plan.system, values), *moved),
            f"{system.label} är avvecklat och räknas inte längre bland system i drift.",
            remarks,
        )
    values = {"lifecycle": _RUNNING}
    if plan.kind == "inforande" or not record.in_operation_since:
        values["in_operation_since"] = on.isoformat()
    old = _old(reading, plan)
    return Plan(
        f"Satte {system.label} i drift",
        (Edit("systems", plan.system, values), *([Edit("systems", old[0], old[1])] if old else ()), *moved),
        f"{system.label} är i drift sedan {prose(on)}." + (f" {old[2]}" if old else ""),
        remarks,
    )


def has_come(kind: str, lifecycle: str) -> bool:
    """Whether a system in a state of *livscykel* is what a plan of a kind is for, or has come further."""
    return lifecycle == _GONE or (kind != _AWAY and lifecycle in IN_USE)


def is_early(plan: Implementation, on: date) -> bool:
    """Whether a day is so long before the planned one that it may be a mistake."""
    return plan.go_live_on is not None and plan.go_live_on - on > _EARLY


def _remarks_of_start(reading: Reading, plan: Implementation, on: date) -> Iterator[str]:
    """What to know before a system is put in operation, or away, on another day than was planned."""
    day = plan.go_live_on
    if day is not None and day != on:
        word = REGISTER.label_of(plan, "go_live_on")
        yield f"Planens {word[:1].lower()}{word[1:]} var {prose(day)} och ändras till {prose(on)}."
        yield from undone_sentences(parts_of(reading, plan.id), reading.day)


def _system(read: Read) -> System:
    if not isinstance(read.record, System):
        raise TypeError(f"systems holds a {type(read.record).__name__}")
    return read.record


def _old(reading: Reading, plan: Implementation) -> tuple[UUID, dict[str, Any], str] | None:
    """What the system that is replaced becomes, and that in words; None where there is none in operation."""
    reads = reading.many("systems", [plan.old_system]) if plan.old_system else {}
    read = reads.get(plan.old_system) if plan.old_system else None
    if read is None or plan.old_system == plan.system or _system(read).lifecycle != _RUNNING:
        return None
    values = {"lifecycle": _LEAVING}
    if _system(read).successor is None:
        values["successor"] = str(plan.system)
    return read.record.id, values, f"{read.label} blir under avveckling."
