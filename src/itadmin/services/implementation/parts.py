"""A plan with its activities in order, as the calculations want them. Reads, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from itadmin.domain.calculations.implementation import Progress, Span, Stage, Task, progress
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.implementation_activities import ImplementationActivity
from itadmin.domain.registers.implementations import WORKED_ON, Implementation
from itadmin.services.reading import Read, Reading

PLANS, ACTIVITIES = "implementations", "implementation_activities"
_LAST = 1_000_000
_FARTHEST = timedelta(days=20 * 366)


@dataclass(frozen=True, slots=True)
class PlanParts:
    """A plan and its activities, phase by phase and then in their own order."""

    read: Read
    plan: Implementation
    activities: tuple[Read, ...]

    @property
    def tasks(self) -> tuple[Task[UUID], ...]:
        """The activities in the same order, as the calculations want them."""
        return tuple(task_of(read) for read in self.activities)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The phases as the calculations want them."""
        return stages_of(self.plan)

    def progress(self, today: date) -> Progress:
        """How far the plan has come."""
        return progress(self.tasks, self.stages, today)

    @property
    def numbers(self) -> dict[UUID, str]:
        """What each activity is called for short: its phase and its place there, "3.2"."""
        places = {row.phase: place for place, row in enumerate(self.plan.phases, start=1)}
        within: dict[int, int] = {}
        found: dict[UUID, str] = {}
        for read in self.activities:
            phase = places.get(activity_of(read).phase, len(places) + 1)
            within[phase] = within.get(phase, 0) + 1
            found[read.record.id] = f"{phase}.{within[phase]}"
        return found

    def of_phase(self, phase: str) -> tuple[Read, ...]:
        """The activities of a phase; "" is those of none."""
        return tuple(read for read in self.activities if activity_of(read).phase == phase)


def parts_of(reading: Reading, plan_id: UUID) -> PlanParts:
    """A plan and its activities. Raises NotFoundError."""
    return parts_with(reading.one(PLANS, plan_id), reading.referring(ACTIVITIES, "plan", plan_id))


def parts_with(read: Read, activities: Iterable[Read]) -> PlanParts:
    """A plan that has been read, and its activities in any order."""
    plan = plan_of(read)
    places = {row.phase: place for place, row in enumerate(plan.phases)}
    return PlanParts(read, plan, tuple(sorted(activities, key=lambda each: _order(activity_of(each), places))))


def plans_of(reading: Reading, system: UUID) -> list[Read]:
    """The plans of a system, those worked on first, then the newest."""
    reads = reading.referring(PLANS, "system", system)
    latest = sorted(reads, key=lambda read: plan_of(read).go_live_on or date.max, reverse=True)
    return sorted(latest, key=lambda read: plan_of(read).status not in WORKED_ON)


def refuse_far_off(day: date | None, today: date) -> None:
    """Raise KnownError for a day so far off that its year must be written wrong."""
    if day is not None and abs(day - today) > _FARTHEST:
        raise KnownError(f"{day.isoformat()} ligger mer än 20 år bort. Kontrollera året.")


def plan_of(read: Read) -> Implementation:
    """The plan that has been read."""
    if not isinstance(read.record, Implementation):
        raise TypeError(f"{PLANS} holds a {type(read.record).__name__}")
    return read.record


def activity_of(read: Read) -> ImplementationActivity:
    """The activity that has been read."""
    if not isinstance(read.record, ImplementationActivity):
        raise TypeError(f"{ACTIVITIES} holds a {type(read.record).__name__}")
    return read.record


def task_of(read: Read) -> Task[UUID]:
    """An activity as the calculations want it."""
    activity = activity_of(read)
    span = Span(activity.starts_on, activity.ends_on)
    return Task(activity.id, span, activity.status, activity.done_percent, activity.waits_for)


def stages_of(plan: Implementation) -> tuple[Stage, ...]:
    """The phases of a plan as the calculations want them."""
    return tuple(Stage(Span(row.starts_on, row.ends_on), row.decision, row.decided_on) for row in plan.phases)


def _order(activity: ImplementationActivity, places: dict[str, int]) -> tuple[int, int, date, str]:
    phase = places.get(activity.phase, _LAST)
    place = _LAST if activity.place is None else activity.place
    return phase, place, activity.starts_on or activity.ends_on or date.max, activity.title
