"""Gemensamma kurser: the needs of all known kommuner as courses, with what each kommun pays and saves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Block, Cell, Column, DataTable, Heading, Paragraph, Row
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import kronor_figure
from itadmin.documents.prepared import Prepared
from itadmin.domain.text import file_name, swedish_key
from itadmin.services.reading import Reading
from itadmin.services.training.course_words import ANY_MONTH, told, whole_words
from itadmin.services.training.joining import Joined, courses
from itadmin.services.training.joint_sessions import month_words

TYPE, NAME = "course_list", "Gemensamma kurser"

_COLUMNS = (
    Column("Kurs", weight=64),
    Column("System", weight=44),
    Column("Deltagare", "right", 20),
    Column("Tillfällen", "right", 20),
    Column("Månad", weight=30),
    Column("Värd", weight=40),
    Column("Enskilt, kr", "right", 24),
    Column("Samordnat, kr", "right", 26),
    Column("Besparing, kr", "right", 26),
)
_PARTS = (
    Column("Kommun", weight=60),
    Column("Deltagare", "right", 24),
    Column("Tillfällen enskilt", "right", 30),
    Column("Enskilt, kr", "right", 30),
    Column("Samordnat, kr", "right", 30),
    Column("Besparing, kr", "right", 30),
    Column("Månaden", weight=30),
)
_NOTHING = "Inget utbildningsbehov är registrerat."
_ALONE = "Behov som bara en kommun har"
_HOW = (
    "Samma system och kurs i flera kommuner är en rad. Kostnaden delas efter antal deltagare. "
    "Varje tillfälle rymmer de platser som momentet anger, annars 12."
)


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The list of all years; it is about the whole file, whatever `record_id`."""
    del record_id
    return prepare_courses(reading, None, draft=draft)


def prepare_courses(reading: Reading, year: int | None, *, draft: bool = False) -> Prepared:
    """The list of a year, or of all."""
    title = NAME if year is None else f"{NAME} {year}"
    body = tuple(_body(reading, courses(reading, year)))
    paper = replace(dated_paper(reading, title, body, internal=False), draft=draft, landscape=True)
    return Prepared(paper, (), file_name(f"{title}_{paper.profile.organisation[:60]}_{reading.day.isoformat()}.pdf"))


def _body(reading: Reading, found: tuple[Joined, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph(_NOTHING, "lead")
        return
    yield Paragraph(whole_words(found), "lead")
    yield Paragraph(_HOW)
    joint, alone = [each for each in found if each.is_joint], [each for each in found if not each.is_joint]
    for year in dict.fromkeys(each.year for each in joint):
        yield Heading(f"Kurser {year}" if year else "Kurser utan år", 2, numbered=False)
        yield DataTable(_COLUMNS, tuple(_row(reading, each) for each in joint if each.year == year), wide=True)
    for each in joint:
        yield Heading(_titled(each), 3, numbered=False)
        yield Paragraph(told(reading, each))
        yield DataTable(_PARTS, tuple(_part_rows(each)), sum_row=True, wide=True)
    if alone:
        yield Heading(_ALONE, 2, numbered=False)
        yield DataTable(_COLUMNS, tuple(_row(reading, each) for each in alone), wide=True)


def _titled(joined: Joined) -> str:
    return " – ".join(filter(None, (joined.title, joined.system_name, str(joined.year or ""))))


def _row(reading: Reading, joined: Joined) -> Row:
    course = joined.course
    return (
        Cell(joined.title, strong=True),
        joined.system_name,
        str(course.people),
        str(course.sessions),
        month_words(reading, joined) or ANY_MONTH,
        joined.names[course.host],
        *(_figure(each) for each in (course.alone, course.together, course.saving)),
    )


def _part_rows(joined: Joined) -> Iterator[Row]:
    course = joined.course
    for part in sorted(course.parts, key=lambda part: swedish_key(joined.names[part.kommun])):
        figures = (_figure(each) for each in (part.alone, part.together, part.saving))
        suits = "Passar" if part.suits else "Passar inte"
        yield (joined.names[part.kommun], str(part.people), str(part.sessions_alone), *figures, suits)
    sums = (_figure(each) for each in (course.alone, course.together, course.saving))
    yield ("Summa", str(course.people), str(course.sessions_alone), *sums, Cell(" "))


def _figure(ore: int | None) -> str:
    """An amount in whole kronor below a heading that says so; "" where it is not known."""
    return "" if ore is None else kronor_figure((ore + 50) // 100 * 100, whole=True)
