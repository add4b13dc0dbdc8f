"""What an införande- or avvecklingsplan is printed of: the plan, its activities and systems, and who answers for what.

Builds no blocks. People are told of by function, never by name: the plan is an open paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from itadmin.documents.phrases import counted, listed_names, lowered
from itadmin.documents.steering_document_facts import title_of
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.implementation_activities import ImplementationActivity
from itadmin.domain.registers.implementations import APPROVED, CheckRow, Implementation
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.words import Words
from itadmin.services.implementation.parts import PLANS, PlanParts, activity_of, parts_of
from itadmin.services.reading import Reading

REGISTER = PLANS
AWAY, WAIVED = "avveckling", "avstatt"
_LEFT = ("", "kvar")


@dataclass(frozen=True)
class ImplementationFacts:
    """The facts of one plan. `system` and `old_system` are names, "" where none is said."""

    parts: PlanParts
    own: Organisation
    system: str
    old_system: str
    responsible: str
    functions_of_people: dict[UUID, str]
    municipalities: tuple[str, ...]
    words: Words

    @property
    def plan(self) -> Implementation:
        """The plan itself."""
        return self.parts.plan

    @property
    def is_away(self) -> bool:
        """Whether its system is to leave."""
        return self.plan.kind == AWAY

    @property
    def is_approved(self) -> bool:
        """Whether its checklist is approved."""
        return self.plan.status in APPROVED

    @cached_property
    def activities(self) -> tuple[ImplementationActivity, ...]:
        """The activities, phase by phase and then in their own order."""
        return tuple(activity_of(read) for read in self.parts.activities)

    @cached_property
    def numbers(self) -> dict[UUID, str]:
        """What each activity is called in the tables: its phase and its place there, "3.2"."""
        return self.parts.numbers

    @property
    def waived(self) -> tuple[CheckRow, ...]:
        """The points that were waived with a reason."""
        return tuple(row for row in self.plan.checklist if row.state == WAIVED)

    @property
    def left(self) -> int:
        """How many points nobody has answered."""
        return sum(row.state in _LEFT for row in self.plan.checklist)

    def function_of(self, activity: ImplementationActivity) -> str:
        """Which function answers for an activity; "" where none is said."""
        return activity.responsible_function or self.functions_of_people.get(activity.responsible or activity.id, "")

    def duties(self) -> dict[str, str]:
        """What each function answers for, in the order they are met: phases by name, and how many activities."""
        phases: dict[str, list[str]] = {}
        for row in self.plan.phases:
            if row.responsible:
                phases.setdefault(row.responsible, []).append(lowered(self.words.label_of("inforandefas", row.phase)))
        counts = Counter(function for function in map(self.function_of, self.activities) if function)
        return {
            function: "\n".join((*_phases_told(phases.get(function, ())), *_counted(counts[function])))
            for function in dict.fromkeys((*phases, *counts))
        }


def gather(reading: Reading, record_id: UUID | None) -> ImplementationFacts:
    """What the paper is made of. Raises KnownError when there is no such plan."""
    if record_id is None:
        raise KnownError("Välj vilken införande- eller avvecklingsplan handlingen ska göras av.")
    parts, own = parts_of(reading, record_id), reading.organisation().record
    if not isinstance(own, Organisation):
        raise TypeError(f"organisations holds a {type(own).__name__}")
    plan = parts.plan
    people = {activity_of(read).responsible for read in parts.activities} - {None}
    return ImplementationFacts(
        parts=parts,
        own=own,
        system=reading.label("systems", plan.system) if plan.system else "",
        old_system=reading.label("systems", plan.old_system) if plan.old_system else "",
        responsible=plan.responsible_function or title_of(reading, plan.responsible),
        functions_of_people={person: title_of(reading, person) for person in people if person},
        municipalities=tuple(reading.labels("organisations", plan.municipalities).values()),
        words=reading.words,
    )


def _phases_told(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"{'Fasen' if len(names) == 1 else 'Faserna'} {listed_names(names)}",)


def _counted(number: int) -> tuple[str, ...]:
    return (counted(number, "aktivitet", "aktiviteter"),) if number else ()
