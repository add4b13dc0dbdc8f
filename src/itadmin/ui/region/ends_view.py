"""When the agreements of each kommun end and can be given notice, as signs on one axis of time.

Every sign stands in the table beside, with its words. Knows plain values; draws on any painter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.domain.calendar import months_from
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.painting import LEFT, RIGHT, draw_text, line_width, pen
from itadmin.ui.widgets.term_layout import position
from itadmin.ui.widgets.tooltips import as_tooltip

_WIDTH, _LEAST, _SIGN = 640, 260, 9
_AHEAD_MONTHS = 48
ENDS, NOTICE = "slutar", "säg upp senast"
_KEY = "◆ slutar   ▽ säg upp senast"


class EndsLane(NamedTuple):
    """A kommun with the days on which its agreements end, and those by which notice must be given."""

    name: str
    ends: Sequence[date]
    notices: Sequence[date]


class EndsView(QWidget):
    """Shows the lanes from today on. What they say is their accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lanes: Sequence[EndsLane] = ()
        self._day = date.min
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def lanes(self) -> Sequence[EndsLane]:
        """What is shown."""
        return self._lanes

    def show_lanes(self, day: date, lanes: Sequence[EndsLane]) -> None:
        """Show the time from a day on; hidden when there is nothing in it."""
        self._day, self._lanes = day, lanes
        words = " ".join(_in_words(lane) for lane in lanes)
        self.setAccessibleName(f"Avtal efter slut. {words}")
        self.setToolTip(as_tooltip(words))
        self.setVisible(bool(lanes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want a line for each kommun between the years and what the signs mean."""
        metrics = self._look.metrics
        return QSize(metrics.px(_WIDTH), len(self._lanes) * _pitch(self._look.theme) + 2 * metrics.second_line)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ends(painter, self._look.theme, self._day, self._lanes, self.rect().toRectF())


def draw_ends(painter: QPainter, theme: Theme, day: date, lanes: Sequence[EndsLane], room: QRectF) -> None:
    """Draw the lanes into a room; what lies beyond some years is left to the table."""
    metrics = theme.metrics
    names = max((line_width(theme, lane.name, TextStyle.TEXT) for lane in lanes), default=0) + metrics.block
    field = room.adjusted(names, metrics.second_line, -metrics.block, -metrics.second_line)
    axis = (day, months_from(day, _AHEAD_MONTHS))
    _draw_years(painter, theme, axis, field)
    for place, lane in enumerate(lanes):
        line = QRectF(field.left(), field.top() + place * _pitch(theme), field.width(), _pitch(theme))
        head = QRectF(room.left(), line.top(), names - metrics.gap, line.height())
        draw_text(painter, theme, head, lane.name, TextStyle.TEXT, theme.tokens.text, RIGHT)
        painter.setPen(pen(theme.tokens.line))
        painter.drawLine(QLineF(line.left(), line.center().y(), line.right(), line.center().y()))
        for found, is_end in ((lane.notices, False), (lane.ends, True)):
            for each in found:
                if axis[0] <= each <= axis[1]:
                    x = line.left() + position(each, axis, line.width())
                    _draw_sign(painter, theme, QPointF(x, line.center().y()), is_end=is_end)
    key = QRectF(field.left(), room.bottom() - metrics.second_line, field.width(), metrics.second_line)
    draw_text(painter, theme, key, _KEY, TextStyle.AXIS, theme.tokens.text2)


def _draw_years(painter: QPainter, theme: Theme, axis: tuple[date, date], field: QRectF) -> None:
    height = theme.metrics.second_line
    turns = [date(year, 1, 1) for year in range(axis[0].year + 1, axis[1].year + 1)]
    for day, word in ((axis[0], "i dag"), *((turn, str(turn.year)) for turn in turns)):
        x = field.left() + position(day, axis, field.width())
        painter.setPen(pen(theme.tokens.ctl if day == axis[0] else theme.tokens.line))
        painter.drawLine(QLineF(x, field.top() - height / 2, x, field.bottom()))
        room = line_width(theme, word, TextStyle.AXIS) + theme.metrics.tight
        if day == axis[0] or x - field.left() > room:
            label = QRectF(x + theme.metrics.tight, field.top() - height, room, height)
            draw_text(painter, theme, label, word, TextStyle.AXIS, theme.tokens.text2, LEFT)


def _draw_sign(painter: QPainter, theme: Theme, middle: QPointF, *, is_end: bool) -> None:
    """A filled diamond below the line where something ends, an open triangle above it where notice must be given."""
    half = theme.metrics.px(_SIGN) / 2
    x, y = middle.x(), middle.y() + (half if is_end else -half)
    if is_end:
        points = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.setPen(pen(theme.tokens.surface))
        painter.setBrush(QColor(theme.tokens.accent))
    else:
        points = [QPointF(x - half, y - half), QPointF(x + half, y - half), QPointF(x, y + half)]
        painter.setPen(pen(theme.tokens.amber.ink, 1.4))
        painter.setBrush(QColor(theme.tokens.amber.fill))
    painter.drawPolygon(QPolygonF(points))


def _in_words(lane: EndsLane) -> str:
    parts = [
        f"{word} {', '.join(map(str, days))}" for word, days in ((ENDS, lane.ends), (NOTICE, lane.notices)) if days
    ]
    return f"{lane.name}: {'; '.join(parts) if parts else 'inga dagar'}."


def _pitch(theme: Theme) -> int:
    return theme.metrics.line + theme.metrics.gap
