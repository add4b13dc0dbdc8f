"""Changed records as rows: as many as there are, each told when it comes into view. Holds no connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.services.change_words import Deed
from itadmin.services.changes_between import Line
from itadmin.ui.history.words import summary
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Role

NAME, REGISTER, DEED, CHANGES, LAST, WHO = range(6)
_HEADERS = ("Post", "Slag", "Vad", "Ändringar", "Senast", "Av")
_CHUNK = 64
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Lines(Protocol):
    """Where the rows come from."""

    def __len__(self) -> int:
        """Say how many records there are."""

    def lines(self, start: int, number: int) -> list[Line]:
        """Some of them, in words."""


class LinesModel(QAbstractTableModel):
    """One row a record. `words` gives chip and word of what was done; `dated` adds when it was, and who did it.

    With `ticks` each row can be left out, all are ticked at first. `left_out` are the rows that are not.
    """

    def __init__(
        self,
        words: Mapping[Deed, tuple[ChipKind, str]],
        *,
        dated: bool,
        ticks: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self.left_out: set[int] = set()
        self._words = words
        self._columns = len(_HEADERS) if dated else LAST
        self._lines: Lines | None = None
        self._count = 0
        self._told: dict[int, Line] = {}

    def show_lines(self, lines: Lines) -> None:
        """Show other records."""
        self.beginResetModel()
        self._lines = lines
        self._count = len(lines)
        self._told = {}
        self.left_out = set()
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The record in a row; None when there is no such row."""
        if self._lines is None or not 0 <= row < self._count:
            return None
        if row not in self._told:
            start = row // _CHUNK * _CHUNK
            self._told.update(enumerate(self._lines.lines(start, _CHUNK), start=start))
        return self._told.get(row)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many records there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(index) if self._ticks and index.isValid() and index.column() == NAME else None
        if role not in _ANSWERED or not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            return None
        if role == Role.CHIP:
            return self._words[line.told.deed][0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = ", ".join(self._cell(line, column) for column in range(self._columns))
            return f"{told}, tas inte med" if index.row() in self.left_out else told
        return self._cell(line, index.column())

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a row in, or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._ticks or not index.isValid():
            return False
        (self.left_out.discard if value is Qt.CheckState.Checked else self.left_out.add)(index.row())
        self.dataChanged.emit(index, index, [role])
        return True

    def _state(self, index: Index) -> Qt.CheckState:
        return Qt.CheckState.Unchecked if index.row() in self.left_out else Qt.CheckState.Checked

    def _cell(self, line: Line, column: int) -> str:
        if column == NAME:
            return line.told.label
        if column == REGISTER:
            return line.told.register.singular.capitalize()
        if column == DEED:
            return self._words[line.told.deed][1]
        if column == CHANGES:
            return summary(line.told)
        if line.last is None:
            return ""
        return line.last.at_here if column == LAST else line.last.who


_ANSWERED = frozenset(
    {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole), int(Role.CHIP)},
)
