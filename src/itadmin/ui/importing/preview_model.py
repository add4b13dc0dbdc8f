"""The lines of one tab of the preview as rows. Knows no register and no plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.ui.importing.lines import Line
from itadmin.ui.widgets.roles import Mark, Role

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_OLD = "Nu"
_NAME = 1


class PreviewModel(QAbstractTableModel):
    """Shows lines under headers."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def told(self, row: int) -> str:
        """What a line says after the record's name, in full; "" where there is no line."""
        if not 0 <= row < len(self._lines):
            return ""
        return " · ".join(cell for cell in self._lines[row].cells[_NAME + 1 :] if cell)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; the line as a sentence to who listens."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(f"{header} {cell}" for header, cell in zip(self._headers, line.cells, strict=True) if cell)
        if role == Role.MARK:
            return Mark.QUIET if self._headers[index.column()] in (self._headers[0], _OLD) else Mark.PLAIN
        return None
