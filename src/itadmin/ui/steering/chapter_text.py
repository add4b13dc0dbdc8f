"""The text of a chapter as it is written: plain text whose marks are coloured, and an Enter that knows of lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.steering.mark_highlighter import MarkHighlighter
from itadmin.ui.steering.marks import Passage, continued
from itadmin.ui.steering.undo_keys import is_for_window

_LEAST_LINES = 6
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class ChapterText(QPlainTextEdit):
    """Enter goes on with a list, Tab goes on to what comes next.

    What has been typed is taken back by the keys of undo; when nothing has, they are left to the window.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.marks = MarkHighlighter(self.document(), look)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Kapitlets text")
        look.changed.connect(self._dress)
        self._dress()

    def passage(self) -> Passage:
        """The text and what is selected in it."""
        cursor = self.textCursor()
        text = self.toPlainText()
        return Passage(text, _place(text, cursor.selectionStart()), _place(text, cursor.selectionEnd()))

    def work(self, change: Callable[[Passage], Passage | None]) -> bool:
        """Change the text, as one step of its own undo; says whether it was changed."""
        before = self.passage()
        after = None if self.isReadOnly() else change(before)
        if after is None:
            return False
        self._write(before.text, after)
        self.setFocus()
        return True

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the window when nothing has been typed."""
        document = self.document()
        if is_for_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a list on Enter."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == _NO_KEYS and self.work(continued):
            return
        super().keyPressEvent(event)

    def _write(self, before: str, after: Passage) -> None:
        """Put the text in, only where it differs, so that the view stays where it is."""
        same = _common(before, after.text)
        ending = _common(before[same:][::-1], after.text[same:][::-1])
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(_position(before, same))
        cursor.setPosition(_position(before, len(before) - ending), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after.text[same : len(after.text) - ending])
        cursor.endEditBlock()
        cursor.setPosition(_position(after.text, after.start))
        cursor.setPosition(_position(after.text, after.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _dress(self) -> None:
        self.setFont(self._look.fonts.font(TextStyle.TEXT))
        self.setMinimumHeight(self._look.metrics.line * _LEAST_LINES)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    length = min(len(one), len(other))
    return next((place for place in range(length) if one[place] != other[place]), length)


def _position(text: str, place: int) -> int:
    """Where Qt, which counts UTF-16, has a place of a text."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _place(text: str, position: int) -> int:
    """The place of a text that Qt calls `position`."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "surrogatepass"))
