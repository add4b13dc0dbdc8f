"""The way into the import wizard: the command of the window, and a table dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadmin.domain.register import Register
from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.later import later
from itadmin.ui.session import Session

if TYPE_CHECKING:
    from itadmin.ui.importing.dialog import ImportDialog

_DIALOG = later("ui.importing.dialog:ImportDialog")


class ImportOpening(QObject):
    """Opens the wizard over `window`, for the register that `register` gives; what is edited is saved by then."""

    def __init__(
        self, session: Session, window: QWidget, register: Callable[[], Register], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        self._register = register
        drops = DropsOnWindow(window, self)
        drops.dropped.connect(self.open_with)

    def open(self) -> None:
        """Open the wizard at its first step."""
        self._opened()

    def open_with(self, path: Path) -> None:
        """Open the wizard on a file."""
        if self._session.workspace.writable:
            self._opened().open_file(path)

    def _opened(self) -> ImportDialog:
        dialog: ImportDialog = _DIALOG(self._session, self._register(), self._window)
        dialog.open()
        return dialog
