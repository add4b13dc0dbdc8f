"""What is left to do with somebody who has left: make the record nobody's. Away for everybody else."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.people import Person
from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Panel
from itadmin.ui.retention.erasure_dialog import ErasureDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label


class LeavingPanel(Panel):
    """A line under the fields, with the button."""

    section = "oversikt"
    is_last = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        metrics = session.look.metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap, metrics.tight, metrics.gap, metrics.gap)
        row.setSpacing(metrics.gap)
        self.told = Label(session.look, "", ink=Ink.TEXT2, wrap=True)
        self.anonymise = Button(session.look, "Avidentifiera…", icon="broom", small=True)
        self.anonymise.clicked.connect(self._ask)
        row.addWidget(self.told, 1)
        row.addWidget(self.anonymise)

    def show_read(self, read: Read) -> None:
        """Show the line of somebody who has left and still has a name."""
        self._read = read
        person = read.record
        has_left = isinstance(person, Person) and person.has_left(self._session.reading().day)
        is_named = isinstance(person, Person) and person.anonymised_on is None
        self.told.setText(f"{read.label} har slutat. När uppgifterna inte behövs längre kan de tas bort för gott.")
        self.setVisible(has_left and is_named and self._session.may_change(read))

    def _ask(self) -> None:
        if self._read is None:
            return
        try:
            ErasureDialog(self._session, [self._read.record.id], (), self.window()).open()
        except KnownError as error:
            self._session.guide.say(error.sentence)
