"""Everything that one step of the journal changed, such as an import or a change of many records at once."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.services.changes_between import ChangesOfStep
from itadmin.services.journal import Step
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.history.browser import ChangeBrowser
from itadmin.ui.history.words import DONE
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label

_SIZE = (760, 560)


class StepDialog(SheetDialog):
    """Shows a step; opening one of its records closes it."""

    def __init__(self, session: Session, step: Step, parent: QWidget | None) -> None:
        super().__init__(session.look, step.title, _SIZE, parent)
        self._session = session
        changes = session.reading().journal().changes_of(step.number)
        number = len({change.record_id for change in changes.changes})
        records = "1 post" if number == 1 else f"{number} poster"
        told = f"{step.at_here} · {step.who} · {records}"
        self.body.addWidget(Label(self.look, step.title, TextStyle.SIDE_HEADING, wrap=True))
        self.body.addWidget(Label(self.look, told, TextStyle.SECOND))
        self.browser = ChangeBrowser(self.look, DONE)
        self.browser.opened.connect(self._go)
        self.body.addWidget(self.browser, 1)
        self.add_close()
        self.browser.show_lines(ChangesOfStep(session.reading(), changes))

    def _go(self, register: str, record_id: UUID) -> None:
        self.accept()
        self._session.guide.open_record(register, record_id)
