"""Who has systems to look through as rows: what they are called, and under it how far they have come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.services.reviewing.rounds import Share
from itadmin.ui.reviewing.words import standing
from itadmin.ui.widgets.roles import Role

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """One row for each who has something to look through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[Share] = ()

    @property
    def shares(self) -> Sequence[Share]:
        """The rows."""
        return self._shares

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show others, or the same who have come further."""
        if [_who(share) for share in shares] == [_who(share) for share in self._shares]:
            self._shares = shares
            self.dataChanged.emit(self.index(0), self.index(len(shares) - 1))
            return
        self.beginResetModel()
        self._shares = shares
        self.endResetModel()

    def share(self, row: int) -> Share | None:
        """The one in a row; None when there is no such row."""
        return self._shares[row] if 0 <= row < len(self._shares) else None

    def row_of(self, share: Share | None) -> int:
        """Where somebody stands; -1 when they are not here."""
        return next((row for row, each in enumerate(self._shares) if share and _who(each) == _who(share)), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._shares)

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Ansvarig"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a row shows."""
        share = self.share(index.row())
        if share is None:
            return None
        answers = {
            int(Qt.ItemDataRole.DisplayRole): share.name,
            int(Role.SECOND): standing(share),
            int(Qt.ItemDataRole.AccessibleTextRole): f"{share.name}, {standing(share)}",
        }
        return answers.get(role)


def _who(share: Share) -> tuple[str, UUID | None]:
    return share.name, share.person_id
