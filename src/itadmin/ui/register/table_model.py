"""A register as a table: its places in the order of the list, rows fetched as they come into view.

Answers at once with the first rows and is completed between the window's events, so that it never holds up a key.
Holds no connection: it asks the reading it is handed, a chunk at a time. Sorting and filtering are the database's.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from itadmin.domain.columns import column_field
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    References,
    Rows,
    Whole,
)
from itadmin.domain.register import Register
from itadmin.services.display import field_text, heading, under_heading
from itadmin.storage.reads import ListQuery, Piece, Read
from itadmin.ui.register.chips import chip_for, grade_for
from itadmin.ui.register.list_filling import ListFilling, Rest
from itadmin.ui.widgets.roles import Mark, Role, Standing

Index = QModelIndex | QPersistentModelIndex
_CHUNK = 32
_MOST_ROWS_KEPT = 2048
_ROOT = QModelIndex()

_LARGE = 200
"""Lists of so many rows have orders and columns made beforehand."""
_PREPARING_PAUSE = 5


class Lister(Protocol):
    """What a list is read from: a reading, or the first page of a file."""

    def listing(self, register: str, query: ListQuery) -> Rest:
        """A list from its first record on."""

    def rows(self, register: str, places: Sequence[int], columns: Sequence[str]) -> dict[int, Read]:
        """Records by place, as far as the columns show them."""

    def ids(self, register: str, places: Sequence[int]) -> list[UUID]:
        """The ids of records."""

    def place(self, register: str, record_id: UUID) -> int:
        """The place of a record; 0 when it is not here."""

    def warming(self, register: str, query: ListQuery, columns: Iterable[str]) -> Iterable[Piece]:
        """Prepare the orders of a list, piece by piece."""


class RegisterModel(QAbstractTableModel):
    """The rows of a list. `sort_wanted` asks for another order, which the page answers with a new query.

    `filled` tells once for each `load` that all rows are there. Until then the list is `pending`: its rows are a true
    beginning, and more are added at the end; of an order that is not known yet the rows before stay that long.
    """

    sort_wanted = Signal(str, bool)
    filled = Signal()

    def __init__(self, register: Register, reading: Callable[[], Lister], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: tuple[str, ...] = register.columns
        self._reading = reading
        self._own: UUID | None = None
        self._query = ListQuery()
        self._places = array("q")
        self._rows: dict[int, Read] = {}
        self._preparation: Iterator[Piece] = iter(())
        self._filling = ListFilling(self)
        self._filling.came.connect(self._show)
        self._filling.ended.connect(self._finish)
        self._prepare = QTimer(self, interval=_PREPARING_PAUSE)
        self._prepare.timeout.connect(self._prepare_some)

    @property
    def begun(self) -> bool:
        """Whether the rows are those of the query that was loaded last."""
        return self._filling.begun

    @property
    def pending(self) -> bool:
        """Whether more rows will come."""
        return self._filling.pending

    @property
    def total(self) -> int | None:
        """The number of records without filter, when that is known."""
        return self._filling.total

    def read_from(self, reading: Callable[[], Lister], own: UUID | None = None) -> None:
        """Read from something else from now on, where the records of other organisations than `own` are marked."""
        self._reading, self._own = reading, own

    def load(self, query: ListQuery) -> None:
        """Show what a query gives: at once as much as there is time for, then the rest.

        Raises KeyError and ValueError for what cannot be asked of the register; the list is as before then.
        """
        rest = self._reading().listing(self.register.name, query)
        self._query = query
        self._prepare.stop()
        self._filling.start(rest)

    def set_columns(self, names: Iterable[str]) -> None:
        """Show other columns; the row one stands on stays when the first column does."""
        columns = tuple(names)
        if columns[:1] != self.columns[:1]:
            self.beginResetModel()
            self.columns, self._rows = columns, {}
            self.endResetModel()
            return
        if len(self.columns) > 1:
            self.beginRemoveColumns(_ROOT, 1, len(self.columns) - 1)
            self.columns = columns[:1]
            self.endRemoveColumns()
        self._rows = {}
        if len(columns) > 1:
            self.beginInsertColumns(_ROOT, 1, len(columns) - 1)
            self.columns = columns
            self.endInsertColumns()

    def forget_rows(self) -> None:
        """Fetch the rows again as they come into view; the order stays."""
        self._rows = {}
        if self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._places) - 1, len(self.columns) - 1))
        if not self.pending:
            self._make_ready()

    def id_at(self, row: int) -> UUID | None:
        """The id of the record in a row; None when it has gone from the file since the list was read."""
        read = self._rows.get(row)
        return read.record.id if read is not None else next(iter(self.ids_at([row])), None)

    def ids_at(self, rows: Iterable[int]) -> list[UUID]:
        """The ids of the records in many rows, in their order."""
        return self._reading().ids(self.register.name, [self._places[row] for row in rows])

    def row_of(self, record_id: UUID) -> int:
        """The row of a record; -1 when it is not in the list, or not yet."""
        try:
            return self._places.index(self._reading().place(self.register.name, record_id))
        except ValueError:
            return -1

    def _show(self, places: array[int], are_first: bool) -> None:
        if are_first:
            self.beginResetModel()
            self._places, self._rows = places, {}
            self.endResetModel()
        else:
            self.beginInsertRows(_ROOT, len(self._places), len(self._places) + len(places) - 1)
            self._places.extend(places)
            self.endInsertRows()

    def _finish(self) -> None:
        self.filled.emit()
        self._make_ready()

    def _make_ready(self) -> None:
        """Let what is a click away be made beforehand."""
        if len(self._places) >= _LARGE:
            self._preparation = iter(self._reading().warming(self.register.name, self._query, self.columns))
            self._prepare.start()

    def _prepare_some(self) -> None:
        """Make the orders that are a click away, a little at a time."""
        if next(self._preparation, None) is None:
            self._prepare.stop()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many records there are."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's label, aligned as its values."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        field = column_field(self.register, self.columns[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(field)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; a list of many values in each record has none."""
        if 0 <= column < len(self.columns) and self.can_sort(column):
            self.sort_wanted.emit(self.columns[column], order is Qt.SortOrder.DescendingOrder)

    def can_sort(self, column: int) -> bool:
        """Say whether a column has an order."""
        return not isinstance(column_field(self.register, self.columns[column]), (References, Rows, LongText))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; only what is asked for is worked out."""
        if not index.isValid() or role not in _ANSWERED:
            return None
        read = self._read(index.row())
        if read is None:
            return None
        name = self.columns[index.column()]
        field = column_field(self.register, name)
        if role == Qt.ItemDataRole.DisplayRole:
            return under_heading(self.register, read, name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(read)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(field)
        if role in (Role.CHIP, Role.GRADE):
            sign_for = chip_for if role == Role.CHIP else grade_for
            return sign_for(field.values, getattr(read.record, name)) if isinstance(field, Choice) else None
        if role == Role.STANDING:
            return self._standing(read)
        return _mark(field, getattr(read.record, name), held=name in read.holders)

    def _read(self, row: int) -> Read | None:
        if row not in self._rows:
            if len(self._rows) >= _MOST_ROWS_KEPT:
                self._rows = {}
            first = max(row - _CHUNK + 1, 0) if row + 1 in self._rows else row
            unread = [at for at in range(first, min(first + _CHUNK, len(self._places))) if at not in self._rows]
            found = self._reading().rows(self.register.name, [self._places[at] for at in unread], self.columns)
            self._rows.update((at, found[place]) for at in unread if (place := self._places[at]) in found)
        return self._rows.get(row)

    def _standing(self, read: Read) -> Standing:
        if read.record.deleted:
            return Standing.BINNED
        return Standing.OWN if self._own in (None, read.record.owner) else Standing.FOREIGN

    def _sentence(self, read: Read) -> str:
        labels = (column_field(self.register, name).label for name in self.columns[1:])
        texts = (field_text(self.register, read, name) or "saknas" for name in self.columns[1:])
        kept = ["skrivskyddad"] if self._standing(read) is Standing.FOREIGN else []
        parts = (f"{label}: {text}" for label, text in zip(labels, texts, strict=True))
        return ", ".join([read.label, *kept, *parts])


_ANSWERED = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.TextAlignmentRole),
        int(Role.CHIP),
        int(Role.GRADE),
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
