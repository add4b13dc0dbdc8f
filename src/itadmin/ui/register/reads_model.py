"""Records as a table that is edited cell by cell: what cannot be read is kept as it was typed, and told.

The first column names the record and is not edited. Knows no register: a subclass says how its cells read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import Choice, Field
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.register.cell_editing import Index

NAMED_BY = 0
"""The column that names the record, which is not edited here."""

_ROOT = QModelIndex()


class ReadsModel(QAbstractTableModel):
    """One row a record. `edited` gives its id, a field and the plain value that somebody wants there.

    `faults_changed` says that another cell holds what cannot be read.
    """

    edited = Signal(object, str, object)
    faults_changed = Signal()

    def __init__(
        self,
        parent: QObject,
        register: Register,
        names: Sequence[str],
        short: Mapping[str, str],
        closed: Sequence[str] = (),
    ) -> None:
        """`names` are the columns: fields, and what is only told here, whose heading is in `short`.

        `short` are words over columns that are narrower than what their field is called. `closed` ones are not edited.
        """
        super().__init__(parent)
        self.register = register
        self.names = tuple(names)
        self._short = short
        self._closed = {self.names[NAMED_BY], *closed, *(name for name in names if name not in register.fields)}
        self._reads: list[Read] = []
        self._may_change: Callable[[Read], bool] = lambda _read: False
        self._typed: dict[tuple[UUID, str], tuple[str, str]] = {}

    def put_reads(self, reads: Sequence[Read], may_change: Callable[[Read], bool]) -> None:
        """Show these; what could not be read stands as it was typed, also when others have been shown between."""
        is_same = [read.record.id for read in reads] == [read.record.id for read in self._reads]
        if not is_same:
            self.beginResetModel()
        self._reads, self._may_change = list(reads), may_change
        if not is_same:
            self.endResetModel()
        elif reads:
            self.dataChanged.emit(self.index(0, 0), self.index(len(reads) - 1, len(self.names) - 1))

    @property
    def reads(self) -> Sequence[Read]:
        """The records that are shown, by row."""
        return self._reads

    def read_at(self, row: int) -> Read:
        """The record of a row."""
        return self._reads[row]

    def in_short(self, read: Read, name: str) -> str:
        """A value as it stands in its cell."""
        return field_text(self.register, read, name)

    def in_full(self, read: Read, name: str) -> str | None:
        """What a cell that is told in short says; None when it is all there."""
        full = self._full(read, name)
        return full if full != self.in_short(read, name) else None

    def faults(self) -> tuple[str, ...]:
        """What is wrong with each cell that cannot be read, in sentences that name it."""
        labels = {read.record.id: self._name_of(read) for read in self._reads}
        return tuple(
            f"{labels[record_id]}, {self.register.fields[name].label.lower()}: {sentence}"
            for (record_id, name), (_text, sentence) in self._typed.items()
            if record_id in labels
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._reads)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(self.names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let one's own records be edited, save what is only told."""
        flags = super().flags(index)
        is_open = index.isValid() and self.names[index.column()] not in self._closed
        return flags | Qt.ItemFlag.ItemIsEditable if is_open and self._may_change(self._reads[index.row()]) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a field's label, in short where the column is narrow; a tooltip says it in full."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        label = self._label(self.names[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short.get(self.names[section], label)
        return label if role == Qt.ItemDataRole.ToolTipRole else None

    def field_at(self, column: int) -> Field:
        """The field of a column that can be edited."""
        return self.register.fields[self.names[column]]

    def words_at(self, index: Index) -> Mapping[Any, str] | None:
        """The words to choose among in a cell, that of its value too, or None where one types."""
        name, read = self.names[index.column()], self._reads[index.row()]
        field = self.register.fields[name]
        return read.words.offered(field.values, getattr(read.record, name)) if isinstance(field, Choice) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and what is wrong with it."""
        name, read = self.names[index.column()], self._reads[index.row()]
        typed = self._typed.get((read.record.id, name))
        if role == Qt.ItemDataRole.EditRole and not typed:
            field = self.register.fields[name]
            return edit_text(field, plain_value(field, getattr(read.record, name)), read.words)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return typed[0] if typed else self.in_short(read, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return typed[1] if typed else self.in_full(read, name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = typed[0] if typed else self._full(read, name)
            told = f"{self._label(name)}: {said or 'tomt'}"
            return told if index.column() == NAMED_BY else f"{self._name_of(read)}, {told}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen; None empties the cell."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        name, record = self.names[index.column()], self._reads[index.row()].record
        key, field = (record.id, name), self.register.fields[name]
        before = self._typed.pop(key, None)
        try:
            plain = value or None if isinstance(field, Choice) else plain_from_text(field, value or "")
        except ValueError as error:
            self._typed[key] = (value, str(error))
        else:
            if plain != plain_value(field, getattr(record, name)):
                self.edited.emit(record.id, name, plain)
        if before != self._typed.get(key):
            self.faults_changed.emit()
        self.dataChanged.emit(index, index)
        return True

    def _full(self, read: Read, name: str) -> str:
        return field_text(self.register, read, name) if name in self.register.fields else self.in_short(read, name)

    def _name_of(self, read: Read) -> str:
        return self._full(read, self.names[NAMED_BY])

    def _label(self, name: str) -> str:
        return self.register.fields[name].label if name in self.register.fields else self._short[name]
