"""Förvarning om plattformsändring: how far each förvaltning has come, and what it costs them year by year. Pure.

Amounts are whole öre; what is saved is negative. Knows no register.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

OBJECTIONS: Mapping[str, str] = {"invandning": "har invändningar", "behover_tid": "behöver mer tid"}
"""The answers that something is to be done about, by code, in words that follow who has answered."""

_Unit = TypeVar("_Unit", bound=Hashable)


class Step(StrEnum):
    """How far a förvaltning has come; the values are permanent codes."""

    UNTOLD = "inte_forvarnad"
    WAITING = "vantar_pa_svar"
    LATE = "svar_saknas"
    ANSWERED = "har_svarat"


STEP_WORDS: Mapping[Step, str] = {
    Step.UNTOLD: "Inte förvarnad",
    Step.WAITING: "Väntar på svar",
    Step.LATE: "Svar saknas",
    Step.ANSWERED: "Har svarat",
}


def step_of(informed_on: date | None, answered: object, answer_by: date | None, today: date) -> Step:
    """How far a förvaltning has come on a day; `answered` is true in any form when there is an answer.

    One that has answered has been told, whether or not the day is noted.
    """
    if answered:
        return Step.ANSWERED
    if informed_on is None:
        return Step.UNTOLD
    return Step.LATE if answer_by is not None and answer_by < today else Step.WAITING


def is_open_objection(answer: str, answered_on: date | None, announced_on: date | None) -> bool:
    """Whether something is to be done about an answer: until there is another, or the change is announced anew."""
    is_announced_anew = answered_on is not None and announced_on is not None and announced_on > answered_on
    return answer in OBJECTIONS and not is_announced_anew


class Cost(NamedTuple, Generic[_Unit]):
    """What a change costs somebody in a year; None where it is not known how much."""

    unit: _Unit
    year: int
    amount: int | None


@dataclass(frozen=True, slots=True)
class CostTable(Generic[_Unit]):
    """Costs by förvaltning and year: `years` in order, `rows` in the order of the units, each amount None if unknown.

    Sums leave out what is not known; `is_whole` says that nothing was.
    """

    years: Sequence[int]
    rows: Sequence[tuple[_Unit, tuple[int | None, ...], int]]
    sums: tuple[int, ...]
    total: int
    is_whole: bool


def summed(costs: Iterable[Cost[_Unit]]) -> CostTable[_Unit]:
    """What a change costs each and all together; a year that stands several times for somebody is added up."""
    found: dict[_Unit, dict[int, int | None]] = defaultdict(dict)
    is_whole = True
    for unit, year, amount in costs:
        is_whole = is_whole and amount is not None
        before = found[unit].get(year)
        found[unit][year] = before if amount is None else amount + (before or 0)
    years = sorted({year for of in found.values() for year in of})
    rows = [
        (unit, tuple(of.get(year) for year in years), sum(amount or 0 for amount in of.values()))
        for unit, of in found.items()
    ]
    sums = tuple(sum(amounts[place] or 0 for _unit, amounts, _sum in rows) for place in range(len(years)))
    return CostTable(years, rows, sums, sum(sums), is_whole)
