"""The reminders before the day that decides: which have come, which are to come, and where they are said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from itadmin.domain.calculations.notice_turns import Situation
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.reading import Read
from itadmin.services.reminders import Source, Step, Steps, reminder_steps
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import Cells, FactTable, Table
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.signs import Sign

FIELD = "reminders"
_HEADINGS = ("", "Påminnelse", "Dag", "Läge")
_SOURCES: Mapping[Source, str] = {
    Source.OWN: "Avtalets egna steg.",
    Source.KIND: "Steg som gäller avtal av det här slaget.",
    Source.IMPORTANT: "Vanliga steg för det som kommunen inte klarar sig utan.",
    Source.USUAL: "Vanliga steg.",
}


class RemindersPanel(Panel):
    """The steps as a table under a line that says what they lead up to."""

    section = "avtalstid"
    is_last = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        look = session.look
        self._heading = Label(look, "", TextStyle.NAME, wrap=True)
        self._heading.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        self._table = FactTable(look)
        self._table.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        self._source = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self._change = LinkButton(look, "Ändra steg …", TextStyle.SECOND)
        self._change.clicked.connect(self._edit)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        foot.setSpacing(look.metrics.tight)
        foot.addWidget(self._source)
        foot.addWidget(self._change)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap - look.metrics.link_pad, look.metrics.gap, look.metrics.gap, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self._heading)
        column.addWidget(self._table)
        column.addLayout(foot)

    def show_read(self, read: Read) -> None:
        """Show the steps; hide when no day decides."""
        agreement = read.record
        steps = reminder_steps(self._session.reading(), agreement) if isinstance(agreement, Agreement) else None
        self._record_id = read.record.id
        self.setVisible(steps is not None)
        if steps is None:
            return
        self._change.setVisible(self._session.may_change(read))
        self._heading.setText(f"Påminnelser inför {_deciding(steps)} {steps.deciding.isoformat()}")
        self._source.setText(_SOURCES[steps.source])
        today = self._session.reading().day
        next_step = next((step for step in steps.steps if step.day > today), None)
        rows = [partial(self._row, step, today, is_next=step is next_step) for step in steps.steps]
        self._table.show_table(Table(_HEADINGS, rows, whole=(0, 2)))

    def _row(self, step: Step, today: date, *, is_next: bool) -> Cells:
        look = self._session.look
        has_come = step.day <= today
        sign = SignMark(look, Sign.CHECK, Ink.GREEN) if has_come else SignMark(look, Sign.RING, Ink.TEXT2)
        words = f"{step.words} före" if step.words != "samma dag" else step.words
        told = "har kommit" if has_come else f"nästa, om {_days((step.day - today).days)}" if is_next else "kommer"
        return sign, words, step.day.isoformat(), told

    def _edit(self) -> None:
        if self._record_id is not None:
            self._session.guide.open_field("agreements", self._record_id, FIELD)


def _deciding(steps: Steps) -> str:
    if not steps.is_to_act:
        return "avtalstidens sista dag"
    return "beslut om option" if steps.situation is Situation.OPTION else "sista dag att säga upp"


def _days(number: int) -> str:
    return "1 dag" if number == 1 else f"{number} dagar"
