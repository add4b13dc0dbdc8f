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
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (760, 560)
_CHOOSE = "Ta bort bocken för det som inte ska med, med mellanslag eller ett klick."


class ChangesDialog(SheetDialog):
    """Shows a step. `accepted` when the user wants it done; with `choosing` each record can be left out of it."""

    def __init__(self, session: Session, changes: ChangeSet, parent: QWidget | None, *, choosing: bool = False) -> None:
        super().__init__(session.look, "Det här kommer att ändras", _SIZE, parent)
        self._changes = changes
        self.heading = Label(self.look, _summary(changes), TextStyle.SIDE_HEADING, wrap=True)
        self.browser = ChangeBrowser(self.look, TO_DO, ticks=choosing)
        self.body.addWidget(self.heading)
        if choosing:
            self.body.addWidget(Label(self.look, _CHOOSE, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(self.browser, 1)
        cancel = self.add_close("Avbryt")
        self.carry_out = self.add_button("Genomför", ButtonKind.PRIMARY)
        self.carry_out.clicked.connect(self.accept)
        self.browser.show_lines(ChangesOfStep(session.reading(), changes))
        self.browser.model.dataChanged.connect(lambda *_cells: self._on_ticked())
        (self.browser.table if choosing else cancel).setFocus()

    @property
    def wanted(self) -> ChangeSet:
        """The step without what has been left out of it."""
        left_out = [self.browser.model.line(row) for row in self.browser.model.left_out]
        records = {line.told.record_id for line in left_out if line is not None}
        kept = tuple(change for change in self._changes.changes if change.record_id not in records)
        return ChangeSet(self._changes.title, kept)

    def _on_ticked(self) -> None:
        self.heading.setText(_summary(self.wanted))
        self.carry_out.setEnabled(bool(self.wanted.changes))


def _summary(changes: ChangeSet) -> str:
    number = len({change.record_id for change in changes.changes})
    records = "1 post" if number == 1 else f"{number} poster"
    is_new = all(change.before is None for change in changes.changes)
    return f"{changes.title}: {records} {'läggs till' if is_new else 'ändras'}"
