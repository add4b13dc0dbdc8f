"""The words of one value list as a table that is written in. Keeps nothing: what is written is asked for by signal."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Field
from itadmin.domain.record import described_fields
from itadmin.domain.registers.value_words import ValueWord
from itadmin.services.value_lists import WordLine
from itadmin.ui.value_lists.texts import NOT_ADOPTED
from itadmin.ui.widgets.tooltips import as_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns; the last two only where words are proposals until they are adopted."""

    NAME = 0
    DEFAULT = 1
    HIDDEN = 2
    DESCRIPTION = 3
    SOURCE = 4
    ADOPTED = 5


_FIELDS: Mapping[Column, str] = {
    Column.NAME: "name",
    Column.HIDDEN: "hidden",
    Column.DESCRIPTION: "description",
    Column.SOURCE: "source",
    Column.ADOPTED: "adopted_on",
}
_DESCRIBED: Mapping[str, Field] = described_fields(ValueWord)
_DEFAULT = "Förval"
_OWN = "eget ord"


class WordsModel(QAbstractTableModel):
    """The words in order. `written` gives a code and what is said of it, `refused` why what was written cannot be."""

    written = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[WordLine] = []

    def show_lines(self, lines: list[WordLine]) -> None:
        """Show these words; where they are the same as before, in the same order, the table stays as it stands."""
        if self._lines and [line.code for line in lines] == [line.code for line in self._lines]:
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> WordLine | None:
        """The word in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, code: str) -> int:
        """Where a word stands; -1 when it is not in the list."""
        return next((row for row, line in enumerate(self._lines) if line.code == code), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many words there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heading(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be written but the program's own word; hiding is a tick."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == Column.HIDDEN:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if index.column() == Column.DEFAULT else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(line, column)
        if role == Qt.ItemDataRole.EditRole:
            return _written(line, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.HIDDEN:
            return Qt.CheckState.Checked if line.hidden else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(_shown(line, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_heading(column)}: {_spoken(line, column)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for what was written or ticked, if it is another than before."""
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.HIDDEN:
            self.written.emit(line.code, {"hidden": Qt.CheckState(value) is Qt.CheckState.Checked or None})
            return True
        if role != Qt.ItemDataRole.EditRole or column not in _FIELDS or value == _written(line, column):
            return False
        name = _FIELDS[column]
        try:
            plain = plain_from_text(_DESCRIBED[name], value)
        except ValueError as error:
            self.refused.emit(f"{_heading(column)}: {error}")
            return False
        self.written.emit(line.code, {name: plain})
        return True


def _heading(column: Column) -> str:
    return _DESCRIBED[_FIELDS[column]].label if column in _FIELDS else _DEFAULT


def _written(line: WordLine, column: Column) -> str:
    """What stands in a cell when it is opened."""
    adopted = line.adopted_on.isoformat() if line.adopted_on else ""
    texts = {
        Column.NAME: line.name,
        Column.DESCRIPTION: line.description,
        Column.SOURCE: line.source,
        Column.ADOPTED: adopted,
    }
    return texts.get(column, "")


def _shown(line: WordLine, column: Column) -> str:
    if column is Column.DEFAULT:
        return line.default or _OWN
    if column is Column.ADOPTED:
        return _written(line, column) or NOT_ADOPTED
    return _written(line, column).replace("\n", " ")


def _spoken(line: WordLine, column: Column) -> str:
    if column is Column.HIDDEN:
        return "ja" if line.hidden else "nej"
    return _shown(line, column) or "tomt"
