"""The program's own icon as a part of a page: decoration, says nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.icons import draw_application_icon
from itadmin.ui.look.look import Look

_EDGE = 44


class ProgramIcon(QWidget):
    """The icon at a size that follows the text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be a square."""
        edge = self._look.metrics.px(_EDGE)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in its own colours."""
        painter = QPainter(self)
        draw_application_icon(painter, QRectF(self.rect()))
        painter.end()
