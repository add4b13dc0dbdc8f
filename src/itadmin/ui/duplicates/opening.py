"""Opening *Dubbletter*: one window of it at a time, beside the main window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadmin.ui.duplicates.dialog import DuplicatesDialog
from itadmin.ui.session import Session
from itadmin.ui.side_windows import SideWindows


class DuplicatesOpening(QObject):
    """Opens the window, or brings it forward; it closes with the others of the register."""

    def __init__(self, session: Session, window: QWidget, windows: SideWindows) -> None:
        super().__init__(windows)
        self._session = session
        self._window = window
        self._windows = windows
        self._dialog: DuplicatesDialog | None = None

    def open(self) -> None:
        """Show the pairs there are now."""
        if self._dialog is None:
            self._dialog = DuplicatesDialog(self._session, self._window)
            self._dialog.finished.connect(self._forget)
            self._windows.open(self._dialog)
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _forget(self, _result: int) -> None:
        self._dialog = None
