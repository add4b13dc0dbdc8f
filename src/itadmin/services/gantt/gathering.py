"""The plans that Gantt pictures are made of: phases and activities in their order, with days and what they wait for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.gantt import Bar, bar_of, outside, whole_of
from itadmin.domain.calculations.implementation import Progress, Span, Stage, Task, progress
from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers.implementation_activities import ImplementationActivity
from itadmin.domain.registers.implementations import Implementation, PhaseRow
from itadmin.domain.states import DROPPED
from itadmin.domain.words import Words
from itadmin.services.reading import ListQuery, Reading

PLANS, ACTIVITIES = "implementations", "implementation_activities"
UNDER_WAY = (None, "utkast", "pagar", "godkand")
"""States of plans that are not over; None is of one that says nothing."""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity of a plan, and who answers for it in words."""

    record: ImplementationActivity
    responsible: str

    @property
    def bar(self) -> Bar | None:
        """When it goes on; None when no day is said."""
        return bar_of(self.record.starts_on, self.record.ends_on)

    @property
    def task(self) -> Task[UUID]:
        """It as progress is counted of it."""
        record = self.record
        span = Span(record.starts_on, record.ends_on)
        return Task(record.id, span, record.status, record.done_percent, record.waits_for)


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a plan with its activities; `row` is None where the plan has no such phase and activities still do."""

    code: str
    name: str
    row: PhaseRow | None
    activities: tuple[Activity, ...]

    @property
    def bar(self) -> Bar | None:
        """When it goes on by its own days; None when none is said."""
        return None if self.row is None else bar_of(self.row.starts_on, self.row.ends_on)

    @property
    def worked(self) -> Bar | None:
        """From the first to the last day of its activities."""
        return whole_of(activity.bar for activity in self.activities)

    @property
    def outside(self) -> tuple[Bar, ...]:
        """The days that its activities go on before and after its own; those that have been dropped do not."""
        worked = whole_of(activity.bar for activity in self.activities if activity.record.status != DROPPED)
        return () if self.bar is None or worked is None else outside(worked, self.bar)

    def progress(self, today: date) -> Progress:
        """How far it has come."""
        return progress([activity.task for activity in self.activities], _stages(self.row), today)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as a picture shows it. `system` is what its system is called."""

    record: Implementation
    system: str
    responsible: str
    phases: tuple[Phase, ...]

    @property
    def bar(self) -> Bar | None:
        """From its first to its last day of any kind."""
        go_live = self.record.go_live_on
        bars = (bar for phase in self.phases for bar in (phase.bar, phase.worked))
        return whole_of((*bars, bar_of(go_live, go_live)))

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All its activities in their order."""
        return tuple(activity for phase in self.phases for activity in phase.activities)

    def progress(self, today: date) -> Progress:
        """How far it has come."""
        stages = [stage for phase in self.phases for stage in _stages(phase.row)]
        return progress([activity.task for activity in self.activities], stages, today)


def plan_of(reading: Reading, plan_id: UUID) -> Plan:
    """A plan with its activities. Raises NotFoundError, also for one in the bin."""
    read = reading.one(PLANS, plan_id)
    if read.record.deleted:
        raise NotFoundError("Planen ligger i papperskorgen. Ta tillbaka den först.")
    found = [item.record for item in reading.referring(ACTIVITIES, "plan", plan_id)]
    return _plan(reading, read.record, [item for item in found if isinstance(item, ImplementationActivity)])


def plans_under_way(reading: Reading) -> tuple[Plan, ...]:
    """All own plans that are begun and not finished, the one that is first in use first; those without a day last."""
    keys = reading.keys(PLANS, ListQuery(where={"status": UNDER_WAY}))
    plans = [plan_of(reading, key) for key in keys]
    return tuple(sorted(plans, key=lambda plan: plan.record.go_live_on or date.max))


def offered_plans(reading: Reading, also: UUID | None = None) -> list[tuple[UUID, str]]:
    """The plans that are under way, and one that need not be, by id and name in the order of their names."""
    keys = reading.keys(PLANS, ListQuery(where={"status": UNDER_WAY}))
    keys += [also] if also is not None and also not in keys else []
    return list(reading.labels(PLANS, keys).items())


def _plan(reading: Reading, record: Any, activities: list[ImplementationActivity]) -> Plan:
    words = reading.words
    people = {item.responsible for item in (record, *activities) if item.responsible}
    names = reading.labels("people", people)
    of_phase: dict[str, list[Activity]] = {}
    for item in sorted(activities, key=_order):
        responsible = item.responsible_function or names.get(item.responsible or item.id, "")
        of_phase.setdefault(item.phase, []).append(Activity(item, responsible))
    system = reading.label("systems", record.system) if record.system else ""
    responsible = record.responsible_function or names.get(record.responsible or record.id, "")
    return Plan(record, system, responsible, tuple(_phases(record, of_phase, words)))


def _phases(record: Implementation, of_phase: Mapping[str, list[Activity]], words: Words) -> list[Phase]:
    """The plan's phases in its order, and after them those that only activities name."""
    rows = {row.phase: row for row in record.phases}
    order = list(words.all_of("inforandefas"))
    others = sorted(
        (code for code in of_phase if code not in rows),
        key=lambda code: order.index(code) if code in order else len(order),
    )
    return [
        Phase(
            code,
            words.label_of("inforandefas", code) if code else "",
            rows.get(code),
            tuple(of_phase.get(code, ())),
        )
        for code in (*rows, *others)
    ]


def _order(activity: ImplementationActivity) -> tuple[int, date, str]:
    day = activity.starts_on or activity.ends_on or date.max
    place = activity.place if activity.place is not None else 10_000
    return (place, day, activity.title)


def _stages(row: PhaseRow | None) -> list[Stage]:
    return [] if row is None else [Stage(Span(row.starts_on, row.ends_on), row.decision, row.decided_on)]
