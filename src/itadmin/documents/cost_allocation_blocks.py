"""A kostnadsfördelning as blocks, for the papers that tell of it: the parts as figure and table, and what changes.

Knows what has been worked out, and no register.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Bar, BarChart, Block, Column, DataTable, Paragraph, Row
from itadmin.documents.phrases import kronor_figure, percent_figure
from itadmin.domain.money import MINUS, format_kronor, grouped
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.words import Words
from itadmin.services.allocations import Outcome, Part, Simulation
from itadmin.services.allocations.tables import basis_words, per_inhabitant, year_columns, year_rows
from itadmin.services.allocations.words import model_words, sources_words, told
from itadmin.services.exporting.sheet import Cell

SUM = "Summa"
_PLUS = "+"
_MOST_YEARS = 5
_FIRST_YEAR = 2
"""The column of the first year, after the name and what is carried now."""
_ALT = "Liggande staplar, en för varje kommun: dess del av kostnaden."
_ALT_TWO = "Liggande staplar, två för varje kommun: dess del av kostnaden med var och en av modellerna."


def parts_table(outcome: Outcome) -> DataTable:
    """What each kommun carries and by which number, with the sum."""
    title, kind = basis_words(outcome)
    has_basis = any(part.basis is not None for part in outcome.parts)
    has_heads = bool(outcome.parts) and all(part.figure for part in outcome.parts)
    columns = [Column("Kommun", weight=44), Column("Andel, %", "right", 22), Column("Belopp, kr", "right", 34)]
    if has_basis:
        columns.insert(1, Column(title if kind == "whole" else f"{title}, kr", "right", 30))
    if has_heads:
        columns.append(Column("Kr per invånare", "right", 26))
    rows: list[Row] = [
        (
            part.name,
            *((_number(part.basis, kind),) if has_basis else ()),
            percent_figure(part.percent),
            kronor_figure(part.amount),
            *((_kronor(per_inhabitant(part)),) if has_heads else ()),
        )
        for part in outcome.parts
    ]
    whole = (SUM, *((_number(outcome.basis, kind),) if has_basis else ()), "100,00", kronor_figure(outcome.amount))
    rows.append((*whole, *((_each(outcome),) if has_heads else ())))
    return DataTable(
        tuple(columns),
        tuple(rows),
        "Kommunernas delar",
        _source(outcome),
        row_heading="strong",
        sum_row=True,
        wide=True,
        key="parts",
    )


def parts_chart(allocation: Allocation, outcome: Outcome, simulation: Simulation | None, words: Words) -> BarChart:
    """The parts as bars, with those of the model it is compared with below."""
    if simulation is None or not simulation.changes:
        bars = tuple(Bar(part.name, part.amount, format_kronor(part.amount)) for part in outcome.parts)
        return BarChart(bars, "Kostnadens fördelning", _ALT)
    series = (
        model_words(simulation.now.model.code, allocation, words),
        model_words(outcome.model.code, allocation, words),
    )
    bars = tuple(
        Bar(
            part.name,
            simulation.changes[part.code].now,
            format_kronor(simulation.changes[part.code].now),
            part.amount,
            format_kronor(part.amount),
        )
        for part in outcome.parts
    )
    return BarChart(bars, "Kostnadens fördelning med två modeller", _ALT_TWO, series=series)


def how(allocation: Allocation, outcome: Outcome, words: Words) -> Paragraph:
    """How the parts are reckoned."""
    return Paragraph(told(outcome, allocation, words))


def comparison(outcome: Outcome, simulation: Simulation) -> DataTable:
    """What changes for each kommun, in kronor and percent."""
    columns = (
        Column("Kommun", weight=44),
        Column("Jämförelse, kr", "right", 32),
        Column("Ny del, kr", "right", 32),
        Column("Skillnad, kr", "right", 30),
        Column("Skillnad, %", "right", 22),
    )
    rows: list[Row] = [_change(part, simulation) for part in outcome.parts]
    before = sum(simulation.now.amounts.values())
    sums = (kronor_figure(before), kronor_figure(outcome.amount), _signed(outcome.amount - before))
    rows.append((SUM, *sums, ""))
    return DataTable(
        columns, tuple(rows), "Skillnad mot jämförelsen", row_heading="strong", sum_row=True, wide=True, key="changes"
    )


def phasing(allocation: Allocation, outcome: Outcome, simulation: Simulation) -> Iterator[Block]:
    """What each carries year by year, some years beside each other."""
    heads, (rows, sums) = year_columns(allocation, simulation), year_rows(outcome, simulation)
    for start in range(_FIRST_YEAR, len(heads), _MOST_YEARS):
        before = (0, 1) if start == _FIRST_YEAR else (0,)
        places = (*before, *range(start, min(start + _MOST_YEARS, len(heads))))
        columns = tuple(
            Column(f"{heads[place].title}, kr", "right", 28) if place else Column(heads[place].title, weight=34)
            for place in places
        )
        told_rows = tuple(tuple(_cell(row[place]) for place in places) for row in (*rows, sums))
        yield DataTable(columns, told_rows, "Infasning", row_heading="strong", sum_row=True, wide=True)


def _cell(value: Cell) -> str:
    return kronor_figure(value) if isinstance(value, int) else str(value or "")


def _change(part: Part, simulation: Simulation) -> Row:
    change = simulation.changes[part.code]
    percent = "" if change.percent is None else _signed_percent(change.percent)
    return (part.name, kronor_figure(change.now), kronor_figure(change.then), _signed(change.difference), percent)


def _signed(ore: int) -> str:
    return f"{_PLUS}{kronor_figure(ore)}" if ore > 0 else kronor_figure(ore)


def _signed_percent(hundredths: int) -> str:
    sign = _PLUS if hundredths > 0 else MINUS if hundredths < 0 else ""
    return f"{sign}{percent_figure(abs(hundredths))}"


def _number(number: int | None, kind: str) -> str:
    if number is None:
        return ""
    return grouped(number) if kind == "whole" else kronor_figure(number)


def _kronor(ore: int | None) -> str:
    return "" if ore is None else kronor_figure(ore)


def _each(outcome: Outcome) -> str:
    """What the whole is for each inhabitant of all."""
    heads = sum(part.figure.number for part in outcome.parts if part.figure)
    return kronor_figure((2 * outcome.amount + heads) // (2 * heads)) if heads else ""


def _source(outcome: Outcome) -> str:
    rounded = "Andelen är avrundad, beloppet är räknat på den exakta andelen."
    figures = outcome.figures
    if not figures or not outcome.counted_on:
        return rounded
    sources = sources_words(outcome)
    return f"Folkmängd den {outcome.counted_on.isoformat()}{f', källa {sources}' if sources else ''}. {rounded}"
