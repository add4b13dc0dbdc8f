"""The Gantt pictures: which lanes stand below each other, what waits for what, and which bars can be moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from uuid import UUID

from itadmin.domain.calculations.gantt import Bar, begins_too_early, whole_of
from itadmin.domain.calculations.time_chart import Arrow, Axis, Lane, Tie, TimeChart, axis_over
from itadmin.domain.calendar import months_from
from itadmin.domain.states import DONE, DROPPED
from itadmin.services.gantt.gathering import ACTIVITIES, PLANS, Activity, Plan, plan_of, plans_under_way
from itadmin.services.gantt.lanes import activity_lane, phase_lane, plan_lane
from itadmin.services.gantt.words import (
    ALL_HEADINGS,
    ALL_TITLE,
    ARROWS,
    BEYOND,
    DAY_HEADING,
    HEADINGS,
    LEGEND,
    all_sentence,
    plan_sentence,
)
from itadmin.services.reading import Reading

_EMPTY_MONTHS = 3
Place = tuple[UUID, str]
"""What a row is about: a record, and of a plan's own record the phase; "" for the plan itself."""


@dataclass(frozen=True, slots=True)
class Handle:
    """What is moved by the bar of a row: an activity, or a phase of a plan."""

    register: str
    record_id: UUID
    phase: str
    name: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Gantt:
    """A picture, what its rows are about, and what can be moved in which."""

    chart: TimeChart
    rows: Mapping[Place, int]
    handles: Mapping[int, Handle]

    def place(self, row: int) -> Place | None:
        """What a row is about."""
        return next((place for place, number in self.rows.items() if number == row), None)


def gantt_of(reading: Reading, plan_id: UUID) -> Gantt:
    """A plan with its phases and activities, on the day of the reading. Raises NotFoundError."""
    plan, day, words = plan_of(reading, plan_id), reading.day, reading.words
    rows = _Rows(day)
    rows.add((plan.record.id, ""), plan_lane(plan, words, day, ""))
    names = {activity.record.id: activity.record.title for activity in plan.activities}
    for phase in plan.phases:
        lane = phase_lane(phase, plan.record.id, day, level=0)
        rows.add_phase(plan, phase.code, phase.bar, lane)
        for activity in phase.activities:
            record = activity.record
            handle = Handle(ACTIVITIES, record.id, "", record.title, activity.bar) if activity.bar else None
            rows.add((record.id, ""), activity_lane(activity, names, words, day), handle)
    arrows = tuple(_arrows(plan.activities, rows.places))
    beyond = BEYOND if any(phase.outside for phase in plan.phases) else ()
    chart = TimeChart(
        plan.record.title,
        plan_sentence(plan, day),
        rows.axis(),
        day,
        HEADINGS,
        DAY_HEADING,
        rows.makers(),
        (*LEGEND, *beyond, *(ARROWS if arrows else ())),
        arrows,
    )
    return Gantt(chart, rows.places, rows.handles)


def gantt_of_all(reading: Reading) -> Gantt:
    """The plans that are under way with their phases, on the day of the reading."""
    day, words = reading.day, reading.words
    rows, plans = _Rows(day), plans_under_way(reading)
    for plan in plans:
        rows.add((plan.record.id, ""), plan_lane(plan, words, day, plan.system))
        for phase in plan.phases:
            if phase.row is not None:
                rows.add_phase(plan, phase.code, phase.bar, phase_lane(phase, plan.record.id, day, level=1))
    beyond = BEYOND if any(phase.outside for plan in plans for phase in plan.phases) else ()
    chart = TimeChart(
        ALL_TITLE,
        all_sentence(len(plans)),
        rows.axis(),
        day,
        ALL_HEADINGS,
        DAY_HEADING,
        rows.makers(),
        (*LEGEND, *beyond),
    )
    return Gantt(chart, rows.places, rows.handles)


@dataclass(slots=True)
class _Rows:
    """The lanes of a picture while they are set one below the other."""

    day: date
    lanes: list[Lane] = field(default_factory=list)
    places: dict[Place, int] = field(default_factory=dict)
    handles: dict[int, Handle] = field(default_factory=dict)

    def add(self, place: Place, lane: Lane, handle: Handle | None = None) -> None:
        if handle is not None:
            self.handles[len(self.lanes)] = handle
        self.places[place] = len(self.lanes)
        self.lanes.append(lane)

    def add_phase(self, plan: Plan, code: str, bar: Bar | None, lane: Lane) -> None:
        plan_id = plan.record.id
        self.add((plan_id, code), lane, Handle(PLANS, plan_id, code, lane.name, bar) if bar else None)

    def makers(self) -> list[partial[Lane]]:
        return [partial(_same, lane) for lane in self.lanes]

    def axis(self) -> Axis:
        """The axis over everything that is drawn; over the nearest time where nothing is."""
        bars = [_drawn(lane) for lane in self.lanes]
        whole = whole_of(bars) or Bar(self.day, months_from(self.day, _EMPTY_MONTHS))
        return axis_over(whole.first, whole.last)


def _drawn(lane: Lane) -> Bar | None:
    """From the first to the last day that anything of a lane is drawn on."""
    days = [day for stretch in lane.stretches for day in (stretch.starts_on, stretch.ends_on) if day is not None]
    days += [mark.day for mark in lane.marks]
    return Bar(min(days), max(days)) if days else None


def _arrows(activities: tuple[Activity, ...], places: Mapping[Place, int]) -> Iterator[Arrow]:
    """What waits for what, as far as both have days; what has been dropped is waited for no more."""
    by_id = {activity.record.id: activity for activity in activities}
    for activity in activities:
        for awaited in (by_id[other] for other in activity.record.waits_for if other in by_id):
            bar, other = activity.bar, awaited.bar
            if bar is None or other is None or DROPPED in (activity.record.status, awaited.record.status):
                continue
            is_broken = awaited.record.status != DONE and begins_too_early(bar, other)
            tie = Tie.BROKEN if is_broken else Tie.KEPT
            yield Arrow(places[awaited.record.id, ""], places[activity.record.id, ""], tie)


def _same(lane: Lane) -> Lane:
    return lane
