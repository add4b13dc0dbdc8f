"""A kostnadsfördelning and the model it is compared with, as bars of the same length."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.money import NBSP, format_whole_kronor
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.words import Words
from itadmin.services.allocations import Outcome, Simulation
from itadmin.services.allocations.words import figures_words, model_words
from itadmin.services.reference_data import municipalities
from itadmin.ui.widgets.split_bars import Segment, SplitBar


def bars_of(
    allocation: Allocation, outcome: Outcome, simulation: Simulation | None, words: Words
) -> Iterator[SplitBar]:
    """The bars, today's way first."""
    if simulation is not None and simulation.now.parts:
        yield _bar("Jämförs med: ", allocation, simulation.now, words)
    if outcome.parts and outcome.amount:
        yield _bar("", allocation, outcome, words)


def _bar(lead: str, allocation: Allocation, outcome: Outcome, words: Words) -> SplitBar:
    title = f"{lead}{model_words(outcome.model.code, allocation, words)}"
    places = {known.code: place for place, known in enumerate(municipalities())}
    segments = tuple(
        Segment(
            part.name,
            format_whole_kronor(part.amount),
            f"{part.percent / 100:.1f}".replace(".", ",") + f"{NBSP}%",
            part.amount / outcome.amount if outcome.amount else 0,
            places.get(part.code, len(places)),
        )
        for part in outcome.parts
    )
    return SplitBar(title, figures_words(outcome), segments)
