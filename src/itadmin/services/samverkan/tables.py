"""The matrix as tables, for files and paper: what is shown, with each reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from itadmin.domain.keys import Key
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.samverkan.cells import Cell, Matrix
from itadmin.services.samverkan.cells import Row as SystemRow
from itadmin.services.samverkan.words import HIGHEST_JOINT, said_about, told_reasons

MATRIX = "Samverkansmatris"
_REASONS = (Column("System"), Column("Skäl"), Column("Förklaring", "long_text"))
_SIGNS = (
    "Siffran är nivån i kommunen; * är uppgift från någon annan, – system utan nivå, ? liknande system som ingen har "
    f"matchat. Systemets nivå är {HIGHEST_JOINT}."
)


def level_text(cell: Cell | None) -> str:
    """A cell as text: the level, with * when it is others' word; "–" in use without any, "?" only similar, "" none."""
    if cell is None:
        return ""
    if cell.level is None:
        return "?" if cell.is_only_similar else "–" if cell.uses else ""
    return f"{cell.level}{'' if cell.said_by is None else '*'}"


def matrix_overview(matrix: Matrix, rows: Sequence[SystemRow]) -> Overview:
    """The rows of a matrix that are shown, in their order: what speaks for each, what others have said, and levels."""
    columns = (
        Column("System"),
        Column("Område"),
        *(Column(kommun.name) for kommun in matrix.kommuner),
        Column("Nivå", "whole"),
        Column("Mål", "whole"),
        Column("Användare", "whole"),
        Column("Kostnad per år, kr", "kronor"),
        Column("Poäng", "whole"),
    )
    told = f"{_counted(len(rows))} i {len(matrix.kommuner)} kommuner {matrix.day}. {_SIGNS}"
    words = tuple((row.name, said) for row in rows for said in said_about(matrix, row))
    others = (Sheet("Uppgift från andra", (Column("System"), Column("Uppgift", "long_text")), words),) if words else ()
    reasons = Sheet("Skäl", _REASONS, tuple(_reasons(matrix, rows)))
    return Overview(
        MATRIX, told, (*others, reasons, Sheet("Matris", columns, tuple(_row(matrix, row) for row in rows)))
    )


def names_of(matrix: Matrix, kommuner: Iterable[Key]) -> str:
    """Kommuner by name, as a cell of a table lists them."""
    return ", ".join(matrix.names_of(kommuner))


def _row(matrix: Matrix, row: SystemRow) -> Row:
    levels = (level_text(row.cells.get(kommun.key)) for kommun in matrix.kommuner)
    area = ", ".join(row.areas)
    return (row.name, area, *levels, row.level, row.target or None, row.users, row.cost, row.score)


def _reasons(matrix: Matrix, rows: Iterable[SystemRow]) -> Iterable[Row]:
    return ((row.name, told.label, told.sentence) for row in rows for told in told_reasons(matrix, row))


def _counted(number: int) -> str:
    return "1 system" if number == 1 else f"{number} system"
