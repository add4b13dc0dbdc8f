"""How many there are of each målgrupp in each kommun, as a little table with its sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Field
from itadmin.domain.money import grouped
from itadmin.domain.record import described_fields
from itadmin.domain.registers.training_plans import HeadCountRow
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.training.plan_read import PlanRead
from itadmin.ui.training.ruled_cell import Cell

_PEOPLE: Field = described_fields(HeadCountRow)["people"]
_SUM = "Summa"
_EMPTY = {False: "tomt", True: "saknas"}
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TOO_FEW = "Antalet kan inte vara mindre än noll. Skriv 0 eller mer."


class HeadsModel(QAbstractTableModel):
    """Rows are kommuner, columns målgrupper. `edited` gives målgrupp, kommunkod and number, None for none."""

    edited = Signal(str, str, object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: PlanRead | None = None
        self._audiences: tuple[str, ...] = ()
        self._codes: tuple[str, ...] = ()
        self._begun: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The kommuner that are shown, by kommunkod."""
        return self._codes

    def show_plan(self, read: PlanRead) -> None:
        """Show the numbers as they are now."""
        codes = tuple(dict.fromkeys((*read.counted, *self._begun)))
        is_same = (read.audiences, codes) == (self._audiences, self._codes)
        if not is_same:
            self.beginResetModel()
        self._read, self._audiences, self._codes = read, read.audiences, codes
        if not is_same:
            self.endResetModel()
        elif codes:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def begin(self, code: str) -> None:
        """Show one more kommun, to write the first number in."""
        self._begun = (*self._begun, code)
        if self._read is not None:
            self.show_plan(self._read)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many kommuner there are, with the row of sums where there are several."""
        return 0 if parent.isValid() else len(self._codes) + (len(self._codes) > 1)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many målgrupper there are, with the names and the sums."""
        return 0 if parent.isValid() else len(self._audiences) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the word of a column."""
        if orientation is not Qt.Orientation.Horizontal or self._read is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if not section:
            return "Antal per kommun"
        audience = self._audience(section)
        return self._read.audience_word(audience) if audience else _SUM

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let numbers be written."""
        flags = super().flags(index)
        is_number = bool(self._audience(index.column())) and index.row() < len(self._codes)
        is_open = is_number and self._read is not None and self._read.writable
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def field_at(self, _column: int) -> Field:
        """Numbers of people stand in every cell."""
        return _PEOPLE

    def words_at(self, _index: Index) -> Mapping[Any, str] | None:
        """One types everywhere."""
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and what it says to who cannot see the table."""
        if not index.isValid() or self._read is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.EditRole:
            number = self._number(index)
            return "" if number is None else str(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{self._kommun(index.row())}, {head}: {self._text(index) or _EMPTY[self._is_missing(index)]}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a number; what is none is refused with what to write instead."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            number = plain_from_text(_PEOPLE, value or "")
        except ValueError as error:
            self.refused.emit(str(error))
            return False
        if number is not None and number < 0:
            self.refused.emit(_TOO_FEW)
            return False
        if number != self._number(index):
            self.edited.emit(self._audience(index.column()), self._codes[index.row()], number)
        return True

    def cell(self, index: Index) -> Cell:
        """A cell as it is drawn."""
        is_head, is_name = index.row() >= len(self._codes), not index.column()
        is_missing = not is_head and self._is_missing(index)
        return Cell(self._text(index), is_missing=is_missing, is_figure=not is_name, is_name=is_name, is_head=is_head)

    def _is_missing(self, index: Index) -> bool:
        """Whether a number is expected: of a målgrupp that must go through something and is counted nowhere."""
        return self._read is not None and self._audience(index.column()) in self._read.uncounted

    def _audience(self, column: int) -> str:
        return self._audiences[column - 1] if 0 < column <= len(self._audiences) else ""

    def _kommun(self, row: int) -> str:
        if row >= len(self._codes) or self._read is None:
            return _SUM
        return self._read.towns.get(self._codes[row], self._codes[row])

    def _number(self, index: Index) -> int | None:
        audience = self._audience(index.column())
        if self._read is None or not audience or index.row() >= len(self._codes):
            return None
        return self._read.people(audience, self._codes[index.row()])

    def _text(self, index: Index) -> str:
        if not index.column():
            return self._kommun(index.row())
        audiences = (self._audience(index.column()),) if self._audience(index.column()) else self._audiences
        codes = self._codes[index.row() : index.row() + 1] if index.row() < len(self._codes) else self._codes
        read = self._read
        found = [read.people(audience, code) for audience in audiences for code in codes] if read else []
        known = [number for number in found if number is not None]
        return grouped(sum(known)) if known else ""
