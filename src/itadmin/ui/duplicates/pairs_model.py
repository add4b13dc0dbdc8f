"""Pairs as rows: both names, and under them why they are taken for the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.calculations.similarity import Pair
from itadmin.ui.duplicates.words import REASONS
from itadmin.ui.widgets.roles import Role

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class PairsModel(QAbstractListModel):
    """One row a pair."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: Sequence[Pair] = ()
        self._names: Mapping[UUID, str] = {}

    def show_pairs(self, pairs: Sequence[Pair], names: Mapping[UUID, str]) -> None:
        """Show other pairs; `names` are what the two are called."""
        self.beginResetModel()
        self._pairs, self._names = pairs, names
        self.endResetModel()

    def pair(self, row: int) -> Pair | None:
        """The pair in a row; None when there is no such row."""
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def row_of(self, pair: Pair | None) -> int:
        """Where a pair stands; -1 when it is not here."""
        ends = {pair.one, pair.other} if pair else set()
        return next((row for row, each in enumerate(self._pairs) if {each.one, each.other} == ends), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many pairs there are."""
        return 0 if parent.isValid() else len(self._pairs)

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Par"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a row shows."""
        pair = self.pair(index.row())
        if pair is None:
            return None
        names = f"{self._names.get(pair.one, '')} – {self._names.get(pair.other, '')}"
        answers = {
            int(Qt.ItemDataRole.DisplayRole): names,
            int(Role.SECOND): REASONS[pair.reason],
            int(Qt.ItemDataRole.AccessibleTextRole): f"{names}, {REASONS[pair.reason].lower()}",
        }
        return answers.get(role)
