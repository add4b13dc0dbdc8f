"""The utbildningsplan of a system, and what a plan is worth on the day of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.training_plans import ADOPTED, Judged, PlanTime, judged
from itadmin.domain.keys import Key
from itadmin.domain.registers.systems import System
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Read, Reading
from itadmin.storage.queries.training_plans import StoredPlan, stored_plans

REGISTER, MODULES = "training_plans", "training_modules"


@dataclass(frozen=True, slots=True)
class SystemPlan:
    """What a system has: the plan that counts, what it is worth, and a draft that is begun beside an adopted one."""

    plan_id: UUID | None
    draft_id: UUID | None
    judged: Judged


def plan_of_system(reading: Reading, system_id: UUID) -> SystemPlan:
    """The plan of a system, whether it is in use or not. Raises NotFoundError."""
    system = reading.one("systems", system_id).record
    with reading.file.reading() as connection:
        plans = by_system(stored_plans(connection)).get(system_id.bytes, ())
    first, draft = parted(plans)
    version = system.version if isinstance(system, System) else ""
    return SystemPlan(
        UUID(bytes=first.key) if first else None,
        UUID(bytes=draft.key) if draft else None,
        judged(first.time if first else None, version, reading.day),
    )


def worth_of_plan(reading: Reading, plan_id: UUID) -> Judged:
    """How it is with one plan. Raises NotFoundError."""
    plan = plan_in(reading.one(REGISTER, plan_id))
    read = reading.many("systems", [plan.system]).get(plan.system) if plan.system else None
    version = read.record.version if read and isinstance(read.record, System) else ""
    return judged(time_of(plan), version, reading.day)


def modules_of(reading: Reading, plan_id: UUID) -> list[TrainingModule]:
    """The moment of a plan, in its order."""
    found = [read.record for read in reading.referring(MODULES, "plan", plan_id)]
    modules = [record for record in found if isinstance(record, TrainingModule)]
    return sorted(modules, key=_order)


def _order(module: TrainingModule) -> tuple[bool, int, str, str, UUID]:
    return module.place is None, module.place or 0, module.code, module.title, module.id


def first_version(module: TrainingModule) -> UUID:
    """The identity of a moment through the versions of its plan."""
    return module.same_as or module.id


def versions_of_module(reading: Reading, module: TrainingModule) -> list[UUID]:
    """Every version of a moment, the first before the others: who has done one of them has done it."""
    first = first_version(module)
    return [first, *(read.record.id for read in reading.referring(MODULES, "same_as", first))]


def plan_in(read: Read) -> TrainingPlan:
    """The plan in what has been read. Raises TypeError when it is something else."""
    if not isinstance(read.record, TrainingPlan):
        raise TypeError(f"{REGISTER} holds a {type(read.record).__name__}")
    return read.record


def time_of(plan: TrainingPlan) -> PlanTime:
    """What decides about a plan, of its record."""
    starts_on = plan.valid_from if plan.replaces is None else None
    return PlanTime(plan.status, plan.adopted_on, plan.valid_until, plan.revise_by, plan.system_version, starts_on)


def by_system(plans: Iterable[StoredPlan]) -> Mapping[Key, list[StoredPlan]]:
    """The plans of systems, in the order they are given."""
    found: dict[Key, list[StoredPlan]] = {}
    for plan in plans:
        if plan.system is not None:
            found.setdefault(plan.system, []).append(plan)
    return found


def parted(plans: Iterable[StoredPlan]) -> tuple[StoredPlan | None, StoredPlan | None]:
    """The plan that counts of one system's, which stand with it first, and a draft beside an adopted one."""
    ordered = list(plans)
    first = ordered[0] if ordered else None
    draft = next((plan for plan in ordered[1:] if plan.time.status not in ADOPTED), None)
    return first, draft if first and first.time.status in ADOPTED else None
