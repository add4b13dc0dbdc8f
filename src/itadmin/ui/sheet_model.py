"""A sheet of typed cells as a table: figures to the right, sorted by any column, the row of sums always last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.text import swedish_key
from itadmin.services.exporting.sheet import NUMBERS, Cell, Column, Row, read_text
from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


class SheetModel(QAbstractTableModel):
    """Shows rows in the order they are given until a column sorts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._rows: Sequence[Row] = ()
        self._places: list[int] = []
        self._total: Row = ()
        self._sorted: tuple[int, bool] | None = None

    @property
    def columns(self) -> Sequence[Column]:
        """The columns."""
        return self._columns

    @property
    def rows(self) -> list[Row]:
        """The rows as they stand, with that of the sums."""
        return [*(self._rows[place] for place in self._places), *((self._total,) if self._total else ())]

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row], total: Row = ()) -> None:
        """Show other rows, sorted as the ones before where there is such a column."""
        self.beginResetModel()
        self._columns, self._rows, self._total = columns, rows, total
        self._order()
        self.endResetModel()

    def place_of(self, row: int) -> int | None:
        """Where among the rows that were given the one that stands in `row` was; None for sums and none."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def row_of(self, place: int) -> int:
        """In which row the one given in that place stands; -1 for none."""
        return self._places.index(place) if place in self._places else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, what has no value last; by none (-1) as the rows were given."""
        self.layoutAboutToBeChanged.emit()
        kept, before = self.persistentIndexList(), list(self._places)
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._order()
        for index in kept:
            row = index.row() if index.row() >= len(before) else self.row_of(before[index.row()])
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many rows there are, with that of the sums."""
        return 0 if parent.isValid() else len(self._rows) + bool(self._total)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word, over the figures where it is of figures."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        is_right = role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].kind in NUMBERS
        return _RIGHT if is_right else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        place = self.place_of(index.row())
        row = self._total if place is None else self._rows[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return read_text(self._columns[index.column()].kind, row[index.column()])
        if role == Role.MARK:
            return Mark.NONE if row[index.column()] is None else Mark.PLAIN
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (
                (column.title, read_text(column.kind, cell)) for column, cell in zip(self._columns, row, strict=True)
            )
            return ", ".join(f"{title} {text}" for title, text in told if text)
        return None

    def _order(self) -> None:
        places = list(range(len(self._rows)))
        if self._sorted is not None and self._sorted[0] < len(self._columns):
            column, descending = self._sorted
            known = [place for place in places if self._rows[place][column] not in (None, "")]
            known.sort(key=lambda place: _key(self._rows[place][column]), reverse=descending)
            places = [*known, *(place for place in places if self._rows[place][column] in (None, ""))]
        self._places = places


def _key(cell: Cell) -> Any:
    return swedish_key(cell) if isinstance(cell, str) else cell
