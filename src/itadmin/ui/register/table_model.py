"""A register as a table: keys in the order the database gave, rows fetched as they come into view.

Holds no connection: it asks the reading it is handed, a chunk at a time. Sorting and filtering are the database's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from itadmin.domain.fields import ApproximateDay, Choice, Computed, Day, Field, Held, Money, Percent, Whole
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.storage.reads import ListQuery, Read
from itadmin.ui.register.chips import chip_for
from itadmin.ui.widgets.roles import Mark, Role, Standing

Index = QModelIndex | QPersistentModelIndex
_CHUNK = 64
_ROOT = QModelIndex()


class Lister(Protocol):
    """What a list is read from: a reading, or the first page of a file."""

    def keys(self, register: str, query: ListQuery | None = None) -> list[UUID]:
        """The ids of a list, in its order."""

    def many(self, register: str, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """Records by id."""


class RegisterModel(QAbstractTableModel):
    """The rows of a list. `sort_wanted` asks for another order, which the page answers with new keys."""

    sort_wanted = Signal(str, bool)

    def __init__(self, register: Register, reading: Callable[[], Lister], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: tuple[str, ...] = register.columns
        self._reading = reading
        self._ids: Sequence[UUID] = ()
        self._places: dict[UUID, int] = {}
        self._rows: dict[int, Read] = {}

    def read_from(self, reading: Callable[[], Lister]) -> None:
        """Read from something else from now on."""
        self._reading = reading

    def load(self, query: ListQuery) -> None:
        """Take the keys that a query gives."""
        ids = self._reading().keys(self.register.name, query)
        self.beginResetModel()
        self._ids = ids
        self._places = {record_id: row for row, record_id in enumerate(ids)}
        self._rows = {}
        self.endResetModel()

    def forget_rows(self) -> None:
        """Fetch the rows again as they come into view; the order stays."""
        self._rows = {}
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> UUID:
        """The id of the record in a row."""
        return self._ids[row]

    def row_of(self, record_id: UUID) -> int:
        """The row of a record; -1 when it is not in the list."""
        return self._places.get(record_id, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many records there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's label, aligned as its values."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        field = self.register.fields[self.columns[section]]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; computed columns and roles have none of their own."""
        if 0 <= column < len(self.columns) and self.can_sort(column):
            self.sort_wanted.emit(self.columns[column], order is Qt.SortOrder.DescendingOrder)

    def can_sort(self, column: int) -> bool:
        """Say whether the database can order by a column."""
        return not isinstance(self.register.fields[self.columns[column]], (Computed, Held))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; only what is asked for is worked out."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        read = self._read(index.row())
        if read is None:
            return None
        name = self.columns[index.column()]
        field = self.register.fields[name]
        if role == Qt.ItemDataRole.DisplayRole:
            return field_text(self.register, read, name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(read)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        if role == Role.CHIP:
            return chip_for(field.values, getattr(read.record, name)) if isinstance(field, Choice) else None
        if role == Role.STANDING:
            return Standing.BINNED if read.record.deleted else Standing.OWN
        return _mark(field, getattr(read.record, name), held=name in read.holders)

    def _read(self, row: int) -> Read | None:
        if row not in self._rows:
            start = row // _CHUNK * _CHUNK
            ids = self._ids[start : start + _CHUNK]
            found = self._reading().many(self.register.name, ids)
            self._rows.update(
                (start + place, found[record_id]) for place, record_id in enumerate(ids) if record_id in found
            )
        return self._rows.get(row)

    def _sentence(self, read: Read) -> str:
        parts = ((self.register.fields[name].label, field_text(self.register, read, name)) for name in self.columns[1:])
        return ", ".join([read.label, *(f"{label}: {text or 'saknas'}" for label, text in parts)])


_ANSWERED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.TextAlignmentRole),
        int(Role.CHIP),
        int(Role.STANDING),
        int(Role.MARK),
    }
)


def _alignment(field: Field) -> Qt.AlignmentFlag:
    right = isinstance(field, (Whole, Money, Percent))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _mark(field: Field, value: Any, *, held: bool) -> Mark:
    if value not in (None, "", ()) or held:
        return Mark.PLAIN
    return Mark.MISSING if field.expected else Mark.NONE


def is_day(field: Field) -> bool:
    """Say whether a field's values are days."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    return kind in (Day, ApproximateDay)
