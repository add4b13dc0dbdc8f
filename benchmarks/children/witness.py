"""Seeing when Qt has painted something. Imports no more of Qt than a bare window needs, to be fair to both sides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QWidget


class Witness(QWidget):
    """Lies over a part of a widget, without looks of its own, and is painted right after all that is below it.

    So it tells of each time that part has been painted, the children of the widget included.
    """

    def __init__(self, over: QWidget, part: QRect, seen: Callable[[], None]) -> None:
        super().__init__(over)
        self._seen = seen
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(part)

    def event(self, event: QEvent) -> bool:
        """Tell of each paint."""
        handled = super().event(event)
        if event.type() is QEvent.Type.Paint:
            self._seen()
        return handled
