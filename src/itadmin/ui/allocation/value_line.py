"""A value that is written on a line of its own under its label, and told of when it has been written.

Knows no record: it reads what is typed, and says under the line what would be right.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.calendar import with_year
from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import Day, Field
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label


class ValueLine(QWidget):
    """One value. `entered` gives its plain value when it has been changed to another that can be read."""

    entered = Signal(object)

    def __init__(self, look: Look, field: Field, label: str, hint: str = "") -> None:
        super().__init__()
        self._field = field
        self._shown: Any = None
        self._today: date | None = None
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(hint)
        self.fault = Label(look, "", TextStyle.SECOND, Ink.RED, wrap=True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        for part in (Label(look, label, TextStyle.SECOND, Ink.TEXT2), self.line, self.fault):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.leave)

    def show_value(self, value: Any, today: date) -> None:
        """Show a plain value; what is being written stays. Days may be written without a year, near `today`."""
        self._today = today
        if value == self._shown and (self.line.isModified() or self.fault.isVisible()):
            return
        self._shown = value
        self._reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what has been written on Escape, before the window takes it."""
        if event.key() == Qt.Key.Key_Escape and (self.line.isModified() or self.fault.isVisible()):
            self._reset()
        else:
            super().keyPressEvent(event)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with what stands on the line; "" for nothing."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        set_property(self.line, "state", "error" if sentence else "")

    def leave(self) -> None:
        """Take what is being written; what cannot be read is told, and stays."""
        if not self.line.isModified():
            return
        text = self.line.text()
        if isinstance(self._field, Day) and self._today is not None:
            text = with_year(text, self._today)
        try:
            value = plain_from_text(self._field, text)
        except ValueError as error:
            self.show_fault(str(error))
            return
        self.line.setModified(False)
        self.show_fault("")
        if value == self._shown:
            self._reset()
        else:
            self.entered.emit(value)

    def _reset(self) -> None:
        self.line.setText(edit_text(self._field, self._shown))
        self.show_fault("")
