"""A picture of time whose bars can be moved: dragged with the mouse, or taken hold of with Space and moved with arrows.

What is moved is only asked for; whoever listens writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from itadmin.domain.calculations.gantt import Bar, Grip
from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.services.gantt import days_words
from itadmin.ui.gantt.holding import GRIP_WORDS, KEYS_TOLD, Hold, grip_at
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.timeline.chart_view import ChartView
from itadmin.ui.timeline.places import Places
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, outline_round, pen

_WEEK = 7
_STEP = 1.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CURSORS = {
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
    Grip.BEGIN: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
}


class GanttView(ChartView):
    """Shows a picture. `moved` gives the row, by what it was held, and how many days; `told` what is being moved."""

    moved = Signal(int, object, int)
    told = Signal(str)
    zoom_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._bars: Mapping[int, Bar] = {}
        self._hold: Hold | None = None

    @property
    def hold(self) -> Hold | None:
        """What is taken hold of now."""
        return self._hold

    def show_bars(self, chart: TimeChart, bars: Mapping[int, Bar], row: int = -1) -> None:
        """Show another picture, in which the bars of some rows can be moved, standing on a row of it."""
        self._hold, self._bars = None, bars
        self.show_chart(chart, row)

    def zoom_in(self) -> None:
        """Make the axis longer."""
        self.set_zoom(self.zoom * _STEP)
        self.zoom_changed.emit(self.zoom)

    def zoom_out(self) -> None:
        """Make the axis shorter."""
        self.set_zoom(self.zoom / _STEP)
        self.zoom_changed.emit(self.zoom)

    def fit(self) -> None:
        """Make the axis as long as there is room for."""
        self.set_zoom(1.0)
        self.zoom_changed.emit(self.zoom)

    def take_hold(self) -> None:
        """Take hold of the bar of the row one stands on, or of it by its next part."""
        held = self._hold
        if held is not None:
            self._keep(replace(held, grip=held.next_grip, days=0))
        elif self.row in self._bars:
            self._keep(Hold(self.row, self._bars[self.row], Grip.WHOLE))
            self.setFocus()

    def can_move(self, row: int) -> bool:
        """Whether the bar of a row can be moved."""
        return row in self._bars

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move what is held, let it go or leave it; else walk as in any picture of time."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.take_hold()
        elif self._hold is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            days = _WEEK if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._shift(days if key == Qt.Key.Key_Right else -days)
        elif key in _ENTER:
            self._let_go()
        elif key == Qt.Key.Key_Escape:
            self._leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar under the pointer, and stand on its row."""
        self._leave()
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            row, grip = self._grip(event.position())
            if grip is not None:
                self._hold = Hold(row, self._bars[row], grip, event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else show by what the bar under the pointer would be."""
        held, places = self._hold, self.places()
        if held is None or held.from_x is None or places is None:
            grip = self._grip(event.position())[1]
            self.viewport().setCursor(_CURSORS[grip] if grip else Qt.CursorShape.ArrowCursor)
            return
        days = round((event.position().x() - held.from_x) / _day_width(places))
        if days != held.days:
            self._keep(replace(held, days=days))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what the mouse holds."""
        if self._hold is not None and self._hold.from_x is not None:
            self._let_go()
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the axis longer or shorter with Ctrl; else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave what is held where it was."""
        self._leave()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where what is held would be, over the rows."""
        super().paintEvent(event)
        held, places = self._hold, self.places()
        if held is None or places is None or (held.from_x is not None and not held.days):
            return
        box = self._box(places, held.row, held.now)
        if box is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setClipRect(QRectF(places.axis, places.head, places.width, self.viewport().height()))
                self._draw_held(painter, held, self.in_view(box), places.axis)

    def _draw_held(self, painter: QPainter, held: Hold, box: QRectF, left: float) -> None:
        theme, tokens = self._look.theme, self._look.tokens
        fill = QColor(tokens.accent)
        fill.setAlphaF(0.35)
        painter.fillRect(box, fill)
        outline_round(painter, box, theme.metrics.radius_chip, pen(tokens.accent, 2))
        words = days_words(held.now)
        label = QRectF(0, 0, line_width(theme, words, TextStyle.SECOND_STRONG) + theme.metrics.gap, 0)
        label.setHeight(theme.metrics.second_line)
        label.moveLeft(max(min(box.left(), self.viewport().width() - label.width()), left))
        label.moveBottom(box.top() - 1 if box.top() - label.height() > theme.metrics.gap else box.bottom())
        fill_round(painter, label, theme.metrics.radius_chip, tokens.accent)
        draw_text(painter, theme, label, words, TextStyle.SECOND_STRONG, tokens.on_accent, CENTRE)

    def _grip(self, position: QPointF) -> tuple[int, Grip | None]:
        """The row at a place in the view, and by what its bar would be held; by nothing on a sign or beside the bar."""
        places = self.places()
        if places is None:
            return -1, None
        row, mark = self._at(places, position.toPoint())
        if mark >= 0 or row not in self._bars or position.x() < places.axis:
            return row, None
        box = self._box(places, row, self._bars[row])
        return row, None if box is None else grip_at(self.in_view(box), position)

    def _box(self, places: Places, row: int, bar: Bar) -> QRectF | None:
        shares = places.chart.axis.stretch(bar.first, bar.last)
        return None if shares is None else places.bar_rect(row, places.chart.lane(row), *shares)

    def _shift(self, days: int) -> None:
        if self._hold is not None:
            self._keep(self._hold.shifted(days))

    def _reveal(self, places: Places, held: Hold) -> None:
        """Scroll so that the end that is moved is seen, where the keys move it."""
        box = self._box(places, held.row, held.now)
        if box is None:
            return
        x, bar = box.right() if held.grip is Grip.END else box.left(), self.horizontalScrollBar()
        if x < places.axis:
            bar.setValue(round(bar.value() + x - places.axis - places.row))
        elif x > self.viewport().width():
            bar.setValue(round(bar.value() + x - self.viewport().width() + places.row))

    def _keep(self, held: Hold) -> None:
        self._hold = held
        places = self.places()
        name = ""
        if places is not None:
            name = places.chart.lane(held.row).name
            if held.from_x is None:
                self._reveal(places, held)
        keys = f" {KEYS_TOLD}" if held.from_x is None else ""
        said = f"{GRIP_WORDS[held.grip]} {name}: {days_words(held.now)}.{keys}"
        self.setAccessibleDescription(said)
        self.told.emit(said)
        self.viewport().update()

    def _let_go(self) -> None:
        held = self._hold
        self._leave()
        if held is not None and held.now != held.bar:
            self.moved.emit(held.row, held.grip, held.days)

    def _leave(self) -> None:
        if self._hold is not None:
            self._hold = None
            self.told.emit("")
            self.viewport().update()


def _day_width(places: Places) -> float:
    axis = places.chart.axis
    return (places.x(1) - places.x(0)) / ((axis.last - axis.first).days + 1)
