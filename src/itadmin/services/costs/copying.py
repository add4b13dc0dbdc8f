"""Last year's cost lines as the budget of a year: one step, and only what the year does not have already."""

from __future__ import annotations

from typing import Any

from itadmin.domain.changes import ChangeSet
from itadmin.domain.filters import Condition
from itadmin.domain.record import to_plain
from itadmin.domain.registers.cost_lines import REGISTER, CostLine
from itadmin.domain.text import fold
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records

_COPIED = ("kind", "system", "agreement", "text", "bearer", "supplier", "account")


def copy_as_budget(reading: Reading, records: Records, year: int) -> ChangeSet | None:
    """The step that gives a year the lines of the one before: what each cost, else was to cost, becomes the budget.

    Lines without an amount are left, and those the year has, known by kind, system, agreement and text. None when there
    is nothing left to copy; nothing is written.
    """
    there = {_known_by(line) for line in _lines(reading, year)}
    additions = [
        records.addition(REGISTER.name, _values(line, year))
        for line in _lines(reading, year - 1)
        if _amount(line) is not None and _known_by(line) not in there
    ]
    if not additions:
        return None
    copied = "1 kostnadsrad" if len(additions) == 1 else f"{len(additions)} kostnadsrader"
    return ChangeSet(f"Kopierade {copied} från {year - 1} som budget för {year}", tuple(additions))


def _lines(reading: Reading, year: int) -> list[CostLine]:
    conditions = (Condition("year", "at_least", (year,)), Condition("year", "at_most", (year,)))
    reads = reading.many(REGISTER.name, reading.keys(REGISTER.name, ListQuery(conditions=conditions)))
    return [read.record for read in reads.values() if isinstance(read.record, CostLine)]


def _amount(line: CostLine) -> int | None:
    return line.budget if line.actual is None else line.actual


def _known_by(line: CostLine) -> tuple[object, ...]:
    return line.kind, line.system, line.agreement, fold(line.text)


def _values(line: CostLine, year: int) -> dict[str, Any]:
    plain = to_plain(line)
    return {name: plain[name] for name in _COPIED} | {"year": year, "budget": _amount(line)}
