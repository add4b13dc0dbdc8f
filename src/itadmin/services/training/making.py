"""New utbildningsplaner from templates, one or many, as one step.

Nothing is written here: what is made is a ChangeSet, shown and applied as any other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records
from itadmin.services.training.head_counts import HeadCounts, head_counts_of
from itadmin.services.training.plans import MODULES, REGISTER, by_system
from itadmin.services.training.templates import (
    ModuleTemplate,
    PlanTemplate,
    template,
    usual_template,
    with_system,
)
from itadmin.storage.queries.training_plans import stored_plans

SYSTEM = "system"
"""What a plan of one system is about."""
FIRST = "1.0"
"""The number of the first version of a plan."""

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for what is made: a person, else a function; neither is what the template says."""

    person: UUID | None = None
    function: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A system that no plan is made for, what it is called, and why: a Swedish sentence."""

    system_id: UUID
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Made:
    """Plans to be made: their ids, the systems left out, and the step that makes them; no plans are no changes."""

    plan_ids: tuple[UUID, ...]
    left_out: tuple[LeftOut, ...]
    changes: ChangeSet


NOBODY = Answering()


def from_template(
    reading: Reading, records: Records, systems: Iterable[UUID], key: str = "", answering: Answering = NOBODY
) -> Made:
    """A draft for each of the systems from a template; "" takes the usual one of each system's category.

    Systems that have a plan already, even a draft, are left out, and so are those of others. Raises KnownError for a
    template that there is not, or that is about no system.
    """
    chosen = template(key) if key else None
    if chosen is not None and chosen.kind != SYSTEM:
        raise KnownError(f"Mallen {chosen.name} gäller inget enskilt system. Välj en annan mall.")
    open_systems, left_out = without_plan(reading, systems)
    counts = head_counts_of(reading)
    drafts = [
        drafted(records, chosen or usual_template(read.record.category), read, counts, answering)
        for read in open_systems
        if isinstance(read.record, System)
    ]
    return made(drafts, left_out, "från mall")


def general_from_template(reading: Reading, records: Records, key: str) -> Made:
    """A draft of a plan that is not about a system, from a template. Raises KnownError."""
    chosen = template(key)
    if chosen.kind == SYSTEM:
        raise KnownError(f"Mallen {chosen.name} gäller ett system. Välj vilket system planen är för.")
    with reading.file.reading() as connection:
        labels = [plan.label for plan in stored_plans(connection) if plan.system is None and plan.kind == chosen.kind]
    if chosen.title in labels:
        raise KnownError(f"Det finns redan en plan som heter {chosen.title}. Gör en ny version av den i stället.")
    return made([drafted(records, chosen, None, head_counts_of(reading), NOBODY)], (), "från mall")


def without_plan(reading: Reading, systems: Iterable[UUID]) -> tuple[list[Read], list[LeftOut]]:
    """The systems that a plan can be made for, in the order asked for, and the others."""
    with reading.file.reading() as connection:
        planned = by_system(stored_plans(connection))
    free: list[Read] = []
    left_out: list[LeftOut] = []
    for system_id, read in reading.many("systems", dict.fromkeys(systems)).items():
        if read.placeholder or read.record.owner != reading.organisation_id:
            reason = "Systemet hör till en annan organisation, som gör sin egen plan."
        elif system_id.bytes in planned:
            reason = f"Det finns redan en plan: {planned[system_id.bytes][0].label}."
        else:
            free.append(read)
            continue
        left_out.append(LeftOut(system_id, read.label, reason))
    return free, left_out


def made(drafts: Sequence[Sequence[Change]], left_out: Collection[LeftOut], how: str) -> Made:
    """Drafts, each of them changes of which the first makes the plan, as one step; `how` says what they are like."""
    ids = tuple(changes[0].record_id for changes in drafts)
    first = drafts[0][0].after or {} if drafts else {}
    what = first.get("title", "") if len(ids) == 1 else f"{len(ids)} utbildningsplaner"
    changes = tuple(change for draft in drafts for change in draft)
    return Made(ids, tuple(left_out), ChangeSet(f"Gjorde {what} {how}", changes))


def drafted(
    records: Records, chosen: PlanTemplate, system: Read | None, counts: HeadCounts, answering: Answering
) -> tuple[Change, ...]:
    """The changes that make a draft from a template, the plan first and its moment in order after it."""
    name = system.label if system else ""
    audiences = [row.audience for row in chosen.audiences]
    values: Plain = {
        "title": with_system(chosen.title, name),
        "kind": chosen.kind,
        "system": str(system.record.id) if system else None,
        "all_staff": chosen.all_staff or None,
        "version": FIRST,
        "status": "utkast",
        "purpose": with_system(chosen.purpose, name),
        "target_percent": chosen.target_percent,
        "follow_up": with_system(chosen.follow_up, name),
        "audiences": [
            {"audience": row.audience, "level": row.level, "note": row.note or None} for row in chosen.audiences
        ],
        "duties": [{"function": row.function, "task": with_system(row.task, name)} for row in chosen.duties],
        "template": chosen.key,
        **answered_by(answering, chosen.responsible_function),
        **(counts.of(system, audiences) if system else {}),
    }
    begun = records.addition(REGISTER, values)
    return (begun, *_modules(records, chosen.modules, begun.record_id, name))


def _modules(records: Records, modules: Iterable[ModuleTemplate], plan_id: UUID, name: str) -> Iterator[Change]:
    ids: dict[str, str] = {}
    for place, module in enumerate(modules, start=1):
        values: Plain = {
            "title": with_system(module.title, name),
            "plan": str(plan_id),
            "code": module.code,
            "place": place,
            "content": with_system(module.content, name),
            "form": module.form,
            "minutes": module.minutes,
            "level": module.level or None,
            "demands": [{"audience": audience, "demand": demand} for audience, demand in module.demands.items()],
            "prerequisites": [ids[code] for code in module.prerequisites],
            "valid_months": module.valid_months,
        }
        change = records.addition(MODULES, values)
        ids[module.code] = str(change.record_id)
        yield change


def answered_by(answering: Answering, function: str) -> Plain:
    """Who answers for a plan, as plain values; `function` does when nobody is said to."""
    person = str(answering.person) if answering.person else None
    return {"responsible": person, "responsible_function": answering.function or (None if person else function) or None}
