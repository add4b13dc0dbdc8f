"""One of two values to choose: a round button with the value beside it, in as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.prose import ProseLabel

_LONGEST = 400
_NOTHING = "tomt"


class ValueChoice(QWidget):
    """Shows a value, or that there is none. `label` is what it is a value of, for those who cannot see."""

    def __init__(self, look: Look, label: str, text: str, style: TextStyle = TextStyle.TEXT) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(f"{label}: {text or _NOTHING}")
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
        words = ProseLabel(look, (shown or _NOTHING,), style, Ink.TEXT if text else Ink.TEXT3)
        words.setMinimumHeight(self.button.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.tight)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)

    def indent(self) -> int:
        """How far from the left the value begins."""
        row = self.layout()
        return self.button.sizeHint().width() + (row.spacing() if row else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it by a click on the text too."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.button.click()
            self.button.setFocus()
        super().mouseReleaseEvent(event)
