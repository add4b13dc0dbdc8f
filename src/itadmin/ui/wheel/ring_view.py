"""The ring of a year that one points at and walks through. The same stands as a list beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from itadmin.domain.calculations.year_ring import Arc, Spot, YearPicture, numbers_of
from itadmin.ui.look.look import Look
from itadmin.ui.wheel.painting import draw_ring, words_of
from itadmin.ui.wheel.places import RingPlaces, places_in
from itadmin.ui.widgets.painting import draw_focus
from itadmin.ui.widgets.tooltips import as_tooltip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_COMFORTABLE, _LEAST = 620, 200


class RingView(QWidget):
    """Shows a ring. `stood_on` gives the number of the happening one has come to, `opened` of the one to open.

    The arrow keys walk in the order of the year, past what has no place in the ring.
    """

    stood_on = Signal(int)
    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: YearPicture | None = None
        self._number = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    @property
    def number(self) -> int:
        """The happening one stands on; −1 for none."""
        return self._number

    def show_picture(self, picture: YearPicture, number: int = -1) -> None:
        """Show another ring, standing on a happening of it."""
        self._picture, self._number = picture, -1
        self.setAccessibleName(picture.sentence)
        self.setAccessibleDescription("")
        self.go_to(number)
        self.update()

    def go_to(self, number: int) -> None:
        """Stand on a happening, also on one that has no place in the ring."""
        if self._picture is None or number == self._number or not 0 <= number < len(self._picture.ring.happenings):
            return
        self._number = number
        part = self._picture.ring.part_of(number)
        happening = self._picture.ring.happenings[number]
        self.setAccessibleDescription(happening.sentence if part is None else words_of(self._picture, part))
        self.update()
        self.stood_on.emit(number)

    def places(self) -> RingPlaces:
        """Where everything lies now."""
        edge = self._look.metrics.tight
        return places_in(self._look.theme, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))

    def part_at(self, spot: QPoint) -> Arc | Spot | None:
        """The arc or sign at a point of the widget."""
        return None if self._picture is None else self.places().part_at(self._picture.ring, QPointF(spot))

    def sizeHint(self) -> QSize:
        """Want a comfortable square."""
        edge = self._look.metrics.px(_COMFORTABLE)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Stay large enough that signs can be told apart."""
        edge = self._look.metrics.px(_LEAST)
        return QSize(edge, edge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the year, and open what one stands on."""
        key = Qt.Key(event.key())
        parts = [] if self._picture is None else self._picture.ring.parts()
        if parts and key in _STEPS:
            self._walk(parts, _STEPS[key])
        elif parts and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._show_words(parts[0 if key == Qt.Key.Key_Home else -1])
        elif key in _ENTER and self._number >= 0:
            self.opened.emit(self._number)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on what is clicked; of several days the next one with each click."""
        part = self.part_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            numbers = numbers_of(part)
            at = (numbers.index(self._number) + 1) % len(numbers) if self._number in numbers else 0
            self.go_to(numbers[at])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice."""
        part = self.part_at(event.position().toPoint())
        if part is not None and self._number in numbers_of(part):
            self.opened.emit(self._number)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._picture is not None:
            part = self.part_at(event.pos())
            words = "" if part is None else words_of(self._picture, part)
            QToolTip.showText(event.globalPos(), as_tooltip(words), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one stands; on the first when on none."""
        super().focusInEvent(event)
        if self._number < 0:
            self.go_to(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where one stood."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._picture is None:
            return
        theme = self._look.theme
        with QPainter(self) as painter:
            draw_ring(painter, self.places(), self._picture, self._number, has_focus=self.hasFocus())
            if self.hasFocus() and self._picture.ring.part_of(self._number) is None:
                draw_focus(painter, theme, QRectF(self.rect()), theme.metrics.radius_panel)

    def _walk(self, parts: list[Arc | Spot], step: int) -> None:
        """Go to the next part, also from a day that has no place of its own."""
        at = next((place for place, part in enumerate(parts) if self._number in numbers_of(part)), None)
        if at is None:
            after = sum(numbers_of(part)[0] < self._number for part in parts)
            at = after - 1 if step > 0 else after
        self._show_words(parts[min(max(at + step, 0), len(parts) - 1)])

    def _show_words(self, part: Arc | Spot) -> None:
        self.go_to(numbers_of(part)[0])
        if self._picture is not None:
            place = self.mapToGlobal(self.places().place_of(part).toPoint())
            QToolTip.showText(place, as_tooltip(words_of(self._picture, part)), self)
