"""Where everything in a picture of time lies, for the fonts it is drawn with, in logical pixels from its corner.

The rows lie below the head, all of one height. Pure arithmetic over plain values; draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from itadmin.domain.calculations.time_chart import Lane, Mark, TimeChart
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.widgets.painting import line_width

_NAMES, _LEAST_NAMES, _NAMES_SHARE = 260, 150, 0.27
_DAY = "0000-00-00"
_LEAST_AXIS = 420
_SIGN, _MAIN_SIGN = 10, 13
_BARS = (14, 8)


@dataclass(frozen=True)
class Places:
    """The measures of one picture at one width.

    The axis may be `zoom` times as long as there is room for; then `shift` of it lies behind the names.
    """

    chart: TimeChart
    theme: Theme
    width: float
    zoom: float = 1.0
    shift: float = 0.0

    @property
    def metrics(self) -> Metrics:
        """The measures of the look."""
        return self.theme.metrics

    @property
    def row(self) -> float:
        """The height of a row."""
        return self.metrics.row_compact

    @property
    def head(self) -> float:
        """The height of the head: years, their parts, today, and air."""
        return 3 * self.metrics.second_line + self.metrics.gap + self.metrics.tight

    @property
    def names(self) -> float:
        """The width of the column of names."""
        return max(min(self.metrics.px(_NAMES), self.width * _NAMES_SHARE), self.metrics.px(_LEAST_NAMES))

    @property
    def axis(self) -> float:
        """Where the axis begins: after the names and their days."""
        return self.names + line_width(self.theme, _DAY, TextStyle.SECOND_STRONG) + 2 * self.metrics.gap

    @property
    def is_larger(self) -> bool:
        """Whether the axis is longer than there is room for."""
        return self.zoom > 1

    @property
    def whole(self) -> float:
        """The width of all of it, with the part of the axis that there is no room for."""
        return self.axis + self.zoom * (self.width - self.axis)

    @property
    def height(self) -> float:
        """The height of head and rows."""
        return self.head + self.row * len(self.chart)

    def x(self, share: float) -> float:
        """Where a share of the axis is."""
        return self.axis + share * self.zoom * (self.width - self.axis) - self.shift

    def share(self, x: float) -> float:
        """The share of the axis at a place."""
        return (x - self.x(0)) / (self.x(1) - self.x(0))

    def row_rect(self, place: int) -> QRectF:
        """Where a row lies."""
        return QRectF(0, self.head + place * self.row, self.width, self.row)

    def bar_rect(self, place: int, lane: Lane, begin: float, end: float) -> QRectF:
        """Where a stretch between two shares lies."""
        height = self.metrics.px(_BARS[min(lane.level, 1)])
        middle = self.row_rect(place).center().y()
        left, right = self.x(begin), self.x(end)
        return QRectF(left, middle - height / 2, max(right - left, 2.0), height)

    def bar_of(self, place: int) -> QRectF | None:
        """Where the first stretch of a row lies; None where it has none on the axis."""
        lane = self.chart.lane(place)
        if not lane.stretches:
            return None
        shares = self.chart.axis.stretch(lane.stretches[0].starts_on, lane.stretches[0].ends_on)
        return None if shares is None else self.bar_rect(place, lane, *shares)

    def sign_rect(self, place: int, mark: Mark) -> QRectF | None:
        """Where the sign of a mark lies; at the edge when its day is past and the lane is about it, else None."""
        axis = self.chart.axis
        if mark.day > axis.last or (mark.day < axis.first and not mark.is_main):
            return None
        middle = QPointF(self.x(max(axis.middle(mark.day), 0.0)), self.row_rect(place).center().y())
        edge = self.metrics.px(_MAIN_SIGN if mark.is_main else _SIGN)
        rect = QRectF(0, 0, edge, edge)
        rect.moveCenter(middle)
        rect.moveRight(min(rect.right(), self.x(1)))
        rect.moveLeft(max(rect.left(), self.x(0)))
        return rect

    def mark_at(self, spot: QPointF) -> tuple[int, int]:
        """The row and the mark in it at a spot; −1 for either where there is none."""
        place = self.row_at(spot.y())
        if place < 0 or spot.x() < self.axis:
            return place, -1
        for number, mark in reversed(list(enumerate(self.chart.lane(place).marks))):
            sign = self.sign_rect(place, mark)
            if sign is not None and sign.adjusted(-2, -2, 2, 2).contains(spot):
                return place, number
        return place, -1

    def row_at(self, y: float) -> int:
        """The row at a height; −1 where there is none."""
        place = int((y - self.head) // self.row)
        return place if 0 <= place < len(self.chart) else -1


def least_width(metrics: Metrics) -> float:
    """The width under which a picture is scrolled sideways instead."""
    return metrics.px(_LEAST_NAMES) + metrics.px(_LEAST_AXIS)
