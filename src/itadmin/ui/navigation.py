"""The lines of the navigation: what exists in this program. Knows words and icons only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from itadmin.domain.register import Register
from itadmin.ui.widgets.roles import Role

KEY = int(Qt.ItemDataRole.UserRole)
"""Item role of the register's name."""


class NavigationModel(QStandardItemModel):
    """One line a register, in the order they are declared."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)  # the column is there from the start, so that the view gives it its width
        self._lines: dict[str, QStandardItem] = {}

    def fill(self, registers: Iterable[Register]) -> None:
        """Make the lines, once; the frame is painted before the registers are known."""
        for register in registers:
            if register.name in self._lines:
                continue
            line = QStandardItem(register.plural)
            line.setEditable(False)
            line.setData(register.name, KEY)
            line.setData(register.icon, Role.ICON)
            line.setAccessibleText(register.plural)
            self._lines[register.name] = line
            self.appendRow(line)

    def line(self, register: str) -> QStandardItem:
        """The line of a register."""
        return self._lines[register]
