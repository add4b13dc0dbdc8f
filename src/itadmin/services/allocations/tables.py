"""A kostnadsfördelning as tables: each kommun's part with the sum below, what another model changes, and the years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.calculations.allocation_comparison import Change
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.words import Words
from itadmin.services.allocations.outcome import Outcome, Part, Simulation
from itadmin.services.allocations.period import years_later
from itadmin.services.allocations.words import facts_words, model_words, phased_words, told
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Cell, Column, Kind, Row, Sheet

SUM = "Summa"
_BASES: dict[str, tuple[str, Kind]] = {
    "ANVANDARE": ("Användare", "whole"),
    "ENHETER": ("Enheter", "whole"),
    "HISTORISK": ("Tidigare del", "money"),
    "DIREKT": ("Egen kostnad", "money"),
}
Figure = tuple[Column, Callable[[Part], Cell], Cell]
"""A column with what gives the cell of a part, and that of the sum."""


def basis_words(outcome: Outcome) -> tuple[str, Kind]:
    """What the numbers that decide the parts are, and of which kind they are."""
    return _BASES.get(outcome.told_by, ("Invånare", "whole"))


def columns(outcome: Outcome, simulation: Simulation | None) -> tuple[Column, ...]:
    """The columns of the table of parts; those that have nothing in them are left out."""
    return Column("Kommun"), *(column for column, _cell, _sum in _figures(outcome, simulation))


def rows(outcome: Outcome, simulation: Simulation | None) -> list[Row]:
    """The kommuner as rows of those columns."""
    found = list(_figures(outcome, simulation))
    return [(part.name, *(cell(part) for _column, cell, _sum in found)) for part in outcome.parts]


def total(outcome: Outcome, simulation: Simulation | None) -> Row:
    """The row of sums."""
    return SUM, *(sums for _column, _cell, sums in _figures(outcome, simulation))


def year_columns(allocation: Allocation, simulation: Simulation) -> tuple[Column, ...]:
    """A column for each year that it is phased in; by the year, or its first day, where the period says which."""
    words = (_year_words(allocation.period_starts, place) for place in range(len(simulation.years)))
    return Column("Kommun"), Column("Jämförelse", "money"), *(Column(word, "money") for word in words)


def _year_words(starts_on: date | None, place: int) -> str:
    if starts_on is None:
        return f"År {place + 1}"
    first = years_later(starts_on, place)
    return str(first.year) if (first.month, first.day) == (1, 1) else f"Från {first.isoformat()}"


def year_rows(outcome: Outcome, simulation: Simulation) -> tuple[list[Row], Row]:
    """What each kommun carries in each of those years, and the sums."""
    names = {part.code: part.name for part in (*outcome.parts, *simulation.now.parts)}
    told_years = (simulation.before, *simulation.years)
    found: list[Row] = [(names[code], *(year.get(code, 0) for year in told_years)) for code in sorted(names)]
    return found, (SUM, *(sum(year.values()) for year in told_years))


def allocation_overview(
    title: str, allocation: Allocation, outcome: Outcome, simulation: Simulation | None, words: Words
) -> Overview:
    """The whole of it as tables to print or save; the parts come last."""
    above = (title, *facts_words(outcome, allocation, words))
    found_rows = (*rows(outcome, simulation), total(outcome, simulation))
    parts = Sheet("Fördelning", columns(outcome, simulation), found_rows, above)
    sentence = f"Modell: {model_words(outcome.model.code, allocation, words)}. {told(outcome, allocation, words)}"
    if simulation is None or not simulation.years:
        return Overview(title, sentence, (parts,))
    found, sums = year_rows(outcome, simulation)
    above = (title, *above[1:], phased_words(outcome, simulation))
    years = Sheet("Infasning", year_columns(allocation, simulation), (*found, sums), above)
    return Overview(title, sentence, (years, parts))


def per_inhabitant(part: Part) -> int | None:
    """What a kommun carries for each who lives there, in öre, rounded half up; None where that is not known."""
    number = part.figure.number if part.figure else 0
    return (2 * part.amount + number) // (2 * number) if number else None


def _figures(outcome: Outcome, simulation: Simulation | None) -> Iterator[Figure]:
    title, kind = basis_words(outcome)
    if any(part.basis is not None for part in outcome.parts):
        yield Column(title, kind), lambda part: part.basis, outcome.basis
    yield Column("Andel", "percent"), lambda part: part.percent, WHOLE_PERCENT if outcome.amount else 0
    yield Column("Kronor", "money"), lambda part: part.amount, outcome.amount
    heads = [part.figure.number for part in outcome.parts if part.figure]
    if heads and len(heads) == len(outcome.parts):
        each = (2 * outcome.amount + sum(heads)) // (2 * sum(heads)) if sum(heads) else None
        yield Column("Kr per invånare", "money"), per_inhabitant, each
    if simulation is not None and simulation.changes:
        yield from _changes(outcome, simulation)


def _changes(outcome: Outcome, simulation: Simulation) -> Iterator[Figure]:
    def of(part: Part) -> Change:
        return simulation.changes[part.code]

    now = sum(simulation.now.amounts.values())
    yield Column("Jämförs med", "money"), lambda part: of(part).now, now
    yield Column("Skillnad", "money"), lambda part: of(part).difference, outcome.amount - now
    yield Column("Skillnad i %", "percent"), lambda part: of(part).percent, None
