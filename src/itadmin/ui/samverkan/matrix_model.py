"""The matrix as a model: a row for each system of the region, a column for each kommun, and the sums beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.calculations.opportunities import Reason
from itadmin.domain.keys import Key
from itadmin.domain.money import grouped
from itadmin.domain.registers.opportunity_notes import OpportunityNote
from itadmin.domain.words import Words
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.words import label_of_reason
from itadmin.ui.samverkan.cell_look import EMPTY, CellLook, Shown, cell_words, joint_look, level_words, look_of
from itadmin.ui.samverkan.row_words import aside_words
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.tooltips import as_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

LOOK = int(Qt.ItemDataRole.UserRole) + 41
"""Role of a cell's `CellLook`."""

SCORE = LOOK + 1
"""Role of how much speaks for a row, 0–5; None for one that is put aside."""

NAME = 0
_ORE = 100
_SUMS = ("Nivå", "Poäng", "Användare", "Kr per år")
JOINT, SCORED, USERS, COST = range(4)
"""The columns after the kommuner, counted from the first of them."""

_SHORT = {
    Reason.ENDING: "Avtal slutar",
    Reason.BAD: "Fungerar dåligt",
    Reason.COMPETENCE: "Kompetens",
    Reason.SEVERAL: "Flera använder",
    Reason.AIM: "Mål ej nått",
}


class MatrixModel(QAbstractTableModel):
    """Rows in the order of the matrix until a column sorts them.

    What comes anew of the register changes no places: one who sets a level finds the next row where it was.
    """

    def __init__(self, matrix: Matrix, words: Words, hint: str = "", parent: QObject | None = None) -> None:
        """`hint` says in the cells of the kommuner what can be done there."""
        super().__init__(parent)
        self.matrix, self.words = matrix, words
        self.shown = Shown.NOW
        self.rows: list[Row] = list(matrix.rows)
        self.aside: Mapping[Key, OpportunityNote] = {}
        self.hint = hint
        self._sorted: tuple[int, bool] | None = None

    @property
    def first_sum(self) -> int:
        """The column after the last kommun."""
        return 1 + len(self.matrix.kommuner)

    def show_matrix(
        self,
        matrix: Matrix,
        words: Words,
        shown: Shown,
        aside: Mapping[Key, OpportunityNote],
        *,
        in_place: bool = False,
    ) -> None:
        """Show another matrix, sorted as the one before, with what is noted of the rows that are put aside.

        `in_place` lets rows that were shown keep their order, and puts new ones last.
        """
        places = self._places() if in_place else {}
        self.beginResetModel()
        self.matrix, self.words, self.shown, self.aside = matrix, words, shown, aside
        self._order()
        if places:
            last = len(places)
            self.rows.sort(key=lambda row: min((places.get(system, last) for system in row.systems), default=last))
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        """What stands in a row; None where none does."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def place_of(self, system: Key) -> int:
        """The row that a system stands in; −1 for none."""
        return next((place for place, row in enumerate(self.rows) if system in row.systems), -1)

    def kommun_at(self, column: int) -> Key | None:
        """The kommun of a column; None for the others."""
        return self.matrix.kommuner[column - 1].key if 0 < column < self.first_sum else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none (-1) as the matrix has them."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        before = [self.rows[index.row()].key for index in kept]
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._order()
        places = {row.key: place for place, row in enumerate(self.rows)}
        for index, key in zip(kept, before, strict=True):
            self.changePersistentIndex(index, self.index(places[key], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many systems there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else self.first_sum + len(_SUMS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word, and at which side it stands."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_level = self.kommun_at(section) is not None or section - self.first_sum == JOINT
            return _RIGHT if section - self.first_sum in (USERS, COST) else _CENTRE if is_level else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        kommun = self.kommun_at(section)
        if role == Qt.ItemDataRole.ToolTipRole and kommun is not None and self.matrix.by_key[kommun].is_guest:
            return f"{self.heading(section)} är gäst: den deltar i enstaka system."
        return None

    def heading(self, column: int) -> str:
        """What a column is called."""
        if column == NAME:
            return "System"
        kommun = self.kommun_at(column)
        if kommun is None:
            word = _SUMS[column - self.first_sum]
            return "Mål" if word == _SUMS[JOINT] and self.shown is Shown.TARGET else word
        return self.matrix.by_key[kommun].name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, how it looks, and what it says in words."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = index.column()
        if role == LOOK:
            return self.look(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == SCORE:
            return self.score_of(row)
        if role == Role.MARK:
            return Mark.PLAIN if self._text(row, column) else Mark.NONE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            hint = self.hint if self.kommun_at(column) is not None else ""
            return as_tooltip(f"{self.told(row, column)} {hint}".rstrip())
        return None

    def score_of(self, row: Row) -> int | None:
        """How much speaks for a row; None for one that is put aside, which is no candidate."""
        return None if row.key in self.aside else row.score

    def look(self, row: Row, column: int) -> CellLook:
        """How the cell of a kommun, or of the whole, looks."""
        kommun = self.kommun_at(column)
        if kommun is not None:
            return look_of(row.cells.get(kommun), self.shown)
        return joint_look(row, self.shown) if column - self.first_sum == JOINT else EMPTY

    def told(self, row: Row, column: int) -> str:
        """What a cell says in words; in the column of names all of the row."""
        kommun = self.kommun_at(column)
        if kommun is not None:
            return cell_words(self.matrix, row, self.matrix.by_key[kommun], self.words)
        if column - self.first_sum == JOINT:
            target = f" Målet är {level_words(self.words, row.target)}." if row.target else ""
            return f"{row.name}: som helhet {level_words(self.words, row.level)}.{target}"
        if column != NAME and (note := self.aside.get(row.key)) is not None:
            why = f" {note.note}" if note.note else ""
            return f"{row.name}: {aside_words(note)}, och är ingen kandidat.{why}"
        if column != NAME:
            reasons = ", ".join(label_of_reason(reason).lower() for reason in row.reasons) or "inget"
            return f"{row.name}: {row.score} av 5 poäng som kandidat. För talar {reasons}."
        levels = (f"{kommun.name} {look.text or 'inget'}" for kommun, look in self._looks(row))
        return f"{row.name}: {', '.join(levels)}. Som helhet {level_words(self.words, row.level)}."

    def _looks(self, row: Row) -> list[tuple[Any, CellLook]]:
        return [(kommun, look_of(row.cells.get(kommun.key), self.shown)) for kommun in self.matrix.kommuner]

    def _text(self, row: Row, column: int) -> str:
        if column == NAME:
            return row.name
        match column - self.first_sum:
            case 1:
                return self._reasons(row)
            case 2:
                return "" if row.users is None else grouped(row.users)
            case 3:
                return "" if row.cost is None else grouped(round(row.cost / _ORE))
        return self.look(row, column).text

    def _reasons(self, row: Row) -> str:
        """What speaks for a row, in as few words as there is room for; or that it is put aside."""
        note = self.aside.get(row.key)
        if note is not None:
            return aside_words(note)
        told = ", ".join(_SHORT[reason] for reason in row.reasons)
        return f"{told[:1]}{told[1:].lower()}"

    def _places(self) -> Mapping[Key, int]:
        return {system: place for place, row in enumerate(self.rows) for system in row.systems}

    def _order(self) -> None:
        self.rows = list(self.matrix.rows)
        if self._sorted is not None and self._sorted[0] < self.columnCount():
            column, descending = self._sorted
            self.rows.sort(key=self._sort_key(column), reverse=descending)

    def _sort_key(self, column: int) -> Callable[[Row], Any]:
        kommun = self.kommun_at(column)
        if kommun is not None:
            return lambda row: self._weight(row, kommun)
        by_sum: tuple[Callable[[Row], Any], ...] = (
            lambda row: (row.target, row.level) if self.shown is Shown.TARGET else (row.level, row.target),
            lambda row: (-1 if row.key in self.aside else row.score, len(row.using)),
            lambda row: -1 if row.users is None else row.users,
            lambda row: -1 if row.cost is None else row.cost,
        )
        return by_sum[column - self.first_sum] if column != NAME else lambda row: row.sort_key

    def _weight(self, row: Row, kommun: Key) -> tuple[int, int]:
        """By what the cells of a kommun are sorted: those that are empty come last."""
        cell = row.cells.get(kommun)
        if cell is None:
            return -2, -2
        numbers = [-1 if level is None else level for level in (cell.level, cell.target)]
        return (numbers[1], numbers[0]) if self.shown is Shown.TARGET else (numbers[0], numbers[1])
