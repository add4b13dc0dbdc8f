"""A picture of some size in a view: zoomed, scrolled, dragged with the pointer. Knows nothing of what is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollBar, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus

_STEPS = (0.3, 0.4, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
_LEAST_FIT, _GREATEST_FIT = 0.67, 1.0
"""A picture is neither blown up to fill the view nor made so small that it cannot be read."""


class ZoomedArea(QAbstractScrollArea):
    """Shows what `draw` draws. `zoom_changed` tells the zoom, where 1 is the size of the text elsewhere."""

    zoom_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._size = QSizeF()
        self._zoom = 1.0
        self._fits = True
        self._grabbed: QPoint | None = None
        self._dragged = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """The zoom."""
        return self._zoom

    def draw(self, painter: QPainter) -> None:
        """Draw the picture from the painter's origin, at zoom 1."""
        raise NotImplementedError

    def clicked(self, place: QPointF, *, control: bool) -> None:
        """Do what a click on the picture means; `control` says that Ctrl was held."""
        raise NotImplementedError

    def is_link(self, place: QPointF) -> bool:
        """Say whether a click at a place in the picture leads somewhere."""
        raise NotImplementedError

    def set_size(self, size: QSizeF) -> None:
        """Say how large the picture is at zoom 1."""
        self._size = size
        self._arrange()

    def zoom_in(self) -> None:
        """Take the next larger step."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """Take the next smaller step."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), _STEPS[0]))

    def set_zoom(self, zoom: float) -> None:
        """Zoom to `zoom` and stay there when the view changes size."""
        self._fits = False
        self._rezoom(min(max(zoom, _STEPS[0]), _STEPS[-1]))

    def fit(self) -> None:
        """Let the picture fit the view as far as it can still be read, and keep doing so."""
        self._fits = True
        self._arrange()

    def in_view(self, rect: QRectF) -> QRectF:
        """Where in the view something in the picture is."""
        return QRectF(rect.topLeft() * self._zoom + self._origin(), rect.size() * self._zoom)

    def in_picture(self, place: QPoint) -> QPointF:
        """What in the picture lies at a place in the view."""
        return (QPointF(place) - self._origin()) / self._zoom

    def show_rect(self, rect: QRectF) -> None:
        """Scroll as little as is needed for something in the picture to be seen whole."""
        seen = self.in_view(rect)
        margin = self.look.metrics.margin
        for (_, room, bar), first, last in zip(
            self._ways(), (seen.left(), seen.top()), (seen.right(), seen.bottom()), strict=True
        ):
            under = first - margin
            bar.setValue(bar.value() + round(under if under < 0 else max(last + margin - room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture, or show what a click would do."""
        now = event.position().toPoint()
        if self._grabbed is None:
            leads = self.is_link(self.in_picture(now))
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.OpenHandCursor)
            return
        moved = now - self._grabbed
        if not self._dragged and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragged = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - by)
        self._grabbed = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click, unless the picture was dragged."""
        if self._grabbed is None:
            return
        self._grabbed = None
        if not self._dragged:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked(self.in_picture(event.position().toPoint()), control=control)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        theme, view = self.look.theme, self.viewport()
        with QPainter(view) as painter:
            painter.fillRect(view.rect(), QColor(theme.tokens.surface))
            painter.save()
            painter.translate(self._origin())
            painter.scale(self._zoom, self._zoom)
            self.draw(painter)
            painter.restore()
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_focus(painter, theme, QRectF(view.rect()), 0)

    def _ways(self) -> Iterator[tuple[float, int, QScrollBar]]:
        """Across and down: the size of the picture, the room there is, and the bar that scrolls."""
        view = self.viewport()
        yield self._size.width(), view.width(), self.horizontalScrollBar()
        yield self._size.height(), view.height(), self.verticalScrollBar()

    def _origin(self) -> QPointF:
        """Where in the view the picture begins: in the middle when there is room, else as it is scrolled."""
        margin = self.look.metrics.margin
        places = []
        for size, room, bar in self._ways():
            spare = room - size * self._zoom - 2 * margin
            places.append(margin + (spare / 2 if spare > 0 else -bar.value()))
        return QPointF(*places)

    def _arrange(self) -> None:
        zoom = self._zoom
        if self._fits:
            margin = 2 * self.look.metrics.margin
            fitting = min((room - margin) / max(size, 1) for size, room, _ in self._ways())
            zoom = min(max(fitting, _LEAST_FIT), _GREATEST_FIT)
        self._rezoom(zoom)

    def _rezoom(self, zoom: float) -> None:
        """Take the zoom and keep in the middle of the view what was there."""
        view = self.viewport()
        middle = self.in_picture(view.rect().center())
        changed, self._zoom = zoom != self._zoom, zoom
        for size, room, bar in self._ways():
            bar.setRange(0, max(round(size * zoom + 2 * self.look.metrics.margin - room), 0))
            bar.setPageStep(room)
            bar.setSingleStep(self.look.metrics.row)
        if changed:
            moved = self.in_view(QRectF(middle, middle)).topLeft() - view.rect().center()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
            self.zoom_changed.emit(zoom)
        view.update()
