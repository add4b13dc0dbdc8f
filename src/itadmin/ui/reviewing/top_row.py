"""The row over the review: since which day an answer counts, who answers, and how far all have come."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.reviewing.words import DAY_IS_MISSING
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_DAY, _NAME = 108, 200


class ReviewRow(QWidget):
    """`changed` when another day is meant, `failed` gives a sentence when it cannot be read."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, look: Look, since: date, who: str) -> None:
        super().__init__()
        self._look = look
        self._since = since
        self.since_line = self._line("Granskat sedan", _DAY, since.isoformat())
        self.since_line.setPlaceholderText("åååå-mm-dd")
        self.who_line = self._line("Svarar", _NAME, who)
        self.told = Label(look, ink=Ink.TEXT2)
        flow = FlowLayout(look.metrics.gap, self)
        for words, part in (("Granskat sedan", self.since_line), ("Svarar", self.who_line)):
            flow.addWidget(self._together(words, part))
        flow.addWidget(self._together("", self.told))
        self.since_line.editingFinished.connect(self._on_day)

    @property
    def since(self) -> date:
        """The day that the round began."""
        return self._since

    @property
    def who(self) -> str:
        """Who answers; "" while nobody is given."""
        return " ".join(self.who_line.text().split())

    def _line(self, name: str, width: int, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setFixedWidth(self._look.metrics.px(width))
        line.setCursorPosition(0)
        return line

    def _together(self, words: str, part: QWidget) -> QWidget:
        """A word and what it stands before, never on different lines."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.gap)
        if words:
            row.addWidget(Label(self._look, words, ink=Ink.TEXT2))
        row.addWidget(part)
        holder.setMinimumHeight(self._look.metrics.button)
        return holder

    def _on_day(self) -> None:
        try:
            day = parse_day(self.since_line.text())
        except ValueError:
            set_property(self.since_line, "state", "error")
            self.failed.emit(DAY_IS_MISSING)
            return
        set_property(self.since_line, "state", "")
        if day != self._since:
            self._since = day
            self.changed.emit()
