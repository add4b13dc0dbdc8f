"""Where the nodes of a drawing lie when they stand in layers from left to right, and which way the lines go.

Plain numbers in any unit, y downwards. The nodes of a layer are put in an order that lets few lines cross, by the mean
place of what they are tied to, and then as near to that place as there is room. The same input gives the same picture.
Knows neither what is drawn nor with what.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
_Item = str | tuple[int, int]
"""A node, or the place where tie number n passes layer m."""

_SWEEPS = 12
_SETTLINGS = 6
_PASSING = 0.4
"""The room that a line takes where it passes a layer, as a share of a node's height."""
_ARC = 3
_BEND = 4 / 3
"""How much farther out the points that bend an arc lie than the arc itself reaches."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The size of a node, the room between two layers, and between two nodes of a layer."""

    width: float
    height: float
    across: float
    between: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two nodes. `forth` has an arrow at the second, `back` one at the first."""

    first: str
    second: str
    forth: bool = True
    back: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a line, from the edge of its first node to the edge of its second, as points."""

    tie: Tie
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The size of the whole, the upper left corner of each node, and the ways of the lines."""

    width: float
    height: float
    corners: Mapping[str, Point]
    routes: tuple[Route, ...]


def lay_out(layers: Mapping[str, int], ties: Sequence[Tie], spacing: Spacing) -> Layout:
    """Place every node of `layers`, leftmost layer lowest, and every tie between two different nodes of them.

    Raises KeyError for a tie to a node that is in no layer.
    """
    return _Making(layers, [tie for tie in ties if tie.first != tie.second], spacing).layout()


def crossings(left: Sequence[int], right: Sequence[int]) -> int:
    """How many of the lines from place left[i] to place right[i] cross each other."""
    count = 0
    seen: list[int] = []
    for _, place in sorted(zip(left, right, strict=True)):
        count += len(seen) - bisect_right(seen, place)
        insort(seen, place)
    return count


class _Making:
    """The making of one layout."""

    def __init__(self, layers: Mapping[str, int], ties: Sequence[Tie], spacing: Spacing) -> None:
        self._spacing = spacing
        self._ties = ties
        ranks = {layer: rank for rank, layer in enumerate(sorted(set(layers.values())))}
        self._rank = {key: ranks[layer] for key, layer in layers.items()}
        self._columns: list[list[_Item]] = [[] for _ in ranks]
        for key, rank in self._rank.items():
            self._columns[rank].append(key)
        self._chains = [self._chain(number, tie) for number, tie in enumerate(ties)]
        self._before: dict[_Item, list[_Item]] = {}
        self._after: dict[_Item, list[_Item]] = {}
        for chain in self._chains:
            for one, other in pairwise(chain):
                self._after.setdefault(one, []).append(other)
                self._before.setdefault(other, []).append(one)

    def layout(self) -> Layout:
        """Order, place, draw the ways."""
        self._order()
        middles = self._settle()
        spacing = self._spacing
        top = min((y - self._extent(item) / 2 for item, y in middles.items()), default=0.0)
        middles = {item: y - top for item, y in middles.items()}
        corners = {key: (self._left(rank), middles[key] - spacing.height / 2) for key, rank in self._rank.items()}
        bottom = max((y + self._extent(item) / 2 for item, y in middles.items()), default=0.0)
        columns = len(self._columns)
        width = columns * spacing.width + max(columns - 1, 0) * spacing.across
        bulge = spacing.across / 2 if self._bulges_last() else 0.0
        routes = tuple(self._routes(middles))
        return Layout(width + bulge, bottom, corners, routes)

    def _chain(self, number: int, tie: Tie) -> list[_Item]:
        """The items that a tie goes through, from left to right; nothing for one within a layer."""
        first, second = tie.first, tie.second
        if self._rank[first] == self._rank[second]:
            return []
        if self._rank[first] > self._rank[second]:
            first, second = second, first
        passed: list[_Item] = [(number, rank) for rank in range(self._rank[first] + 1, self._rank[second])]
        for item in passed:
            self._columns[self._rank_of(item)].append(item)
        return [first, *passed, second]

    def _rank_of(self, item: _Item) -> int:
        return self._rank[item] if isinstance(item, str) else item[1]

    def _order(self) -> None:
        """Turn the columns until few lines cross; the best order seen is kept."""
        best, fewest = [list(column) for column in self._columns], self._crossings()
        for sweep in range(_SWEEPS):
            if not fewest:
                break
            forward = sweep % 2 == 0
            numbers = range(1, len(self._columns)) if forward else range(len(self._columns) - 2, -1, -1)
            for number in numbers:
                self._turn(number, self._before if forward else self._after, number + (-1 if forward else 1))
            count = self._crossings()
            if count < fewest:
                best, fewest = [list(column) for column in self._columns], count
        self._columns = best

    def _turn(self, number: int, tied: Mapping[_Item, Sequence[_Item]], beside: int) -> None:
        """Sort a column by the mean place of what its items are tied to in the column beside it."""
        places = {item: place for place, item in enumerate(self._columns[beside])}
        own = {item: place for place, item in enumerate(self._columns[number])}

        def wanted(item: _Item) -> float:
            others = tied.get(item, ())
            return sum(places[other] for other in others) / len(others) if others else own[item]

        self._columns[number].sort(key=wanted)

    def _crossings(self) -> int:
        count = 0
        for one, other in pairwise(self._columns):
            left = {item: place for place, item in enumerate(one)}
            right = {item: place for place, item in enumerate(other)}
            lines = [(left[item], right[end]) for item in one for end in self._after.get(item, ())]
            count += crossings([line[0] for line in lines], [line[1] for line in lines])
        return count

    def _settle(self) -> dict[_Item, float]:
        """The middle of each item: as near to what it is tied to as its neighbours in the column let it come."""
        middles: dict[_Item, float] = {}
        for column in self._columns:
            offsets = self._offsets(column)
            for item, offset in zip(column, offsets, strict=True):
                middles[item] = offset - (offsets[-1] / 2 if offsets else 0)
        for turn in range(_SETTLINGS):
            columns = self._columns if turn % 2 == 0 else self._columns[::-1]
            for column in columns:
                wanted = [self._mean(item, middles) for item in column]
                offsets = self._offsets(column)
                loose = [want - offset for want, offset in zip(wanted, offsets, strict=True)]
                for item, place, offset in zip(column, rising(loose), offsets, strict=True):
                    middles[item] = place + offset
        return middles

    def _mean(self, item: _Item, middles: Mapping[_Item, float]) -> float:
        others = [*self._before.get(item, ()), *self._after.get(item, ())]
        return sum(middles[other] for other in others) / len(others) if others else middles[item]

    def _extent(self, item: _Item) -> float:
        return self._spacing.height * (1 if isinstance(item, str) else _PASSING)

    def _offsets(self, column: Sequence[_Item]) -> list[float]:
        """How far below the first item's middle each item's must lie at least."""
        offsets = [0.0] if column else []
        for one, other in pairwise(column):
            room = (self._extent(one) + self._extent(other)) / 2 + self._spacing.between
            offsets.append(offsets[-1] + room)
        return offsets

    def _left(self, rank: int) -> float:
        return rank * (self._spacing.width + self._spacing.across)

    def _bulges_last(self) -> bool:
        last = len(self._columns) - 1
        return any(self._rank[tie.first] == self._rank[tie.second] == last for tie in self._ties)

    def _routes(self, middles: Mapping[_Item, float]) -> Iterator[Route]:
        for tie, chain in zip(self._ties, self._chains, strict=True):
            points = tuple(self._way(chain, middles)) if chain else self._arc(tie, middles)
            is_turned = bool(chain) and chain[0] == tie.second
            yield Route(tie, points[::-1] if is_turned else points)

    def _way(self, chain: Sequence[_Item], middles: Mapping[_Item, float]) -> Iterator[Point]:
        """From the right edge of the first item to the left edge of the last, straight through what lies between."""
        width = self._spacing.width
        for place, item in enumerate(chain):
            left, y = self._left(self._rank_of(item)), middles[item]
            if place:
                yield left, y
            if place < len(chain) - 1:
                yield left + width, y

    def _arc(self, tie: Tie, middles: Mapping[_Item, float]) -> tuple[Point, ...]:
        """Out at the right of a column and back into it."""
        right = self._left(self._rank[tie.first]) + self._spacing.width
        one, other = middles[tie.first], middles[tie.second]
        return (right, one), (right + self._spacing.across / 2, (one + other) / 2), (right, other)


def curves(points: Sequence[Point]) -> list[tuple[Point, Point, Point]]:
    """A route as cubic curves that leave and reach nodes level: for each, two points that bend it and where it ends."""
    first, last = points[0], points[-1]
    if len(points) == _ARC and first[0] == last[0]:
        bend = first[0] + (points[1][0] - first[0]) * _BEND
        return [((bend, first[1]), (bend, last[1]), last)]
    found = []
    for one, other in pairwise(points):
        middle = (one[0] + other[0]) / 2
        found.append(((middle, one[1]), (middle, other[1]), other))
    return found


def rising(values: Iterable[float]) -> list[float]:
    """The numbers that never fall and lie nearest to `values`, by least squares."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, size = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            before = pools.pop()
            total, size = total + before[0], size + before[1]
        pools.append((total, size))
    return [total / size for total, size in pools for _ in range(size)]
