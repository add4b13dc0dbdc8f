"""New utbildningsplaner like others, as one step: for other systems, or as the next version of the same.

Nothing is written here: what is made is a ChangeSet, shown and applied as any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.training_plans import ADOPTED
from itadmin.domain.calculations.version_numbers import next_version
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.training.head_counts import head_counts_of
from itadmin.services.training.making import FIRST, NOBODY, SYSTEM, Answering, Made, answered_by, made, without_plan
from itadmin.services.training.plans import MODULES, REGISTER, first_version, modules_of, plan_in

_OF_ONE_VERSION = (
    "registry_number",
    "valid_from",
    "valid_until",
    "revise_by",
    "adopted_on",
    "adopted_by",
    "adopted_function",
    "system_version",
)
_TOLD = ("title", "purpose", "follow_up", "content")
"""Texts in which the name of the system may stand."""

Plain = dict[str, Any]


def copied(
    reading: Reading, records: Records, plan_id: UUID, systems: Iterable[UUID], answering: Answering = NOBODY
) -> Made:
    """A draft for each of the systems like a plan of another one; systems that have a plan are left out.

    What is the other system's own – days, material, sums of the budget, files – does not come along, and its name is
    exchanged in the texts. Raises NotFoundError.
    """
    read = reading.one(REGISTER, plan_id)
    modules = modules_of(reading, plan_id)
    open_systems, left_out = without_plan(reading, systems)
    counts = head_counts_of(reading)
    source = plan_in(read)
    before = reading.label("systems", source.system) if source.system else ""
    drafts = []
    for system in open_systems:
        values = {
            **_kept(source),
            "kind": SYSTEM,
            "system": str(system.record.id),
            "version": FIRST,
            "all_staff": None,
            "replaces": None,
            "material": [],
            "links": [],
            "note": None,
            "budget": [{**row, "amount": None} for row in to_plain(source)["budget"]],
            **answered_by(answering, source.responsible_function),
            **counts.of(system, [row.audience for row in source.audiences]),
        }
        rename = _renaming(before, system.label)
        values = rename(values)
        if system.label not in str(values["title"]):
            values["title"] = f"Utbildningsplan {system.label}"
        begun = records.addition(REGISTER, values)
        drafts.append((begun, *_copies(records, modules, begun.record_id, rename, same=False)))
    return made(drafts, left_out, f"som {read.label}")


def next_year(reading: Reading, records: Records, plan_id: UUID) -> tuple[UUID, ChangeSet]:
    """A draft of the next version of an adopted plan, with its moment and today's head counts; gives its id.

    Raises KnownError when the plan is a draft itself, or a later version is begun already.
    """
    read = reading.one(REGISTER, plan_id)
    plan = plan_in(read)
    if plan.status not in ADOPTED:
        raise KnownError(f"{read.label} är inte fastställd. Ändra i den i stället för att göra en ny version.")
    if reading.referring(REGISTER, "replaces", plan_id):
        raise KnownError(f"Det finns redan en nyare version av {read.label}. Öppna den i stället.")
    values = {
        **_kept(plan),
        "version": next_version(plan.version or FIRST) or None,
        "replaces": str(plan_id),
        "head_counts": _counted_anew(reading, plan),
    }
    begun = records.addition(REGISTER, values)
    copies = _copies(records, modules_of(reading, plan_id), begun.record_id, dict, same=True)
    return begun.record_id, ChangeSet(f"Påbörjade en ny version av {read.label}", (begun, *copies))


def _kept(plan: TrainingPlan) -> Plain:
    """What a new plan takes over from another: all but what was of that version alone."""
    return {**to_plain(plan), **dict.fromkeys(_OF_ONE_VERSION), "status": "utkast", "attachments": [], "deleted": False}


def _copies(
    records: Records,
    modules: Sequence[TrainingModule],
    plan_id: UUID,
    rename: Callable[[Mapping[str, Any]], Plain],
    *,
    same: bool,
) -> list[Change]:
    """The moment again in another plan, each after those it presupposes as far as they come along."""
    begun = [
        records.addition(
            MODULES,
            {
                **rename(to_plain(module)),
                "plan": str(plan_id),
                "same_as": str(first_version(module)) if same else None,
            },
        )
        for module in modules
    ]
    new = {str(module.id): str(change.record_id) for module, change in zip(modules, begun, strict=True)}
    return [
        replace(change, after={**change.after, "prerequisites": [new.get(key, key) for key in before]})
        if (before := (change.after or {}).get("prerequisites")) and change.after is not None
        else change
        for change in begun
    ]


def _renaming(before: str, after: str) -> Callable[[Mapping[str, Any]], Plain]:
    """Exchanges the name of one system for another's in the texts of plain values."""

    def rename(values: Mapping[str, Any]) -> Plain:
        changed = {name: values[name].replace(before, after) for name in _TOLD if before and values.get(name)}
        return {**values, **changed}

    return rename


def _counted_anew(reading: Reading, plan: TrainingPlan) -> list[Plain]:
    """The head counts of a plan, with what the register counts today in place of what it did then."""
    rows = {(row["audience"], row["municipality"]): row for row in to_plain(plan)["head_counts"]}
    system = reading.many("systems", [plan.system]).get(plan.system) if plan.system else None
    if system is not None:
        audiences = [row.audience for row in plan.audiences]
        counted = head_counts_of(reading).of(system, audiences)["head_counts"]
        rows |= {(row["audience"], row["municipality"]): row for row in counted}
    return list(rows.values())
