"""Kursintyg: that somebody has done the modules of a session, or one without a session, and for how long that holds.

It is the person's own paper, signed by who gave the course. Only what has been done can be certified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from itadmin.documents.content import (
    Block,
    BulletList,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Missing,
    Paragraph,
    Run,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.course_facts import PARTICIPATIONS, Course, course_of, form_words, length_in_words, unit_name
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.phrases import day_in_words
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.domain.calculations.participation import ATTENDED
from itadmin.domain.calendar import spoken_day
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.domain.text import file_name
from itadmin.domain.words import Words
from itadmin.services.reading import Reading

__all__ = ["NAME", "TYPE", "prepare"]

TYPE = "course_certificate"
NAME = "Kursintyg"

_PERSON, _ABOUT, _DAY = "deltagarens namn", "vad intyget gäller", "vilken dag det genomfördes"
_LONGEST_NAME_PART = 50
_LABELS = 42


@dataclass(frozen=True)
class _Done:
    """What is certified: of whom, which course, and when it was done."""

    part: TrainingParticipation
    person: Person | None
    course: Course
    day: date | None
    unit: str


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The certificate of one participation. Raises KnownError when there is none, or nothing has been done."""
    found = _gather(reading, record_id)
    name = found.person.name if found.person else ""
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(found, reading)), internal=False),
        subtitle=name,
        subject=f"{NAME}: {name}, {found.course.title}",
        header_right=found.course.title or NAME,
        draft=draft,
    )
    parts = (NAME, found.course.title or "kurs", name or "deltagare")
    proposed = "_".join(part[:_LONGEST_NAME_PART] for part in parts)
    return Prepared(paper, missing_values(paper, _targets(found)), file_name(f"{proposed}.pdf"))


def _targets(found: _Done) -> dict[str, Target]:
    record = found.part.id
    return {
        _PERSON: Target(PARTICIPATIONS, record, "person"),
        _ABOUT: Target(PARTICIPATIONS, record, "session"),
        _DAY: Target(PARTICIPATIONS, record, "completed_on"),
    }


def _gather(reading: Reading, record_id: UUID | None) -> _Done:
    if record_id is None:
        raise KnownError("Välj vilket deltagande intyget ska göras av.")
    part = reading.one(PARTICIPATIONS, record_id).record
    if not isinstance(part, TrainingParticipation):
        raise KnownError("Intyget kan bara göras av ett deltagande.")
    if part.status != ATTENDED:
        raise KnownError("Intyget kan bara göras för den som har genomfört utbildningen. Notera närvaron först.")
    people = reading.many("people", [part.person]).values() if part.person else ()
    person = next((read.record for read in people if isinstance(read.record, Person)), None)
    course = course_of(reading, part)
    unit = part.organisation or (person.organisation if person else None)
    day = part.completed_on or (course.days[-1] if course.days else None)
    _refuse_before(day, reading.day)
    return _Done(part, person, course, day, unit_name(reading, unit))


def _refuse_before(done: date | None, today: date) -> None:
    if done is not None and done > today:
        told = spoken_day(done, today)
        raise KnownError(f"Intyget kan göras först {told}, när utbildningen har genomförts. Rätta dagen om den är fel.")


def _body(found: _Done, reading: Reading) -> Iterator[Block]:
    course = found.course
    name: Run = Strong(found.person.name) if found.person else Missing(_PERSON)
    about: Run = Strong(course.title) if course.title else Missing(_ABOUT)
    day: Run = day_in_words(found.day) if found.day else Missing(_DAY)
    yield Paragraph((name, " har genomfört ", about, " ", day, "."), "lead")
    yield FieldTable(
        tuple(Field(label, value) for label, value in _told(found, reading.words) if value), label_width=_LABELS
    )
    if course.modules:
        yield Heading("Innehåll", numbered=False)
        yield from _content(found)
    host = course.host or reading.organisation().label
    yield SignatureBlock((SignatureParty("den som har gett utbildningen", host, "", (Signatory(_signs(course)),)),))


def _signs(course: Course) -> str:
    return "Lärare" if course.teacher else "Kursansvarig"


def _told(found: _Done, words: Words) -> Iterator[tuple[str, str]]:
    course, person = found.course, found.person
    session = course.session
    yield _beside(("Befattning", person.title if person else ""), ("Organisation", found.unit))
    yield "System", ", ".join(name for name in course.about if name not in course.title)
    yield _beside(("Dag", _days(found)), ("Plats", session.venue if session else ""))
    yield _beside(("Omfattning", length_in_words(course.minutes)), ("Form", form_words(course, words)))
    yield "Lärare", course.teacher
    valid = dict(course.valid_until(found.day))
    if len(set(valid.values())) == 1 and len(valid) == len(course.modules):
        yield "Giltigt till och med", next(iter(valid.values())).isoformat()


def _beside(first: tuple[str, str], second: tuple[str, str]) -> tuple[str, str]:
    """Two things told on one line, so that all has room on one sheet; only one of them where the other is not told."""
    told = [(label, value) for label, value in (first, second) if value]
    label = " och ".join(label.lower() if place else label for place, (label, _value) in enumerate(told))
    return label, ", ".join(value for _label, value in told)


def _days(found: _Done) -> str:
    days = found.course.days
    if not days or found.day is None:
        return found.day.isoformat() if found.day else ""
    return days[0].isoformat() if days[0] == days[-1] else f"{days[0]} – {days[-1]}"


def _content(found: _Done) -> Iterator[Block]:
    """What was learnt: a table where there are several modules, of one its content alone."""
    course = found.course
    valid = dict(course.valid_until(found.day))
    if len(course.modules) > 1:
        rows = tuple(
            (
                module.title,
                length_in_words(module.minutes or 0),
                valid[module.title].isoformat() if module.title in valid else "tills vidare",
            )
            for module in course.modules
        )
        yield DataTable(
            (Column("Moment", weight=80), Column("Omfattning", weight=36), Column("Giltigt till och med", weight=40)),
            rows,
            row_heading="strong",
        )
    several = len(course.modules) > 1
    for module in course.modules:
        lines = [line.strip() for line in module.content.splitlines() if line.strip()]
        if len(lines) > 1:
            if several:
                yield Paragraph((Strong(module.title),))
            yield BulletList(tuple(lines))
        elif lines:
            yield Paragraph((Strong(f"{module.title}. "), lines[0]) if several else lines[0])
        elif not several:
            yield Paragraph(module.title)
