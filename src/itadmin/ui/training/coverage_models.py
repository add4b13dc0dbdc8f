"""The coverage as two tables: each part of the systems with its share, and the systems one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from itadmin.domain.calculations.training_plans import STATE_WORDS, PlanState
from itadmin.domain.text import swedish_key
from itadmin.services.training.coverage import Covered, Part
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.training.coverage_words import NOTHING_SAID, named, owner_of, share_words, state_told, state_word
from itadmin.ui.training.state_signs import KINDS
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Mark, Role

_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ORDER = list(PlanState)
SHARE = int(Qt.ItemDataRole.UserRole) + 40
"""The role of the share of a part, in hundredths of a percent."""

PART, SHARE_COLUMN = 0, 1
_COUNTED = (PlanState.MISSING, PlanState.OUTDATED, PlanState.DRAFT, PlanState.COMING)
_ALL = "Alla verksamhetssystem"


class PartsModel(QAbstractTableModel):
    """The whole first, then each part."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heading = ""
        self.parts: tuple[Part, ...] = ()

    def show_parts(self, heading: str, whole: Part, parts: Sequence[Part]) -> None:
        """Show these; `heading` says by what they are divided."""
        self.beginResetModel()
        self._heading, self.parts = heading, (whole, *parts)
        self.endResetModel()

    def name_at(self, row: int) -> str:
        """What the part of a row is called; "" for the whole."""
        return named(self.parts[row].name) if 0 < row < len(self.parts) else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many parts there are."""
        return 0 if parent.isValid() else len(self.parts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else 2 + len(_COUNTED)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the word of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section > SHARE_COLUMN else None
        heads = (self._heading, "Har en plan som gäller", *(STATE_WORDS[state] for state in _COUNTED))
        return heads[section] if role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(heads) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not index.isValid():
            return None
        part, column = self.parts[index.row()], index.column()
        name = self.name_at(index.row()) or _ALL
        if role == Qt.ItemDataRole.DisplayRole:
            if column > SHARE_COLUMN:
                return str(part.states.get(_COUNTED[column - 2], 0) or "–")
            return share_words(part) if column == SHARE_COLUMN else name
        if role == SHARE:
            return part.share.percent if column == SHARE_COLUMN else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            rest = (f"{STATE_WORDS[state].lower()} {part.states.get(state, 0)}" for state in _COUNTED)
            return f"{name}: {share_words(part)}, {', '.join(rest)}"
        return None


class SystemsModel(QAbstractTableModel):
    """The systems that are asked for, in name order until a column sorts them."""

    columns: tuple[tuple[str, Callable[[Covered], Any]], ...] = (
        ("System", lambda each: swedish_key(each.name)),
        ("Läge", lambda each: len(_ORDER) if each.is_needless else _ORDER.index(each.state)),
        ("Område", lambda each: (not each.area, swedish_key(each.area))),
        ("Förvaltning", lambda each: (not owner_of(each), swedish_key(owner_of(each)))),
        ("Fastställd", lambda each: str(each.adopted_on or "9999")),
        ("Revideras senast", lambda each: str(each.revise_by or "9999")),
        ("Varför", lambda each: swedish_key(each.reason)),
    )

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.systems: list[Covered] = []
        self._sorted: tuple[int, bool] | None = None

    def show_systems(self, systems: Sequence[Covered]) -> None:
        """Show these, sorted as the ones before."""
        self.beginResetModel()
        self.systems = list(systems)
        self._order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none (-1) in the order of the names."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        before = [self.systems[index.row()].system for index in kept]
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._order()
        rows: Mapping[bytes, int] = {each.system: row for row, each in enumerate(self.systems)}
        for index, key in zip(kept, before, strict=True):
            self.changePersistentIndex(index, self.index(rows[key], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many systems there are."""
        return 0 if parent.isValid() else len(self.systems)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the word of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section][0] if 0 <= section < len(self.columns) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not index.isValid():
            return None
        system = self.systems[index.row()]
        cells = _cells(system)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Role.CHIP:
            return ChipKind.PLAIN if system.is_needless else KINDS[system.state]
        if role == Role.MARK:
            return Mark.PLAIN if cells[index.column()] else Mark.NONE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{system.name}: {state_told(system)}. {system.area or NOTHING_SAID}."
        return None

    def _order(self) -> None:
        self.systems.sort(key=self.columns[0][1])
        if self._sorted is not None:
            column, descending = self._sorted
            self.systems.sort(key=self.columns[column][1], reverse=descending)


def _cells(system: Covered) -> tuple[str, ...]:
    days = (day.isoformat() if day else "" for day in (system.adopted_on, system.revise_by))
    return (system.name, state_word(system), system.area, owner_of(system), *days, system.reason)
