"""How many systems have an utbildningsplan worth the name: each system, the whole, and its parts by area and owner.

The policy asks for a plan of every verksamhetssystem in use; other systems in use are counted apart, and so are those
of which it is not said what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.goals import Share
from itadmin.domain.calculations.training_plans import ADOPTED, PlanState, judged
from itadmin.domain.keys import Key
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.services.training.plans import by_system, parted
from itadmin.storage.queries.training_plans import (
    StoredPlan,
    Unit,
    UsedSystem,
    municipality_of,
    stored_plans,
    units,
    used_systems,
)

DEMANDED = "verksamhetssystem"
"""The category of systems that must have a plan."""
UNKNOWN = "systemets kategori är inte angiven, så det går inte att säga om en plan behövs"


class Covered(NamedTuple):
    """A system in use and its plan.

    `area`, `department` and `municipality` are names, "" where nothing is said. `reason` says why a plan is not worth
    its name. `draft` is begun beside an adopted plan.
    """

    system: Key
    name: str
    area: str
    category: str
    department: str
    municipality: str
    is_demanded: bool
    state: PlanState
    reason: str
    plan: Key | None
    draft: Key | None
    adopted_on: date | None
    revise_by: date | None

    @property
    def is_needless(self) -> bool:
        """There is no plan, and none is needed."""
        return self.state is PlanState.MISSING and not self.is_demanded and not self.is_unknown

    @property
    def is_unknown(self) -> bool:
        """It is not said what kind of system it is, so nobody can tell whether it must have a plan."""
        return not self.category

    @property
    def system_id(self) -> UUID:
        """The id of the system."""
        return UUID(bytes=self.system)

    @property
    def plan_id(self) -> UUID | None:
        """The id of the plan that counts."""
        return UUID(bytes=self.plan) if self.plan else None

    @property
    def draft_id(self) -> UUID | None:
        """The id of the draft beside it."""
        return UUID(bytes=self.draft) if self.draft else None


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the systems: what they have in common ("" is nothing said), and how many there are in each state."""

    name: str
    states: Mapping[PlanState, int]

    @property
    def share(self) -> Share:
        """How many have an adopted plan that holds, of how many."""
        return Share(self.states.get(PlanState.ADOPTED, 0), sum(self.states.values()))


@dataclass(frozen=True, slots=True)
class GeneralPlan:
    """A plan that is not about a system: for programs that all use, or for the IT staff (`kind`)."""

    plan_id: UUID
    draft_id: UUID | None
    label: str
    kind: str
    state: PlanState
    reason: str
    adopted_on: date | None
    revise_by: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a register has of plans on a day. The parts are of the systems that must have one, in Swedish order.

    `systems` are all in use, in name order; `others` those of them that need no plan, `unknown` those of which nobody
    has said what they are; `general` plans without a system.
    """

    systems: Sequence[Covered]
    whole: Part
    by_area: Sequence[Part]
    by_department: Sequence[Part]
    by_municipality: Sequence[Part]
    others: Part
    unknown: Part
    general: Sequence[GeneralPlan]

    @property
    def missing(self) -> tuple[UUID, ...]:
        """The systems that must have a plan and have none, not even a draft."""
        return tuple(each.system_id for each in self.systems if each.is_demanded and each.state is PlanState.MISSING)


def coverage(reading: Reading) -> Coverage:
    """How it is with the plans of all own confirmed systems in use. Raises BrokenValueError."""
    with reading.file.reading() as connection:
        plans, systems, known = stored_plans(connection), used_systems(connection), units(connection)
    own = reading.organisation_id.bytes
    of_systems = by_system(plans)
    covered = [_covered(system, of_systems.get(system.key, ()), known, own, reading.day) for system in systems]
    demanded = [each for each in covered if each.is_demanded]
    return Coverage(
        systems=covered,
        whole=_part("", demanded),
        by_area=_parts(demanded, lambda each: each.area),
        by_department=_parts(demanded, lambda each: each.department),
        by_municipality=_parts(demanded, lambda each: each.municipality),
        others=_part("", (each for each in covered if not each.is_demanded and not each.is_unknown)),
        unknown=_part("", (each for each in covered if each.is_unknown)),
        general=_general([plan for plan in plans if plan.system is None], reading.day),
    )


def _covered(
    system: UsedSystem, plans: Sequence[StoredPlan], known: Mapping[Key, Unit], own: Key, day: date
) -> Covered:
    first, draft = parted(plans)
    state, reason = judged(first.time if first else None, system.version, day)
    if not system.category and first is None:
        reason = UNKNOWN
    department = known.get(system.department) if system.department else None
    municipality = known.get(municipality_of(known, system.department) or own)
    return Covered(
        system.key,
        system.name,
        system.area,
        system.category,
        department.name if department else "",
        municipality.name if municipality else "",
        system.category == DEMANDED,
        state,
        reason,
        first.key if first else None,
        draft.key if draft else None,
        first.time.adopted_on if first else None,
        first.time.revise_by if first else None,
    )


def _part(name: str, systems: Iterable[Covered]) -> Part:
    return Part(name, Counter(each.state for each in systems))


def _parts(systems: Iterable[Covered], of: Callable[[Covered], str]) -> tuple[Part, ...]:
    """The systems by what they have in common; those of which nothing is said come last."""
    grouped: dict[str, list[Covered]] = {}
    for each in systems:
        grouped.setdefault(of(each), []).append(each)
    names = sorted(grouped, key=lambda name: (not name, swedish_key(name)))
    return tuple(_part(name, grouped[name]) for name in names)


def _general(plans: Sequence[StoredPlan], day: date) -> tuple[GeneralPlan, ...]:
    """Plans without a system, in Swedish order; a draft of a later version stands with the one it is to replace."""
    keys = {plan.key for plan in plans}
    begun = {plan.replaces: plan for plan in reversed(plans) if plan.replaces in keys and not _is_adopted(plan)}
    passed = {plan.replaces for plan in plans if _is_adopted(plan)} | {plan.key for plan in begun.values()}
    firsts = (plan for plan in plans if plan.key not in passed)
    found = [_general_plan(plan, begun.get(plan.key), day) for plan in firsts]
    return tuple(sorted(found, key=lambda plan: swedish_key(plan.label)))


def _is_adopted(plan: StoredPlan) -> bool:
    return plan.time.status in ADOPTED


def _general_plan(plan: StoredPlan, draft: StoredPlan | None, day: date) -> GeneralPlan:
    state, reason = judged(plan.time, "", day)
    return GeneralPlan(
        UUID(bytes=plan.key),
        UUID(bytes=draft.key) if draft else None,
        plan.label,
        plan.kind,
        state,
        reason,
        plan.time.adopted_on,
        plan.time.revise_by,
    )
