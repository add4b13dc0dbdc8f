"""The question before a register is replaced by a backup: what it says now, what the backup says, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label

_KEPT = (
    "Registret ersätts av kopian. Ändringar som gjorts efter kopian finns då inte kvar i registret. Filen som den är "
    "nu sparas bredvid kopiorna, så inget går förlorat."
)


class RestoreQuestion(QWidget):
    """Shows how many records each register holds now and in the backup."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = Label(look, style=TextStyle.SIDE_HEADING, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.metrics.margin)
        self._grid.setVerticalSpacing(look.metrics.tight)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.block)
        column.addWidget(self._heading)
        column.addWidget(Label(look, _KEPT, wrap=True))
        column.addLayout(self._grid)
        column.addStretch(1)

    def ask(self, moment: str, now: Mapping[str, int], then: Mapping[str, int]) -> None:
        """Ask about the backup of `moment`; `now` and `then` are numbers of records by register."""
        self._heading.setText(f"Ska registret bli som det var {moment}?")
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        for column, word in enumerate(("Register", "Nu", "I kopian")):
            self._put(0, column, word, TextStyle.SECOND, Ink.TEXT3)
        for row, (name, register) in enumerate(REGISTERS.items(), start=1):
            self._put(row, 0, register.plural, TextStyle.TEXT, Ink.TEXT)
            self._put(row, 1, str(now[name]), TextStyle.TEXT, Ink.TEXT)
            style = TextStyle.TEXT if now[name] == then[name] else TextStyle.STRONG
            self._put(row, 2, str(then[name]), style, Ink.TEXT)

    def _put(self, row: int, column: int, text: str, style: TextStyle, ink: Ink) -> None:
        align = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(Label(self._look, text, style, ink), row, column, align)
