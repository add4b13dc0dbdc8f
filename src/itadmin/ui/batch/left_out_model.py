"""The records that no paper was made of, as rows: what each is called, and under it why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from itadmin.ui.widgets.roles import Role

if TYPE_CHECKING:
    from itadmin.documents.batch import LeftOut

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class LeftOutModel(QAbstractListModel):
    """One row a record."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[LeftOut] = ()

    def show_rows(self, rows: Sequence[LeftOut]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Inte gjorda"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a row shows."""
        row = self._rows[index.row()]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): row.label,
            int(Role.SECOND): row.reason,
            int(Qt.ItemDataRole.ToolTipRole): row.reason,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{row.label}: {row.reason}",
        }
        return answers.get(role)
