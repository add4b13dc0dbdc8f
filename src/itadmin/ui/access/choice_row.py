"""The row where one says which rights are meant: the day, the order, the words, and whether only those to review."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_DAY, _WORDS = 108, 200
_BY_SYSTEM, _BY_HOLDER = "Per system", "Per person och funktion"


class ChoiceRow(QWidget):
    """`changed` when something else is meant, `failed` gives a sentence when a day cannot be read."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, look: Look, day: date, since: date) -> None:
        super().__init__()
        self._look = look
        self._days = {"day": day, "since": since}
        self.order = ComboBox(look)
        self.order.setAccessibleName("Ordning")
        self.order.addItems([_BY_SYSTEM, _BY_HOLDER])
        self.day_line = self._line("Gäller den", _DAY, day.isoformat())
        self.words_line = self._line("Sök", _WORDS, "")
        self.words_line.setPlaceholderText("Sök system, person eller behörighet")
        self.words_line.setClearButtonEnabled(True)
        self.due = QCheckBox("Bara de som inte granskats sedan")
        self.since_line = self._line("Inte granskade sedan", _DAY, since.isoformat())
        flow = FlowLayout(look.metrics.gap, self)
        for words, parts in (
            ("", (self.order,)),
            ("den", (self.day_line,)),
            ("", (self.words_line,)),
            ("", (self.due, self.since_line)),
        ):
            flow.addWidget(self._together(words, *parts))
        self.order.activated.connect(lambda _row: self.changed.emit())
        self.words_line.textChanged.connect(lambda _text: self.changed.emit())
        self.due.toggled.connect(lambda _on: self.changed.emit())
        self.day_line.editingFinished.connect(lambda: self._read("day", self.day_line))
        self.since_line.editingFinished.connect(lambda: self._read("since", self.since_line))

    @property
    def day(self) -> date:
        """The day that the rights hold."""
        return self._days["day"]

    @property
    def since(self) -> date:
        """The day since which a right ought to have been reviewed."""
        return self._days["since"]

    @property
    def holder_first(self) -> bool:
        """Whether the list is by who has the rights."""
        return self.order.currentText() == _BY_HOLDER

    def _line(self, name: str, width: int, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setFixedWidth(self._look.metrics.px(width))
        return line

    def _together(self, words: str, *parts: QWidget) -> QWidget:
        """What belongs together, never on different lines."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.gap)
        if words:
            row.addWidget(Label(self._look, words, ink=Ink.TEXT2))
        for part in parts:
            row.addWidget(part)
        return holder

    def _read(self, which: str, line: QLineEdit) -> None:
        try:
            day = parse_day(line.text())
        except ValueError:
            set_property(line, "state", "error")
            self.failed.emit("Skriv dagen som åååå-mm-dd.")
            return
        set_property(line, "state", "")
        if day != self._days[which]:
            self._days[which] = day
            self.changed.emit()
