"""A plan, a phase and an activity as lanes of a picture of time: what is done and left, and the days that decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from itadmin.domain.calculations.gantt import Bar, done_part
from itadmin.domain.calculations.time_chart import Fill, Lane, Mark, Shape, Stretch
from itadmin.domain.calendar import Interval, prose
from itadmin.domain.states import DONE, DROPPED
from itadmin.domain.words import Words
from itadmin.services.gantt.gathering import ACTIVITIES, PLANS, Activity, Phase, Plan
from itadmin.services.gantt.words import (
    LATE,
    OUTSIDE,
    WITHOUT_PHASE,
    goal_words,
    outside_words,
    progress_words,
    sentence,
    share_words,
)

_WHOLE = 10_000


def plan_lane(plan: Plan, words: Words, today: date, last_cell: str) -> Lane:
    """The lane of a plan; the decisions of its phases stand on it, and the day that it leads to."""
    record, bar = plan.record, plan.bar
    progress = plan.progress(today)
    status = words.label_of("inforandelage", record.status) if record.status else ""
    told = (status.lower(), *progress_words(progress), goal_words(plan))
    marks = [mark for phase in plan.phases for mark in _decision(phase)]
    goal = record.go_live_on
    if goal is not None:
        marks.append(Mark(Shape.GOAL, Interval(goal, goal), f"{record.title}: {goal_words(plan)}.", is_main=True))
    return Lane(
        record.title,
        sentence(record.title, bar, told),
        (record.title, *_days(bar), share_words(progress.share), status, plan.responsible, last_cell),
        _iso(bar.last) if bar else "",
        0,
        tuple(_work(bar, progress.share)),
        tuple(marks),
        PLANS,
        record.id,
    )


def phase_lane(phase: Phase, plan_id: UUID, today: date, level: int) -> Lane:
    """The lane of a phase of a plan; a heading where the plan itself has no such phase."""
    name = phase.name or WITHOUT_PHASE
    if phase.row is None:
        return Lane(name, name, (name, *[""] * 6))
    bar, progress = phase.bar, phase.progress(today)
    decided = _decided(phase)
    state = ", ".join(filter(None, (decided, OUTSIDE if phase.outside else "")))
    own = tuple(_work(bar, progress.share)) if bar else tuple(_outline(phase.worked))
    wide = [Stretch(Fill.LIKELY, *days) for days in phase.outside]
    late = [Stretch(Fill.WINDOW, *_overrun(bar, today))] if bar and progress.overdue and bar.last < today else []
    return Lane(
        name,
        sentence(name, bar, (*progress_words(progress), outside_words(phase), decided, phase.row.responsible)),
        (name, *_days(bar), share_words(progress.share), state[:1].upper() + state[1:], phase.row.responsible, ""),
        _iso(bar.last) if bar else "",
        level,
        (*own, *wide, *late),
        tuple(_decision(phase)),
        PLANS,
        plan_id,
    )


def activity_lane(activity: Activity, names: Mapping[UUID, str], words: Words, today: date) -> Lane:
    """The lane of an activity; `names` are those of the plan's activities."""
    record, bar = activity.record, activity.bar
    is_late = activity.task.is_late(today)
    label = words.label_of("aktivitetsstatus", record.status) if record.status else ""
    state = label if not is_late or record.status == "forsenad" else f"{label}, {LATE}" if label else LATE.capitalize()
    share = _WHOLE if record.status == DONE else record.done_percent
    awaited = ", ".join(names[other] for other in record.waits_for if other in names)
    told = (
        f"{share_words(share)} gjort" if share else "",
        state.lower(),
        f"väntar på {awaited}" if awaited else "",
        activity.responsible,
    )
    return Lane(
        record.title,
        sentence(record.title, bar, told),
        (record.title, *_days(bar), share_words(share), state, activity.responsible, awaited),
        _iso(bar.last) if bar else "",
        1,
        tuple(_activity(bar, record.status, share, today, is_late=is_late)),
        (),
        ACTIVITIES,
        record.id,
    )


def _activity(bar: Bar | None, status: str, share: int | None, today: date, *, is_late: bool) -> Iterator[Stretch]:
    if bar is None:
        return
    if status == DROPPED:
        yield from _outline(bar)
        return
    yield from _work(bar, share)
    if is_late and bar.last < today:
        yield Stretch(Fill.WINDOW, *_overrun(bar, today))


def _work(bar: Bar | None, share: int | None) -> Iterator[Stretch]:
    """What is to be done, and over it what is."""
    if bar is None:
        return
    yield Stretch(Fill.CHOICE, bar.first, bar.last)
    done = done_part(bar, share)
    if done is not None:
        yield Stretch(Fill.FIRM, done.first, done.last)


def _outline(bar: Bar | None) -> Iterator[Stretch]:
    """What is not planned by itself."""
    if bar is not None:
        yield Stretch(Fill.VAGUE, bar.first, bar.last)


def _overrun(bar: Bar, today: date) -> tuple[date, date]:
    return bar.last + timedelta(days=1), today


def _decision(phase: Phase) -> Iterator[Mark]:
    """The decision that ends a phase, on the day it was made or is to be made."""
    row = phase.row
    day = None if row is None else row.decided_on or row.ends_on or row.starts_on
    if row is None or day is None or not row.decision:
        return
    shape, said = (Shape.DECIDED, "beslutades") if row.decided_on else (Shape.CHOICE, "ska beslutas")
    yield Mark(shape, Interval(day, day), f"{row.decision} ({phase.name}) {said} {prose(day)}.")


def _decided(phase: Phase) -> str:
    """How far the decision that ends a phase has come."""
    row = phase.row
    if row is None or not row.decision:
        return ""
    return f"Beslutad {row.decided_on.isoformat()}" if row.decided_on else "Beslut återstår"


def _days(bar: Bar | None) -> tuple[str, str]:
    return ("", "") if bar is None else (_iso(bar.first), _iso(bar.last))


def _iso(day: date) -> str:
    return day.isoformat()
