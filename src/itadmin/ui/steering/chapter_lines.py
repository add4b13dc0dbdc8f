"""The chapters of a document as the lines of a list: numbered as they print, and whose text each is. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from itadmin.documents.chapters import Chapter, shipped_chapters
from itadmin.ui.steering import words
from itadmin.ui.steering.chapters_read import AS_BELOW, ChaptersRead, Level


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A line of the list: the chapter's key, its heading with its number, and whose text it is.

    `can_take_back` says that it has a text of its level, `is_own` that it has no other.
    """

    key: str
    heading: str
    told: str
    left_out: bool
    can_take_back: bool
    is_own: bool


def chapter_lines(read: ChaptersRead, level: Level) -> tuple[ChapterLine, ...]:
    """A line for each chapter on a level, also for those that are left out."""
    shipped = frozenset(chapter.key for chapter in shipped_chapters(read.document.template))
    chapters = read.chapters(level)
    numbers = _numbers(chapters)
    return tuple(_line(read, chapter, next(numbers), level, shipped) for chapter in chapters)


def _numbers(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    """The number of each chapter in the paper; "" for those that do not stand there."""
    number = 0
    for chapter in chapters:
        number += chapter.is_printed
        yield f"{number}  " if chapter.is_printed else ""


def _line(read: ChaptersRead, chapter: Chapter, number: str, level: Level, shipped: frozenset[str]) -> ChapterLine:
    manner = read.manner(chapter.key, level)
    is_own = read.below(chapter.key, level) is None
    return ChapterLine(
        chapter.key,
        f"{number}{chapter.heading}",
        words.whose(chapter, manner, is_shipped=chapter.key in shipped),
        left_out=chapter.left_out,
        can_take_back=is_own or manner != AS_BELOW,
        is_own=is_own,
    )
