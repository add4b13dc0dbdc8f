"""What depends on what: how far from one another things lie, what is shown of many, and the same as an indented list.

Things are keys of text and know nothing of registers. What gives goes before what receives: who receives depends on
who gives. Circles are allowed everywhere. Where the order is free it is that of the flows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

MORE = "more:"
"""What the key of a node begins with that stands for several."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Something goes from `giver` to `receiver`, which depends on it."""

    giver: str
    receiver: str


class Side(Enum):
    """Which way one looks from a thing. The codes stand in settings."""

    GIVERS = "beror_pa"
    RECEIVERS = "beroende_av"
    BOTH = "bada"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an indented list: `level` from 1, and whether what lies below the thing is told elsewhere."""

    level: int
    key: str
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """What is shown of many: the layer of each node shown, which node a hidden one stands under, how many it holds."""

    layers: Mapping[str, int]
    hidden: Mapping[str, str]
    counts: Mapping[str, int]

    def shown(self, key: str) -> str:
        """The node that stands for a thing."""
        return self.hidden.get(key, key)


def distances(flows: Collection[Flow], centre: str, depth: int, side: Side = Side.BOTH) -> dict[str, int]:
    """How many steps away each thing lies, at most `depth`: negative for givers, positive for receivers, 0 itself.

    Who lies both ways is counted where it is nearer, among the givers when that is equal. The order is that of the
    search: nearest first, and what is found from the same thing in the order of the flows.
    """
    found = {centre: 0}
    if side is not Side.RECEIVERS:
        found |= {key: -steps for key, steps in _steps(flows, centre, depth, Side.GIVERS).items()}
    if side is not Side.GIVERS:
        for key, steps in _steps(flows, centre, depth, Side.RECEIVERS).items():
            if key not in found or steps < abs(found[key]):
                found[key] = steps
    return dict(sorted(found.items(), key=lambda item: abs(item[1])))


def outline(flows: Collection[Flow], centre: str, depth: int, side: Side) -> list[Line]:
    """One way from a thing as an indented list. What lies below a thing is told once, where the thing is nearest.

    `side` is GIVERS or RECEIVERS. Raises ValueError for BOTH, which is two lists.
    """
    steps = _steps(flows, centre, depth, side)
    return list(_Outline(_next(flows, side), steps, depth).lines(centre, 1))


def folded(layers: Mapping[str, int], most: int, rank: Callable[[str], Any], opened: Collection[int] = ()) -> Folded:
    """At most `most` nodes in each layer but the `opened` ones; the least important stand under one node together.

    `rank` sorts things by importance, the most important first; equals keep their order. `most` is two or more.
    """
    members: dict[int, list[str]] = {}
    for key, layer in layers.items():
        members.setdefault(layer, []).append(key)
    shown: dict[str, int] = {}
    hidden: dict[str, str] = {}
    counts: dict[str, int] = {}
    for layer, keys in members.items():
        kept = keys
        if len(keys) > most and layer not in opened:
            kept = sorted(keys, key=rank)[: most - 1]
            node = f"{MORE}{layer}"
            rest = [key for key in keys if key not in kept]
            hidden |= dict.fromkeys(rest, node)
            counts[node] = len(rest)
            kept = [*kept, node]
        shown |= dict.fromkeys(kept, layer)
    return Folded(shown, hidden, counts)


def _next(flows: Iterable[Flow], side: Side) -> dict[str, list[str]]:
    """What is reached from each thing in one step, each once, in the order of the flows."""
    if side is Side.BOTH:
        raise ValueError("one looks one way at a time")
    found: dict[str, dict[str, None]] = {}
    for flow in flows:
        one, other = (flow.receiver, flow.giver) if side is Side.GIVERS else (flow.giver, flow.receiver)
        if one != other:
            found.setdefault(one, {})[other] = None
    return {key: list(others) for key, others in found.items()}


def _steps(flows: Iterable[Flow], centre: str, depth: int, side: Side) -> dict[str, int]:
    """Steps from the centre, which is left out, to all that is reached one way."""
    following = _next(flows, side)
    found = {centre: 0}
    edge = [centre]
    for step in range(1, depth + 1):
        reached = (other for key in edge for other in following.get(key, ()))
        edge = [other for other in dict.fromkeys(reached) if other not in found]
        found |= dict.fromkeys(edge, step)
    del found[centre]
    return found


class _Outline:
    """The making of one indented list; `told` holds what has been told with what lies below it."""

    def __init__(self, following: Mapping[str, list[str]], steps: Mapping[str, int], depth: int) -> None:
        self._following = following
        self._steps = steps
        self._depth = depth
        self._told: set[str] = set()

    def lines(self, key: str, level: int) -> Iterator[Line]:
        """What is reached from a thing, each line followed by what lies below it."""
        for other in self._following.get(key, ()) if level <= self._depth else ():
            is_repeated = other in self._told or self._steps.get(other) != level
            yield Line(level, other, is_repeated)
            if not is_repeated:
                self._told.add(other)
                yield from self.lines(other, level + 1)
