"""Rights as rows of a table, from the system or from who has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.domain.text import fold
from itadmin.services.access import Grant
from itadmin.services.access_overview import by_holder, columns, row
from itadmin.services.exporting.sheet import Cell

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class GrantsModel(QAbstractTableModel):
    """One row a right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holder_first = False
        self._grants: Sequence[Grant] = ()

    @property
    def grants(self) -> Sequence[Grant]:
        """The rows."""
        return self._grants

    def show_grants(self, grants: Sequence[Grant], words: str, *, holder_first: bool) -> None:
        """Show the rights in which all words stand."""
        wanted = fold(words).split()
        self.beginResetModel()
        self.holder_first = holder_first
        ordered = by_holder(grants) if holder_first else grants
        self._grants = [grant for grant in ordered if all(word in _words(grant) for word in wanted)]
        self.endResetModel()

    def grant(self, place: int) -> Grant | None:
        """The right in a row; None when there is no such row."""
        return self._grants[place] if 0 <= place < len(self._grants) else None

    def row_of(self, grant: Grant | None) -> int:
        """Where a decision stands; -1 when it is not here."""
        wanted = grant.decision_id if grant else None
        return next((place for place, each in enumerate(self._grants) if each.decision_id == wanted), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._grants)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(columns(holder_first=False))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return columns(holder_first=self.holder_first)[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        grant = self.grant(index.row())
        if grant is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row(grant, holder_first=self.holder_first)[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heads = columns(holder_first=self.holder_first)
            texts = map(_text, row(grant, holder_first=self.holder_first))
            return ", ".join(f"{head.title} {text}" for head, text in zip(heads, texts, strict=True) if text)
        return None


def _words(grant: Grant) -> str:
    return fold(f"{grant.system} {grant.access_right} {grant.holder} {grant.organisation}")


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell or "")
