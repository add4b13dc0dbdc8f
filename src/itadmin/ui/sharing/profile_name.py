"""Asks what a new profile is to be called, before it is kept. Knows no profile but by its name."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.domain.text import clean_line, fold
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (460, 0)
_LONGEST = 80
_WHY = "Programmets egna profiler ändras inte. Det du har valt blir en egen profil, som finns kvar till nästa gång."
_NONE, _TAKEN = "Skriv ett namn.", "En profil heter redan så. Skriv ett annat namn."


class ProfileNameDialog(SheetDialog):
    """Begins with a proposal. `chosen` gives the name, which is none of those that are `taken`."""

    chosen = Signal(str)

    def __init__(self, look: Look, proposal: str, taken: Collection[str], parent: QWidget | None) -> None:
        super().__init__(look, "Egen profil", _SIZE, parent)
        self._taken = {fold(name) for name in taken}
        self.line = QLineEdit(proposal)
        self.line.setAccessibleName("Profilens namn")
        self.line.setMaxLength(_LONGEST)
        self.line.selectAll()
        self.remark = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.body.addWidget(Label(look, _WHY, wrap=True))
        self.body.addWidget(self.line)
        self.body.addWidget(self.remark)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.keep = self.add_button("Spara profilen", ButtonKind.PRIMARY)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._take)
        self.line.textChanged.connect(self._check)
        self._check()
        self.line.setFocus()

    def _name(self) -> str:
        return clean_line(self.line.text())

    def _check(self) -> None:
        name = self._name()
        fault = "" if name and fold(name) not in self._taken else _TAKEN if name else _NONE
        set_property(self.line, "state", "error" if fault else "")
        self.remark.setText(fault)
        self.remark.setVisible(bool(fault))
        self.keep.setEnabled(not fault)
        self.fit_height()

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self._name())
