"""The chapters of a styrande dokument: those that ship with the program, as the common text and a kommun's own have it.

A shipped chapter is a file of its own. Records of the document say what stands instead of it, comes after it or is
left out; first the common ones, then those of one kommun. Knows nothing of how chapters are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias
from uuid import UUID

from itadmin.assets import asset
from itadmin.documents.templates import TemplateError
from itadmin.domain.registers.steering_chapters import SteeringChapter
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.services.reading import Reading

Source: TypeAlias = Literal["shipped", "common", "local"]

PLACES_APART = 100
"""Between the places of shipped chapters, so that others can stand between them."""

_LAST = 10_000
_FILE_NAME = re.compile(r"([0-9]{2})-([a-z0-9_-]+)")
_HEADING = "# "
_ADDITION, _LEFT_OUT = "tillagg", "utelamnas"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter as it stands: `source` is whose text it is, as far as anybody has changed it.

    `key` is the shipped chapter's name, or the id of the record that is a chapter of its own.
    """

    key: str
    heading: str
    text: str
    source: Source = "shipped"
    place: int = 0
    left_out: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether it stands in the paper: it does when it is not left out and says something."""
        return not self.left_out and bool(self.text)


def chapters_of(reading: Reading, document_id: UUID, municipality_id: UUID | None) -> tuple[Chapter, ...]:
    """The chapters that are printed, with a kommun's own or (None) as they are common to all. Raises KnownError."""
    found = all_chapters_of(reading, document_id, municipality_id)
    return tuple(chapter for chapter in found if chapter.is_printed)


def all_chapters_of(reading: Reading, document_id: UUID, municipality_id: UUID | None) -> tuple[Chapter, ...]:
    """The chapters in their order, also those that are not printed. Raises KnownError."""
    document = reading.one("steering_documents", document_id).record
    template = document.template if isinstance(document, SteeringDocument) else ""
    records = tuple(records_of(reading, document_id))
    common = (record for record in records if record.municipality is None)
    local = (record for record in records if municipality_id and record.municipality == municipality_id)
    return merged(shipped_chapters(template), common, local)


def records_of(reading: Reading, document_id: UUID) -> Iterator[SteeringChapter]:
    """The records that change the chapters of a document."""
    for read in reading.referring("steering_chapters", "document", document_id):
        if isinstance(read.record, SteeringChapter):
            yield read.record


def key_of(record: SteeringChapter) -> str:
    """The chapter that a record is about: a shipped one, a common one by its record's id, or its own."""
    return record.key or str(record.id)


def merged(
    shipped: Iterable[Chapter], common: Iterable[SteeringChapter], local: Iterable[SteeringChapter]
) -> tuple[Chapter, ...]:
    """Shipped chapters with what records of the common text, and then of a kommun's own, make of them."""
    chapters = {chapter.key: chapter for chapter in shipped}
    layers: tuple[tuple[Source, Iterable[SteeringChapter]], ...] = (("common", common), ("local", local))
    for source, records in layers:
        for record in sorted(records, key=_order):
            key = key_of(record)
            chapters[key] = _changed(chapters.get(key), record, source)
    return tuple(sorted(chapters.values(), key=lambda chapter: chapter.place))


def _order(record: SteeringChapter) -> tuple[bool, int, str, str]:
    """What stands instead of a chapter comes before what is added to it."""
    place = _LAST if record.place is None else record.place
    return record.manner == _ADDITION, place, record.heading, str(record.id)


def _changed(below: Chapter | None, record: SteeringChapter, source: Source) -> Chapter:
    """A chapter as a record makes it; without text the record only moves or renames it."""
    if below is None:
        place = _LAST if record.place is None else record.place
        left_out = record.manner == _LEFT_OUT
        return Chapter(key_of(record), record.heading, record.text, source, place, left_out)
    moved = replace(below, place=below.place if record.place is None else record.place)
    if record.manner == _LEFT_OUT:
        return replace(moved, left_out=True)
    if record.manner == _ADDITION:
        text = record.text if below.left_out else with_addition(below, record)
        return replace(moved, text=text, source=source, left_out=False)
    if not record.text and record.heading == below.heading:
        return replace(moved, left_out=False)
    return replace(moved, heading=record.heading, text=record.text or below.text, source=source, left_out=False)


def with_addition(below: Chapter, record: SteeringChapter) -> str:
    """A chapter's text with an addition after it, under a heading of its own where it has one."""
    heading = f"### {record.heading}" if record.heading != below.heading else ""
    return "\n\n".join(part for part in (below.text, heading, record.text) if part)


@cache
def shipped_chapters(template: str) -> tuple[Chapter, ...]:
    """The chapters that ship with the program for a template of `handlingsmall`; none where one writes all oneself."""
    folder = asset("resources", "templates", "steering") / template
    return read_chapters(folder) if template and folder.is_dir() else ()


def read_chapters(folder: Path) -> tuple[Chapter, ...]:
    """The chapters of a folder, by the numbers of their files. Raises TemplateError when a file is not one."""
    return tuple(_read(path) for path in sorted(folder.glob("*.md")))


def _read(path: Path) -> Chapter:
    named = _FILE_NAME.fullmatch(path.stem)
    try:
        first, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(
            f"Kapitlet {path.name} går inte att läsa. Rätta eller ta bort filen.", details=str(error)
        ) from error
    heading = first.removeprefix(_HEADING).strip()
    if named is None:
        raise TemplateError(f"Kapitlet {path.name} ska ha ett namn som 01-inledning.md. Byt namn på filen.")
    if not first.startswith(_HEADING) or not heading:
        raise TemplateError(f"Kapitlet {path.name} ska börja med en rubrik på första raden. Lägg till den.")
    return Chapter(named[2], heading, text.strip(), place=int(named[1]) * PLACES_APART)
