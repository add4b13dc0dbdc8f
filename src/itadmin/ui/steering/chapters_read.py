"""The chapters of one document as they were read: how each stands on a level, and what is written of it. No Qt.

The level is None for the text that is common to all, else the kommun whose own text it is. A chapter is changed by a
record of its level; without one it is as it stands in the level below: the common text, or what ships.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.documents.chapters import Chapter, key_of, merged, records_of, shipped_chapters
from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.steering_chapters import SteeringChapter
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import clean_line, clean_text
from itadmin.services.reading import Reading

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


@dataclass(frozen=True, slots=True)
class Standing:
    """A chapter as it is shown to be written: None when there is none; `has_manner` when it has a text below it."""

    draft: Draft | None
    has_manner: bool = False
    left_out: bool = False


@dataclass(frozen=True)
class ChaptersRead:
    """A document with the records that change its chapters."""

    document: SteeringDocument
    records: tuple[SteeringChapter, ...]

    def chapters(self, level: Level) -> tuple[Chapter, ...]:
        """The chapters in their order, also those that are left out."""
        common = (record for record in self.records if record.municipality is None)
        local = (record for record in self.records if level and record.municipality == level)
        return merged(shipped_chapters(self.document.template), common, local)

    def chapter(self, key: str, level: Level) -> Chapter | None:
        """One of them; None when there is none."""
        return _of_key(self.chapters(level), key)

    def below(self, key: str, level: Level) -> Chapter | None:
        """The chapter as it is without the level's own text; None for a chapter that only this level has."""
        return _of_key(self.chapters(None) if level else shipped_chapters(self.document.template), key)

    def manner(self, key: str, level: Level) -> str:
        """How a chapter stands on a level."""
        own = self.own(key, level)
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
            record = self.changing(key, level, ADDED)
            return Draft(key, record.heading if record else heading, record.text if record else "", ADDED)
        return Draft(key, heading, text, manner)

    def stands(self, key: str, level: Level) -> Standing:
        """A chapter as it stands on a level."""
        chapter = self.chapter(key, level)
        if chapter is None:
            return Standing(None)
        has_manner = level is not None and self.below(key, level) is not None and not chapter.left_out
        manner = self.manner(key, level) if has_manner else REPLACES
        return Standing(self.draft(key, level, manner), has_manner, chapter.left_out)

    def drafted(self, draft: Draft, level: Level) -> SteeringChapter:
        """The record that a draft would be, as it is before it is saved."""
        record = self.changing(draft.key, level, draft.manner)
        kept = record or SteeringChapter(key=draft.key, document=self.document.id, municipality=level)
        values: dict[str, Any] = {"heading": draft.heading, "text": draft.text, "manner": draft.manner or REPLACES}
        fields = {name: getattr(kept, name) for name in ("id", "owner", "key", "document", "municipality", "place")}
        return SteeringChapter(**{**fields, **values})

    def values(self, draft: Draft, level: Level) -> dict[str, str] | None:
        """What a record has to say of a draft; None when that is nothing beside what stands below."""
        heading, text = clean_line(draft.heading), clean_text(draft.text)
        below = self.below(draft.key, level)
        if draft.manner == ADDED:
            return {"heading": heading, "text": text, "manner": ADDED} if text else None
        if below is not None and text == below.text:
            text = ""
        if below is not None and not text and heading == below.heading:
            return None
        return {"heading": heading, "text": text, "manner": REPLACES}

    def own(self, key: str, level: Level) -> list[SteeringChapter]:
        """The records of a level that are about a chapter."""
        return [record for record in self.records if record.municipality == level and key_of(record) == key]

    def touched_by(self, changes: ChangeSet, level: Level) -> str:
        """The chapter that a step has changed on a level; "" when it is about none that stands there."""
        records = {change.record_id for change in changes.changes}
        keys = (key_of(record) for record in self.records if record.id in records)
        return next((key for key in keys if self.chapter(key, level) is not None), "")

    def standing(self, key: str, level: Level, manner: str) -> SteeringChapter | None:
        """The record of a level that adds to a chapter, or that stands instead of it."""
        return next((record for record in self.own(key, level) if (record.manner == ADDED) == (manner == ADDED)), None)

    def changing(self, key: str, level: Level, manner: str) -> SteeringChapter | None:
        """The record that a draft changes: the one that stands so, else another of the level, which then comes to."""
        return self.standing(key, level, manner) or next(iter(self.own(key, level)), None)

    def _is_renamed(self, record: SteeringChapter, level: Level) -> bool:
        below = self.below(key_of(record), level)
        return record.manner != ADDED and below is not None and record.heading != below.heading


def read_chapters(reading: Reading, document_id: UUID) -> ChaptersRead:
    """The chapters of a document as they are now. Raises KnownError when it is gone."""
    record = reading.one(DOCUMENTS, document_id).record
    if not isinstance(record, SteeringDocument):
        raise TypeError(f"{DOCUMENTS} holds another record")
    return ChaptersRead(record, tuple(records_of(reading, document_id)))


def _of_key(chapters: Iterable[Chapter], key: str) -> Chapter | None:
    return next((chapter for chapter in chapters if chapter.key == key), None)
