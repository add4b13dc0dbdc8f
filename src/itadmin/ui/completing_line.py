"""A line that offers words while one types: choose with the arrows and Enter or the mouse, or go on typing.

What is not among the offers is as good as what is. Knows nothing of what is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import PopupList


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: its words, what is said beside them, and what it means."""

    text: str
    meant: Any
    detail: str = ""


class CompletingLine(QLineEdit):
    """A line with a list under it. `chosen` is said when an offer has been taken."""

    chosen = Signal()

    def __init__(
        self, look: Look, offers: Callable[[str], Sequence[Offer]], label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self._taken: Offer | None = None
        self._popup = PopupList(look, self, f"Förslag: {label}")
        self._popup.chosen.connect(self._on_chosen)
        self.setAccessibleName(label)
        self.textEdited.connect(self._offer)

    def meaning(self) -> Any:
        """What the offer means that stands in the line; None when one has typed on."""
        return self._taken.meant if self._taken is not None and self._taken.text == self.text() else None

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
        QTimer.singleShot(0, self, lambda: self._offer(self.text()) if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows, Enter and Escape work on the offers while they are shown."""
        if not self._popup.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the offers away."""
        super().focusOutEvent(event)
        self._popup.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the offers away with the line."""
        self._popup.hide()
        super().hideEvent(event)

    def _offer(self, text: str) -> None:
        self._popup.clear()
        for offer in self._offers(text.strip()):
            self._popup.add_line(offer.text, offer, detail=offer.detail)
        self._popup.show_below(self.width())

    def _on_chosen(self, offer: object, _text: str) -> None:
        self._popup.hide()
        if isinstance(offer, Offer):
            self._taken = offer
            self.setText(offer.text)
            self.chosen.emit()
