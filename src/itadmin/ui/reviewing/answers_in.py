"""Taking in answers: the sheets that have come back, one after the other through the preview of the import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.services.reviewing.rounds import REGISTER
from itadmin.services.tables.endings import ENDINGS
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.session import Session

_KINDS = f"Granskningsblad ({' '.join(f'*{ending}' for ending in ENDINGS)})"


class AnswersIn(QObject):
    """Works over `window`. `taken_in` gives of how many systems answers came in, when the last file is done with."""

    taken_in = Signal(int)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._waiting: list[Path] = []
        self._taken_in = 0
        self.folder = session.workspace.path.parent

    def ask(self) -> None:
        """Ask which files have come back."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, "Välj svaren", str(self.folder), _KINDS)
        self._waiting = [Path(path) for path in chosen]
        self._taken_in = 0
        if self._waiting:
            self.folder = self._waiting[0].parent
            self._next()

    def _next(self) -> None:
        """Open the wizard on the next file; when it is closed, on the one after that."""
        if not self._waiting:
            self.taken_in.emit(self._taken_in)
            return
        dialog = ImportDialog(self._session, REGISTER, self._window)
        dialog.finished.connect(lambda: self._count(dialog))
        dialog.open()
        dialog.open_file(self._waiting.pop(0))

    def _count(self, dialog: ImportDialog) -> None:
        self._taken_in += dialog.taken_in
        self._next()
