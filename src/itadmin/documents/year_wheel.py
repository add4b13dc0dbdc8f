"""Årshjulet on paper: the ring of a year on A3, and the same days as a table below it. For one's own use."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Cell, Column, DataTable, Paragraph, Row, YearRing
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.prepared import Prepared
from itadmin.domain.calculations.year_ring import Happening, YearPicture
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.services.planner.wheel import TITLE, Asked, wheel_of
from itadmin.services.reading import Reading

TYPE, NAME = "annual_wheel", TITLE
MOST_DAYS = 2_000
"""More than some dozen large pages are nothing to read."""

_WEIGHTS = (38, 46, 96, 67)
_NAME_CELL = 2
_NOTHING = "Det finns inga dagar att visa."
_SECRECY = "Årshjulet är ett internt underlag. Pröva sekretessen innan det lämnas ut."
_ALT = "Samma dagar står i tabellen efter figuren."


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """Årshjulet of the year it is, with all of its days; it is about the whole file, whatever `record_id`."""
    del record_id
    return prepare_wheel(reading, Asked(reading.day.year), draft=draft)


def prepare_wheel(reading: Reading, asked: Asked, *, draft: bool = False) -> Prepared:
    """The paper of what is asked for. Raises KnownError when it has more days than can be read on paper."""
    picture = wheel_of(reading, asked).picture
    days = len(picture.ring.happenings)
    if days > MOST_DAYS:
        raise KnownError(f"{grouped(days)} dagar blir för långt för papper. Visa färre slag, eller en ansvarig.")
    front = (
        YearRing(picture, picture.sentence, f"{picture.sentence} {_ALT}"),
        _table(picture) if days else Paragraph(_NOTHING),
        Paragraph(_SECRECY, "note"),
    )
    paper = replace(dated_paper(reading, picture.title, ()), draft=draft, large=True, front=front)
    return Prepared(paper, (), file_name(f"{picture.title}_{paper.profile.organisation[:60]}.pdf"))


def _table(picture: YearPicture) -> DataTable:
    columns = tuple(Column(title, weight=weight) for title, weight in zip(picture.headings, _WEIGHTS, strict=True))
    return DataTable(columns, tuple(map(_row, picture.ring.happenings)), wide=True)


def _row(happening: Happening) -> Row:
    return tuple(Cell(words, strong=place == _NAME_CELL) for place, words in enumerate(happening.cells))
