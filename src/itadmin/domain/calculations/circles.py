"""Things that presuppose each other in a circle, so that nobody could ever begin. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing")


def circle_through(before: Mapping[_Thing, Sequence[_Thing]], start: _Thing) -> tuple[_Thing, ...]:
    """The shortest way from a thing by what it presupposes back to itself, both ends included; () for none."""
    ways: list[tuple[_Thing, ...]] = [(start,)]
    seen: set[_Thing] = set()
    for way in ways:
        for each in before.get(way[-1], ()):
            if each == start:
                return (*way, start)
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return ()


def first_circle(before: Mapping[_Thing, Sequence[_Thing]]) -> tuple[_Thing, ...]:
    """A circle among the things, the shortest through the first that stands in one; () for none."""
    ways = (circle_through(before, start) for start in before)
    return next((way for way in ways if way), ())
