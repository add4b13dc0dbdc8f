"""Asking before something from outside is opened, and opening it: addresses that were typed, and attached files.

What the program has made itself, papers and exports, is shown without a question by the document window's viewer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from itadmin.domain.addresses import Kind, Target
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (520, 0)
_QUESTIONS: dict[Kind, str] = {
    "webb": "Ska {place} öppnas i webbläsaren?",
    "epost": "Ska ett brev till {place} påbörjas?",
    "fil": "Ska filen öppnas?",
    "mapp": "Ska mappen öppnas?",
}
_OUTSIDE = "Det öppnas utanför itadmin. Öppna bara det du känner igen."

Opener = Callable[[QUrl], bool]


class AskToOpen(SheetDialog):
    """Asks whether a target is to be opened, with the whole address told. `failed` says why it could not be.

    A file of the register's own is asked of by its `name`: where the copy to be opened lies says nothing to anybody.
    """

    failed = Signal(str)

    def __init__(
        self,
        look: Look,
        target: Target,
        parent: QWidget | None,
        opener: Opener = QDesktopServices.openUrl,
        *,
        name: str = "",
    ) -> None:
        super().__init__(look, "Öppna", _SIZE, parent)
        self._target = target
        self._opener = opener
        question = f"Ska {name} öppnas?" if name else _QUESTIONS[target.kind].format(place=target.place)
        self.body.addWidget(Label(look, question, TextStyle.SIDE_HEADING, wrap=True))
        if not name:
            address = Label(look, target.address, wrap=True)
            address.setAccessibleName(f"Hela adressen: {target.address}")
            self.body.addWidget(address)
        self.body.addWidget(Label(look, _OUTSIDE, TextStyle.SECOND, Ink.TEXT2, wrap=True))
        self.add_close("Avbryt")
        self.open_button = self.add_button("Öppna", ButtonKind.PRIMARY)
        self.open_button.clicked.connect(self._open)

    def _open(self) -> None:
        self.accept()
        if self._target.kind in ("fil", "mapp"):
            if not Path(self._target.address).exists():
                self.failed.emit(f"{self._target.address} finns inte härifrån. Kontrollera sökvägen.")
                return
            address = QUrl.fromLocalFile(self._target.address)
        else:
            address = QUrl(self._target.address)
        if not self._opener(address):
            self.failed.emit("Inget program på datorn kunde öppna adressen.")
