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
    are the names under which links and bookmarks lead here.
    """

    height: float
    draw: Draw
    before: float = 0
    after: float = 0
    hold: Hold = Hold.FREE
    reprise: "Strip | None" = None
    fresh: bool = False
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """A strip in its place: `depth` points below the top of the frame."""

    strip: Strip
    depth: float


def paginate(strips: Sequence[Strip], height: float) -> list[list[Put]]:
    """The strips on pages of `height`. A strip higher than a page gets one of its own."""
    pages: list[list[Put]] = []
    start = 0
    while start < len(strips):
        page, start = _fill_page(strips, start, height)
        pages.append(page)
    return pages


def _fill_page(strips: Sequence[Strip], start: int, height: float) -> tuple[list[Put], int]:
    """One page that begins with strip `start`, and the index of the strip that begins the next."""
    page: list[Put] = []
    repeated = strips[start].reprise
    depth = 0.0
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
            if depth + strip.height > height + _ROUNDING:
                end = _cheapest_break(strips, start, index)
                return page[: lead + end - start], end
        page.append(Put(strip, depth))
        depth += strip.height
    return page, len(strips)


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
