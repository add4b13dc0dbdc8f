"""The keys of undo in a field that is written in: its own while something has been typed there, else the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_for_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether an event asks who wants a key of undo or redo that the field has no use for."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = (event.matches(key) for key in _STEPS)
    return (undo and not can_undo) or (redo and not can_redo)


class HeadingLine(QLineEdit):
    """A line whose typing is taken back by the keys of undo; when nothing has been typed they are the window's."""

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the window when nothing has been typed."""
        if is_for_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
