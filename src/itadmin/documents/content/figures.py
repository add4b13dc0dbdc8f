"""Blocks that are drawn: bars, diagrams of boxes and arrows, and facts in large type."""

from dataclasses import dataclass
from typing import Literal

from itadmin.documents.content.running_text import Inline
from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.calculations.year_ring import YearPicture


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` from zero and up decides its length, `shown` is what is written at its end."""

    label: str
    value: float
    shown: str

    def __post_init__(self) -> None:
        if not 0 <= self.value < float("inf"):
            raise ValueError("a bar's value must be zero or more")


@dataclass(frozen=True, slots=True)
class BarChart:
    """A figure of horizontal bars. `alt` says in words what the figure shows; all values are added to it."""

    bars: tuple[Bar, ...]
    caption: str
    alt: str
    key: str = ""


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
