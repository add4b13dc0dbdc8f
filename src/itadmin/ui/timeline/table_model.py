"""A picture of time as rows of a table, in the same order: the same facts for who reads better in lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.calculations.time_chart import Lane, TimeChart
from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
_INDENT = "\u2003"
Index = QModelIndex | QPersistentModelIndex


class ChartTable(QAbstractTableModel):
    """One row a lane."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart: TimeChart | None = None

    def show_chart(self, chart: TimeChart) -> None:
        """Show another picture."""
        self.beginResetModel()
        self._chart = chart
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many lanes there are."""
        return 0 if parent.isValid() or self._chart is None else len(self._chart)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() or self._chart is None else len(self._chart.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if self._chart is None or orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._chart.headings[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if self._chart is None or not 0 <= index.row() < len(self._chart):
            return None
        lane = self._chart.lane(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(lane, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lane.sentence
        if role == Role.MARK and not lane.cells[index.column()] and not lane.is_heading:
            return Mark.NONE
        return None


def _shown(lane: Lane, column: int) -> str:
    text = lane.cells[column]
    return text if column else _INDENT * lane.level + text
