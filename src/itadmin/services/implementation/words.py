"""What is said of a plan as a whole: how far it has come, what is late, what is left and what is decided next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.adoption import few_named
from itadmin.domain.calendar import spoken_day
from itadmin.services.implementation.parts import PlanParts, activity_of

GATE = "driftgodkannande"
"""The phase whose decision approves a plan."""


def progress_sentences(parts: PlanParts, today: date) -> tuple[str, ...]:
    """How far a plan has come on a day, in sentences; none of a plan without activities and phases."""
    return tuple(_sentences(parts, today))


def _sentences(parts: PlanParts, today: date) -> Iterator[str]:
    come = parts.progress(today)
    if come.share is not None:
        yield f"{come.done} av {come.total} aktiviteter är klara, och planen är gjord till {come.share // 100}\u00a0%."
    late = [activity_of(parts.activities[place]) for place in come.late]
    if late:
        first = min(late, key=lambda each: each.ends_on or date.max)
        day = spoken_day(first.ends_on, today) if first.ends_on else ""
        one = f"{first.title} skulle ha varit klar {day}."
        yield one if len(late) == 1 else f"{len(late)} aktiviteter är försenade. {one}"
    if come.next_decision is not None:
        row = parts.plan.phases[come.next_decision]
        day = spoken_day(row.ends_on, today) if row.ends_on else ""
        if come.next_decision in come.overdue:
            yield f"{row.decision} skulle ha beslutats senast {day}."
        else:
            yield f"Nästa beslutspunkt är {row.decision}{f', senast {day}' if day else ''}."


def undone_sentences(parts: PlanParts, today: date) -> Iterator[str]:
    """What of the plan itself is left: decisions before the one that approves it, and activities."""
    plan = parts.plan
    phases = [row.phase for row in plan.phases]
    gate = phases.index(GATE) if GATE in phases else len(phases)
    undecided = [row.decision for row in plan.phases[:gate] if row.decision and row.decided_on is None]
    if undecided:
        are = "är inte noterat" if len(undecided) == 1 else "är inte noterade"
        yield f"{few_named(undecided)} {are} som {'beslutat' if len(undecided) == 1 else 'beslutade'}."
    come = parts.progress(today)
    left = come.total - come.done
    if left:
        yield f"{left} av {come.total} aktiviteter är inte klara."


def template_sentence(phases: int, activities: int, weeks: int) -> str:
    """How large a template is."""
    return f"{phases} faser och {activities} aktiviteter under {weeks} veckor."
