"""Asks whether a sender's fingerprint has been compared over the telephone, some time after their first file."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.services.receiving.senders import Sender
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (520, 0)


class ConfirmSender(SheetDialog):
    """Accepted when somebody says that it has, and that it is the one that is known here."""

    def __init__(self, look: Look, sender: Sender, parent: QWidget | None) -> None:
        super().__init__(look, "Bekräfta fingeravtryck", _SIZE, parent)
        self.fingerprint = Label(look, sender.fingerprint, TextStyle.SECTION, wrap=True, selectable=True)
        self.fingerprint.setAccessibleName("Avsändarens fingeravtryck")
        self.confirmed = QCheckBox(words.CONFIRMED)
        self.body.addWidget(Label(look, words.call(sender.neighbour.name), wrap=True))
        self.body.addWidget(self.fingerprint)
        self.body.addWidget(self.confirmed)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.keep = self.add_button("Bekräfta", ButtonKind.PRIMARY)
        self.keep.setDefault(True)
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self.accept)
        self.confirmed.toggled.connect(self.keep.setEnabled)
