"""A year's costs in sentences: what they amount to, how that has changed, and what is not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from itadmin.domain.calculations.cost_table import CostSum
from itadmin.domain.calculations.costs import Source
from itadmin.domain.money import MINUS, format_kronor, format_percent, format_whole_kronor, grouped
from itadmin.services.costs.gathering import Costs
from itadmin.services.costs.year import CostYear

_ORIGINS: Mapping[Source, str] = {
    Source.LINE: "i kostnadsrader",
    Source.AGREEMENT: "ur avtal",
    Source.SYSTEM: "ur systemens egna uppgifter",
}
_HALF_A_KRONA = 50


def told_year(year: CostYear, costs: Costs, about: str = "") -> str:
    """The whole year in sentences, with what could not be counted; `about` are the groups it is narrowed to."""
    total = year.total
    begun_with = f"{about} {year.year}:" if about else f"{year.year} kostar"
    whole = f"{begun_with} {changed(total, year.year)}."
    said = (whole, *_begun(total, year.year), *_priced_today(total, year.year), _per_inhabitant(year))
    return " ".join((*said, "Belopp i hela kronor utan moms.", *_left_out(costs)))


def told_sum(year: int, name: str, cost: CostSum) -> str:
    """A group in sentences: what it costs in the year, how that has changed, and of what it is made."""
    amounts: Counter[Source] = Counter()
    for piece in cost.costs:
        amounts[piece.source] += piece.amount
    parts = [f"{format_whole_kronor(amounts[source])} {_ORIGINS[source]}" for source in Source if source in amounts]
    made_of = f" Det är {' och '.join(filter(None, (', '.join(parts[:-1]), parts[-1])))}." if parts else ""
    begun = "".join(f" {sentence}" for sentence in _begun(cost, year))
    return f"{name} {year}: {changed(cost, year)}.{begun}{made_of}"


def changed(cost: CostSum, year: int) -> str:
    """What a year costs, and how much more or less that is than the year before."""
    amount, percent = format_whole_kronor(cost.amount), cost.change_percent
    if not cost.costs_before:
        return f"{amount}, för {year - 1} är inget känt"
    if abs(cost.change) < _HALF_A_KRONA:
        return f"{amount}, lika mycket som {year - 1}"
    more = "mer" if cost.change > 0 else "mindre"
    part = "" if percent is None else f" ({format_percent(abs(percent))})"
    change = format_whole_kronor(cost.change).removeprefix(MINUS)
    return f"{amount}, {change} {more} än {year - 1}{part}"


def _begun(cost: CostSum, year: int) -> Iterator[str]:
    if cost.begun > 0:
        more = format_whole_kronor(cost.begun)
        yield (
            f"Avtal som började {year - 1}–{year} utan att ersätta ett avtal med känd kostnad står för {more} mer; "
            "den skillnaden kan vara skenbar."
        )


def _priced_today(cost: CostSum, year: int) -> Iterator[str]:
    if any(piece.source is Source.AGREEMENT for piece in cost.costs_before):
        yield f"Avtalen räknas med dagens pris också {year - 1}."


def _per_inhabitant(year: CostYear) -> str:
    per, people = year.per_inhabitant(year.total), year.inhabitants
    if per is None or people is None:
        return "Hur många invånare kommunen har är inte känt."
    counted = f"{grouped(people.number)} invånare {people.day}, {people.source}"
    return f"Det är {format_kronor(per)} per invånare ({counted})."


def _left_out(costs: Costs) -> Iterator[str]:
    lines, agreements = costs.lines_without_year, costs.agreements_without_end
    if lines:
        yield f"{'1 kostnadsrad' if lines == 1 else f'{lines} kostnadsrader'} saknar år och räknas inte."
    if agreements:
        closed = "1 avslutat avtal" if agreements == 1 else f"{agreements} avslutade avtal"
        yield f"{closed} saknar slutdag och räknas inte."
