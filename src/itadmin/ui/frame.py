"""The bare window: what is painted first, before the program has loaded anything of its own.

Knows its place on the screen and tells what happens to it; `main_window.py` furnishes it afterwards.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from itadmin.ui.widgets.reading_order import step_focus

_PLACE = "window/geometry"
_SIZE = (1400, 880)
_EDGES = QSize(16, 40)  # what the system draws around a window, title and all


class Frame(QMainWindow):
    """The window. `painted` is said once, after the first paint."""

    painted = Signal()
    resized = Signal()
    closing = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self._painted = False
        self.setWindowTitle("itadmin")
        place = settings.value(_PLACE)
        if place is None or not self.restoreGeometry(place):
            self._take_place(self.screen().availableGeometry())

    def _take_place(self, room: QRect) -> None:
        """Stand in the middle of the room there is on the screen, never larger than that."""
        size = QSize(*_SIZE).boundedTo(room.size() - _EDGES)
        self.resize(size)
        spare = (room.size() - _EDGES - size) / 2
        self.move(room.topLeft() + QPoint(spare.width(), spare.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell of another font, which counts as another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.resized.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order one reads in."""
        return step_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window and let the rest close."""
        self.settings.setValue(_PLACE, self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)
