"""A plan made of a template: phases, activities and checklist laid out in arbetsdagar, as one step. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.implementation import TURNING, Schedule, Span, laid_out_from, laid_out_until
from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.services.implementation.parts import ACTIVITIES, PLANS, parts_of, refuse_far_off
from itadmin.services.implementation.templates import ImplementationTemplate, template_of
from itadmin.services.reading import Reading
from itadmin.services.records import Records

Add = Callable[[str, Plain], Change]
"""Gives the change that adds a record of a register with these values."""

_APART = 10
"""How far apart activities are numbered, so that others can be put between them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a plan is to be: the key of its template, and the day of driftstart or else the first day of work.

    `values` are other fields of the plan in plain form.
    """

    template: str
    go_live_on: date | None = None
    starts_on: date | None = None
    values: Plain = field(default_factory=dict)


def schedule_of(template: ImplementationTemplate, wanted: Wanted, today: date) -> Schedule:
    """The days of a template. Raises KnownError when none is given, or it is far off."""
    lengths, pieces, turning = template.lengths, template.pieces, TURNING[template.kind]
    refuse_far_off(wanted.go_live_on or wanted.starts_on, today)
    if wanted.go_live_on is not None:
        return laid_out_until(lengths, pieces, turning, wanted.go_live_on)
    if wanted.starts_on is not None:
        return laid_out_from(lengths, pieces, turning, wanted.starts_on)
    raise KnownError("Ange dagen för driftstart, eller första dagen för arbetet.")


def planned(reading: Reading, records: Records, system: UUID | None, wanted: Wanted) -> tuple[UUID, ChangeSet]:
    """The step that makes a plan for a system, and the id it gets. Raises KnownError."""
    template = template_of(wanted.template)
    schedule = schedule_of(template, wanted, reading.day)
    name = reading.label("systems", system) if system else ""
    values = {"system": str(system) if system else None, **wanted.values}
    begun, *others = plan_changes(records.addition, template, schedule, name, values)
    return begun.record_id, ChangeSet(f"La till {(begun.after or {})['title']}", (begun, *others))


def plan_changes(
    add: Add, template: ImplementationTemplate, schedule: Schedule, system: str, values: Plain
) -> tuple[Change, ...]:
    """A plan of a template and its activities, each as `add` makes it; `values` go before those of the template."""
    begun = add(
        PLANS,
        {
            "title": template.title_for(system),
            "kind": template.kind,
            "status": "utkast",
            "responsible_function": template.responsible,
            "steering_group": template.steering_group,
            "purpose": template.purpose_for(system),
            **_laid_out(template, schedule),
            **values,
        },
    )
    return begun, *_activities(add, begun.record_id, template, schedule)


def filled(reading: Reading, records: Records, plan_id: UUID, wanted: Wanted) -> ChangeSet:
    """The step that fills a plan that is empty from a template; what it says already is kept. Raises KnownError."""
    parts, template = parts_of(reading, plan_id), template_of(wanted.template)
    if parts.activities or parts.plan.phases:
        raise KnownError("Planen har redan faser eller aktiviteter. Gör en ny plan i stället, eller ta bort dem först.")
    if parts.plan.kind not in ("", template.kind):
        kind = parts.read.words.label_of("inforandeslag", parts.plan.kind).lower()
        raise KnownError(f"Mallen {template.name} passar inte en plan för {kind}. Välj en annan mall.")
    schedule = schedule_of(template, wanted, reading.day)
    name = reading.label("systems", parts.plan.system) if parts.plan.system else ""
    laid = _laid_out(template, schedule)
    if parts.plan.checklist:
        del laid["checklist"]
    offered = {
        "kind": template.kind,
        "status": "utkast",
        "responsible_function": template.responsible,
        "steering_group": template.steering_group,
        "purpose": template.purpose_for(name),
    }
    now = to_plain(parts.plan)
    values = {**laid, **{name: value for name, value in offered.items() if not now[name]}}
    changed, refused = records.changes_of_save(PLANS, [plan_id], values)
    if refused:
        raise KnownError(refused[0].reason)
    made = _activities(records.addition, plan_id, template, schedule)
    return ChangeSet(f"Fyllde {parts.read.label} från mallen {template.name}", (*changed[plan_id], *made))


def _laid_out(template: ImplementationTemplate, schedule: Schedule) -> dict[str, Any]:
    return {
        "template": template.key,
        "go_live_on": schedule.go_live_on.isoformat(),
        "phases": [
            {
                "phase": phase.phase,
                **_days(schedule.phases[phase.phase]),
                "decision": phase.decision,
                "decided_on": None,
                "criteria": phase.criteria,
                "responsible": phase.responsible,
            }
            for phase in template.phases
        ],
        "checklist": [
            {"point": point, "state": "kvar", "noted_on": None, "noted_by": None, "reason": None}
            for point in template.checklist
        ],
    }


def _activities(add: Add, plan_id: UUID, template: ImplementationTemplate, schedule: Schedule) -> tuple[Change, ...]:
    """The activities as they stand, so that each finds those it waits for made before it."""
    made: dict[str, Change] = {}
    for number, activity in enumerate(template.activities, start=1):
        values = {
            "title": activity.title,
            "plan": str(plan_id),
            "phase": activity.phase,
            "place": number * _APART,
            **_days(schedule.activities[activity.code]),
            "responsible_function": activity.responsible,
            "status": "ej_paborjad",
            "waits_for": [str(made[code].record_id) for code in activity.waits_for],
        }
        made[activity.code] = add(ACTIVITIES, values)
    return tuple(made.values())


def _days(span: Span) -> dict[str, str | None]:
    return {
        "starts_on": span.first.isoformat() if span.first else None,
        "ends_on": span.last.isoformat() if span.last else None,
    }
