"""Taking in answers: the sheets that have come back, one after the other through the preview of the import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.services.reviewing.rounds import REGISTER
from itadmin.services.tables.reading import ENDINGS
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.session import Session

_KINDS = f"Granskningsblad ({' '.join(f'*{ending}' for ending in ENDINGS)})"


class AnswersIn(QObject):
    """Works over `window`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._waiting: list[Path] = []

    def ask(self) -> None:
        """Ask which files have come back."""
        folder = str(self._session.workspace.path.parent)
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, "Välj svaren", folder, _KINDS)
        self._waiting = [Path(path) for path in chosen]
        self._next()

    def _next(self) -> None:
        """Open the wizard on the next file; when it is closed, on the one after that."""
        if not self._waiting:
            return
        dialog = ImportDialog(self._session, REGISTER, self._window)
        dialog.finished.connect(self._next)
        dialog.open()
        dialog.open_file(self._waiting.pop(0))
