"""The ways to the two windows: commands, and share files that are dropped on the main window.

What reads and makes share files takes its time to load, so it is when one of the windows is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.session import Session
from itadmin.ui.sharing.dropping import dropped_shares

if TYPE_CHECKING:
    from itadmin.ui.sharing.receive_dialog import ReceiveDialog

_SHARE, _RECEIVE = "itadmin.ui.sharing.share_dialog", "itadmin.ui.sharing.receive_dialog"


def open_share_dialog(session: Session, window: QWidget) -> None:
    """Open the window that shares."""
    import_module(_SHARE).ShareDialog(session, window).open()


class ReceiveOpening(QObject):
    """Opens the window that receives over `window`; `leave` saves what is being edited when files are dropped."""

    def __init__(
        self, session: Session, window: QWidget, leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        self._leave = leave
        self._drops = DropsOnWindow(window, self, dropped_shares)
        self._drops.dropped.connect(self.open_with)

    def open(self) -> None:
        """Open it without files."""
        self._opened()

    def open_with(self, paths: list[Path]) -> None:
        """Open it on files."""
        if self._session.workspace.writable:
            self._leave()
            self._opened().add_files(paths)

    def _opened(self) -> ReceiveDialog:
        dialog: ReceiveDialog = import_module(_RECEIVE).ReceiveDialog(self._session, self._window)
        dialog.open()
        return dialog
