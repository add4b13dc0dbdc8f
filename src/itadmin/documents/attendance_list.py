"""Närvarolista: who is to come to a session, with room to sign for each day, and empty rows for others who come.

Names people, so it is a working paper of the house. Who waits for a seat stands last; who has left does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Block, Column, DataTable, Field, FieldTable, Paragraph, Row
from itadmin.documents.course_facts import Attendant, Course, attendants, course_of_session
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.domain.calculations.participation import LEFT, WAITING
from itadmin.domain.calendar import weekday_name
from itadmin.domain.text import file_name, listed
from itadmin.services.reading import Reading

__all__ = ["NAME", "TYPE", "prepare"]

TYPE = "attendance_list"
NAME = "Närvarolista"

_MOST_DAYS, _LAY_DOWN = 5, 2
_EMPTY_ROWS, _MOST_EMPTY = 4, 20
_ROW_HEIGHT = 9
_LONGEST_NAME_PART = 60
_LABELS = 32
_NOTE = (
    "Skriv under för varje dag som du deltar. Den som inte står på listan skriver sitt namn på en tom rad. "
    "Listan är ett internt arbetspapper; närvaron noteras i registret."
)


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The list of one session. Raises KnownError when there is none."""
    course = course_of_session(reading, record_id)
    people = attendants(reading, record_id) if record_id else []
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(course, people))),
        subtitle=course.title,
        subject=f"{NAME}: {course.title}",
        header_right=course.title,
        draft=draft,
        landscape=len(_columns(course)) > _LAY_DOWN,
    )
    day = course.days[0] if course.days else reading.day
    return Prepared(paper, (), file_name(f"{NAME}_{course.title[:_LONGEST_NAME_PART]}_{day.isoformat()}.pdf"))


def _body(course: Course, people: Sequence[Attendant]) -> Iterator[Block]:
    coming = [each for each in people if each.status not in (WAITING, LEFT)]
    waiting = [each for each in people if each.status == WAITING]
    told = tuple(Field(label, value) for label, value in _told(course, len(coming), len(waiting)) if value)
    if told:
        yield FieldTable(told, label_width=_LABELS)
    days = _columns(course)
    width = 64 / len(days)
    columns = (
        Column("Nr", "right", 8),
        Column("Namn", weight=44, to_write=True),
        Column("Förvaltning", weight=58, to_write=True),
        *(Column(day, weight=max(width, 26), to_write=True) for day in days),
    )
    blank = ("",) * len(days)
    rows: list[Row] = [
        (str(number), f"{each.name} (reserv)" if each.status == WAITING else each.name, each.unit, *blank)
        for number, each in enumerate((*coming, *waiting), start=1)
    ]
    left = (course.session.seats or 0) - len(coming) if course.session else 0
    empty = min(max(left, _EMPTY_ROWS), _MOST_EMPTY)
    rows += [(str(len(rows) + number), "", "", *blank) for number in range(1, empty + 1)]
    yield DataTable(columns, tuple(rows), row_heading="label", wide=True, row_height=_ROW_HEIGHT)
    yield Paragraph(_NOTE, "note")


def _told(course: Course, coming: int, waiting: int) -> Iterator[tuple[str, str]]:
    session, days = course.session, course.days
    if days:
        first = f"{weekday_name(days[0])} {days[0]}"
        span = first if len(days) == 1 else f"{first} – {weekday_name(days[-1])} {days[-1]}"
        yield "Dag", f"{span}, {course.time}" if course.time else span
    yield "Lokal", session.venue or session.meeting_link if session else ""
    yield "Lärare", course.teacher
    yield "Moment", listed([module.title for module in course.modules if module.title != course.title])
    seats = session.seats if session else None
    people = counted(coming, "anmäld", "anmälda") if coming else "Inga anmälda"
    reserves = f", {counted(waiting, 'reserv', 'reserver')}" if waiting else ""
    yield "Platser", f"{people} på {counted(seats, 'plats', 'platser')}{reserves}" if seats else f"{people}{reserves}"


def _columns(course: Course) -> tuple[str, ...]:
    """What one signs for: each day, or the whole where it has too many days for that."""
    days = course.days
    if 1 < len(days) <= _MOST_DAYS:
        return tuple(f"Underskrift {day.day}/{day.month}" for day in days)
    return ("Underskrift",)
