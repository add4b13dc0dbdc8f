"""Dependencies as they are shown: boxes in layers, lines between them, and the same in words, for screen and paper.

Many in one layer are folded into one box that says how many it holds. Knows no measures and no colours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from itadmin.domain.calculations.dependencies import Flow, Folded, Side, distances, folded, outline
from itadmin.domain.calculations.layered_layout import Tie
from itadmin.services.dependencies import Dependencies, Part, is_critical
from itadmin.services.reading import Read

MOST_IN_A_LAYER = 12
OUTSIDE = "Extern part"
_FEW_NAMES = 3


class Weight(Enum):
    """How a box stands out: what it is all about, critical, somebody outside, several in one, or nothing of these."""

    OWN = "own"
    PLAIN = "plain"
    CRITICAL = "critical"
    OUTSIDE = "outside"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its title, a note under it, its layer (below 0 is what the own one depends on), and what leads from it.

    `words` tells it in a sentence. `parts` are the labels of those that stand in a box of several.
    """

    key: str
    title: str
    note: str
    layer: int
    weight: Weight
    words: str
    record_id: UUID | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: boxes by key, the lines between them, and the whole in one sentence."""

    centre: str
    boxes: Mapping[str, Box]
    ties: tuple[Tie, ...]
    critical: frozenset[Tie]
    sentence: str

    @property
    def layers(self) -> dict[str, int]:
        """The layer of each box."""
        return {key: box.layer for key, box in self.boxes.items()}


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the indented list: level from 1, the part, what it goes through, whether it is told elsewhere."""

    level: int
    part: Part
    through: str
    is_repeated: bool


def draw(
    found: Dependencies,
    depth: int,
    side: Side = Side.BOTH,
    *,
    opened: Collection[int] = (),
    most: int = MOST_IN_A_LAYER,
) -> Picture:
    """The picture of what lies within `depth` steps; layers that are `opened` show all they hold."""
    within = distances(found.flows, found.centre, depth, side)
    flows = [flow for flow in found.flows if flow.giver in within and flow.receiver in within]
    tied = {key: sum(key in (flow.giver, flow.receiver) for flow in flows) for key in within}
    shown = folded(within, most, lambda key: (-found.parts[key].weight, -tied[key]), opened)
    ties, critical = _ties(found, flows, shown)
    boxes = {key: _box(found, key, layer, shown, flows) for key, layer in shown.layers.items()}
    return Picture(found.centre, boxes, ties, critical, _sentence(found, depth, side))


def listed(found: Dependencies, depth: int, side: Side) -> list[ListLine]:
    """One way as an indented list. Raises ValueError for both ways, which are two lists."""
    above = {0: found.centre}
    lines = []
    for line in outline(found.flows, found.centre, depth, side):
        ends = (line.key, above[line.level - 1])
        flow = Flow(*ends) if side is Side.GIVERS else Flow(*ends[::-1])
        lines.append(ListLine(line.level, found.parts[line.key], _through(found.carried[flow]), line.is_repeated))
        above[line.level] = line.key
    return lines


def steps_away(layer: int) -> str:
    """What a layer is, as its heading says; "" for the own one."""
    if abs(layer) > 1:
        return f"i {abs(layer)} steg"
    return {-1: "Systemet beror på", 1: "Beroende av systemet"}.get(layer, "")


def _ties(found: Dependencies, flows: Collection[Flow], shown: Folded) -> tuple[tuple[Tie, ...], frozenset[Tie]]:
    """One line for each pair of boxes, with heads the ways something goes, and which of them carry what is critical."""
    heads: dict[tuple[str, str], set[bool]] = {}
    grave: set[tuple[str, str]] = set()
    for flow in flows:
        one, other = shown.shown(flow.giver), shown.shown(flow.receiver)
        if one == other:
            continue
        pair = (other, one) if (other, one) in heads else (one, other)
        heads.setdefault(pair, set()).add(pair == (one, other))
        if any(is_critical(str(getattr(item.record, "criticality", ""))) for item in found.carried[flow]):
            grave.add(pair)
    ties = {pair: Tie(*pair, forth=True in ways, back=False in ways) for pair, ways in heads.items()}
    return tuple(ties.values()), frozenset(ties[pair] for pair in grave)


def _box(found: Dependencies, key: str, layer: int, shown: Folded, flows: Collection[Flow]) -> Box:
    if key in shown.counts:
        parts = tuple(found.parts[held].label for held, node in shown.hidden.items() if node == key)
        words = f"{len(parts)} till: {', '.join(parts)}. Tryck på Enter för att visa alla."
        return Box(key, f"+ {len(parts)} till", "Visa alla", layer, Weight.MORE, words, parts=parts)
    part = found.parts[key]
    weight = Weight.PLAIN
    if key == found.centre:
        weight = Weight.OWN
    elif part.record_id is None:
        weight = Weight.OUTSIDE
    elif part.is_critical:
        weight = Weight.CRITICAL
    note = OUTSIDE if part.record_id is None else part.criticality
    return Box(key, part.label, note, layer, weight, _words(found, part, note, flows), part.record_id)


def _words(found: Dependencies, part: Part, note: str, flows: Collection[Flow]) -> str:
    """A part in words: what it is, from whom it gets and to whom it gives."""
    gets = [found.parts[flow.giver].label for flow in flows if flow.receiver == part.key]
    gives = [found.parts[flow.receiver].label for flow in flows if flow.giver == part.key]
    told = [part.label, *([note.lower()] if note else [])]
    told += [f"får från {_few(gets)}"] if gets else []
    told += [f"ger till {_few(gives)}"] if gives else []
    return ", ".join(told) + "."


def _few(names: list[str]) -> str:
    shown = names if len(names) <= _FEW_NAMES else [*names[: _FEW_NAMES - 1], f"{len(names) - _FEW_NAMES + 1} till"]
    return " och ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _sentence(found: Dependencies, depth: int, side: Side) -> str:
    """How many there are each way, and which of them are critical."""
    name = found.parts[found.centre].label
    ways = [way for way in (Side.GIVERS, Side.RECEIVERS) if side in (way, Side.BOTH)]
    reached = {way: _reached(found, depth, way) for way in ways}
    if not any(reached.values()):
        return f"{name} har inga kända beroenden."
    told = []
    if Side.GIVERS in reached:
        told.append(f"{name} beror på {_counted(reached[Side.GIVERS])}.")
    if Side.RECEIVERS in reached:
        told.append(f"{_counted(reached[Side.RECEIVERS]).capitalize()} beror på {name}.")
    parts = {part.key: part for found_there in reached.values() for part in found_there}
    critical = [part.label for part in parts.values() if part.is_critical]
    if critical:
        told.append(f"Verksamhetskritiska: {_few(critical)}.")
    return " ".join(told)


def _reached(found: Dependencies, depth: int, way: Side) -> list[Part]:
    return [found.parts[key] for key in distances(found.flows, found.centre, depth, way) if key != found.centre]


def _counted(parts: Collection[Part]) -> str:
    outside = sum(part.record_id is None for part in parts)
    systems = len(parts) - outside
    words = [f"{systems} system"] if systems else []
    if outside:
        words.append(f"{outside} {'extern part' if outside == 1 else 'externa parter'}")
    return " och ".join(words) or "inga system"


def _through(items: Collection[Read]) -> str:
    return ", ".join(item.label for item in items)
