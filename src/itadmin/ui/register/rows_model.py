"""Owned rows as a table that is edited: what cannot be read is kept as it was typed, and told. Knows no screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import Choice, Field, YesNo, is_kommun
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.reference_data import code_of, town_of

Index = QModelIndex | QPersistentModelIndex
Typed = dict[tuple[int, str], tuple[str, str]]
"""What cannot be read, as it was typed, and why: by row and field."""
Kept = tuple[list[dict[str, Any]], Typed]
_ROOT = QModelIndex()
_TRUTH = {True: "Ja", False: "Nej"}


class RowsModel(QAbstractTableModel):
    """Rows in plain form, one column a field. What cannot be read is kept as typed and told by `fault`."""

    def __init__(self, fields: Mapping[str, Field], parent: QObject, words: Words = BUILT_IN) -> None:
        super().__init__(parent)
        self._words = words
        self._fields = list(fields.items())
        self._rows: list[dict[str, Any]] = []
        self._typed: Typed = {}

    def set_rows(self, rows: list[dict[str, Any]]) -> None:
        """Show these rows."""
        self.take((rows, {}))

    def kept(self) -> Kept:
        """All that stands here, also what cannot be read; `take` shows it again."""
        return [dict(row) for row in self._rows], dict(self._typed)

    def take(self, kept: Kept) -> None:
        """Show what another kept."""
        self.beginResetModel()
        rows, typed = kept
        self._rows, self._typed = [dict(row) for row in rows], dict(typed)
        self.endResetModel()

    def rows(self) -> list[dict[str, Any]]:
        """The rows that hold anything. Raises ValueError when a cell cannot be read."""
        for (row, name), (_text, sentence) in self._typed.items():
            raise ValueError(f"Rad {row + 1}, {dict(self._fields)[name].label}: {sentence}")
        return [row for row in self._rows if any(value is not None for value in row.values())]

    def has_values(self) -> bool:
        """Say whether any cell holds anything."""
        return bool(self._typed) or any(value is not None for row in self._rows for value in row.values())

    def add(self, at: int) -> None:
        """Add an empty row."""
        self.beginInsertRows(_ROOT, at, at)
        self._rows.insert(at, {name: None for name, _field in self._fields})
        self._typed = {(row + (row >= at), name): value for (row, name), value in self._typed.items()}
        self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(_ROOT, row, row)
        del self._rows[row]
        self._typed = {
            (other - (other > row), name): value for (other, name), value in self._typed.items() if other != row
        }
        self.endRemoveRows()

    def swap(self, row: int, other: int) -> None:
        """Let two rows change places."""
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        places = {row: other, other: row}
        self._typed = {(places.get(at, at), name): value for (at, name), value in self._typed.items()}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many fields a row has."""
        return 0 if parent.isValid() else len(self._fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a field's label."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._fields[section][1].label
        return None

    def field_at(self, column: int) -> Field:
        """The field of a column."""
        return self._fields[column][1]

    def words_at(self, index: Index) -> Mapping[Any, str] | None:
        """The words to choose among in a cell, that of its value too, or None where one types."""
        name, field = self._fields[index.column()]
        if isinstance(field, Choice):
            return self._words.offered(field.values, self._rows[index.row()][name] or "")
        return _TRUTH if isinstance(field, YesNo) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and what is wrong with it."""
        name, field = self._fields[index.column()]
        typed = self._typed.get((index.row(), name))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if typed:
                return typed[0]
            value = self._rows[index.row()][name]
            words = self.words_at(index)
            if words is not None:
                return words.get(value, "")
            text = edit_text(field, value, self._words)
            return town_of(text) if is_kommun(field) else text
        if role == Qt.ItemDataRole.ToolTipRole and typed:
            return typed[1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{field.label}: {self.data(index) or 'tomt'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen; None empties the cell."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        name, field = self._fields[index.column()]
        self._typed.pop((index.row(), name), None)
        if self.words_at(index) is not None:
            self._rows[index.row()][name] = value
        else:
            try:
                text = code_of(value or "") if is_kommun(field) else value or ""
                self._rows[index.row()][name] = plain_from_text(field, text)
            except ValueError as error:
                self._typed[index.row(), name] = (value, str(error))
        self.dataChanged.emit(index, index)
        return True
