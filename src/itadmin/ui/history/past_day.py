"""Asks which day the register is to be shown as it was. Says at once when the register did not exist then."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.domain.calendar import add_months, day_name, parse_day
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind, LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_SIZE = (460, 0)
_DAY_WIDTH = 130
_WORDS = (
    "Registret visas som det var när dagen var slut: listor, poster, sökning och dokument. "
    "Inget kan ändras där, och registret av i dag påverkas inte."
)


class PastDayDialog(SheetDialog):
    """Chooses a day between the one the register was made and today. `chosen` gives it."""

    chosen = Signal(object)

    def __init__(self, look: Look, first: date, today: date, parent: QWidget | None) -> None:
        super().__init__(look, "Registret en viss dag", _SIZE, parent)
        self._first = first
        self._today = today
        self.line = QLineEdit()
        self.line.setAccessibleName("Dag")
        self.line.setPlaceholderText("åååå-mm-dd")
        self.line.setFixedWidth(look.metrics.px(_DAY_WIDTH))
        self.remark = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.body.addWidget(Label(look, _WORDS, wrap=True))
        self.body.addWidget(self.line)
        self.body.addWidget(self._suggestions())
        self.body.addWidget(self.remark)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.show_day = self.add_button("Visa dagen", ButtonKind.PRIMARY)
        self.show_day.setDefault(True)
        self.show_day.clicked.connect(self._take)
        self.line.textChanged.connect(self._check)
        self._set(max(self._first, min(today - timedelta(days=1), today)))
        self.line.setFocus()

    def _suggestions(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self.look.metrics.gap, holder)
        for word, day in suggestions(self._today):
            if self._first <= day <= self._today:
                link = LinkButton(self.look, word)
                link.clicked.connect(lambda _checked=False, day=day: self._set(day))
                flow.addWidget(link)
        return holder

    def _set(self, day: date) -> None:
        self.line.setText(day.isoformat())
        self.line.selectAll()

    def day(self) -> date | None:
        """The day that is written, if the register can be shown on it."""
        try:
            day = parse_day(self.line.text())
        except ValueError:
            return None
        return day if self._first <= day <= self._today else None

    def _check(self) -> None:
        day = self.day()
        set_property(self.line, "state", "" if day else "error")
        self.show_day.setEnabled(day is not None)
        if day is not None:
            self.remark.setText(day_name(day).capitalize())
        else:
            self.remark.setText(f"Skriv en dag från {self._first}, då registret gjordes, till {self._today}.")

    def _take(self) -> None:
        day = self.day()
        if day is not None:
            self.accept()
            self.chosen.emit(day)


def suggestions(today: date) -> tuple[tuple[str, date], ...]:
    """Days one often asks about, before `today`: what they are called and which they are."""
    return (
        ("för en vecka sedan", today - timedelta(days=7)),
        ("för en månad sedan", add_months(today, -1)),
        ("senaste månadsskiftet", today.replace(day=1) - timedelta(days=1)),
        ("senaste årsskiftet", date(today.year - 1, 12, 31)),
        ("för ett år sedan", add_months(today, -12)),
    )
