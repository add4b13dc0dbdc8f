"""The line at the bottom: file, when it was saved, what was said last with *Ångra*, work in hand, numbers of rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label


class StatusRow(QWidget):
    """What the status row says. `undo_wanted` when *Ångra* is followed."""

    undo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2)
        self._said = ElidedLabel(look, style=TextStyle.SECOND)
        self._undo = LinkButton(look, "Ångra", TextStyle.SECOND)
        self._work = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2)
        self._counts = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.section_gap)
        row.addWidget(self._file)
        row.addWidget(self._said, 1)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._work)
        row.addWidget(self._counts)
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.hide()

    def set_file(self, text: str) -> None:
        """Say which file is open and when it was saved."""
        self._file.setText(text)

    def say(self, sentence: str, *, undoable: bool) -> None:
        """Say what has just happened."""
        self._said.setText(sentence)
        self._undo.setVisible(undoable)

    def set_work(self, name: str) -> None:
        """Say what is being worked on; "" when nothing is."""
        self._work.setText(f"{name} …" if name else "")

    def tell_number(self, text: str) -> None:
        """Say how much there is of what is shown, where it is not rows."""
        self._counts.setText(text)

    def set_counts(self, shown: int, everything: int, selected: int) -> None:
        """Say how many rows are shown, how many there are and how many are chosen."""
        all_rows = "1 rad" if everything == 1 else f"{everything} rader"
        rows = f"{shown} av {everything} visas" if shown != everything else all_rows
        self._counts.setText(f"{rows} · {selected} markerade" if selected > 1 else rows)
