"""The pictures of time: the calendar of agreements, and the roadmap of systems with their agreements.

Which lanes there are is worked out at once, what is drawn of each when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar
from uuid import UUID

from itadmin.domain.calculations.time_chart import Axis, Lane, TimeChart, axis_of
from itadmin.domain.calendar import Interval
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.services.timeline.agreement_lanes import agreement_lane, day_of, is_dated, what_then
from itadmin.services.timeline.chart_words import (
    AGREEMENT_LEGEND,
    CALENDAR_HEADINGS,
    CALENDAR_TITLE,
    DAY_HEADINGS,
    LAST_DAY,
    NO_GROUP,
    ROADMAP_HEADINGS,
    ROADMAP_LEGEND,
    ROADMAP_TITLE,
    WITHOUT_SYSTEM,
    calendar_sentence,
    roadmap_sentence,
)
from itadmin.services.timeline.gathering import Agreement, Gathered, System
from itadmin.services.timeline.shown import Counted, Grouping, Shown, View
from itadmin.services.timeline.system_lanes import happens, system_lane

CALENDAR_MONTHS, ROADMAP_MONTHS = 24, 60

Item = TypeVar("Item", Agreement, System)


@dataclass(frozen=True, slots=True)
class Charted:
    """A picture, the first row of each record in it, and the groups it can be narrowed to with what they are called."""

    chart: TimeChart
    rows: Mapping[UUID, int]
    groups: tuple[tuple[str, str], ...]


def chart_of(reading: Reading, shown: Shown) -> Charted:
    """The picture that is wanted, on the day of the reading."""
    gathered = Gathered(reading, shown)
    return _calendar(gathered, shown) if shown.view is View.CALENDAR else _roadmap(gathered, shown)


class _Rows:
    """The lanes of a picture while they are set one below the other."""

    def __init__(self) -> None:
        self.makers: list[Callable[[], Lane]] = []
        self.of_records: dict[UUID, int] = {}

    def add_heading(self, words: str) -> None:
        if words:
            self.makers.append(partial(_heading, words))

    def add(self, record_id: UUID, make: Callable[[], Lane]) -> None:
        self.of_records.setdefault(record_id, len(self.makers))
        self.makers.append(make)


def _calendar(gathered: Gathered, shown: Shown) -> Charted:
    axis = axis_of(gathered.day, CALENDAR_MONTHS)
    dated = [(day_of(item.standing, shown.counted), item) for item in gathered.agreements.values()]
    near = [(day, item) for day, item in dated if day is not None and day <= axis.last]
    near.sort(key=lambda pair: (pair[0], pair[1].facts.sort_key))
    agreements = [item for _day, item in near]
    chosen = _chosen(agreements, shown)
    rows = _Rows()
    for heading, within in _grouped(chosen, shown):
        rows.add_heading(heading)
        for item in within:
            rows.add(item.record_id, partial(_agreement_in_calendar, item, axis.last, shown.counted))
    sentence = calendar_sentence(axis, shown.counted, len(chosen), len(dated) - len(near))
    chart = TimeChart(
        CALENDAR_TITLE,
        sentence,
        axis,
        gathered.day,
        CALENDAR_HEADINGS,
        DAY_HEADINGS[shown.counted],
        rows.makers,
        AGREEMENT_LEGEND,
    )
    return Charted(chart, rows.of_records, _groups(agreements, shown.grouping))


def _roadmap(gathered: Gathered, shown: Shown) -> Charted:
    axis = axis_of(date(gathered.day.year, 1, 1), ROADMAP_MONTHS)
    systems = sorted(gathered.systems(), key=lambda item: item.facts.sort_key)
    wanted = _chosen(systems, shown)
    chosen = [system for system in wanted if shown.all_systems or _is_told_of(system, axis)]
    rows = _Rows()
    for heading, within in _grouped(chosen, shown):
        rows.add_heading(heading)
        for system in within:
            rows.add(system.record_id, partial(system_lane, system))
            _add_agreements(rows, system.agreements, axis)
    loose = [item for item in gathered.agreements.values() if not item.time.systems]
    if loose and shown.group is None:
        rows.add_heading(WITHOUT_SYSTEM)
        _add_agreements(rows, sorted(loose, key=lambda item: item.facts.sort_key), axis)
    sentence = roadmap_sentence(axis, len(chosen), len(wanted) - len(chosen))
    chart = TimeChart(
        ROADMAP_TITLE, sentence, axis, gathered.day, ROADMAP_HEADINGS, LAST_DAY, rows.makers, ROADMAP_LEGEND
    )
    return Charted(chart, rows.of_records, _groups(systems, shown.grouping))


def _is_told_of(system: System, axis: Axis) -> bool:
    """Whether there is anything to see of a system: a day of its own, or one of its agreements."""
    dated = any(is_dated(agreement, axis.last) for agreement in system.agreements)
    return dated or happens(system, Interval(axis.first, axis.last))


def _add_agreements(rows: _Rows, agreements: Iterable[Agreement], axis: Axis) -> None:
    for item in agreements:
        rows.add(item.record_id, partial(_agreement_in_roadmap, item, axis.last))


def _chosen(items: Sequence[Item], shown: Shown) -> list[Item]:
    return [item for item in items if shown.group is None or item.group(shown.grouping) == shown.group]


def _groups(items: Iterable[Agreement | System], grouping: Grouping) -> tuple[tuple[str, str], ...]:
    """The groups that there are, as value and word, in Swedish order; what belongs to none comes last."""
    if grouping is Grouping.NOTHING:
        return ()
    names = {item.group(grouping) for item in items}
    ordered = sorted(names, key=lambda name: (not name, swedish_key(name)))
    return tuple((name, name or NO_GROUP[grouping]) for name in ordered)


def _grouped(items: Sequence[Item], shown: Shown) -> Iterator[tuple[str, Sequence[Item]]]:
    """The items under the headings of their groups, in the order they have; without groups all under none."""
    if shown.grouping is Grouping.NOTHING:
        yield "", items
        return
    within: dict[str, list[Item]] = {}
    for item in items:
        within.setdefault(item.group(shown.grouping), []).append(item)
    for value, words in _groups(items, shown.grouping):
        yield words, within[value]


def _heading(words: str) -> Lane:
    return Lane(words, words, (words, *[""] * (len(CALENDAR_HEADINGS) - 1)))


def _agreement_in_calendar(agreement: Agreement, until: date, counted: Counted) -> Lane:
    lane = agreement_lane(agreement, until, counted)
    cells = (
        lane.name,
        _iso(day_of(agreement.standing, Counted.NOTICE)),
        _iso(day_of(agreement.standing, Counted.END)),
        what_then(agreement),
        agreement.facts.supplier,
        agreement.responsible,
    )
    return replace(lane, cells=cells)


def _agreement_in_roadmap(agreement: Agreement, until: date) -> Lane:
    standing = agreement.standing
    counted = Counted.END if day_of(standing, Counted.NOTICE) is None else Counted.NOTICE
    lane = agreement_lane(agreement, until, counted, level=1)
    cells = (
        lane.name,
        _iso(standing.term_starts_on),
        _iso(day_of(standing, Counted.END)),
        _iso(day_of(standing, Counted.NOTICE)),
        what_then(agreement),
        agreement.responsible,
    )
    return replace(lane, cells=cells)


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
