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

from itadmin.domain.calculations.time_chart import Axis, Fill, Lane, Shape, TimeChart, axis_of
from itadmin.domain.calendar import MONTHS
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.services.timeline.agreement_lanes import agreement_lane, day_of, what_then
from itadmin.services.timeline.gathering import Agreement, Gathered, System
from itadmin.services.timeline.shown import Counted, Grouping, Shown, View
from itadmin.services.timeline.system_lanes import system_lane

CALENDAR_MONTHS, ROADMAP_MONTHS = 24, 60
CALENDAR_TITLE, ROADMAP_TITLE = "Avtalskalender", "Roadmap för system"

_CALENDAR_HEADINGS = ("Avtal", "Säg upp senast", "Slutdag", "Därefter", "Leverantör", "Ansvarig")
_ROADMAP_HEADINGS = ("System och avtal", "Fr.o.m.", "T.o.m.", "Säg upp senast", "Läge", "Ansvarig")
_DAY_HEADINGS = {Counted.NOTICE: "Säg upp senast", Counted.END: "Slutdag"}
_LAST_DAY = "Sista dag"
_AGREEMENT_LEGEND = (
    (Shape.NOTICE, "sista dag att säga upp"),
    (Shape.CHOICE, "option ska beslutas"),
    (Shape.END, "löper ut"),
    (Shape.RENEWAL, "perioden slutar, avtalet fortsätter"),
    (Fill.FIRM, "avtalat"),
    (Fill.CHOICE, "option"),
    (Fill.LIKELY, "förlängs om ingen säger upp"),
    (Fill.WINDOW, "för sent att säga upp"),
)
_ROADMAP_LEGEND = (
    (Shape.NOTICE, "sista dag att säga upp"),
    (Shape.CHOICE, "option ska beslutas"),
    (Shape.SUPPORT, "stödet upphör"),
    (Shape.END, "löper ut eller avvecklas"),
    (Shape.RENEWAL, "ny period"),
    (Fill.FIRM, "i drift, avtalat"),
    (Fill.CHOICE, "planerat, option"),
    (Fill.LIKELY, "förlängs om ingen säger upp"),
    (Fill.WINDOW, "för sent att säga upp"),
    (Fill.VAGUE, "dagen är inte känd"),
)
_NO_GROUP = {
    Grouping.SUPPLIER: "Utan leverantör",
    Grouping.RESPONSIBLE: "Utan ansvarig",
    Grouping.KIND: "Utan slag",
    Grouping.DEPARTMENT: "Utan förvaltning",
}
_WITHOUT_SYSTEM = "Avtal utan system"

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
    sentence = _calendar_sentence(axis, shown, len(chosen), len(dated) - len(near))
    chart = TimeChart(
        CALENDAR_TITLE,
        sentence,
        axis,
        gathered.day,
        _CALENDAR_HEADINGS,
        _DAY_HEADINGS[shown.counted],
        rows.makers,
        _AGREEMENT_LEGEND,
    )
    return Charted(chart, rows.of_records, _groups(agreements, shown.grouping))


def _roadmap(gathered: Gathered, shown: Shown) -> Charted:
    axis = axis_of(date(gathered.day.year, 1, 1), ROADMAP_MONTHS)
    systems = sorted(gathered.systems(), key=lambda item: item.facts.sort_key)
    chosen = _chosen(systems, shown)
    rows = _Rows()
    for heading, within in _grouped(chosen, shown):
        rows.add_heading(heading)
        for system in within:
            rows.add(system.record_id, partial(system_lane, system))
            _add_agreements(rows, system.agreements, axis)
    loose = [item for item in gathered.agreements.values() if not item.time.systems]
    if loose and shown.group is None:
        rows.add_heading(_WITHOUT_SYSTEM)
        _add_agreements(rows, sorted(loose, key=lambda item: item.facts.sort_key), axis)
    sentence = f"{len(chosen)} system med sina avtal, {axis.first.year}–{axis.last.year}."
    chart = TimeChart(
        ROADMAP_TITLE, sentence, axis, gathered.day, _ROADMAP_HEADINGS, _LAST_DAY, rows.makers, _ROADMAP_LEGEND
    )
    return Charted(chart, rows.of_records, _groups(systems, shown.grouping))


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
    return tuple((name, name or _NO_GROUP[grouping]) for name in ordered)


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
    return Lane(words, words, (words, *[""] * (len(_CALENDAR_HEADINGS) - 1)))


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


def _calendar_sentence(axis: Axis, shown: Shown, number: int, others: int) -> str:
    what = "sista dag att säga upp eller besluta" if shown.counted is Counted.NOTICE else "slutdag"
    time = f"{_month(axis.first)} – {_month(axis.last)}"
    said = f"{number} avtal har sin {what} {time}."
    return f"{said} {others} avtal har den senare eller ingen alls." if others else said


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
