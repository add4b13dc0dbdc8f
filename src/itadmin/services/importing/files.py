"""Files around an import: an empty table to fill in for a register, and the rows that did not go in, to be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module

from itadmin.domain.register import Register
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.exporting.cells import column_of
from itadmin.services.exporting.records import all_fields
from itadmin.services.exporting.separated import write_separated
from itadmin.services.exporting.sheet import Column, Kind, Sheet, Written
from itadmin.services.importing.headings import Headed, importable
from itadmin.services.importing.plan import ImportPlan, PlannedRow
from itadmin.services.tables.table import Cell, cell_text

_WORKBOOK = "itadmin.services.exporting.workbook"
_ROOM = 1000
_AS_IT_STANDS: Kind = "year"
"""What shows a number without thousands; text is text in any column."""

_WHY = "Vad som inte gick in"

ENDINGS = (".xlsx", ".csv")
"""What these files may end with, the usual one first."""


def template(register: Register, ending: str, day: date, words: Words = BUILT_IN) -> Written:
    """An empty table with a column for every field that can be taken in, and its value lists to choose from."""
    fields = importable(register)
    names = [name for name in all_fields(register) if name in fields and name != register.proposal]
    columns = tuple(column_of(register.fields[name], words) for name in names)
    return _written(Sheet(register.plural, columns, (), room=_ROOM), f"Mall – {register.plural}", ending, day)


def left_out(plan: ImportPlan, table: Headed, ending: str, day: date) -> Written:
    """The rows with something that did not go in, under their own headings, and why.

    When they are mended and taken in again, the records they name are found again.
    """
    width = max((len(row.cells) for row in table.rows), default=0)
    headings = [*table.headings, *[""] * (width - len(table.headings))]
    columns = (*(Column(heading, _AS_IT_STANDS) for heading in headings), Column(_WHY, "long_text"))
    why = {row.number: _reasons(plan.register, row) for row in plan.rows if row.problems}
    rows = (
        (*(_as_it_was(row.cell(column)) for column in range(len(headings))), why[row.number])
        for row in table.rows
        if row.number in why
    )
    return _written(Sheet(plan.register.plural, columns, rows), f"Att rätta – {plan.register.plural}", ending, day)


def _as_it_was(cell: Cell) -> int | str:
    """What a cell held: whole numbers as numbers, all else as text."""
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else cell_text(cell)


def _reasons(register: Register, row: PlannedRow) -> str:
    """What happened, a line for each problem: that the row did not go in, or that it did but for a cell."""
    happened = "Cellen lästes inte" if row.goes_in else "Raden gick inte in"
    return "\n".join(
        f"{happened}: {register.fields[problem.field].label}: {problem.reason}" for problem in row.problems
    )


def _written(sheet: Sheet, title: str, ending: str, day: date) -> Written:
    return _WRITERS[ending](sheet, title, day)


def _workbook(sheet: Sheet, title: str, day: date) -> Written:
    written: Written = import_module(_WORKBOOK).write_workbook([sheet], title, day)
    return written


def _separated(sheet: Sheet, _title: str, _day: date) -> Written:
    return write_separated(sheet)


_WRITERS: Mapping[str, Callable[[Sheet, str, date], Written]] = {".xlsx": _workbook, ".csv": _separated}
