"""Asks for a note on what is marked as handled, and for the day too on what is to rest. Writes nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from itadmin.domain.calendar import day_name, parse_day
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (480, 0)
_DAY = 120
_LONGEST_NOTE = 1_000


class MarkDialog(SheetDialog):
    """The question about `told`. With a `day` it is asked for a later one. `day` and `note` are the answer.

    `last` is a day that may not be passed, None for none.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        told: str,
        today: date,
        day: date | None,
        parent: QWidget | None,
        last: date | None = None,
    ) -> None:
        super().__init__(look, title, _SIZE, parent)
        self.day = day
        self._last = last or date.max
        self._today = today
        self.day_line = QLineEdit(f"{day or ''}")
        self.day_line.setFixedWidth(look.metrics.px(_DAY))
        self.note_line = QLineEdit()
        self.note_line.setMaxLength(_LONGEST_NOTE)
        self.note_line.setPlaceholderText("frivilligt")
        self.remark = Label(look, "", ink=Ink.TEXT2, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.metrics.gap)
        grid.setVerticalSpacing(look.metrics.gap)
        grid.setColumnStretch(1, 1)
        lines = {"Anteckning": self.note_line}
        if day is not None:
            lines = {"Vilar till": self.day_line, **lines}
        for place, (words, line) in enumerate(lines.items()):
            line.setAccessibleName(words)
            grid.addWidget(Label(look, words, ink=Ink.TEXT2), place, 0)
            grid.addWidget(line, place, 1)
        self.body.addWidget(Label(look, told, wrap=True))
        self.body.addLayout(grid)
        if day is not None:
            self.body.addWidget(self.remark)
        self.add_close("Avbryt")
        self.done_button = self.add_button("Låt vila" if day is not None else "Markera", ButtonKind.PRIMARY)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        self.day_line.textChanged.connect(self._check)
        next(iter(lines.values())).setFocus()
        self.day_line.selectAll()
        if day is not None:
            self._check()

    @property
    def note(self) -> str:
        """The note as it was written."""
        return " ".join(self.note_line.text().split())

    def _check(self) -> None:
        """Take a day that can be read, is yet to come and is in time; say what is wrong with another."""
        try:
            day = parse_day(self.day_line.text())
        except ValueError:
            day = self._today
        is_right = self._today < day <= self._last
        set_property(self.day_line, "state", "" if is_right else "error")
        self.done_button.setEnabled(is_right)
        if is_right:
            self.remark.setText(f"{day_name(day).capitalize()}. Då står punkten här igen.")
            self.day = day
        elif day > self._last:
            self.remark.setText(f"Sista dag är {self._last}, så punkten kan inte vila längre än till dess.")
        else:
            self.remark.setText(f"Skriv en dag efter {self._today}, som åååå-mm-dd.")
