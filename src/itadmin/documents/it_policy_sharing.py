"""How joint costs are shared between the kommuner of an IT-policy: by population, beside a model with a fixed part.

The inhabitants are of one day for all; without such a day nothing is reckoned.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from itadmin.documents.content import Bar, BarChart, Block, Column, DataTable, Paragraph, Row
from itadmin.documents.it_policy_facts import Kommun, PolicyFacts
from itadmin.documents.phrases import day_in_words, kronor_figure, percent_figure
from itadmin.domain.calculations.allocation import FIXED_PERCENT, percent_of, shares, weights_of
from itadmin.domain.money import NBSP, format_kronor, format_whole_kronor, grouped
from itadmin.domain.text import listed

_ORE = 100
_EXAMPLE = 1_000_000 * _ORE
"""What is shared in the example, in öre."""
_BY_HEAD, _WITH_FIXED = "BEFOLKNING", "FAST_RORLIG"
_PLUS = "+"
_SEVERAL = 2
_ONE_KOMMUN = "Policyn gäller en kommun, som bär hela kostnaden."
_SERIES = ("Efter befolkning", "Fast del och befolkning")


def sharing(facts: PolicyFacts) -> tuple[Block, ...]:
    """The kommuner with their inhabitants and parts, as a figure and a table; or why they cannot be told."""
    if len(facts.kommuner) < _SEVERAL:
        return (Paragraph(_ONE_KOMMUN),)
    codes = {kommun.code: kommun for kommun in facts.kommuner}
    day = facts.populations.newest_common([kommun.code for kommun in facts.kommuner], facts.day)
    if day is None or len(codes) < len(facts.kommuner):
        return (Paragraph(_unknown(facts)),)
    figures = {code: facts.populations.on(day)[code] for code in codes}
    heads = {code: figure.number for code, figure in figures.items()}
    source = listed(list(dict.fromkeys(figure.source for figure in figures.values())))
    return (Paragraph(_sentence(day)), _chart(codes, heads), _table(codes, heads, day, source))


def _unknown(facts: PolicyFacts) -> str:
    towns = listed([kommun.town for kommun in facts.kommuner])
    return f"Invånarantal för samma dag finns inte för {towns}. Andelarna räknas när de finns."


def _sentence(day: date) -> str:
    return (
        f"Exemplet visar hur {format_kronor(_EXAMPLE, whole=True)} fördelas med invånarantalen {day_in_words(day)}. "
        f"Jämförelsen visar vad som händer om {FIXED_PERCENT}{NBSP}procent i stället delas lika "
        "och resten fördelas efter befolkning."
    )


def _table(kommuner: Mapping[str, Kommun], heads: Mapping[str, int], day: date, source: str) -> DataTable:
    whole = sum(heads.values())
    by_head, with_fixed = _parts(_BY_HEAD, heads), _parts(_WITH_FIXED, heads)
    columns = (
        Column("Kommun", weight=29),
        Column(f"Invånare {day.isoformat()}", "right", 24),
        Column("Andel, %", "right", 18),
        Column("Efter befolkning, kr", "right", 35),
        Column(f"{FIXED_PERCENT}{NBSP}% lika, resten efter befolkning, kr", "right", 32),
        Column("Skillnad, kr", "right", 24),
    )
    rows: list[Row] = [
        (
            kommun.town,
            grouped(heads[code]),
            percent_figure(percent_of(heads[code], whole)),
            _kronor(by_head[code]),
            _kronor(with_fixed[code]),
            _difference(with_fixed[code] - by_head[code]),
        )
        for code, kommun in kommuner.items()
    ]
    rows.append(("Summa", grouped(whole), "100,00", _kronor(_EXAMPLE), _kronor(_EXAMPLE), _kronor(0)))
    return DataTable(
        columns,
        tuple(rows),
        "Invånare och fördelning av en gemensam kostnad",
        f"Källa: {source}. Andelarna är avrundade och beloppen hela kronor.",
        row_heading="strong",
        sum_row=True,
        wide=True,
    )


def _chart(kommuner: Mapping[str, Kommun], heads: Mapping[str, int]) -> BarChart:
    by_head, with_fixed = _parts(_BY_HEAD, heads), _parts(_WITH_FIXED, heads)
    bars = tuple(
        Bar(
            kommun.town,
            by_head[code],
            format_whole_kronor(by_head[code]),
            with_fixed[code],
            format_whole_kronor(with_fixed[code]),
        )
        for code, kommun in kommuner.items()
    )
    alt = "Liggande staplar, två för varje kommun: dess del av kostnaden med var och en av modellerna."
    return BarChart(bars, "Kommunernas delar med två modeller", alt, series=_SERIES)


def _parts(model: str, heads: Mapping[str, int]) -> Mapping[str, int]:
    """Whole kronor in öre, which add up to the example."""
    parts = shares(_EXAMPLE // _ORE, weights_of(model, heads))
    return {code: kronor * _ORE for code, kronor in parts.items()}


def _difference(ore: int) -> str:
    return f"{_PLUS}{_kronor(ore)}" if ore > 0 else _kronor(ore)


def _kronor(ore: int) -> str:
    return kronor_figure(ore, whole=True)
