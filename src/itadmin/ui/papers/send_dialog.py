"""*Skicka för underskrift*: to whom and when, and a letter begun in the system's mail program if that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from itadmin.domain.calendar import parse_day
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import may_be_sent, send
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.papers.words import name_of
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

Begin = Callable[[str], str]
"""Begins a letter to somebody and says what was done. Raises KnownError when it cannot be begun."""

_TITLE = "Skicka för underskrift"
_WIDTH = 520
_DAY_WIDTH = 120
_HINT = "Till exempel Melleruds kommun, registrator@mellerud.example. En e-postadress fylls i som brevets mottagare."
_LETTER = "Skicka med e-post, med handlingen bifogad"


class SendDialog(ScrolledSheet):
    """Notes that one handling is sent, once the letter with it is begun if one is wanted.

    `done_with` tells in sentences what is done.
    """

    done_with = Signal(str)

    def __init__(self, session: Session, paper: IssuedPaper, to: str, parent: QWidget | None, begin: Begin) -> None:
        """`to` is who it is likely sent to."""
        super().__init__(session.look, _TITLE, _WIDTH, parent)
        self._session = session
        self._paper = paper
        self._begin = begin
        self.to_line = QLineEdit(paper.sent_to or to)
        self.day_line = QLineEdit(session.reading().day.isoformat())
        self.letter = QCheckBox(_LETTER)
        self.letter.setChecked(True)
        self.fault = Label(self.look, style=TextStyle.SECOND, ink=Ink.RED, wrap=True)
        self._build()

    def carry_out(self) -> None:
        """Note it; what is wrong is told and nothing is written then."""
        to = self.to_line.text().strip()
        try:
            day = self._day()
            may_be_sent(self._session.workspace, self._paper.id, on=day)
        except (ValueError, KnownError) as error:
            set_property(self.day_line, "state", "error")
            self.day_line.setFocus()
            self._refuse(error)
            return
        try:
            begun = f" {self._begin(to)}" if self.letter.isChecked() else ""
            send(self._session.workspace, self._paper.id, on=day, to=to)
        except KnownError as error:
            self._refuse(error)
            return
        self.done_with.emit(f"Handling {self._paper.number} är registrerad som skickad.{begun}")
        self.accept()

    def _day(self) -> date:
        return parse_day(self.day_line.text())

    def _refuse(self, error: Exception) -> None:
        self.fault.setText(error.sentence if isinstance(error, KnownError) else str(error))
        self.fault.show()
        self.fit_soon()

    def _build(self) -> None:
        look = self.look
        self.day_line.setFixedWidth(look.metrics.px(_DAY_WIDTH))
        self.fault.hide()
        self.column.addWidget(Label(look, name_of(self._paper), TextStyle.SIDE_HEADING, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.metrics.block)
        grid.setVerticalSpacing(look.metrics.gap)
        grid.setColumnStretch(1, 1)
        for line, (word, field) in enumerate((("Skickas till", self.to_line), ("Dag", self.day_line))):
            grid.addWidget(Label(look, word, ink=Ink.TEXT2), 2 * line, 0)
            grid.addWidget(field, 2 * line, 1)
            field.setAccessibleName(word)
        grid.addWidget(Label(look, _HINT, TextStyle.SECOND, Ink.TEXT2, wrap=True), 1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.letter)
        self.column.addWidget(self.fault)
        self.add_button("Avbryt").clicked.connect(self.reject)
        act = self.add_button("Registrera som skickad", ButtonKind.PRIMARY)
        act.setDefault(True)
        act.clicked.connect(self.carry_out)
