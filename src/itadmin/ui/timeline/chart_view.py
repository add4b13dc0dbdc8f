"""The picture of time in a view: scrolled by rows, walked through with the keyboard. Only what is seen is drawn.

Its axis may be made longer than the view; the names stay where they are then.

The same stands as a table beside it; here the row or the day one stands on is told in words.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.ui.look.look import Look
from itadmin.ui.timeline.painting import draw_head, draw_rows
from itadmin.ui.timeline.places import Places, least_width
from itadmin.ui.widgets.painting import draw_focus
from itadmin.ui.widgets.tooltips import as_tooltip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RING = 3
LONGEST = 16.0
"""How many times longer than the view an axis can be made."""


class ChartView(QAbstractScrollArea):
    """Shows a picture. `opened` gives the row that was opened, `stood_on` the row one has come to."""

    opened = Signal(int)
    stood_on = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chart: TimeChart | None = None
        self._row, self._mark = -1, -1
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        look.changed.connect(self._arrange)

    @property
    def row(self) -> int:
        """The row one stands on; −1 for none."""
        return self._row

    @property
    def mark(self) -> int:
        """The mark one stands on in the row; −1 for the row itself."""
        return self._mark

    @property
    def zoom(self) -> float:
        """How many times as long as there is room for the axis is."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the axis so long, and keep what is in the middle of it there."""
        places = self.places()
        middle = None if places is None else places.share((places.axis + places.width) / 2)
        self._zoom = min(max(zoom, 1.0), LONGEST)
        self._arrange()
        if places is not None and middle is not None:
            room = places.width - places.axis
            self.horizontalScrollBar().setValue(round((middle * self._zoom - 0.5) * room))
            self.viewport().update()

    def show_chart(self, chart: TimeChart, row: int = -1) -> None:
        """Show another picture, standing on a row of it."""
        self._chart = chart
        self.setAccessibleName(f"{chart.title}. {chart.sentence}")
        self._arrange()
        self._row, self._mark = -1, -1
        if row >= 0:
            self.go_to(row)
        self.viewport().update()

    def go_to(self, row: int) -> None:
        """Stand on a row."""
        if self._chart is not None and 0 <= row < len(self._chart) and row != self._row:
            self._stand_on(row, -1)

    def places(self) -> Places | None:
        """Where everything lies now; None before there is a picture."""
        if self._chart is None:
            return None
        width = max(float(self.viewport().width()), least_width(self._look.metrics))
        shift = self.horizontalScrollBar().value() - self._moved().x()
        return Places(self._chart, self._look.theme, width, self._zoom, shift)

    def in_view(self, rect: QRectF) -> QRectF:
        """Where in the view something among the rows is."""
        return rect.translated(-QPointF(self._moved()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between rows and between the days of one, and open the row."""
        key = Qt.Key(event.key())
        if self._chart is None or not len(self._chart):
            super().keyPressEvent(event)
            return
        page = max(self.verticalScrollBar().pageStep() // self._look.metrics.row_compact - 1, 1)
        last = len(self._chart) - 1
        goals = {
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_PageUp: self._row - page,
            Qt.Key.Key_PageDown: self._row + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in goals:
            self._stand_on(min(max(goals[key], 0), last), -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._row >= 0:
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in _ENTER and self._row >= 0:
            self.opened.emit(self._row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the row, or the day, that is clicked."""
        places = self.places()
        if event.button() == Qt.MouseButton.LeftButton and places is not None:
            row, mark = self._at(places, event.position().toPoint())
            if row >= 0:
                self._stand_on(row, mark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the click here."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row that is clicked twice."""
        places = self.places()
        if places is not None and self._at(places, event.position().toPoint())[0] >= 0:
            self.opened.emit(self._row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            places = self.places()
            row, mark = (-1, -1) if places is None else self._at(places, event.pos())
            QToolTip.showText(event.globalPos(), as_tooltip(self._words(row, mark)), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; stand on the first row when on none."""
        super().focusInEvent(event)
        if self._row < 0:
            self.go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows in view, and the head over them."""
        places, view = self.places(), self.viewport()
        tokens = self._look.tokens
        with QPainter(view) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(view.rect(), QColor(tokens.surface))
            if places is None:
                return
            left, top = self._moved().toTuple()
            first = int(top // places.row)
            last = min(int((top + view.height() - places.head) // places.row) + 1, len(places.chart))
            painter.translate(-left, -top)
            if self._row >= 0:
                fill = tokens.sel if self.hasFocus() else tokens.sel_off
                painter.fillRect(places.row_rect(self._row), QColor(fill))
            draw_rows(painter, places, range(first, last))
            if self._row >= 0 and self.hasFocus():
                draw_focus(painter, self._look.theme, self._ring(places), self._look.metrics.radius_field)
            painter.translate(0, top)
            draw_head(painter, places)

    def _moved(self) -> QPoint:
        """How far all is scrolled, names and axis: sideways only where the axis would have no room beside the names."""
        too_wide = max(round(least_width(self._look.metrics)) - self.viewport().width(), 0)
        return QPoint(min(self.horizontalScrollBar().value(), too_wide), self.verticalScrollBar().value())

    def _ring(self, places: Places) -> QRectF:
        """What the ring is drawn around: the day one stands on, else the row."""
        lane = places.chart.lane(self._row)
        sign = places.sign_rect(self._row, lane.marks[self._mark]) if self._mark >= 0 else None
        if sign is None:
            return places.row_rect(self._row)
        return sign.adjusted(-_RING, -_RING, _RING, _RING)

    def _at(self, places: Places, spot: QPoint) -> tuple[int, int]:
        if spot.y() < places.head:
            return -1, -1
        return places.mark_at(QPointF(spot + self._moved()))

    def _walk(self, step: int) -> None:
        """Go to the next day of the row in the order of time; back before the first is the row itself."""
        places = self.places()
        if places is None:
            return
        marks = places.chart.lane(self._row).marks
        seen = [number for number, mark in enumerate(marks) if places.sign_rect(self._row, mark) is not None]
        order = [-1, *sorted(seen, key=lambda number: marks[number].day)]
        at = order.index(self._mark) + step
        self._stand_on(self._row, order[min(max(at, 0), len(order) - 1)])
        rect = self.in_view(self._ring(places)).bottomLeft().toPoint()
        QToolTip.showText(self.viewport().mapToGlobal(rect), as_tooltip(self._words(self._row, self._mark)), self)

    def _words(self, row: int, mark: int) -> str:
        if self._chart is None or row < 0:
            return ""
        lane = self._chart.lane(row)
        return lane.marks[mark].sentence if mark >= 0 else lane.sentence

    def _stand_on(self, row: int, mark: int) -> None:
        is_new = row != self._row
        self._row, self._mark = row, mark
        self.setAccessibleDescription(self._words(row, mark))
        bar, height = self.verticalScrollBar(), self._look.metrics.row_compact
        if is_new:
            bar.setValue(max(min(bar.value(), row * height), (row + 1) * height - bar.pageStep()))
            self.stood_on.emit(row)
        self.viewport().update()

    def _arrange(self) -> None:
        places, view = self.places(), self.viewport()
        if places is None:
            return
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        room = max(round(view.height() - places.head), 1)
        down.setRange(0, max(round(places.row * len(places.chart)) - room, 0))
        down.setPageStep(room)
        down.setSingleStep(round(places.row))
        across.setRange(0, max(round(places.whole) - view.width(), 0))
        across.setPageStep(view.width())
        view.update()
