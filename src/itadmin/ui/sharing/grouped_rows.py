"""Lines under headings as the rows of one table: a register and its fields, or a record and what changes in it.

Knows neither; a row says whether it is a heading, and all of it in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.ui.widgets.roles import Mark, Role

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

HEADING = int(Qt.ItemDataRole.UserRole) + 100
"""Item role of whether a row is a heading."""
FRESH, OLD = HEADING + 1, HEADING + 2
"""Item roles of whether a cell says what will be, and what will not be any more."""


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """A row: its cells, whether it is a heading, the cells that are read quietly, and those that are new or no more.

    `key` names what it is about, where somebody wants to know, and `lost` says that this is shared no longer.
    """

    cells: tuple[str, ...]
    heading: bool = False
    quiet: frozenset[int] = frozenset()
    fresh: int = -1
    old: int = -1
    key: tuple[str, str] | None = None
    lost: bool = False


class GroupedRows(QAbstractTableModel):
    """The rows that were given last, under headers."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: Sequence[GroupedRow] = ()

    def show_rows(self, rows: Sequence[GroupedRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        is_asked = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headers[section] if is_asked and section < len(self._headers) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row to who listens."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell in row.cells if cell)
        if role in (HEADING, FRESH, OLD):
            return {HEADING: row.heading, FRESH: row.fresh == index.column(), OLD: row.old == index.column()}[role]
        if role == Role.MARK:
            return Mark.QUIET if row.heading or index.column() in row.quiet else Mark.PLAIN
        return None
