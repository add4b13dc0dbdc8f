"""A month that one points at and walks through, day by day. The same sessions stand as a list beside it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from itadmin.domain.calendar import FIRST_YEAR, day_name, prose
from itadmin.services.sessions.month import MonthPicture
from itadmin.ui.look.look import Look
from itadmin.ui.training_sessions.painting import draw_month
from itadmin.ui.training_sessions.places import MonthPlaces
from itadmin.ui.widgets.tooltips import as_tooltip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 7, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_COMFORTABLE, _LEAST = (820, 620), (300, 300)
_NOTHING = "Inget tillfälle."
_FIRST_DAY, _LAST_DAY = date(FIRST_YEAR, 1, 1).toordinal(), date.max.toordinal()


class MonthView(QWidget):
    """Shows a month. `stood_on` gives the number of the session one has come to, −1 for none; `opened` the one to open.

    `wanted` gives a day to make a session on, `day_wanted` one of another month, `month_wanted` months to go on.
    Arrow keys walk from day to day, space from one session of the day to the next.
    """

    stood_on = Signal(int)
    opened = Signal(int)
    wanted = Signal(object)
    day_wanted = Signal(object)
    month_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: MonthPicture | None = None
        self._day: date | None = None
        self._number = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    @property
    def number(self) -> int:
        """The session one stands on; −1 for none."""
        return self._number

    @property
    def day(self) -> date | None:
        """The day one stands on."""
        return self._day

    def show_picture(self, picture: MonthPicture, day: date, number: int = -1) -> None:
        """Show another month, standing on a day of it, and on a session if there is one."""
        self._picture, self._number = picture, -1
        self.setAccessibleName(picture.sentence)
        self.go_to_day(day)
        if number >= 0:
            self.go_to(number)
        self.update()

    def go_to(self, number: int) -> None:
        """Stand on a session, and on its first day that is shown unless one is on a day of it."""
        if self._picture is None or not 0 <= number < len(self._picture.sessions) or number == self._number:
            return
        grid = self._picture.grid
        if self._day is None or number not in grid.numbers_on(self._day):
            bar = next((bar for bar in grid.bars if bar.number == number), None)
            self._day = grid.weeks[bar.week][bar.begin] if bar is not None else self._day
        self._stand_on(number)

    def go_to_day(self, day: date) -> None:
        """Stand on a day, and on its first session; a day that is not shown is asked for."""
        if self._picture is None:
            return
        if self._picture.grid.place_of(day) is None:
            self.day_wanted.emit(day)
            return
        self._day = day
        numbers = self._picture.grid.numbers_on(day)
        self._stand_on(self._number if self._number in numbers else next(iter(numbers), -1))

    def places(self) -> MonthPlaces:
        """Where everything lies now."""
        weeks = 1 if self._picture is None else len(self._picture.grid.weeks)
        return MonthPlaces(self._look.theme, QRectF(self.rect()).adjusted(0, 0, -1, -1), weeks)

    def sizeHint(self) -> QSize:
        """Want room for some sessions on each day."""
        return QSize(*(self._look.metrics.px(length) for length in _COMFORTABLE))

    def minimumSizeHint(self) -> QSize:
        """Stay large enough that days can be told apart."""
        return QSize(*(self._look.metrics.px(length) for length in _LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days, open what one stands on, or ask for a session on the day."""
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._day is None or not plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._walk(_STEPS[key])
        elif key in _MONTHS:
            self.month_wanted.emit(_MONTHS[key])
        elif key == Qt.Key.Key_Space:
            self._next_of_day()
        elif key in _ENTER:
            self._open()
        elif key == Qt.Key.Key_Insert:
            self.wanted.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on what is clicked: a session, or a day."""
        if event.button() != Qt.MouseButton.LeftButton or self._picture is None:
            return
        spot = event.position()
        day, number = self._day_at(spot), self._session_at(spot)
        if day is not None:
            self._day = day
            numbers = self._picture.grid.numbers_on(day)
            self._stand_on(number if number >= 0 else next(iter(numbers), -1))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the session that is clicked twice; ask for one where there is none."""
        spot = event.position()
        number, day = self._session_at(spot), self._day_at(spot)
        if number >= 0:
            self.opened.emit(number)
        elif day is not None:
            self.wanted.emit(day)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._picture is not None:
            spot = QPointF(event.pos())
            number, day = self._session_at(spot), self._day_at(spot)
            words = self._picture.sessions[number].sentence if number >= 0 else self._words_of(day)
            QToolTip.showText(event.globalPos(), as_tooltip(words), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one stands."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where one stood."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._picture is not None:
            with QPainter(self) as painter:
                draw_month(painter, self.places(), self._picture, self._day, self._number, has_focus=self.hasFocus())

    def _walk(self, days: int) -> None:
        if self._day is not None and _FIRST_DAY <= self._day.toordinal() + days <= _LAST_DAY:
            self.go_to_day(self._day + timedelta(days=days))

    def _next_of_day(self) -> None:
        numbers = self._picture.grid.numbers_on(self._day) if self._picture is not None and self._day else []
        if numbers:
            at = numbers.index(self._number) + 1 if self._number in numbers else 0
            self._stand_on(numbers[at % len(numbers)])

    def _open(self) -> None:
        if self._number >= 0:
            self.opened.emit(self._number)
        else:
            self.wanted.emit(self._day)

    def _stand_on(self, number: int) -> None:
        self._number = number
        told = self._picture.sessions[number].sentence if self._picture is not None and number >= 0 else _NOTHING
        day = "" if number >= 0 and self._is_first_day(number) else self._words_of(self._day)
        self.setAccessibleDescription(f"{day} {told}".strip())
        self.update()
        self.stood_on.emit(number)

    def _is_first_day(self, number: int) -> bool:
        """Whether one stands on the day that the sentence of a session begins with."""
        if self._picture is None or self._day is None:
            return False
        before = self._day - timedelta(days=min(1, self._day.toordinal() - 1))
        return number not in self._picture.grid.numbers_on(before)

    def _words_of(self, day: date | None) -> str:
        return f"{day_name(day).capitalize()} {prose(day)}." if day is not None else ""

    def _session_at(self, spot: QPointF) -> int:
        bar = None if self._picture is None else self.places().bar_at(self._picture.grid, spot)
        return -1 if bar is None else bar.number

    def _day_at(self, spot: QPointF) -> date | None:
        place = self.places().day_at(spot)
        return None if place is None or self._picture is None else self._picture.grid.weeks[place[0]][place[1]]
