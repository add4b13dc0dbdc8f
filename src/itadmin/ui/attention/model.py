"""The rows of the work list for Qt: what each is, its name, and the whole of it read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.calculations.attention import BAND_WORDS, AttentionLine
from itadmin.ui.attention import words
from itadmin.ui.attention.rows import BandRow, FoldRow, LineRow, Row, same_row
from itadmin.ui.attention.ways import way_for_all

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 201
"""Item role of the row itself, one of `rows`."""

_NONE = QModelIndex()


class WorkModel(QAbstractListModel):
    """`today` is the day that days are told from; headings of bands cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        self._rows: Sequence[Row] = ()
        self._can_act = True

    def show_rows(self, rows: Sequence[Row], today: date, *, can_act: bool) -> None:
        """Show other rows; with or without buttons, as the register can be changed or not."""
        self.beginResetModel()
        self._rows = rows
        self._can_act = can_act
        self.today = today
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but headings be stood on."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.row(index.row()), BandRow) else super().flags(index)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The row, its name, or all of it in words."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.in_words(row, self.today, self.button(row))
        if role == Qt.ItemDataRole.DisplayRole:
            return BAND_WORDS[row.band] if isinstance(row, BandRow) else words.name_of(row)
        return None

    def row(self, number: int) -> Row | None:
        """The row of a number; None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_like(self, row: Row) -> int:
        """The number of the row that tells of the same; -1 when it is gone."""
        return next((number for number, each in enumerate(self._rows) if same_row(each, row)), -1)

    def button(self, row: Row) -> str:
        """What the button of a row says; "" for none."""
        if isinstance(row, BandRow):
            return ""
        if isinstance(row, FoldRow):
            if self._can_act and way_for_all(row.lines[0]) is not None:
                return words.MEND_ALL
            return words.HIDE_ALL if row.is_open else words.SHOW_ALL
        if not self._can_act:
            return words.OPEN
        return words.act_words(row.line) if row.mark is None else words.TAKE_BACK

    @property
    def can_act(self) -> bool:
        """Whether what is to do can be done here."""
        return self._can_act

    def buttons(self) -> set[str]:
        """What all buttons say, to give them room."""
        return {self.button(row) for row in self._rows}

    def lines_of(self, numbers: Sequence[int]) -> list[AttentionLine]:
        """The lines of rows, each once."""
        rows = (self.row(number) for number in numbers)
        lines = (line for row in rows if isinstance(row, (LineRow, FoldRow)) for line in row.lines)
        return list(dict.fromkeys(lines))
