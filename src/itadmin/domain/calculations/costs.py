"""What a year costs: written cost lines, and what agreements and systems cost by themselves, as pieces that add up.

An agreement costs its price of a whole year by the days that it holds, shared alike between its systems to the öre.
Cost lines of the agreement and the year take the place of its price; what a system says that it costs counts only
where nothing else is known of it. Each piece is of one system, bearer, supplier and kind, so that nothing is counted
twice. Pure arithmetic: knows no register and no words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.allocation import signed_shares
from itadmin.domain.keys import Key

UNKNOWN_KIND = "ovrigt"


class Source(StrEnum):
    """What a piece is worked out from."""

    LINE = "kostnadsrad"
    AGREEMENT = "avtal"
    SYSTEM = "system"


class Line(NamedTuple):
    """A cost line of a year, in öre."""

    key: Key
    kind: str
    system: Key | None
    agreement: Key | None
    budget: int | None
    actual: int | None
    bearer: Key | None
    supplier: Key | None
    text: str = ""

    @property
    def amount(self) -> int | None:
        """What it cost, else what it is to cost; None for a line without an amount."""
        return self.budget if self.actual is None else self.actual


class Priced(NamedTuple):
    """An agreement: the kind of its cost, its systems, its price of a year, and the first and last day it holds.

    A day that is None has no bound. Without a price it costs nothing by itself. `follows` says that it took the place
    of another whose costs are known. `whole` is what all kommuner pay where they share it, and `price`
    the own part.
    """

    kind: str
    systems: tuple[Key, ...]
    supplier: Key | None
    price: int | None
    first: date | None
    last: date | None
    follows: bool = False
    whole: int | None = None


class Owned(NamedTuple):
    """A system: who bears and supplies it, and what it says that it costs in a year, from and to the years of use."""

    department: Key | None
    supplier: Key | None
    price: int | None
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Cost:
    """A piece of a year's cost, in öre, worked out from the record `key` of its source.

    `sharing` systems share what it is a part of; of the year's `of_days` it is for `days`. `text` is that of a line.
    `is_begun` is an agreement that began since the year before did, in no place of another: nobody knows what was paid
    before it.
    """

    source: Source
    key: Key
    kind: str
    system: Key | None
    agreement: Key | None
    bearer: Key | None
    supplier: Key | None
    budget: int | None
    actual: int | None
    amount: int
    sharing: int = 1
    days: int = 0
    of_days: int = 0
    text: str = ""
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that costs are worked out from: lines by year, agreements and systems by id."""

    lines: Mapping[int, tuple[Line, ...]]
    agreements: Mapping[Key, Priced]
    systems: Mapping[Key, Owned]

    def costs(self, year: int) -> tuple[Cost, ...]:
        """Every piece of a year's cost."""
        lines = [line for line in self.lines.get(year, ()) if line.amount is not None]
        written = {line.agreement for line in lines}
        known = [piece for line in lines for piece in self._of_line(line)]
        for key, agreement in self.agreements.items():
            if key not in written and agreement.price:
                known += self._of_agreement(key, agreement, agreement.price, year)
        told = {piece.system for piece in known}
        known += [
            Cost(Source.SYSTEM, key, UNKNOWN_KIND, key, None, system.department, system.supplier, None, None, price)
            for key, system in self.systems.items()
            if key not in told and (price := system.price) and _is_used(system, year)
        ]
        return tuple(known)

    def _of_line(self, line: Line) -> Iterator[Cost]:
        agreement = self.agreements.get(line.agreement) if line.agreement else None
        systems = (line.system,) if line.system or agreement is None else agreement.systems or (None,)
        supplier = line.supplier or (agreement.supplier if agreement else None)
        budgets, actuals = _shared(line.budget, systems), _shared(line.actual, systems)
        for system in systems:
            budget, actual = budgets.get(system), actuals.get(system)
            bearer = line.bearer or self._department(system)
            amount = budget if actual is None else actual
            yield Cost(
                Source.LINE, line.key, line.kind, system, line.agreement, bearer, supplier, budget, actual,
                amount or 0, len(systems), text=line.text,
            )  # fmt: skip

    def _of_agreement(self, key: Key, agreement: Priced, price: int, year: int) -> Iterator[Cost]:
        days, of_days = days_held(agreement.first, agreement.last, year)
        if not days:
            return
        systems = agreement.systems or (None,)
        is_begun = not agreement.follows and agreement.first is not None and agreement.first > date(year - 1, 1, 1)
        amounts = _shared((2 * price * days + of_days) // (2 * of_days), systems)
        for system in systems:
            bearer, supplier = self._department(system), agreement.supplier
            yield Cost(
                Source.AGREEMENT, key, agreement.kind, system, key, bearer, supplier, None, None,
                amounts[system], len(systems), days, of_days, is_begun=is_begun,
            )  # fmt: skip

    def _department(self, system: Key | None) -> Key | None:
        owned = self.systems.get(system) if system else None
        return owned.department if owned else None


def days_held(first: date | None, last: date | None, year: int) -> tuple[int, int]:
    """How many of a year's days lie from the first to the last day, both counted, and how many days the year has."""
    begin, end = date(year, 1, 1), date(year, 12, 31)
    held = (min(last or end, end) - max(first or begin, begin)).days + 1
    return max(held, 0), (end - begin).days + 1


def _shared(total: int | None, systems: tuple[Key | None, ...]) -> dict[Key | None, int]:
    """An amount in equal parts of whole öre; the ören that are left go to the lowest ids. Empty without an amount."""
    if total is None:
        return {}
    if len(systems) == 1:
        return {systems[0]: total}
    names = {(system or b"").hex(): system for system in systems}
    return {names[name]: part for name, part in signed_shares(total, dict.fromkeys(names, 1)).items()}


def _is_used(system: Owned, year: int) -> bool:
    return (system.first_year or year) <= year <= (system.last_year or year)


def by_year(lines: Iterable[tuple[int, Line]]) -> dict[int, tuple[Line, ...]]:
    """Lines by their year."""
    found: dict[int, list[Line]] = defaultdict(list)
    for year, line in lines:
        found[year].append(line)
    return {year: tuple(of_year) for year, of_year in found.items()}
