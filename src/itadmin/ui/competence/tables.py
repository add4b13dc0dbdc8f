"""The heat map and its depth as rows of tables: the same facts for who reads better in lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.services.competence.depth import DepthLine
from itadmin.services.competence.heat_map import HeatMap, gap_of
from itadmin.ui.competence.places import NOWHERE, Cell
from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
_CELLS = ("Person", "Område eller system", "Nu", "Önskat", "Gap")
_DEPTH = ("Område eller system", "Läge", "Behärskar", "Bedömda", "Slag")
Index = QModelIndex | QPersistentModelIndex


class PlainRows(QAbstractTableModel):
    """Rows of words under headings, each with a sentence that is read aloud."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: Sequence[Sequence[str]] = ()
        self._told: Sequence[str] = ()

    def show_rows(self, rows: Sequence[Sequence[str]], told: Sequence[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._told = rows, told
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not 0 <= index.row() < len(self._rows):
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told[index.row()]
        return Mark.NONE if role == Role.MARK and not text else None


class CellsTable(PlainRows):
    """One row for each cell of the map that anything is judged in, person by person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_CELLS, parent)
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
            [_cell_row(heat, row, column) for row, column in self._cells],
            [heat.cell_words(row, column) for row, column in self._cells],
        )

    def cell(self, row: int) -> Cell:
        """The cell of the map that a row tells of."""
        return self._cells[row] if 0 <= row < len(self._cells) else NOWHERE

    def row_of(self, cell: Cell) -> int:
        """The row that tells of a cell; −1 when nothing is judged in it."""
        return self._cells.index(cell) if cell in self._cells else -1


class DepthTable(PlainRows):
    """One row for each area and system, with how many are able."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_DEPTH, parent)

    def show_lines(self, lines: Sequence[DepthLine]) -> None:
        """Show other areas and systems."""
        self.show_rows([_depth_cells(line) for line in lines], [_depth_words(line) for line in lines])


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
