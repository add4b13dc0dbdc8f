"""Review sheets: a workbook for each who answers for systems, filled in with what is known, to correct and send back.

For whoever has no access to the program; what comes back is read as any import, by the systems' ids. Systems that
concern security protection never leave in a sheet, nor any field that stays in the register file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import chain, count
from uuid import UUID

from itadmin.domain.fields import Choice, Field
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name
from itadmin.services.exporting.cells import cell_of, column_of
from itadmin.services.exporting.sheet import Column, Row, Sheet, Written
from itadmin.services.reading import Read, Reading
from itadmin.services.reviewing.answers import ANSWER, BY, ON
from itadmin.services.reviewing.rounds import NOBODY, by_reviewer, to_review

_WORKBOOK = "itadmin.services.exporting.workbook"
_REGISTER = REGISTERS["systems"]

QUESTIONS = (
    "name",
    "purpose",
    "lifecycle",
    "planned_retirement",
    "department",
    "system_owner",
    "system_manager",
    "deputy_manager",
    "information_owner",
    "supplier",
    "product",
    "version",
    "user_count",
    "confidentiality",
    "integrity",
    "availability",
    "traceability",
    "classified_on",
    "personal_data",
    "sensitive_personal_data",
    "dpa_status",
    "system_documentation",
    "operations_documentation",
    "routine_documentation",
    "user_guide",
    "function_rating",
    "competence_rating",
    "note",
)
"""What is asked of a system every year, in the order it is asked."""

_KEYS = ("name",)
_ASKED = tuple(name for name in QUESTIONS if name not in _KEYS)
"""What stands after the answer, which is beside the name."""

_NOT_IN_NAME = re.compile(r"[^\w-]+")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who looks through some systems: what they are called, the person if it is one, and the systems by name."""

    name: str
    person_id: UUID | None
    systems: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A sheet to send: to whom, what its file is called, and the file itself."""

    reviewer: Reviewer
    file_name: str
    written: Written


def reviewers(reading: Reading) -> list[Reviewer]:
    """Who has systems to look through, in Swedish order of their names, those that are nobody's last.

    Systems that are no longer used or concern security protection are nobody's to look through on a sheet.
    """
    reads = (read for read in to_review(reading) if not _is_protected(read))
    return [
        Reviewer(name or NOBODY, person_id, tuple(read.record.id for read in found))
        for (name, person_id), found in by_reviewer(reads)
    ]


def protected(reading: Reading) -> list[str]:
    """The names of the systems that are left out because they concern security protection."""
    return [read.label for read in to_review(reading) if _is_protected(read)]


def review_sheets(reading: Reading, chosen: Iterable[Reviewer], existing: Iterable[str] = ()) -> Iterator[ReviewSheet]:
    """The sheets of those chosen, one at a time, each with a file name of its own that no `existing` file has."""
    taken = {name.casefold() for name in existing}
    for reviewer in chosen:
        name = _file_name(reviewer.name, reading.day.year, taken)
        taken.add(name.casefold())
        yield ReviewSheet(reviewer, name, review_sheet(reading, reviewer))


def review_sheet(reading: Reading, reviewer: Reviewer) -> Written:
    """The workbook of one: known values filled in, words to choose from, keys locked without a password."""
    reads = reading.many(_REGISTER.name, reviewer.systems).values()
    title = f"Årlig granskning {reading.day.year} – {reviewer.name}"
    organisation = reading.organisation().label
    sheet = Sheet(
        "Granskning",
        tuple(_columns(reading)),
        (_row(read) for read in reads),
        above=(f"{title}, {organisation}", *_INSTRUCTIONS),
        protected=True,
    )
    written: Written = import_module(_WORKBOOK).write_workbook([sheet], title, reading.day)
    return written


_INSTRUCTIONS = (
    "1. Rätta direkt i cellerna. De grå går inte att ändra. En tom cell ändrar ingenting.",
    f"2. Svara Ja under ”{ANSWER}” när allt på raden är rätt, också det du rättat, annars Nej.",
    "3. Skriv ditt namn och dagens datum, spara filen och skicka tillbaka den till den som skickade den.",
    "",
)


def _is_protected(read: Read) -> bool:
    return bool(getattr(read.record, "security_protection", None))


def _columns(reading: Reading) -> Iterator[Column]:
    yield from (_column(reading, name) for name in _KEYS)
    yield Column(ANSWER, choices=("Ja", "Nej"), help="Ja när allt på raden är rätt, Nej om något återstår.")
    yield Column(_REGISTER.fields[BY].label, help="Ditt namn. Lämnas det tomt gäller den som är systemansvarig.")
    yield Column(_REGISTER.fields[ON].label, "day", help="Dagens datum. Lämnas det tomt gäller dagen då svaret kommer.")
    yield from (_column(reading, name) for name in _ASKED)
    yield Column("Id", fixed=True, quiet=True)


def _column(reading: Reading, name: str) -> Column:
    field = _REGISTER.fields[name]
    return replace(column_of(field), choices=_choices(reading, field), fixed=name in _KEYS)


def _choices(reading: Reading, field: Field) -> tuple[str, ...]:
    if isinstance(field, Choice):
        return tuple(reading.words.offered(field.values).values())
    return column_of(field).choices


def _row(read: Read) -> Row:
    keys, asked = ((cell_of(_REGISTER, read, name) for name in names) for names in (_KEYS, _ASKED))
    return (*keys, None, None, None, *asked, str(read.record.id))


def _file_name(name: str, year: int, taken: set[str]) -> str:
    """The file of somebody: "Granskning_Anna_Ek_2026.xlsx"; with a number when there is one of that name."""
    base = _NOT_IN_NAME.sub("_", name[:_LONGEST_NAME]).strip("_") or "namnlos"
    marks = chain([""], (f"_{number}" for number in count(2)))
    names = (file_name(f"Granskning_{base}{mark}_{year}.xlsx") for mark in marks)
    return next(each for each in names if each.casefold() not in taken)
