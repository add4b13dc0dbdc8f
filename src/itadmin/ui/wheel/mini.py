"""The ring of the year in small, with a way to the window that tells all of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.wheel.painting import draw_ring
from itadmin.ui.wheel.places import places_in
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.tooltips import as_tooltip

_EDGE, _LEAST = 232, 120


class SmallRing(QWidget):
    """A ring to look at. `pressed` is said when it is clicked."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: YearPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def show_picture(self, picture: YearPicture) -> None:
        """Show another ring; its sentence is its accessible name and its tooltip."""
        self._picture = picture
        self.setAccessibleName(picture.sentence)
        self.setToolTip(as_tooltip(picture.sentence))
        self.update()

    def sizeHint(self) -> QSize:
        """Want a square."""
        edge = self._look.metrics.px(_EDGE)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Give way where there is little room."""
        edge = self._look.metrics.px(_LEAST)
        return QSize(edge, edge)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._picture is not None:
            with QPainter(self) as painter:
                draw_ring(painter, places_in(self._look.theme, QRectF(self.rect())), self._picture)


class MiniWheel(QWidget):
    """Heading, way and ring. `opened` asks for the window; nothing is seen before there is a ring."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = SmallRing(look)
        self.way = LinkButton(look, "Öppna")
        self.way.setAccessibleName("Öppna årshjulet")
        title = Label(look, "Årshjul", TextStyle.SIDE_HEADING)
        title.setIndent(look.metrics.link_pad)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addLayout(head)
        column.addWidget(self.ring)
        self.ring.pressed.connect(self.opened)
        self.way.clicked.connect(self.opened)

    def show_picture(self, picture: YearPicture) -> None:
        """Show another ring."""
        self.ring.show_picture(picture)
