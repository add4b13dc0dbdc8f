"""What a step would change, record by record and field by field, before it is done. Nothing is written here.

The step is done by whoever opened the dialog, when it is `accepted`. However many records there are, only those that
are looked at are worked out.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.services.changes_between import ChangesOfStep
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.history.browser import ChangeBrowser
from itadmin.ui.history.words import TO_DO
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (760, 560)


class ChangesDialog(SheetDialog):
    """Shows a step. `accepted` when the user wants it done."""

    def __init__(self, session: Session, changes: ChangeSet, parent: QWidget | None) -> None:
        super().__init__(session.look, "Det här kommer att ändras", _SIZE, parent)
        self.heading = Label(self.look, _summary(changes), TextStyle.SIDE_HEADING, wrap=True)
        self.browser = ChangeBrowser(self.look, TO_DO)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.browser, 1)
        cancel = self.add_close("Avbryt")
        self.carry_out = self.add_button("Genomför", ButtonKind.PRIMARY)
        self.carry_out.clicked.connect(self.accept)
        self.browser.show_lines(ChangesOfStep(session.reading(), changes))
        cancel.setFocus()


def _summary(changes: ChangeSet) -> str:
    number = len({change.record_id for change in changes.changes})
    records = "1 post ändras" if number == 1 else f"{number} poster ändras"
    return f"{changes.title}: {records}"
