"""The row where one says which changes are meant: from and to a day, in which register, by whom, in which step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.domain.registers import REGISTERS
from itadmin.services.changes_between import Between
from itadmin.services.periods import PERIODS, Period
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_OWN, _DAY_WIDTH, _STEP_WIDTH = "Valda dagar", 108, 260
_EVERY_REGISTER, _EVERYBODY, _EVERY_STEP = "Alla register", "Alla", "Alla steg"


class PeriodRow(QWidget):
    """Asks what to show. `changed` when something else is meant; `period_wanted` gives the name of a period chosen."""

    changed = Signal()
    period_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.period = self._combo("Tid", [*PERIODS, _OWN])
        self.first, self.last = self._day("Från och med"), self._day("Till och med")
        self.register = self._combo("Register", [_EVERY_REGISTER])
        for register in REGISTERS.values():
            self.register.addItem(register.plural, register.name)
        self.who = self._combo("Ändrat av", [_EVERYBODY])
        self.step = self._combo("Steg", [_EVERY_STEP])
        self.step.setMaximumWidth(look.metrics.px(_STEP_WIDTH))
        flow = FlowLayout(look.metrics.gap, self)
        for word, part in (
            ("", self.period),
            ("från", self.first),
            ("till", self.last),
            ("i", self.register),
            ("av", self.who),
            ("i steget", self.step),
        ):
            flow.addWidget(self._together(word, part))
        self.period.activated.connect(self._on_period)
        for combo in (self.register, self.who, self.step):
            combo.activated.connect(lambda _row: self.changed.emit())
        for line in (self.first, self.last):
            line.textEdited.connect(lambda _text: self.period.setCurrentText(_OWN))
            line.editingFinished.connect(self._on_days)

    def _together(self, word: str, part: QWidget) -> QWidget:
        """A word and what it stands before, never on different lines."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.gap)
        if word:
            row.addWidget(Label(self._look, word, ink=Ink.TEXT2))
        row.addWidget(part)
        return holder

    def _combo(self, name: str, items: Iterable[str]) -> ComboBox:
        combo = ComboBox(self._look)
        combo.setAccessibleName(name)
        combo.addItems(list(items))
        return combo

    def _day(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText("åååå-mm-dd")
        line.setFixedWidth(self._look.metrics.px(_DAY_WIDTH))
        return line

    def set_people(self, names: Iterable[str]) -> None:
        """Offer who has changed anything."""
        self._offer(self.who, ((name, name) for name in names))

    def set_steps(self, steps: Iterable[tuple[str, int]]) -> None:
        """Offer steps of several records: what they are called and their numbers. The one chosen stays so."""
        self._offer(self.step, steps)

    def show_period(self, period: Period) -> None:
        """Show the days of a period."""
        for line, day in zip((self.first, self.last), period, strict=True):
            line.setText(day.isoformat())
            set_property(line, "state", "")

    def between(self) -> Between | None:
        """What is meant; None while a day cannot be read."""
        days = [_read(line) for line in (self.first, self.last)]
        if any(day is None and line.text().strip() for day, line in zip(days, (self.first, self.last), strict=True)):
            return None
        register = self.register.currentData()
        return Between(
            days[0],
            days[1],
            (register,) if register else (),
            self.who.currentData() or "",
            self.step.currentData(),
        )

    def _offer(self, combo: ComboBox, items: Iterable[tuple[str, object]]) -> None:
        chosen = combo.currentData()
        while combo.count() > 1:
            combo.removeItem(1)
        for text, data in items:
            combo.addItem(text, data)
        combo.setCurrentIndex(max(combo.findData(chosen), 0) if chosen is not None else 0)

    def _on_period(self, _row: int) -> None:
        if self.period.currentText() == _OWN:
            self.first.setFocus()
        else:
            self.period_wanted.emit(self.period.currentText())

    def _on_days(self) -> None:
        for line in (self.first, self.last):
            readable = not line.text().strip() or _read(line) is not None
            set_property(line, "state", "" if readable else "error")
        self.changed.emit()


def _read(line: QLineEdit) -> date | None:
    try:
        return parse_day(line.text())
    except ValueError:
        return None
