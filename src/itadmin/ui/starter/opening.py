"""Opens the starter list on an open register, and keeps what was ticked but not added until the register is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadmin.services.starter import registered
from itadmin.services.starter_list import starter_list
from itadmin.ui.session import Session
from itadmin.ui.starter.dialog import StarterDialog
from itadmin.ui.starter.ticking import Ticking


class StarterOpening(QObject):
    """The way to the starter list."""

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        self._ticking: Ticking | None = None

    def open(self) -> None:
        """Show the list with what the register has now."""
        starter, reading = starter_list(), self._session.reading()
        there = registered(reading, starter)
        if self._ticking is None:
            self._ticking = Ticking(
                starter, there, lambda words, most: self._session.reading().choices("people", words, most)
            )
        else:
            self._ticking.read_again(there)
        dialog = StarterDialog(self._session, self._ticking, self._window)
        dialog.rejected.connect(self._on_rejected)
        dialog.open()

    def _on_rejected(self) -> None:
        number = len(self._ticking.ticks()) if self._ticking else 0
        if number:
            self._session.guide.say(
                f"{number} bockade system är inte tillagda; startlistan minns dem tills du stänger."
            )
