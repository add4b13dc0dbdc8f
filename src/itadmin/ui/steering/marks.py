"""What the buttons and keys of the chapter editor do with a text and its selection. Pure; no Qt.

A passage is a text with what is selected in it, as places between characters. Each function gives the passage as it
is afterwards, and what marks mean stands in `documents/markup`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HEADING = re.compile(r"#{1,6}[ \t]+")
_POINT = re.compile(r"([ \t]*)(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_NUMBER = re.compile(r"([ \t]*)([0-9]{1,9})([.)])[ \t]+")
_TABLE = "| Rubrik | Rubrik |\n|---|---|\n| text | text |\n| text | text |"
_FIRST_CELL = "Rubrik"
_STRONG = "**"
_DEEPER = "  "

Mark = Callable[[str, int], str]
"""Makes a line what it is to be, by its number among those that are marked."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and the selection in it from `start` to `end`; the same place is a cursor."""

    text: str
    start: int
    end: int


def headed(passage: Passage, level: int) -> Passage:
    """The lines as headings of a level, or as text again when they all are that already."""
    mark = "#" * level + " "
    return _each_line(passage, lambda line, _number: mark + _bare(line), lambda line: line.startswith(mark))


def listed(passage: Passage, *, numbered: bool) -> Passage:
    """The lines as points of a list, or as text again when they all are that already."""

    def is_one(line: str) -> bool:
        return bool(_NUMBER.match(line)) if numbered else bool(_POINT.match(line)) and not _NUMBER.match(line)

    def mark(line: str, number: int) -> str:
        return f"{number}. {_bare(line)}" if numbered else f"- {_bare(line)}"

    return _each_line(passage, mark, is_one)


def strong(passage: Passage) -> Passage:
    """What is selected heavier, or as it was when it already is; with a cursor, the marks to write between."""
    text, start, end = passage.text, passage.start, passage.end
    if (
        text[start - len(_STRONG) : start] == _STRONG
        and text[end : end + len(_STRONG)] == _STRONG
        and start >= len(_STRONG)
    ):
        whole = text[: start - len(_STRONG)] + text[start:end] + text[end + len(_STRONG) :]
        return Passage(whole, start - len(_STRONG), end - len(_STRONG))
    whole = text[:start] + _STRONG + text[start:end] + _STRONG + text[end:]
    return Passage(whole, start + len(_STRONG), end + len(_STRONG))


def with_table(passage: Passage) -> Passage:
    """A small table on lines of its own after the line of the cursor, its first heading selected."""
    before, after = _around_line(passage)
    above = f"{before}\n\n" if before.strip() else ""
    below = f"\n\n{after.lstrip()}" if after.strip() else "\n"
    start = len(above) + _TABLE.index(_FIRST_CELL)
    return Passage(f"{above}{_TABLE}{below}", start, start + len(_FIRST_CELL))


def with_words(passage: Passage, words: str) -> Passage:
    """Words in the place of what is selected, the cursor after them."""
    place = passage.start + len(words)
    return Passage(passage.text[: passage.start] + words + passage.text[passage.end :], place, place)


def continued(passage: Passage) -> Passage | None:
    """A new line in a list, which begins as a point; an empty point ends the list. None where there is no list."""
    first = passage.text.rfind("\n", 0, passage.start) + 1
    line = passage.text[first : passage.start]
    point = _POINT.match(line)
    if point is None:
        return None
    if not line[point.end() :].strip():
        return Passage(passage.text[:first] + passage.text[passage.end :], first, first)
    number = _NUMBER.match(line)
    mark = f"{number[1]}{int(number[2]) + 1}{number[3]} " if number else point[0]
    return with_words(passage, f"\n{mark}")


def indented(passage: Passage, *, outwards: bool) -> Passage | None:
    """The points of a list one step further in or out. None where there is no list."""
    first, last = _lines_of(passage)
    lines = passage.text[first:last].split("\n")
    if not any(_POINT.match(line) for line in lines):
        return None
    moved = [line.removeprefix(_DEEPER) if outwards else _DEEPER + line for line in lines]
    shift = len(moved[0]) - len(lines[0])
    whole = passage.text[:first] + "\n".join(moved) + passage.text[last:]
    growth = sum(map(len, moved)) - sum(map(len, lines))
    return Passage(whole, max(first, passage.start + shift), max(first, passage.end + growth))


def _bare(line: str) -> str:
    """A line without what makes it a heading or a point."""
    heading = _HEADING.match(line)
    point = _POINT.match(line)
    return line[heading.end() :] if heading else line[point.end() :] if point else line.lstrip()


def _lines_of(passage: Passage) -> tuple[int, int]:
    """Where the first line of the selection begins and the last one ends."""
    first = passage.text.rfind("\n", 0, passage.start) + 1
    last = passage.text.find("\n", max(passage.end, first))
    return first, len(passage.text) if last < 0 else last


def _around_line(passage: Passage) -> tuple[str, str]:
    """The text up to the end of the line of the cursor, and what comes after it."""
    _, last = _lines_of(passage)
    return passage.text[:last].rstrip(), passage.text[last:]


def _each_line(passage: Passage, mark: Mark, is_marked: Callable[[str], bool]) -> Passage:
    first, last = _lines_of(passage)
    lines = passage.text[first:last].split("\n")
    written = [line for line in lines if line.strip()]
    is_undone = bool(written) and all(is_marked(line) for line in written)
    changed, number = [], 0
    for line in lines:
        if not line.strip() and len(lines) > 1:
            changed.append(line)
            continue
        number += 1
        changed.append(_bare(line) if is_undone else mark(line, number))
    block = "\n".join(changed)
    whole = passage.text[:first] + block + passage.text[last:]
    if passage.start == passage.end:
        place = max(first, passage.start + len(block) - (last - first))
        return Passage(whole, place, place)
    return Passage(whole, first, first + len(block))
