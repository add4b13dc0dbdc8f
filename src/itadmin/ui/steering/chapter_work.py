"""The chapters of one document as they are worked on: read for a level, and changed one step at a time. No Qt.

The level is None for the text that is common to all, else the kommun whose own text it is. A chapter is changed by a
record of its level; without one it is as it stands in the level below: the common text, or what ships.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.documents.chapters import (
    PLACES_APART,
    Chapter,
    all_chapters_of,
    key_of,
    records_of,
    shipped_chapters,
)
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers.steering_chapters import SteeringChapter
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import clean_line, clean_text
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace

REGISTER = "steering_chapters"
DOCUMENTS = "steering_documents"
REPLACES, ADDED, LEFT_OUT = "ersatter", "tillagg", "utelamnas"
AS_BELOW = ""
"""How a chapter stands on a level: instead of the one below, after it, not at all, or as that is."""

Level = UUID | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A chapter's text as it is being written on a level, and how it stands there."""

    key: str
    heading: str
    text: str
    manner: str


class ChapterWork:
    """Reads and changes the chapters of one document. What changes raises KnownError where it is refused."""

    def __init__(self, workspace: Workspace, document_id: UUID) -> None:
        self._workspace = workspace
        self.document_id = document_id

    def document(self) -> SteeringDocument:
        """The document as it is now. Raises KnownError when it is gone."""
        record = self._reading().one(DOCUMENTS, self.document_id).record
        if not isinstance(record, SteeringDocument):
            raise TypeError(f"{DOCUMENTS} holds another record")
        return record

    def chapters(self, level: Level) -> tuple[Chapter, ...]:
        """The chapters in their order, also those that are left out."""
        return all_chapters_of(self._reading(), self.document_id, level)

    def chapter(self, key: str, level: Level) -> Chapter | None:
        """One of them; None when it is gone."""
        return next((chapter for chapter in self.chapters(level) if chapter.key == key), None)

    def below(self, key: str, level: Level) -> Chapter | None:
        """The chapter as it is without the level's own text; None for a chapter that only this level has."""
        lower = self.chapters(None) if level else shipped_chapters(self.document().template)
        return next((chapter for chapter in lower if chapter.key == key), None)

    def manner(self, key: str, level: Level) -> str:
        """How a chapter stands on a level."""
        own = self._own(key, level)
        if any(record.manner == LEFT_OUT for record in own):
            return LEFT_OUT
        told = {record.manner or REPLACES for record in own if record.text or record.manner == ADDED}
        told |= {REPLACES for record in own if self._is_renamed(record, level)}
        return REPLACES if REPLACES in told else ADDED if ADDED in told else AS_BELOW

    def draft(self, key: str, level: Level, manner: str) -> Draft:
        """What is written first when a chapter is to stand so on a level."""
        chapter, below = self.chapter(key, level), self.below(key, level)
        stands = below if manner == AS_BELOW and below else chapter or below
        heading, text = (stands.heading, stands.text) if stands else ("", "")
        if manner == ADDED:
            record = self._changing(key, level, ADDED)
            return Draft(key, record.heading if record else heading, record.text if record else "", ADDED)
        return Draft(key, heading, text, manner)

    def drafted(self, draft: Draft, level: Level) -> SteeringChapter:
        """The record that a draft would be, as it is before it is saved."""
        record = self._changing(draft.key, level, draft.manner)
        kept = record or SteeringChapter(key=draft.key, document=self.document_id, municipality=level)
        values: dict[str, Any] = {"heading": draft.heading, "text": draft.text, "manner": draft.manner or REPLACES}
        fields = {name: getattr(kept, name) for name in ("id", "owner", "key", "document", "municipality", "place")}
        return SteeringChapter(**{**fields, **values})

    def save(self, draft: Draft, level: Level) -> bool:
        """Keep a draft as one step; says whether anything was written. A text as the one below is not kept."""
        values = self._values(draft, level)
        record = self._changing(draft.key, level, draft.manner)
        if record is None:
            if values is None:
                return False
            about = {"key": draft.key, "document": str(self.document_id), **_of(level)}
            self._workspace.records.add(REGISTER, {**about, **values})
            return True
        if values is None and record.key and record.place is None:
            self._workspace.records.delete(REGISTER, [record.id])
            return True
        kept = values or {"heading": draft.heading, "text": ""}
        return bool(self._workspace.records.save(REGISTER, record.id, kept).changes)

    def add(self, heading: str, after: str, level: Level) -> str:
        """A new chapter after another one ("" is last); gives its key."""
        chapters = self.chapters(level)
        at = next((place for place, chapter in enumerate(chapters, 1) if chapter.key == after), len(chapters))
        values = {"heading": heading, "document": str(self.document_id), "manner": REPLACES, **_of(level)}
        place = _between([chapter.place for chapter in chapters], at)
        if place is not None:
            return str(self._workspace.records.add(REGISTER, {**values, "place": place}))
        others = self._renumbered([*chapters[:at], None, *chapters[at:]], level)
        return str(
            self._workspace.records.add(REGISTER, {**values, "place": (at + 1) * PLACES_APART}, also=tuple(others))
        )

    def move(self, key: str, by: int, level: Level) -> bool:
        """Move a chapter among the others; says whether it could be."""
        chapters = list(self.chapters(level))
        at = next((place for place, chapter in enumerate(chapters) if chapter.key == key), -1)
        if at < 0 or not 0 <= at + by < len(chapters):
            return False
        moved = chapters.pop(at)
        place = _between([chapter.place for chapter in chapters], at + by)
        chapters.insert(at + by, moved)
        changes = [self._placing(moved, place, level)] if place is not None else self._renumbered(chapters, level)
        self._workspace.records.apply(ChangeSet(f"Flyttade kapitlet {moved.heading}", tuple(changes)))
        return True

    def leave_out(self, key: str, level: Level) -> None:
        """Let a chapter not stand in the document on a level."""
        self._set_manner(key, level, LEFT_OUT)

    def take_in(self, key: str, level: Level) -> None:
        """Let a chapter that is left out stand in the document again."""
        self._set_manner(key, level, REPLACES)

    def take_back(self, key: str, level: Level) -> None:
        """Let a chapter be as it is in the level below; one that only this level has is put in the bin."""
        own = self._own(key, level)
        if own:
            self._workspace.records.delete(REGISTER, [record.id for record in own])

    def _reading(self) -> Reading:
        return self._workspace.reading()

    def _own(self, key: str, level: Level) -> list[SteeringChapter]:
        records = records_of(self._reading(), self.document_id)
        return [record for record in records if record.municipality == level and key_of(record) == key]

    def _record(self, key: str, level: Level, manner: str) -> SteeringChapter | None:
        """The record that holds a chapter's text of a level: its addition, or what stands instead."""
        own = self._own(key, level)
        return next((record for record in own if (record.manner == ADDED) == (manner == ADDED)), None)

    def _changing(self, key: str, level: Level, manner: str) -> SteeringChapter | None:
        """The record that a draft changes: the one that stands so, else another of the level, which then comes to."""
        return self._record(key, level, manner) or next(iter(self._own(key, level)), None)

    def _is_renamed(self, record: SteeringChapter, level: Level) -> bool:
        below = self.below(key_of(record), level)
        return record.manner != ADDED and below is not None and record.heading != below.heading

    def _values(self, draft: Draft, level: Level) -> dict[str, str] | None:
        """What a record has to say; None when that is nothing beside what stands below."""
        heading, text = clean_line(draft.heading), clean_text(draft.text)
        below = self.below(draft.key, level)
        if draft.manner == ADDED:
            return {"heading": heading, "text": text, "manner": ADDED} if text else None
        if below is not None and text == below.text:
            text = ""
        if below is not None and not text and heading == below.heading:
            return None
        return {"heading": heading, "text": text, "manner": REPLACES}

    def _set_manner(self, key: str, level: Level, manner: str) -> None:
        record = self._record(key, level, REPLACES)
        if record is not None:
            self._workspace.records.save(REGISTER, record.id, {"manner": manner})
            return
        chapter = self.chapter(key, level)
        if chapter is not None:
            values = {"heading": chapter.heading, "key": key, "document": str(self.document_id), "manner": manner}
            self._workspace.records.add(REGISTER, {**values, **_of(level)})

    def _placing(self, chapter: Chapter, place: int, level: Level) -> Change:
        """The change that gives a chapter its place on a level."""
        own = self._own(chapter.key, level)
        if own:
            return Change(REGISTER, own[0].id, {"place": own[0].place}, {"place": place})
        about = {"heading": chapter.heading, "key": chapter.key, "document": str(self.document_id)}
        return self._workspace.records.addition(REGISTER, {**about, "manner": REPLACES, "place": place, **_of(level)})

    def _renumbered(self, chapters: list[Chapter | None] | list[Chapter], level: Level) -> list[Change]:
        """The changes that put chapters on places of their own, in this order; None is a place for a new one."""
        wanted = [(chapter, number * PLACES_APART) for number, chapter in enumerate(chapters, 1)]
        return [
            self._placing(chapter, place, level)
            for chapter, place in wanted
            if chapter is not None and chapter.place != place
        ]


def _of(level: Level) -> dict[str, str]:
    return {"municipality": str(level)} if level else {}


def _between(places: list[int], at: int) -> int | None:
    """A place before the one at `at` and after the one before it; None when there is no room."""
    before = places[at - 1] if at else 0
    after = places[at] if at < len(places) else before + 2 * PLACES_APART
    place = (before + after) // 2
    return place if before < place < after else None
