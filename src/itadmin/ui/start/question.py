"""One numbered question of the welcome page: heading, what answers it, and a line that explains or finds fault."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label


class Question(QWidget):
    """A question. Put what answers it with `add`."""

    def __init__(self, look: Look, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hint = ""
        self.title = title
        self._line = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2, wrap=True)
        self._heading = QHBoxLayout()
        self._heading.addWidget(Label(look, str(number), TextStyle.SIDE_HEADING, Ink.ACCENT))
        self._heading.addWidget(Label(look, title, TextStyle.SIDE_HEADING))
        self._heading.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._heading)
        self._column.addWidget(self._line)
        look.changed.connect(self._dress)
        self._dress()

    def add(self, *parts: QWidget) -> None:
        """Put parts beside each other under the heading."""
        row = QHBoxLayout()
        row.setSpacing(self._look.metrics.gap)
        for part in parts:
            row.addWidget(part)
        self._column.insertLayout(self._column.count() - 1, row)

    def set_hint(self, hint: str) -> None:
        """Explain; this takes away what was said to be wrong."""
        self._hint = hint
        self.set_fault("")

    def set_fault(self, sentence: str) -> None:
        """Say what is wrong; "" explains again."""
        self._line.set_ink(Ink.RED if sentence else Ink.TEXT2)
        self._line.setText(sentence or self._hint)

    def line(self) -> str:
        """What stands under the answer now."""
        return self._line.text()

    def _dress(self) -> None:
        metrics = self._look.metrics
        self._column.setSpacing(metrics.heading_gap)
        self._heading.setSpacing(metrics.gap)
