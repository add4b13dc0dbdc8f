"""How the cost of a driftavtal is shared between the connected kommuner: the table, and the share of the systemägare.

A fördelning that is adopted is told as it was locked. Without one, what is not known is marked, and nothing is reckoned
from figures of another day than the agreed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from itadmin.documents.content import Block, Column, DataTable, Inline, Row, Run
from itadmin.documents.cost_allocation_blocks import how, parts_table
from itadmin.documents.operations_agreement_facts import AgreementFacts, Sharer
from itadmin.documents.operations_agreement_requirements import field_mark, inhabitants_mark
from itadmin.documents.phrases import kronor_figure, percent_figure
from itadmin.documents.shared_cost import Shared
from itadmin.documents.templates import joined
from itadmin.domain.calculations.allocation import percent_of, shares, weights_of
from itadmin.domain.money import NBSP, format_kronor, grouped

_CAPTION, _KEY = "Kostnadsfördelning", "sharing"


@dataclass(frozen=True)
class _Part:
    """What one kommun carries; None is not known."""

    sharer: Sharer
    percent: int | None
    amount: int | None


def own_share(facts: AgreementFacts) -> Inline:
    """The part of the systemägare's kommun, "22,13 procent, 240 088,26 kr per år"; "" when it has none."""
    if facts.adopted is not None:
        return _adopted_share(facts, facts.adopted) if facts.pays_share else ""
    for part in _parts(facts) if facts.pays_share else ():
        if part.sharer.id == facts.customer_kommun:
            if part.percent is None:
                return joined(*_unknown(facts, _first_unknown(facts)))
            amount = field_mark("annual_price") if part.amount is None else format_kronor(part.amount, whole=True)
            return joined(f"{percent_figure(part.percent)}{NBSP}procent, ", amount, f" per{NBSP}år")
    return ""


def _adopted_share(facts: AgreementFacts, adopted: Shared) -> str:
    part = next(part for part in adopted.outcome.parts if part.code == facts.customer_code)
    when = period_words(adopted)
    amount = format_kronor(part.amount, whole=True)
    return f"{percent_figure(part.percent)}{NBSP}procent, {amount} {f'för {when}' if when else f'per{NBSP}år'}"


def period_words(adopted: Shared) -> str:
    """The period that a fördelning is for: "perioden 2027-01-01 – 2027-12-31"; "" for none."""
    first, last = adopted.allocation.period_starts, adopted.allocation.period_ends
    return f"perioden {first.isoformat()}{NBSP}– {last.isoformat()}" if first and last else ""


def tables(facts: AgreementFacts) -> Iterator[Block]:
    """Every kommun that shares with its part of the cost and the sum, and how an adopted fördelning is reckoned."""
    adopted = facts.adopted
    if adopted is None:
        yield _table(facts)
        return
    yield replace(parts_table(adopted.outcome), caption=_CAPTION, key=_KEY)
    yield how(adopted.allocation, adopted.outcome, facts.value_words)


def _table(facts: AgreementFacts) -> DataTable:
    by_heads = facts.agreement.allocation_model != "LIKA"
    columns = [Column("Kommun", weight=70), Column("Andel, %", "right", 30), Column("Kronor per år", "right", 40)]
    if by_heads:
        columns.insert(1, Column("Invånare", "right", 30))
    parts = _parts(facts)
    rows = [_row(facts, part, by_heads=by_heads) for part in parts]
    has_sum = all(part.percent is not None and part.amount is not None for part in parts)
    if has_sum:
        heads = sum(part.sharer.inhabitants or 0 for part in parts)
        cells = (
            "Summa",
            *((grouped(heads),) if by_heads else ()),
            "100,00",
            kronor_figure(facts.agreement.annual_price or 0),
        )
        rows.append(cells)
    return DataTable(
        columns=tuple(columns),
        rows=tuple(rows),
        caption=_CAPTION,
        note=_note(facts) if by_heads else "",
        sum_row=has_sum,
        wide=True,
        key=_KEY,
    )


def _note(facts: AgreementFacts) -> str:
    day, source = facts.agreement.population_day, facts.agreement.population_source
    what = f"Folkmängd den {day.isoformat()}" if day else "Folkmängd"
    rounded = "Andelen är avrundad, beloppet är räknat på den exakta andelen."
    return f"{what}{f', källa {source}' if source else ''}. {rounded}"


def _parts(facts: AgreementFacts) -> tuple[_Part, ...]:
    heads = {_key(sharer): sharer.inhabitants for sharer in facts.sharers}
    if facts.agreement.allocation_model == "LIKA":
        heads = dict.fromkeys(heads, 1)
    known = {key: number for key, number in heads.items() if number}
    if len(known) < len(heads):
        return tuple(_Part(sharer, None, None) for sharer in facts.sharers)
    weights = weights_of(facts.agreement.allocation_model, known)
    price = facts.agreement.annual_price
    amounts: Mapping[str, int] = {} if price is None else shares(max(price, 0), weights)
    whole = sum(weights.values())
    return tuple(
        _Part(sharer, percent_of(weights[_key(sharer)], whole), amounts.get(_key(sharer))) for sharer in facts.sharers
    )


def _key(sharer: Sharer) -> str:
    """A key that sorts by kommunkod."""
    return f"{sharer.code} {sharer.id}"


def _row(facts: AgreementFacts, part: _Part, *, by_heads: bool) -> Row:
    heads = part.sharer.inhabitants
    shown_heads = joined(*_unknown(facts, part.sharer)) if heads is None else grouped(heads)
    return (
        part.sharer.name,
        *((shown_heads,) if by_heads else ()),
        "" if part.percent is None else percent_figure(part.percent),
        "" if part.amount is None else kronor_figure(part.amount),
    )


def _first_unknown(facts: AgreementFacts) -> Sharer:
    return next(sharer for sharer in facts.sharers if not sharer.inhabitants)


def _unknown(facts: AgreementFacts, sharer: Sharer) -> tuple[Run, ...]:
    """The mark of inhabitants that are not known: of their day when none is agreed."""
    return (field_mark("population_day") if facts.agreement.population_day is None else inhabitants_mark(sharer),)
