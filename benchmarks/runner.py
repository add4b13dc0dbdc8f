"""The rules that all benchmarks share: the sides take turns within each round, figures are medians over the rounds.

A ratio is the median of the rounds' own ratios, so that a machine that is slower for a while is so to both sides.
Knows nothing of what is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import TypeAlias, TypeVar

_DECIMALS = 2

Measured = TypeVar("Measured")


@dataclass(frozen=True, slots=True)
class Compared:
    """A time in milliseconds, the floor's, and how many times the floor it is."""

    ms: float
    floor_ms: float
    ratio: float


Figure: TypeAlias = float | Compared | Mapping[str, float]
"""A mapping holds numbers of the same kind by whose they are."""

Figures: TypeAlias = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Run:
    """How to measure: the number of rounds, and whom to tell how far it has come."""

    rounds: int
    tell: Callable[[str], None]

    def of(self, name: str) -> Run:
        """The same run for one benchmark, whose name goes before what is told."""
        return Run(self.rounds, lambda sentence: self.tell(f"{name}: {sentence}"))


Measure: TypeAlias = Callable[[Run], Figures]


def in_turns(run: Run, sides: Mapping[str, Callable[[], Measured]]) -> dict[str, list[Measured]]:
    """What each side gave in each round.

    A first turn for each warms up and does not count. Every other round is in the opposite order.
    """
    found: dict[str, list[Measured]] = {name: [] for name in sides}
    for side in sides.values():
        side()
    for number in range(run.rounds):
        run.tell(f"varv {number + 1} av {run.rounds}")
        order = list(sides)[:: 1 if number % 2 == 0 else -1]
        for name in order:
            found[name].append(sides[name]())
    return found


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, until what it makes is there: letting go of that again is not part of it."""
    before = perf_counter()
    made = work()
    took = perf_counter() - before
    del made
    return took


def compared(own_ms: Sequence[float], floor_ms: Sequence[float]) -> Compared:
    """Times in milliseconds against the floor's of the same rounds."""
    return Compared(median(own_ms), median(floor_ms), ratio(own_ms, floor_ms))


def ratio(own: Sequence[float], other: Sequence[float]) -> float:
    """The median of the rounds' ratios. Raises ValueError when the sides do not have as many rounds."""
    return median(mine / theirs for mine, theirs in zip(own, other, strict=True))


def plain(figures: Figures) -> dict[str, object]:
    """Figures as JSON holds them, with two decimals at most."""
    return {name: _plain(figure) for name, figure in figures.items()}


def _plain(figure: Figure) -> object:
    if isinstance(figure, Compared):
        return {name: round(value, _DECIMALS) for name, value in asdict(figure).items()}
    if isinstance(figure, Mapping):
        return {name: round(value, _DECIMALS) for name, value in figure.items()}
    return figure if isinstance(figure, int) else round(figure, _DECIMALS)
