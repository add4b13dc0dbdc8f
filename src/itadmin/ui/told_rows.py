"""Rows of words as a table, each also a sentence: the real content beside a picture that shows the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


class ToldRow(Protocol):
    """What a row shows in its cells, and all of it in words."""

    @property
    def cells(self) -> Sequence[str]:
        """The words of each column."""

    @property
    def sentence(self) -> str:
        """The whole row."""


class Told(NamedTuple):
    """A row that is nothing else than its words."""

    cells: Sequence[str]
    sentence: str


class ToldRows(QAbstractTableModel):
    """The rows that were given last, in their order; `headings` are those that stand before any are.

    `right` are the columns of figures.
    """

    def __init__(
        self, parent: QObject | None = None, headings: Sequence[str] = (), right: Collection[int] = ()
    ) -> None:
        super().__init__(parent)
        self._headings = headings
        self._right = right
        self._rows: Sequence[ToldRow] = ()

    def show_rows(self, headings: Sequence[str], rows: Sequence[ToldRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._headings, self._rows = headings, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word, and at which side it stands."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._right else None
        is_asked = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_asked and section < len(self._headings) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        if role == Role.MARK and not row.cells[index.column()]:
            return Mark.NONE
        return None
