"""Avtalskalender and roadmap on paper: the picture on A3, and the same as a table after it. For one's own use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Cell, Column, DataTable, Paragraph, Row, Timeline
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.prepared import Prepared
from itadmin.domain.calculations.time_chart import Lane, TimeChart
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading
from itadmin.services.timeline import CALENDAR_TITLE, ROADMAP_TITLE, Shown, View, chart_of

CALENDAR_TYPE, CALENDAR_NAME = "agreement_calendar", CALENDAR_TITLE
ROADMAP_TYPE, ROADMAP_NAME = "roadmap", ROADMAP_TITLE
MOST_LANES = 2_000
"""More than some hundred large pages are nothing to read."""

_WEIGHTS = (70, 26, 26, 46, 56, 56)
_INDENT = "– "
_NOTHING = "Det finns inget att visa."
_SECRECY = "Bilden är ett internt underlag. Pröva sekretessen innan den lämnas ut."
_ALT = "Samma uppgifter står i tabellen efter figuren."


def prepare_calendar(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The calendar of all agreements; it is about the whole file, whatever `record_id`."""
    del record_id
    return prepare_chart(reading, Shown(View.CALENDAR), draft=draft)


def prepare_roadmap(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The roadmap of all systems; it is about the whole file, whatever `record_id`."""
    del record_id
    return prepare_chart(reading, Shown(View.ROADMAP), draft=draft)


def prepare_chart(reading: Reading, shown: Shown, *, draft: bool = False) -> Prepared:
    """The paper of a picture of time. Raises KnownError when it has more lanes than can be read on paper."""
    return prepare_picture(reading, chart_of(reading, shown).chart, _WEIGHTS, draft=draft)


def prepare_picture(reading: Reading, chart: TimeChart, weights: Sequence[float], *, draft: bool) -> Prepared:
    """The paper of any picture of time; `weights` are those of the columns of its table. Raises KnownError."""
    if len(chart) > MOST_LANES:
        rows = grouped(len(chart))
        raise KnownError(f"{rows} rader blir för långt för papper. Välj en grupp, en plan eller listans urval.")
    body = (
        Timeline(chart, chart.sentence, f"{chart.sentence} {_ALT}"),
        _table(chart, weights) if len(chart) else Paragraph(_NOTHING),
        Paragraph(_SECRECY, "note"),
    )
    paper = replace(dated_paper(reading, chart.title, body), draft=draft, landscape=True, large=True)
    name = f"{chart.title}_{paper.profile.organisation[:60]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, (), file_name(name))


def _table(chart: TimeChart, weights: Sequence[float]) -> DataTable:
    columns = tuple(Column(title, weight=weight) for title, weight in zip(chart.headings, weights, strict=True))
    return DataTable(columns, tuple(map(_row, chart.lanes())), wide=True)


def _row(lane: Lane) -> Row:
    name, *others = lane.cells
    if lane.is_heading:
        return (Cell(name, strong=True), *(Cell(" ") for _ in others))
    return (Cell(f"{_INDENT * lane.level}{name}", strong=not lane.level), *others)
