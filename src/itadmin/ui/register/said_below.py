"""A sentence under a value: help, a remark, or what is wrong. Its label is made when there is something to say.

A page has some seventy rows and few of them say anything, so that what is never said costs nothing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label


class SaidBelow:
    """What stands on one line of a row's grid, beside its label."""

    def __init__(self, look: Look, grid: QGridLayout, line: int) -> None:
        self._look = look
        self._grid = grid
        self._line = line
        self._label: Label | None = None

    @property
    def text(self) -> str:
        """What is said; "" when nothing is."""
        return self._label.text() if self._label is not None else ""

    def say(self, sentence: str, ink: Ink = Ink.TEXT3, indent: int = 0) -> None:
        """Say a sentence, so many pixels in; "" to say nothing."""
        if self._label is None:
            if not sentence:
                return
            self._label = Label(self._look, style=TextStyle.SECOND, ink=ink, wrap=True)
            self._grid.addWidget(self._label, self._line, 1)
        self._label.setText(sentence)
        self._label.set_ink(ink)
        self._label.setContentsMargins(indent, 0, 0, 0)
        self._label.setVisible(bool(sentence))
