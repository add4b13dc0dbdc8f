"""The days of a ring as rows of a table, in the order of the year: the real content, which the ring only shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class DaysTable(QAbstractTableModel):
    """One row a happening."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: YearPicture | None = None

    def show_picture(self, picture: YearPicture) -> None:
        """Show another year, or other days of it."""
        self.beginResetModel()
        self._picture = picture
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() or self._picture is None else len(self._picture.ring.happenings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() or self._picture is None else len(self._picture.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if self._picture is None or orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._picture.headings[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if self._picture is None or not index.isValid():
            return None
        happening = self._picture.ring.happenings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return happening.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return happening.sentence
        if role == Role.MARK and not happening.cells[index.column()]:
            return Mark.NONE
        return None
