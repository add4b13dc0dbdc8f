"""What is asked for with the buttons of the list of chapters, as a step and the sentence that tells of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from itadmin.ui.steering import words
from itadmin.ui.steering.chapter_work import ChapterWork
from itadmin.ui.steering.chapters_read import ChaptersRead, Level

NEW, OUT, BACK = "new", "out", "back"
"""What is asked for: a new chapter, to leave one out or take it in, and to take its text back."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that can be undone, and what is said when it is done."""

    work: Callable[[], object]
    told: str


def leaving_deed(work: ChapterWork, read: ChaptersRead, key: str, level: Level) -> Deed:
    """Leave a chapter out, or take in one that is."""
    chapter = read.chapter(key, level)
    if chapter is not None and chapter.left_out:
        return Deed(lambda: work.take_in(key, level), words.TAKEN_IN)
    return Deed(lambda: work.leave_out(key, level), words.NOW_LEFT_OUT)


def taking_back_deed(work: ChapterWork, read: ChaptersRead, key: str, level: Level) -> Deed:
    """Take back a chapter's text as it is below, or put one that only this level has in the bin."""
    is_own = read.below(key, level) is None
    return Deed(lambda: work.take_back(key, level), words.BINNED if is_own else words.TAKEN_BACK)


def moving_deed(work: ChapterWork, key: str, by: int, level: Level) -> Deed:
    """Move a chapter, which gives others other numbers."""
    return Deed(lambda: work.move(key, by, level), words.MOVED if level is None else words.MOVED_HERE)
