"""A plan as the lines of its preview: what is new, changed, unchanged and a problem. Plain text, no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from itadmin.services.importing.headings import Columns, Headed
from itadmin.services.importing.plan import ImportPlan, PlannedRow
from itadmin.services.tables.table import cell_text

NEW, CHANGED, UNCHANGED, PROBLEMS = "ny", "andrad", "oforandrad", "problem"

HEADERS: Mapping[str, tuple[str, ...]] = {
    NEW: ("Rad", "Post", "Uppgifter", "Upplysning"),
    CHANGED: ("Rad", "Post", "Fält", "Nu", "Blir", "Upplysning"),
    UNCHANGED: ("Rad", "Post"),
    PROBLEMS: ("Rad", "Post", "Kolumn", "I cellen", "Raden", "Problem"),
}
"""The columns of each tab, in the order of the tabs."""

_EMPTY = "tomt"
_GOES_IN, _LEFT_OUT = "går in ändå", "går inte in"
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its cells as the tab's columns have them, and whether it goes on about the record above."""

    cells: tuple[str, ...]
    goes_on: bool = False


Preview = Mapping[str, Sequence[Line]]


def preview_of(plan: ImportPlan, table: Headed, columns: Columns) -> Preview:
    """The lines of every tab."""
    return {
        NEW: [_new(plan, row) for row in plan.in_state("ny")],
        CHANGED: [line for row in plan.in_state("andrad") for line in _changed(plan, row)],
        UNCHANGED: [Line((str(row.number), row.label)) for row in plan.in_state("oforandrad")],
        PROBLEMS: _problems(plan, table, columns),
    }


def _new(plan: ImportPlan, row: PlannedRow) -> Line:
    changes = plan.changes_of(row)
    told = " · ".join(f"{change.label}: {_short(change.new)}" for change in changes[1:])
    notes = ", ".join(f"{change.label}: {change.note}" for change in changes if change.note)
    return Line((str(row.number), row.label, _short(told), _short(notes)))


def _changed(plan: ImportPlan, row: PlannedRow) -> list[Line]:
    lines: list[Line] = []
    for change in plan.changes_of(row):
        first = not lines
        head = (str(row.number), row.label) if first else ("", "")
        cells = (*head, change.label, _short(change.old) or _EMPTY, _short(change.new) or _EMPTY, change.note)
        lines.append(Line(cells, goes_on=not first))
    return lines


def _problems(plan: ImportPlan, table: Headed, columns: Columns) -> list[Line]:
    column_of = {name: column for column, name in columns.items()}
    cells = {row.number: row for row in table.rows}
    lines = []
    for row in plan.with_problems():
        fate = _GOES_IN if row.goes_in else _LEFT_OUT
        for problem in row.problems:
            column = column_of.get(problem.field)
            cell = cell_text(cells[problem.row].cell(column)) if column is not None else ""
            label = plan.register.fields[problem.field].label
            lines.append(Line((str(problem.row), row.label, label, _short(cell), fate, problem.reason)))
    return lines


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
