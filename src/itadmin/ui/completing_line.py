"""Offers under a line while one types: choose with the arrows and Enter or the mouse, or go on typing.

What is not among the offers is as good as what is. Knows nothing of what is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import PopupList

_GOING = (QEvent.Type.FocusOut, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: its words, what it means, and what is said beside it."""

    text: str
    meant: Any
    detail: str = ""


Offers = Callable[[str], Sequence[Offer]]
"""Gives what is offered for the words that have been typed."""


class LineOffers(QObject):
    """A list under a line. `taken` gives what an offer means whose words have been put in the line."""

    taken = Signal(object)

    def __init__(self, look: Look, line: QLineEdit, offers: Offers, label: str) -> None:
        super().__init__(line)
        self._line = line
        self._offers = offers
        self._taken: Offer | None = None
        self._popup = PopupList(look, line, f"Förslag: {label}")
        self._popup.chosen.connect(self._on_chosen)
        line.textEdited.connect(self._offer)
        line.installEventFilter(self)

    def meaning(self) -> Any:
        """What the offer means that stands in the line; None when one has typed on."""
        return self._taken.meant if self._taken is not None and self._taken.text == self._line.text() else None

    def is_open(self) -> bool:
        """Say whether the offers are shown."""
        return self._popup.isVisible()

    def choose_pointed(self) -> bool:
        """Take the offer that is pointed at with the keyboard; says whether one was."""
        pointed = self._popup.is_choosing()
        if pointed:
            self._popup.choose_current()
        return pointed

    def open_soon(self) -> None:
        """Show what there is to choose from, once the line stands in its place."""
        QTimer.singleShot(0, self, lambda: self._offer(self._line.text()) if self._line.hasFocus() else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows, Enter and Escape work on the offers while they are shown; take them away with the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._popup.take_key(event):
            return True
        if event.type() in _GOING:
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        self._popup.clear()
        for offer in self._offers(text.strip()):
            self._popup.add_line(offer.text, offer, detail=offer.detail)
        self._popup.show_below(self._line.width())

    def _on_chosen(self, offer: object, _text: str) -> None:
        self._popup.hide()
        if isinstance(offer, Offer):
            self._taken = offer
            self._line.setText(offer.text)
            self.taken.emit(offer.meant)


class CompletingLine(QLineEdit):
    """A line that has offers."""

    def __init__(self, look: Look, offers: Offers, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.offers = LineOffers(look, self, offers, label)
