"""The table of participants: one key says how somebody stands or what they think, and goes to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from itadmin.domain.calculations.participation import ATTENDED, MISSED, SIGNED_UP, WAITING
from itadmin.ui.look.look import Look
from itadmin.ui.panels.sessions.participants_model import RATING, STATUS, ParticipantsModel
from itadmin.ui.register.reads_table import ReadsTable

KEYS_TOLD = (
    "På raden: G genomförd · U uteblev · A anmäld · R reserv · 1–5 betyg · Delete avanmäler. "
    "Bokstaven noterar och går till nästa."
)
_KEYS: Mapping[Qt.Key, tuple[str, str]] = {
    Qt.Key.Key_G: (STATUS, ATTENDED),
    Qt.Key.Key_U: (STATUS, MISSED),
    Qt.Key.Key_A: (STATUS, SIGNED_UP),
    Qt.Key.Key_R: (STATUS, WAITING),
    **{Qt.Key(int(Qt.Key.Key_0) + mark): (RATING, str(mark)) for mark in range(1, 6)},
}
"""What single keys say of the row one stands on."""


class ParticipantsTable(ReadsTable):
    """`left` gives the row of somebody who is to be taken off."""

    left = Signal(int)

    def __init__(self, look: Look, model: ParticipantsModel) -> None:
        super().__init__(look, model, "Deltagare")
        self._participants = model

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that say something before the window takes them for commands."""
        is_own = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_own and isinstance(event, QKeyEvent) and self._is_saying(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say how the row stands, or take it off; else as in any table."""
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif self._is_saying(event):
            name, value = _KEYS[Qt.Key(event.key())]
            row, column = index.row(), index.column()
            model = self._participants
            model.setData(model.index(row, model.column_of(name)), value)
            self.setCurrentIndex(model.index(min(row + 1, model.rowCount() - 1), column))
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.left.emit(index.row())
        else:
            super().keyPressEvent(event)

    def _is_saying(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and Qt.Key(event.key()) in _KEYS and self.currentIndex().isValid()
