"""The heat map and its depth as rows of tables: the same facts for who reads better in lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from itadmin.services.competence.depth import DepthLine
from itadmin.services.competence.heat_map import HeatMap, gap_of
from itadmin.ui.competence.places import NOWHERE, Cell
from itadmin.ui.told_rows import Told, ToldRows

_CELLS = ("Person", "Område eller system", "Nu", "Önskat", "Gap")
_DEPTH = ("Område eller system", "Läge", "Behärskar", "Bedömda", "Slag")


class CellsTable(ToldRows):
    """One row for each cell of the map that anything is judged in, person by person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, _CELLS)
        self._cells: list[Cell] = []

    def show_map(self, heat: HeatMap) -> None:
        """Show another map."""
        self._cells = [
            (row, column)
            for row, who in enumerate(heat.rows)
            for column, judged in enumerate(who.cells)
            if judged is not None
        ]
        self.show_rows(
            _CELLS,
            [Told(_cell_row(heat, row, column), heat.cell_words(row, column)) for row, column in self._cells],
        )

    def cell(self, row: int) -> Cell:
        """The cell of the map that a row tells of."""
        return self._cells[row] if 0 <= row < len(self._cells) else NOWHERE

    def row_of(self, cell: Cell) -> int:
        """The row that tells of a cell; −1 when nothing is judged in it."""
        return self._cells.index(cell) if cell in self._cells else -1


class DepthTable(ToldRows):
    """One row for each area and system, with how many are able."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, _DEPTH)

    def show_lines(self, lines: Sequence[DepthLine]) -> None:
        """Show other areas and systems."""
        self.show_rows(_DEPTH, [Told(_depth_cells(line), _depth_words(line)) for line in lines])


def _depth_cells(line: DepthLine) -> tuple[str, ...]:
    """What is told of an area or a system."""
    judged = "" if line.judged is None else str(line.judged)
    return (line.name, line.standing, str(line.able), judged, line.kind)


def _depth_words(line: DepthLine) -> str:
    return f"{line.kind} {line.name}: {line.able} behärskar. {line.standing}."


def _cell_row(heat: HeatMap, row: int, column: int) -> tuple[str, ...]:
    who, judged = heat.rows[row], heat.rows[row].cells[column]
    level, wanted = (None, None) if judged is None else (judged.level, judged.wanted)
    left = gap_of(judged)
    return (
        who.name,
        heat.columns[column].topic.name,
        "" if level is None else heat.level_words(level),
        "" if wanted is None else heat.level_words(wanted),
        str(left) if left else "",
    )
