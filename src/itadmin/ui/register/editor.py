"""What every editor of a value is: it reads what is typed and says what would be right; it never saves.

Every editor answers `plain()` (raises ValueError with a Swedish sentence), and keeps what was typed as a draft.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Editor(QWidget):
    """What every editor is. `finished` asks to save and go `by` fields on; `cancelled` to leave the value alone.

    `chosen` says that something was taken in its list: where a value stands alone that is all, a sheet asks for more.
    """

    finished = Signal(int)
    chosen = Signal()
    cancelled = Signal()

    def plain(self) -> Any:
        """The plain value. Raises ValueError with a Swedish sentence."""
        raise NotImplementedError

    def show_plain(self, value: Any) -> None:
        """Show a plain value for editing."""
        raise NotImplementedError

    def draft(self) -> Any:
        """What stands in the editor, acceptable or not, so that it can be shown again."""
        raise NotImplementedError

    def show_draft(self, draft: Any) -> None:
        """Show what `draft` gave."""
        raise NotImplementedError

    def set_faulty(self, *, faulty: bool) -> None:
        """Show that the value is not accepted, or that it is."""

    def started(self) -> None:
        """Do what helps when editing has just begun, such as showing what there is to choose from."""

    def begin_with(self, event: QKeyEvent) -> None:
        """Take the key that was typed to begin editing."""
        _hand_over(event, self.focusProxy())

    def _hold(self, field: QWidget, label: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        field.setAccessibleName(label)
        field.installEventFilter(self)
        self.setFocusProxy(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab finish, Escape cancels."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return True
        if event.key() in steps and not self._keeps(event):
            self.finished.emit(steps[Qt.Key(event.key())])
            return True
        return False

    def _keeps(self, _event: QKeyEvent) -> bool:
        """Say whether the editor wants this key for itself."""
        return False


def _hand_over(event: QKeyEvent, widget: QWidget | None) -> None:
    if widget is None:
        return
    again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
    QCoreApplication.sendEvent(widget, again)
