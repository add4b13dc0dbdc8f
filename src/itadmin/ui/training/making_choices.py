"""What plans that are to be made may be like: each system's usual template, one template, or a plan. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from itadmin.documents.phrases import counted, lowered
from itadmin.domain.registers.systems import System
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.words import Words
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records
from itadmin.services.training.copying import copied
from itadmin.services.training.coverage import coverage
from itadmin.services.training.making import SYSTEM, Answering, Made, from_template, without_plan
from itadmin.services.training.plans import MODULES
from itadmin.services.training.templates import PlanTemplate, templates, usual_template, with_system
from itadmin.ui.training.plan_read import PLANS

USUAL, OTHER_PLAN = "", "\u0000plan"
"""The choices beside the templates' own keys: the usual template of each system, and like another plan."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A system that a plan may be made for: what it is called, its category in words and as a code.

    `wanted` from the beginning; `reason` says why no plan can be made.
    """

    system_id: UUID
    name: str
    category: str
    code: str
    wanted: bool = False
    reason: str = ""


def choices() -> list[tuple[str, str]]:
    """What plans may be like, by key."""
    own = [(each.key, f"Mallen {each.name}") for each in templates() if each.kind == SYSTEM]
    return [(USUAL, "Den mall som passar varje system"), *own, (OTHER_PLAN, "En annan utbildningsplan")]


def offered_systems(reading: Reading, systems: Iterable[UUID], begun: Collection[UUID] | None = None) -> list[Offered]:
    """The systems asked for, those that no plan can be made for last; without any, all in use that have no plan.

    Of all, those that must have a plan come first and are `wanted`; of those asked for
    all that can have one, or those of `begun`.
    """
    asked = list(systems)
    found = None if asked else coverage(reading)
    demanded = set(found.missing) if found else set(asked if begun is None else begun)
    free, left_out = without_plan(reading, asked if found is None else (each.system_id for each in found.systems))
    words = reading.words
    offered = [_offered(read, words, wanted=read.record.id in demanded) for read in free]
    offered.sort(key=lambda each: not each.wanted)
    refused = (Offered(each.system_id, each.label, "", "", reason=each.reason) for each in left_out)
    return [*offered, *(refused if asked else ())]


def told_of(offered: Offered, key: str) -> str:
    """A system with the template that its plan is made from."""
    if offered.reason:
        return f"{offered.name} – {offered.reason}"
    like = f"mallen {usual_template(offered.code).name}" if key == USUAL else ""
    told = ", ".join(part for part in (offered.category, like) if part)
    return f"{offered.name} – {told}" if told else offered.name


def about_template(template: PlanTemplate, words: Words, system: str) -> str:
    """What a template holds, in sentences; `system` is what the system is called in them."""
    audiences = ", ".join(lowered(words.label_of("malgrupp", row.audience)) for row in template.audiences)
    modules = ", ".join(with_system(module.title, system) for module in template.modules)
    return f"{template.about} {counted(len(template.modules), 'moment', 'moment')} ({modules}) för {audiences}."


def about_plan(reading: Reading, plan_id: UUID) -> str:
    """What a plan to copy holds, in a sentence."""
    read = reading.one(PLANS, plan_id)
    plan = read.record
    modules = reading.referring(MODULES, "plan", plan_id)
    rows = plan.audiences if isinstance(plan, TrainingPlan) else ()
    audiences = ", ".join(lowered(read.words.label_of("malgrupp", row.audience)) for row in rows)
    named = ", ".join(module.label for module in modules)
    told = f"{counted(len(modules), 'moment', 'moment')} ({named})" if modules else "Inga moment"
    return f"{told} för {audiences}." if audiences else f"{told}."


def make_plans(
    reading: Reading, records: Records, systems: Iterable[UUID], key: str, like: UUID | None, answering: Answering
) -> Made:
    """The plans as one step, which is not written. Raises KnownError."""
    if key == OTHER_PLAN and like is not None:
        return copied(reading, records, like, systems, answering)
    return from_template(reading, records, systems, key, answering)


def _offered(read: Read, words: Words, *, wanted: bool) -> Offered:
    code = read.record.category if isinstance(read.record, System) else ""
    category = words.label_of("systemkategori", code) if code else ""
    return Offered(read.record.id, read.label, category, code, wanted=wanted)
