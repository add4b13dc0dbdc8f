"""A shared cost in the papers of a case: what the own kommun carries of which period, and of each year of phasing-in.

Knows what has been worked out, and no register.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Block, Inline, Paragraph, Strong
from itadmin.documents.cost_allocation_blocks import how, parts_table, phasing
from itadmin.documents.phrases import genitive
from itadmin.documents.shared_cost import Shared
from itadmin.documents.templates import joined
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.text import listed, small_initial
from itadmin.domain.words import Words
from itadmin.services.allocations.standing import is_of_years
from itadmin.services.allocations.tables import year_columns
from itadmin.services.allocations.words import model_words, phased_words

_BEFORE_YEARS = 2
"""The columns before those of the years: the name, and what is compared with."""


def shared_blocks(shared: Shared, town: str, words: Words) -> Iterator[Block]:
    """What a kommun carries, what all do and how that is reckoned, and the years of phasing-in."""
    own = _own_part(shared, town)
    if own:
        yield Paragraph(own)
    yield parts_table(shared.outcome)
    yield how(shared.allocation, shared.outcome, words)
    simulation = shared.simulation
    if simulation is not None and simulation.years:
        told = (phased_words(shared.outcome, simulation), _own_years(shared, town, words))
        yield Paragraph(" ".join(filter(None, told)))
        yield from phasing(shared.allocation, shared.outcome, simulation)


def _own_part(shared: Shared, town: str) -> Inline:
    """What a kommun carries, as a sentence; "" when it takes no part."""
    amount = next((part.amount for part in shared.outcome.parts if part.name == town), None)
    if amount is None:
        return ""
    state = "" if shared.outcome.is_locked else " enligt en beräkning som inte är fastställd"
    return joined(f"{genitive(town)} del är ", Strong(format_kronor(amount)), f"{_period(shared)}{state}.")


def _period(shared: Shared) -> str:
    """For when it is; of more than a year also what is shared, as the cost told beside it is that of a year."""
    allocation = shared.allocation
    if not allocation.period_starts or not allocation.period_ends:
        return ""
    days = f"{allocation.period_starts.isoformat()}{NBSP}– {allocation.period_ends.isoformat()}"
    if not is_of_years(allocation):
        return f" för {days}"
    return f" av {format_kronor(shared.outcome.amount, whole=True)} för hela perioden {days}"


def _own_years(shared: Shared, town: str, words: Words) -> str:
    """What a kommun carries of each year of phasing-in, as a sentence; "" when there are none."""
    simulation = shared.simulation
    code = next((part.code for part in shared.outcome.parts if part.name == town), None)
    if simulation is None or not simulation.years or code is None:
        return ""
    heads = year_columns(shared.allocation, simulation)[_BEFORE_YEARS:]
    told = [
        f"{format_kronor(year.get(code, 0))} {column.title[:1].lower()}{column.title[1:]}"
        for column, year in zip(heads, simulation.years, strict=True)
    ]
    other = small_initial(model_words(shared.allocation.compared_model, shared.allocation, words))
    return f"Fasas skillnaden mot {other} in blir {genitive(town)} del {listed(told)}."
