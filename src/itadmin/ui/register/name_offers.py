"""Offers names in the line where a new record is named; choosing one makes the record with all that goes with it.

What is typed on is named as anything else. Knows nothing of what is offered.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.special import NewNames

_GOING = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class NameOffers(QObject):
    """A list under a name line. `taken` gives what the chosen offer means."""

    taken = Signal(object)

    def __init__(self, look: Look, line: QLineEdit, names: NewNames) -> None:
        super().__init__(line)
        self._line = line
        self._names = names
        self._popup = PopupList(look, line, "Förslag på namn")
        self._popup.chosen.connect(self._on_chosen)
        line.textEdited.connect(self._offer)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows, Enter and Escape work on the offers while they are shown; take them away with the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._popup.take_key(event):
            return True
        if event.type() in _GOING:
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        self._popup.clear()
        for offer in self._names.offers(text.strip()):
            self._popup.add_line(offer.text, offer.meant, detail=offer.detail)
        self._popup.show_below(self._line.width())

    def _on_chosen(self, meant: Any, _text: str) -> None:
        self._popup.hide()
        self._line.hide()
        self.taken.emit(meant)
