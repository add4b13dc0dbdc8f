"""Places strips on pages: what must not be parted stays together, what does not fit goes on.

A strip is a piece of known height that is never cut: a line of text, a row of a table, a figure. Between two strips
there is a price for a page break. Knows nothing of what the strips hold.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import TypeAlias

from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.notes import Note

Draw: TypeAlias = Callable[[Canvas, float], None]
"""Draws a strip on a page; the number is the height of the strip's top on the page."""

_ROUNDING = 0.01


class Hold(IntEnum):
    """The price of a page break after a strip; the cheapest possible is taken, the latest among equals."""

    FREE = 0
    AVOID = 1
    """Within what would rather stay whole: a short table, a clause and the table it brings."""
    STRONG = 2
    """Between a heading and its text, a lone first or last line of a paragraph, a head and its first rows."""
    NEVER = 3
    """Within signatures, their heading and the sentence between."""


@dataclass(slots=True)
class Strip:
    """`before` and `after` are space to the neighbours (the greater counts), dropped at the edges of a page.

    `reprise` is drawn again when a page begins with this strip: the head of a table. `fresh` begins a page. `keys`
    are the names under which links and bookmarks lead here. `notes` are referred to in it; `foot` are the strips of
    those, which stand at the foot of its page, the first of them below its `reprise`.
    """

    height: float
    draw: Draw
    before: float = 0
    after: float = 0
    hold: Hold = Hold.FREE
    reprise: "Strip | None" = None
    fresh: bool = False
    keys: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    foot: "tuple[Strip, ...]" = ()


@dataclass(frozen=True, slots=True)
class Put:
    """A strip in its place: `depth` points below the top of the frame."""

    strip: Strip
    depth: float


def paginate(strips: Sequence[Strip], height: float) -> list[list[Put]]:
    """The strips on pages of `height`. A strip higher than a page gets one of its own."""
    pages: list[list[Put]] = []
    start = 0
    owed: Sequence[Strip] = ()
    while start < len(strips) or owed:
        page, start, owed = _fill_page(strips, start, height, owed)
        pages.append(page)
    return pages


def _fill_page(
    strips: Sequence[Strip], start: int, height: float, owed: Sequence[Strip]
) -> tuple[list[Put], int, Sequence[Strip]]:
    """One page that begins with strip `start`, the strip that begins the next, and the notes that had no room.

    Notes `owed` by pages before come first; what they leave is for strips and the notes these bring.
    """
    carried, owed = _fitting(owed, height, least=1)
    if owed:
        return _at_foot(carried, height), start, owed
    page, end = _fill_above(strips, start, height, carried)
    notes = [*carried, *(note for strip in strips[start:end] for note in strip.foot)]
    taken = page[-1].depth + page[-1].strip.height if page else 0.0
    shown, owed = _fitting(notes, height - taken)
    return [*page, *_at_foot(shown, height)], end, owed


def _fill_above(strips: Sequence[Strip], start: int, height: float, carried: Sequence[Strip]) -> tuple[list[Put], int]:
    """The strips of a page that fit above its notes, the first at all events unless there are notes `carried` to it."""
    page: list[Put] = []
    notes = list(carried)
    limit = height - _foot_height(notes)
    depth = 0.0
    repeated = strips[start].reprise if start < len(strips) else None
    if repeated is not None:
        page.append(Put(repeated, 0.0))
        depth = repeated.height
    lead = len(page)
    for index in range(start, len(strips)):
        strip = strips[index]
        if index > start:
            if strip.fresh:
                return page, index
            depth += max(strips[index - 1].after, strip.before)
        if strip.foot:
            notes += strip.foot
            limit = height - _foot_height(notes)
        if depth + strip.height > limit + _ROUNDING:
            if index > start:
                end = _cheapest_break(strips, start, index)
                return page[: lead + end - start], end
            if carried:
                return [], start
        page.append(Put(strip, depth))
        depth += strip.height
    return page, len(strips)


def _fitting(notes: Sequence[Strip], room: float, least: int = 0) -> tuple[Sequence[Strip], Sequence[Strip]]:
    """The first notes, as many as there is room for at the foot of a page but `least` of them, and the rest."""
    used = 0.0
    for index, strip in enumerate(notes):
        above = notes[index - 1].after if index else _rule_height(strip)
        used += above + strip.height
        if used > room + _ROUNDING and index >= least:
            return notes[:index], notes[index:]
    return notes, ()


def _foot_height(notes: Sequence[Strip]) -> float:
    return _rule_height(notes[0]) + total_height(notes) if notes else 0.0


def _rule_height(note: Strip) -> float:
    return note.reprise.height if note.reprise is not None else 0.0


def _at_foot(notes: Sequence[Strip], height: float) -> list[Put]:
    """The notes in their places at the foot of a page."""
    if not notes:
        return []
    depth = height - _foot_height(notes)
    rule = notes[0].reprise
    puts = [Put(rule, depth)] if rule is not None else []
    depth += _rule_height(notes[0])
    for note in notes:
        puts.append(Put(note, depth))
        depth += note.height + note.after
    return puts


def _cheapest_break(strips: Sequence[Strip], start: int, overflow: int) -> int:
    """The strip the next page begins with, when `overflow` is the first that has no room."""
    return min(range(overflow, start, -1), key=lambda index: strips[index - 1].hold)


def total_height(strips: Sequence[Strip]) -> float:
    """The height of the strips one below the other, with the space between them."""
    between = sum(max(one.after, other.before) for one, other in pairwise(strips))
    return between + sum(strip.height for strip in strips)


def hold_together(strips: Sequence[Strip], hold: Hold) -> None:
    """Makes a break between these strips, and after the last, cost at least `hold`."""
    for strip in strips:
        strip.hold = max(strip.hold, hold)
