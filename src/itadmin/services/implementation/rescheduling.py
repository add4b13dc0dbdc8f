"""Moving a plan in time: its day of driftstart with all that is left to do, or one activity and what waits for it.

Gives what a move comes to, to be shown and done as one step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.implementation import (
    TURNING,
    Span,
    followers,
    moved_stages,
    moved_tasks,
)
from itadmin.domain.calendar import spoken_day, working_days_between
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.implementation.parts import ACTIVITIES, PLANS, PlanParts, activity_of, parts_of, refuse_far_off
from itadmin.services.reading import Reading

_BEYOND = "En dag hamnar utanför kalendern. Se över dagarna i planen."


def moved_go_live(reading: Reading, plan_id: UUID, go_live_on: date) -> Plan:
    """What it comes to that a plan's driftstart is another day: all that is left moves as many arbetsdagar.

    Raises KnownError where the plan has no day to be moved from, or it is that day already.
    """
    parts = parts_of(reading, plan_id)
    before, today = parts.plan.go_live_on, reading.day
    if before is None:
        raise KnownError("Planen har ingen dag för driftstart att flytta. Ange dagen först.")
    if before == go_live_on:
        raise KnownError("Driftstarten är redan den dagen. Ange en annan dag.")
    refuse_far_off(go_live_on, today)
    count = working_days_between(before, go_live_on)
    try:
        stages = moved_stages(parts.stages, count, today)
        spans = moved_tasks(parts.tasks, count)
    except OverflowError as error:
        raise KnownError(_BEYOND) from error
    values = {"go_live_on": go_live_on.isoformat(), "phases": _phases(parts, stages, before, go_live_on)}
    changed = _changed(parts, spans)
    edits = (Edit(PLANS, plan_id, values), *_edits(changed))
    way = "senare" if count > 0 else "tidigare"
    outcome = (
        f"Driftstarten flyttas från {spoken_day(before, today)} till {spoken_day(go_live_on, today)}. "
        f"{_activities(len(changed))} och de faser som är kvar flyttas {_days(abs(count))} {way}."
        if count
        else f"Driftstarten flyttas till {spoken_day(go_live_on, today)}. Inga arbetsdagar ligger emellan."
    )
    return Plan(f"Flyttade driftstarten i {parts.read.label}", edits, outcome, tuple(_in_the_past(changed, today)))


def moved_activity(reading: Reading, activity_id: UUID, span: Span) -> Plan:
    """What it comes to that an activity gets other days: what waits for it moves as much as its last day does.

    Raises KnownError for days that cannot be.
    """
    read = reading.one(ACTIVITIES, activity_id)
    activity = activity_of(read)
    if activity.plan is None:
        raise KnownError("Aktiviteten hör inte till någon plan. Ange planen först.")
    if span.first and span.last and span.last < span.first:
        raise KnownError("Aktiviteten slutar före sin första dag. Ändra dagen.")
    parts, today = parts_of(reading, activity.plan), reading.day
    for day in span:
        refuse_far_off(day, today)
    count = working_days_between(activity.ends_on, span.last) if activity.ends_on and span.last else 0
    awaiting = followers(parts.tasks, activity_id)
    try:
        moved = moved_tasks((task for task in parts.tasks if task.key in awaiting), count) if count else {}
    except OverflowError as error:
        raise KnownError(_BEYOND) from error
    changed = _changed(parts, {activity_id: span, **moved})
    others = len(changed) - (activity_id in changed)
    told = (
        f"{_activities(others)} som väntar på den flyttas {_days(abs(count))} {'senare' if count > 0 else 'tidigare'}."
    )
    outcome = f"{activity.title} {_span_words(span, today)}." + (f" {told}" if others else "")
    remarks = (*_in_the_past(changed, today), *_after_go_live(parts, changed))
    return Plan(f"Flyttade {activity.title} i {parts.read.label}", tuple(_edits(changed)), outcome, remarks)


def _phases(parts: PlanParts, spans: Iterable[Span], before: date, after: date) -> list[dict[str, Any]]:
    """The rows of phases with their new days; the one that begins on the day of driftstart goes on doing so."""
    rows = []
    for row, span in zip(to_plain(parts.plan)["phases"], spans, strict=True):
        is_turning = row["phase"] == TURNING.get(parts.plan.kind) and row["starts_on"] == before.isoformat()
        first = after if is_turning and row["decided_on"] is None else span.first
        rows.append({**row, "starts_on": _iso(first), "ends_on": _iso(span.last)})
    return rows


def _changed(parts: PlanParts, spans: Mapping[UUID, Span]) -> dict[UUID, Span]:
    """The new times of those that do not have them already."""
    now = {task.key: task.span for task in parts.tasks}
    return {key: span for key, span in spans.items() if span != now.get(key)}


def _edits(spans: Mapping[UUID, Span]) -> list[Edit]:
    return [
        Edit(ACTIVITIES, key, {"starts_on": _iso(span.first), "ends_on": _iso(span.last)})
        for key, span in spans.items()
    ]


def _in_the_past(spans: Mapping[UUID, Span], today: date) -> Iterable[str]:
    past = sum(span.last is not None and span.last < today for span in spans.values())
    if past:
        yield f"{_activities(past)} hamnar i det förflutna. Se över planen efteråt."


def _after_go_live(parts: PlanParts, spans: Mapping[UUID, Span]) -> Iterable[str]:
    """That something of what comes before driftstart now does not end before it."""
    day = parts.plan.go_live_on
    phases = [row.phase for row in parts.plan.phases]
    turning = TURNING.get(parts.plan.kind)
    if day is None or turning not in phases:
        return
    earlier = phases[: phases.index(turning)]
    late = [
        activity_of(read).title
        for read in parts.activities
        if activity_of(read).phase in earlier and _ends_from(spans.get(read.record.id), day)
    ]
    if late:
        number = f"{late[0]} blir inte klar" if len(late) == 1 else f"{len(late)} aktiviteter blir inte klara"
        yield f"{number} före driftstarten {day.isoformat()}. Flytta driftstarten, eller dra ihop planen."


def _ends_from(span: Span | None, day: date) -> bool:
    return span is not None and span.last is not None and span.last >= day


def _activities(number: int) -> str:
    return "En aktivitet" if number == 1 else f"{number} aktiviteter"


def _days(number: int) -> str:
    return "en arbetsdag" if number == 1 else f"{number} arbetsdagar"


def _span_words(span: Span, today: date) -> str:
    if span.first is None or span.last is None or span.first == span.last:
        day = span.last or span.first
        return f"görs {spoken_day(day, today)}" if day else "får ingen dag"
    return f"pågår från {spoken_day(span.first, today)} till {spoken_day(span.last, today)}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
