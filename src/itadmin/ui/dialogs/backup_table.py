"""The backups as rows: when each was taken, how large it is, and whether it is whole. Reads no files."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from itadmin.services.backups import Backup
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Role
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate

_TAKEN, _SIZE, _CONDITION = range(3)
_HEADERS = ("Tagen", "Storlek", "Skick")


class Condition(Enum):
    """What is known of a backup file: its word and its sign."""

    UNKNOWN = ("kontrolleras", ChipKind.SOON)
    WHOLE = ("hel", ChipKind.IN_FORCE)
    DAMAGED = ("skadad", ChipKind.PROBLEM)


class BackupTable(RowTable):
    """A list of backups, newest first, of which one is chosen. `chosen_changed` when it is another."""

    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._backups: list[Backup] = []
        self._conditions: dict[Path, Condition] = {}
        self._rows = QStandardItemModel(0, len(_HEADERS), self)
        self._rows.setHorizontalHeaderLabels(list(_HEADERS))
        self.setModel(self._rows)
        self.setAccessibleName("Säkerhetskopior, den senaste först")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, delegate in enumerate((NameDelegate, TextDelegate, ChipDelegate)):
            self.setItemDelegateForColumn(column, delegate(look, self))
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(_TAKEN, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Show other backups; the newest is chosen. What is known of the condition of those already seen is kept."""
        self._backups = list(backups)
        self._rows.setRowCount(0)
        for row, backup in enumerate(self._backups):
            self._rows.appendRow([QStandardItem(moment(backup)), QStandardItem(_size(backup.path)), QStandardItem()])
            self._show(row)
        if self._backups:
            self.setCurrentIndex(self._rows.index(0, 0))

    def chosen(self) -> Backup | None:
        """The backup that is chosen, or None."""
        row = self.currentIndex().row()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def condition(self, path: Path) -> Condition:
        """What is known of a backup."""
        return self._conditions.get(path, Condition.UNKNOWN)

    def set_condition(self, path: Path, condition: Condition) -> None:
        """Note what is known of a backup."""
        self._conditions[path] = condition
        for row, backup in enumerate(self._backups):
            if backup.path == path:
                self._show(row)

    def _show(self, row: int) -> None:
        backup = self._backups[row]
        word, chip = self.condition(backup.path).value
        cell = self._rows.item(row, _CONDITION)
        cell.setText(word)
        cell.setData(chip, Role.CHIP)
        sentence = f"Tagen {moment(backup)}, {_size(backup.path)}, {word}"
        for column in range(len(_HEADERS)):
            self._rows.item(row, column).setData(sentence, Qt.ItemDataRole.AccessibleTextRole)
            self._rows.item(row, column).setEditable(False)

    def _on_current(self) -> None:
        self.chosen_changed.emit()


def moment(backup: Backup) -> str:
    """When a backup was taken, as it is read."""
    return backup.taken.strftime("%Y-%m-%d %H.%M")


def _size(path: Path) -> str:
    try:
        return QLocale().formattedDataSize(path.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    except OSError:
        return ""
