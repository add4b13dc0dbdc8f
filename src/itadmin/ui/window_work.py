"""Work that a window beside the main one asks for: what came of it is said there, in the main window when it is gone.

Knows nothing of what is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.ui.background import known
from itadmin.ui.session import Session


class WindowWork(QObject):
    """Works for `window`. `said` is a sentence about what was done, `failed` the KnownError of what was refused."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__()
        self._session = session
        self._is_open = True
        window.destroyed.connect(self._on_gone)

    def run(self, name: str, work: Callable[[], Any], told: Callable[[Any], str]) -> None:
        """Do `work` beside the window; `told` makes the sentence about its result, on the window's thread."""
        self._session.background.run(name, work, lambda result: self._say(told(result)), self._on_failed)

    def _on_gone(self) -> None:
        self._is_open = False

    def _say(self, sentence: str) -> None:
        if self._is_open:
            self.said.emit(sentence)
        else:
            self._session.guide.say(sentence)

    def _on_failed(self, error: BaseException) -> None:
        refused = known(error)
        if self._is_open:
            self.failed.emit(refused)
        else:
            self._session.guide.say(refused.sentence)
