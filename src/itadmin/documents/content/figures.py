"""Blocks that are drawn: bars, steps, diagrams of boxes and arrows, and facts in large type."""

from dataclasses import dataclass
from typing import Literal

from itadmin.documents.content.running_text import Inline
from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.calculations.year_ring import YearPicture

MOST_STEPS = 5
"""Of a ladder: there are five fills."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` from zero and up decides its length, `shown` is what is written at its end.

    In a chart of two series `second` is the bar below it, with `second_shown` at its end.
    """

    label: str
    value: float
    shown: str
    second: float | None = None
    second_shown: str = ""

    def __post_init__(self) -> None:
        if not all(0 <= value < float("inf") for value in (self.value, self.second or 0)):
            raise ValueError("a bar's value must be zero or more")


@dataclass(frozen=True, slots=True)
class BarChart:
    """A figure of horizontal bars. `alt` says in words what the figure shows; all values are added to it.

    `series` names the two series of a chart whose bars have a `second` value, for the legend.
    """

    bars: tuple[Bar, ...]
    caption: str
    alt: str
    key: str = ""
    series: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if any((bar.second is None) != (self.series is None) for bar in self.bars):
            raise ValueError("every bar has a second value in a chart of two series, and none in other charts")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder: what it is called, and what stands on it."""

    name: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """A figure of one to five steps that rise from left to right, numbered from 1.

    `alt` says in words what the figure shows; what stands on each step is added to it. A step with many things on it
    shows some and how many more there are, so all must stand in a table too. `note` is small print below.
    """

    steps: tuple[Step, ...]
    caption: str
    alt: str
    note: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.steps) <= MOST_STEPS:
            raise ValueError("a ladder has one to five steps")


@dataclass(frozen=True, slots=True)
class KeyFact:
    """Something to be read from afar: a small label, the value in large type, and small print below it."""

    label: str
    value: Inline
    note: Inline = ""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What matters most, in large type: at most `across` facts beside each other."""

    facts: tuple[KeyFact, ...]
    across: int = 3

    def __post_init__(self) -> None:
        if self.across < 1:
            raise ValueError("at least one fact must stand in a row")


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram, in a layer counted from left to right; `note` is a second, smaller text.

    `weight` is how it stands out: `own` is what the figure is about, `strong` has a heavy edge, `loose` a broken one.
    """

    key: str
    text: str
    layer: int
    note: str = ""
    weight: Literal["own", "plain", "strong", "loose"] = "plain"


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes of a diagram, by their keys; `both` gives it two heads."""

    start: str
    end: str
    both: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A figure of boxes in layers with arrows between them. `alt` says in words all that the figure shows."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    caption: str
    alt: str
    key: str = ""

    def __post_init__(self) -> None:
        keys = {node.key for node in self.nodes}
        if len(keys) < len(self.nodes):
            raise ValueError("two boxes of a diagram may not have the same key")
        if any(end not in keys for arrow in self.arrows for end in (arrow.start, arrow.end)):
            raise ValueError("an arrow must go between boxes of the diagram")


@dataclass(frozen=True)
class Timeline:
    """Lanes on an axis of time. `alt` says what the figure shows; the table of the same lanes tells every day."""

    chart: TimeChart
    caption: str
    alt: str
    key: str = ""


@dataclass(frozen=True)
class YearRing:
    """A year as a ring. `alt` says what the figure shows; the table of the same days tells each of them."""

    picture: YearPicture
    caption: str
    alt: str
    key: str = ""
