"""Hits of the search in everything, under its field: grouped by register, opened with Enter or a click."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from itadmin.domain.registers import REGISTERS
from itadmin.services.hit_words import words_beside
from itadmin.ui.popup_list import LineKind, PopupList
from itadmin.ui.session import Session

_MOST = 40


class SearchPopup(QObject):
    """Follows a search field. `chosen` gives register and id; `left` is said by Escape in an empty field."""

    chosen = Signal(str, object)
    left = Signal()

    def __init__(self, field: QLineEdit, session: Session) -> None:
        super().__init__(field)
        self._field = field
        self._session = session
        self._list = PopupList(session.look, field, "Träffar")
        self._list.chosen.connect(self._choose)
        field.textEdited.connect(self._search)
        field.installEventFilter(self)

    def close(self) -> None:
        """Take the hits away for good."""
        self._field.removeEventFilter(self)
        self._field.textEdited.disconnect(self._search)
        self._field.clear()
        self._list.close()
        self._list.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys, Enter and Escape in the field work on the hits."""
        if event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if self._list.take_key(event):
            return True
        if event.key() == Qt.Key.Key_Down and self._field.text().strip():
            self._search(self._field.text())
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self._field.text():
                self._field.clear()
            else:
                self.left.emit()
            return True
        return False

    def _search(self, words: str) -> None:
        self._list.clear()
        if not words.strip():
            self._list.hide()
            return
        reading = self._session.reading()
        hits = [hit for hit in reading.find(words, _MOST) if REGISTERS[hit.register].place]
        order = list(REGISTERS)
        hits.sort(key=lambda hit: order.index(hit.register))
        told = zip(hits, words_beside(reading, hits), strict=True)
        for register, group in groupby(told, key=lambda each: each[0].register):
            self._list.add_line(REGISTERS[register].plural, None, kind=LineKind.HEADING)
            for hit, beside in group:
                self._list.add_line(hit.label, (hit.register, hit.record_id), detail=beside)
        if hits:
            self._list.move_by(1)
        else:
            self._list.add_line(f"Inget i registret passar ”{words.strip()}”", None, kind=LineKind.HEADING)
        self._list.show_below(self._field.width())

    def _choose(self, meant: object, _words: str) -> None:
        if isinstance(meant, tuple):
            self._list.hide()
            self._field.clear()
            self.chosen.emit(*meant)
