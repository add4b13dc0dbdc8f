"""What is done with the chapters of one document, one step at a time. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from itadmin.documents.chapters import PLACES_APART, Chapter
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.places import between
from itadmin.services.workspace import Workspace
from itadmin.ui.steering.chapters_read import LEFT_OUT, REPLACES, ChaptersRead, Draft, Level, read_chapters

REGISTER = "steering_chapters"
_OWN_PLACE, _LAST_PLACE = 5_000, 10_000
"""The first place of chapters that only a kommun has, after those that are common to all, and the last of any."""


class ChapterWork:
    """Reads and changes the chapters of one document. What changes raises KnownError where it is refused."""

    def __init__(self, workspace: Workspace, document_id: UUID) -> None:
        self._workspace = workspace
        self.document_id = document_id

    def read(self) -> ChaptersRead:
        """The chapters as they are now. Raises KnownError when the document is gone."""
        return read_chapters(self._workspace.reading(), self.document_id)

    def save(self, draft: Draft, level: Level) -> bool:
        """Keep a draft as one step; says whether anything was written. A text as the one below is not kept."""
        read = self.read()
        values, record = read.values(draft, level), read.changing(draft.key, level, draft.manner)
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
        """A new chapter, gives its key: after another one ("" is last), or last of all when only a kommun has it.

        So the common chapters have the same numbers in every kommun.
        """
        read = self.read()
        chapters = read.chapters(level)
        after = "" if level else after
        at = next((place for place, chapter in enumerate(chapters, 1) if chapter.key == after), len(chapters))
        values = {"heading": heading, "document": str(self.document_id), "manner": REPLACES, **_of(level)}
        places = [chapter.place for chapter in chapters]
        place = between(places, at) if level is None else _own_place(places)
        if place is not None:
            return str(self._workspace.records.add(REGISTER, {**values, "place": place}))
        others = self._renumbered(read, [*chapters[:at], None, *chapters[at:]], level)
        return str(
            self._workspace.records.add(REGISTER, {**values, "place": (at + 1) * PLACES_APART}, also=tuple(others))
        )

    def move(self, key: str, by: int, level: Level) -> bool:
        """Move a chapter among the others; says whether it could be."""
        read = self.read()
        chapters = list(read.chapters(level))
        at = next((place for place, chapter in enumerate(chapters) if chapter.key == key), -1)
        if at < 0 or not 0 <= at + by < len(chapters):
            return False
        moved = chapters.pop(at)
        place = between([chapter.place for chapter in chapters], at + by)
        chapters.insert(at + by, moved)
        changes = (
            [self._placing(read, moved, place, level)] if place is not None else self._renumbered(read, chapters, level)
        )
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
        own = self.read().own(key, level)
        if own:
            self._workspace.records.delete(REGISTER, [record.id for record in own])

    def _set_manner(self, key: str, level: Level, manner: str) -> None:
        read = self.read()
        record = read.standing(key, level, REPLACES)
        if record is not None:
            self._workspace.records.save(REGISTER, record.id, {"manner": manner})
            return
        chapter = read.chapter(key, level)
        if chapter is not None:
            values = {"heading": chapter.heading, "key": key, "document": str(self.document_id), "manner": manner}
            self._workspace.records.add(REGISTER, {**values, **_of(level)})

    def _placing(self, read: ChaptersRead, chapter: Chapter, place: int, level: Level) -> Change:
        """The change that gives a chapter its place on a level."""
        own = read.own(chapter.key, level)
        if own:
            return Change(REGISTER, own[0].id, {"place": own[0].place}, {"place": place})
        about = {"heading": chapter.heading, "key": chapter.key, "document": str(self.document_id)}
        return self._workspace.records.addition(REGISTER, {**about, "manner": REPLACES, "place": place, **_of(level)})

    def _renumbered(self, read: ChaptersRead, chapters: Sequence[Chapter | None], level: Level) -> list[Change]:
        """The changes that put chapters on places of their own, in this order; None is a place for a new one."""
        wanted = [(chapter, number * PLACES_APART) for number, chapter in enumerate(chapters, 1)]
        return [
            self._placing(read, chapter, place, level)
            for chapter, place in wanted
            if chapter is not None and chapter.place != place
        ]


def _of(level: Level) -> dict[str, str]:
    return {"municipality": str(level)} if level else {}


def _own_place(places: list[int]) -> int:
    """A place after all others and after those that the common text may come to have."""
    return min(max([_OWN_PLACE, *(place + PLACES_APART for place in places)]), _LAST_PLACE)
