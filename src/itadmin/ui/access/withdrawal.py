"""Asks from when a right is withdrawn and why. Writes nothing; `accepted` when both can be read."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.services.access import Grant
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (480, 0)
_DAY = 108
_LONGEST = 200


class WithdrawalDialog(SheetDialog):
    """The question. `day` and `reason` are the answer."""

    def __init__(self, look: Look, grant: Grant, day: date, parent: QWidget | None) -> None:
        super().__init__(look, "Återkalla behörighet", _SIZE, parent)
        self.day = day
        self.day_line = QLineEdit(day.isoformat())
        self.day_line.setFixedWidth(look.metrics.px(_DAY))
        self.reason_line = QLineEdit()
        self.reason_line.setMaxLength(_LONGEST)
        self.reason_line.setPlaceholderText("till exempel: har slutat")
        self.fault = Label(look, ink=Ink.RED, wrap=True)
        told = f"{grant.holder} har {grant.access_right} i {grant.system}. Beslutet finns kvar med skälet."
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.metrics.gap)
        grid.setVerticalSpacing(look.metrics.gap)
        grid.setColumnStretch(1, 1)
        for place, (words, line) in enumerate((("Återkallad", self.day_line), ("Skäl", self.reason_line))):
            line.setAccessibleName(words)
            grid.addWidget(Label(look, words, ink=Ink.TEXT2), place, 0)
            grid.addWidget(line, place, 1)
        self.body.addWidget(Label(look, told, wrap=True))
        self.body.addLayout(grid)
        self.body.addWidget(self.fault)
        self.add_close("Avbryt")
        self.withdraw = self.add_button("Återkalla", ButtonKind.PRIMARY)
        self.withdraw.setDefault(True)
        self.withdraw.clicked.connect(self._try)
        self.reason_line.setFocus()

    @property
    def reason(self) -> str:
        """Why, as it was written."""
        return " ".join(self.reason_line.text().split())

    def _try(self) -> None:
        """Accept an answer that can be read; say what is wrong with one that cannot."""
        for line in (self.day_line, self.reason_line):
            set_property(line, "state", "")
        try:
            self.day = parse_day(self.day_line.text())
        except ValueError:
            self._refuse(self.day_line, "Skriv dagen som åååå-mm-dd.")
            return
        if not self.reason:
            self._refuse(self.reason_line, "Skriv varför behörigheten återkallas.")
            return
        self.accept()

    def _refuse(self, line: QLineEdit, sentence: str) -> None:
        set_property(line, "state", "error")
        self.fault.setText(sentence)
        line.setFocus()
