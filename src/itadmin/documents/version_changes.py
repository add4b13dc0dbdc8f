"""What differs between two versions of a styrande dokument: its fields, and its chapters word by word.

Chapters are met by what they stand for, those of one's own by their headings. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from uuid import UUID

from itadmin.documents.chapters import Chapter, chapters_of
from itadmin.documents.phrases import counted
from itadmin.documents.read_text import read_text, told_paragraphs
from itadmin.documents.variables import values_of
from itadmin.documents.worked_out import worked_out
from itadmin.domain.calculations.text_changes import Piece, text_changes
from itadmin.domain.fields import Rows
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import fold
from itadmin.services.display import field_text
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Sheet
from itadmin.services.reading import Read, Reading

REGISTER = REGISTERS["steering_documents"]
What: TypeAlias = Literal["same", "changed", "added", "removed"]
WORDS: Mapping[What, str] = {"same": "Oförändrat", "changed": "Ändrat", "added": "Nytt", "removed": "Borttaget"}
"""How a chapter is, in a word."""

_NOT_COMPARED = ("replaces",)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says another thing; "" where it says nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A chapter, as both versions have it. `heading_before` is what it was called, "" when that is the same."""

    heading: str
    what: What
    pieces: tuple[Piece, ...]
    heading_before: str = ""


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """All that differs, and the chapters that do not, in the order of the later version."""

    title: str
    earlier: str
    later: str
    fields: tuple[FieldChange, ...]
    chapters: tuple[ChapterChange, ...]

    @property
    def told(self) -> str:
        """What there is to see, in a sentence."""
        number = {what: sum(chapter.what == what for chapter in self.chapters) for what in WORDS}
        parts = (
            (number["changed"], "ändrat kapitel", "ändrade kapitel"),
            (number["added"], "nytt kapitel", "nya kapitel"),
            (number["removed"], "borttaget kapitel", "borttagna kapitel"),
            (len(self.fields), "ändrad uppgift", "ändrade uppgifter"),
        )
        told = ", ".join(counted(*part) for part in parts if part[0])
        return f"Från {self.earlier} till {self.later}: {told or 'inget skiljer sig'}.{self._without_text()}"

    def _without_text(self) -> str:
        """That one of them has no text here, where all chapters therefore are as if they were new or gone."""
        for what, name in (("added", self.earlier), ("removed", self.later)):
            if self.chapters and all(chapter.what == what for chapter in self.chapters):
                return f" {name[:1].upper()}{name[1:]} har ingen text i programmet att jämföra med."
        return ""


def version_name(read: Read) -> str:
    """What tells a version from the others: "2.0 (fastställd)"."""
    version, status = (field_text(REGISTER, read, name) for name in ("version", "status"))
    return f"{version or read.label} ({status.lower()})" if status else version or read.label


def version_changes(reading: Reading, earlier_id: UUID, later_id: UUID, municipality_id: UUID | None) -> VersionChanges:
    """What differs between two documents, with a kommun's own text or (None) the common one. Raises KnownError."""
    earlier, later = (reading.one(REGISTER.name, each) for each in (earlier_id, later_id))
    texts = (_as_read(reading, each, municipality_id) for each in (earlier, later))
    return VersionChanges(
        later.label,
        f"version {version_name(earlier)}",
        f"version {version_name(later)}",
        tuple(_fields(earlier, later)),
        tuple(chapter_changes(*texts)),
    )


def chapter_changes(before: Sequence[Chapter], after: Sequence[Chapter]) -> list[ChapterChange]:
    """Each chapter of both; one that is gone stands after that which it came after."""
    met = _met(before, after)
    found = [_change(met.get(chapter.key), chapter) for chapter in after]
    places = {earlier.key: place for place, chapter in enumerate(after) if (earlier := met.get(chapter.key))}
    last, moved = -1, 0
    for chapter in before:
        if chapter.key in places:
            last = places[chapter.key]
            continue
        moved += 1
        found.insert(last + moved, _change(chapter, None))
    return found


def version_overview(changes: VersionChanges) -> Overview:
    """The changes as tables, paragraph by paragraph, to be printed or saved."""
    fields = Sheet(
        "Uppgifter",
        (Column("Uppgift"), Column("Före", "long_text"), Column("Efter", "long_text")),
        tuple((change.label, change.before, change.after) for change in changes.fields),
    )
    chapters = Sheet(
        "Kapitel",
        (Column("Kapitel"), Column("Ändring"), Column("Före", "long_text"), Column("Efter", "long_text")),
        tuple(_rows(changes.chapters)),
    )
    return Overview(f"Jämförelse av {changes.title}", changes.told, (fields, chapters))


def _as_read(reading: Reading, document: Read, municipality_id: UUID | None) -> list[Chapter]:
    """The chapters of a document as one reads them, with the values that hold now."""
    found = values_of(reading, municipality_id).items()
    values = {name: value.text or f"[{value.variable.label}]" for name, value in found}
    template = document.record.template if isinstance(document.record, SteeringDocument) else ""
    chapters = chapters_of(reading, document.record.id, municipality_id)
    return [replace(chapter, text=read_text(chapter.text, values, worked_out(template))) for chapter in chapters]


def _fields(earlier: Read, later: Read) -> Iterator[FieldChange]:
    for name, field in REGISTER.fields.items():
        before, after = (plain_value(field, getattr(read.record, name)) for read in (earlier, later))
        if before != after and name not in _NOT_COMPARED and not isinstance(field, Rows):
            yield FieldChange(field.label, field_text(REGISTER, earlier, name), field_text(REGISTER, later, name))


def _met(before: Sequence[Chapter], after: Sequence[Chapter]) -> dict[str, Chapter]:
    """The earlier chapter that each later one comes from, by the later one's key."""
    by_key = {chapter.key: chapter for chapter in before}
    found = {chapter.key: by_key[chapter.key] for chapter in after if chapter.key in by_key}
    left = {fold(chapter.heading): chapter for chapter in before if chapter.key not in found}
    for chapter in after:
        if chapter.key not in found and fold(chapter.heading) in left:
            found[chapter.key] = left.pop(fold(chapter.heading))
    return found


def _change(before: Chapter | None, after: Chapter | None) -> ChapterChange:
    was, now = (chapter.heading if chapter else "" for chapter in (before, after))
    pieces = text_changes(before.text if before else "", after.text if after else "")
    if before is None or after is None:
        return ChapterChange(now or was, "removed" if after is None else "added", pieces)
    is_same = was == now and all(piece.kind == "same" for piece in pieces)
    return ChapterChange(now, "same" if is_same else "changed", pieces, "" if was == now else was)


def _rows(chapters: Sequence[ChapterChange]) -> Iterator[tuple[str, ...]]:
    """Each paragraph that differs, before and after."""
    for chapter in chapters:
        word = WORDS[chapter.what]
        if chapter.heading_before:
            yield chapter.heading, "Rubrik", chapter.heading_before, chapter.heading
        for paragraph in told_paragraphs(chapter.pieces):
            if not paragraph.is_same:
                sides = (_without(paragraph.pieces, kind) for kind in ("added", "removed"))
                yield (chapter.heading, "Underrubrik" if paragraph.is_heading else word, *sides)


def _without(paragraph: Sequence[Piece], kind: str) -> str:
    return "".join(piece.text for piece in paragraph if piece.kind != kind).strip()
