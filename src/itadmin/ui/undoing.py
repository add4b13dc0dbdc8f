"""Undo and redo in a window of its own: the newest step is taken back or done again there, and told there.

Nothing is shown before, as the window shows what comes of it; the main window asks (`stepping`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.ui.session import Session


class Undoing(QObject):
    """Takes steps back and forth by the usual keys in the whole `window`. A window need not keep it.

    `say` tells which it was, or why it could not be done. `leave` saves what is being edited first; False when it
    cannot be, and then nothing else is done.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        say: Callable[[str], object],
        leave: Callable[[], bool | None] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._say = say
        self._leave = leave
        for keys, slot in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), window, slot)

    def undo(self) -> None:
        """Take back the newest step."""
        self._step(self._session.workspace.undo.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._step(self._session.workspace.undo.redo)

    def _step(self, step: Callable[[], ChangeSet]) -> None:
        if not self._session.workspace.writable or self._leave() is False:
            return
        try:
            told = step().title
        except KnownError as error:
            told = error.sentence
        self._say(told)
