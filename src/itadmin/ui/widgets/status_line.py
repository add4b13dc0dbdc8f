"""The line at the bottom of a window: what was done last, with the way to undo it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel


class StatusLine(QWidget):
    """The line. `undo_wanted` when *Ångra* is followed."""

    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self.undo = LinkButton(look, "Ångra", TextStyle.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(self.said)
        row.addWidget(self.undo)
        row.addStretch(1)
        self.undo.clicked.connect(self.undo_wanted)
        self.undo.hide()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what has just happened, and offer to undo it where it can be."""
        self.said.setText(sentence)
        self.undo.setVisible(undoable)

    def forget_undo(self) -> None:
        """Offer no more to undo what is told: another step is the newest."""
        self.undo.hide()
