"""The last step of sharing: what was made, where it lies, and what to tell those who receive it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.services.sharing.sending import Made
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import share_words as words
from itadmin.ui.sharing.password_page import PhraseBox
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import IconPicture
from itadmin.ui.widgets.labels import Label

_ICON = 20
_NEXT = "Mejla filen eller lägg den i en mapp som grannarna når. Mottagaren öppnar den med Ta emot från granne."
_FIRST_TIME = "Den som tar emot från er första gången ringer och jämför fingeravtrycket. Läs upp det siffra för siffra."


class SharedPage(QWidget):
    """`folder_wanted` when the folder of the file is to be opened."""

    folder_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        metrics = look.metrics
        self.sentence = Label(look, style=TextStyle.SIDE_HEADING, wrap=True)
        self.place = Label(look, ink=Ink.TEXT2, wrap=True, selectable=True)
        self.folder = Button(look, "Öppna mappen", icon="folder_open")
        self.fingerprint = Label(look, style=TextStyle.SECTION, selectable=True)
        self.fingerprint.setAccessibleName("Ert fingeravtryck")
        self.phrase = PhraseBox(look)
        head = QHBoxLayout()
        head.setSpacing(metrics.gap)
        head.addWidget(IconPicture(look, "checkmark_circle", _ICON, Ink.GREEN), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        column.addLayout(head)
        column.addWidget(self.place)
        column.addWidget(self.folder)
        column.addWidget(self.phrase)
        column.addWidget(Label(look, _NEXT, wrap=True))
        ours = QHBoxLayout()
        ours.setSpacing(metrics.block)
        ours.addWidget(Label(look, "Ert fingeravtryck"))
        ours.addWidget(self.fingerprint, 1)
        column.addLayout(ours)
        column.addWidget(Label(look, _FIRST_TIME, ink=Ink.TEXT2, wrap=True))
        column.addStretch(1)
        self.folder.clicked.connect(self.folder_wanted)

    def show_made(self, made: Made, path: Path, password: str) -> None:
        """Tell of a file; its password is shown once more, "" for none."""
        self.sentence.setText(words.done(made))
        self.place.setText(str(path))
        self.fingerprint.setText(made.fingerprint)
        self.phrase.show_phrase(password)
        self.phrase.setVisible(bool(password))
