"""The corners of what is drawn in pictures of time, for screen and paper: arrows between bars, and stars.

Pure geometry in any unit, and with either direction downwards; knows nothing of how anything looks.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

_POINTS = 5
_WAIST = 0.42


class Spot(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


class Bend(NamedTuple):
    """How far an arrow keeps away: beyond the ends of bars, from the middle of a bar to its edge, and to the next."""

    beyond: float
    half_bar: float
    half_row: float


def route(begin: Spot, end: Spot, bend: Bend) -> tuple[Spot, ...]:
    """The corners of an arrow; the last two say where it points.

    `begin` is the middle of the end of what is waited for, `end` the middle of the beginning of what waits. It falls on
    the bar that waits where that begins afterwards, else it goes back around the row.
    """
    way = 1.0 if end.y > begin.y else -1.0
    if end.x >= begin.x - bend.beyond / 2:
        x = max(end.x, begin.x) + bend.beyond
        return (begin, Spot(x, begin.y), Spot(x, end.y - way * bend.half_bar))
    between = end.y - way * bend.half_row
    out, back = begin.x + bend.beyond, end.x - bend.beyond
    return (begin, Spot(out, begin.y), Spot(out, between), Spot(back, between), Spot(back, end.y), end)


def head(corners: tuple[Spot, ...], size: float) -> tuple[Spot, Spot, Spot]:
    """The corners of an arrow's head: its point and the two behind it."""
    before, point = corners[-2:]
    across, along = point.x - before.x, point.y - before.y
    length = max(abs(across), abs(along)) or 1.0
    step_x, step_y = across / length * size, along / length * size
    behind = Spot(point.x - step_x, point.y - step_y)
    return (
        point,
        Spot(behind.x - step_y / 2, behind.y + step_x / 2),
        Spot(behind.x + step_y / 2, behind.y - step_x / 2),
    )


def star(middle: Spot, radius: float, up: float = -1.0) -> tuple[Spot, ...]:
    """The corners of a five-pointed star; `up` says which way is upwards."""
    return tuple(
        Spot(
            middle.x + sin(turn * pi / _POINTS) * (reach := radius if turn % 2 == 0 else radius * _WAIST),
            middle.y + up * cos(turn * pi / _POINTS) * reach,
        )
        for turn in range(2 * _POINTS)
    )
