"""Where everything in a month lies, in logical pixels, for the room and the fonts it is drawn with.

Pure arithmetic over plain values; draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from itadmin.domain.calculations.month_grid import DAYS, Bar, MonthGrid
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme

_WEEK_WIDTH = 34


@dataclass(frozen=True)
class MonthPlaces:
    """The measures of a month of `weeks` weeks in a rectangle: names of days above, numbers of weeks at the left."""

    theme: Theme
    whole: QRectF
    weeks: int

    @property
    def head(self) -> float:
        """How high the names of the days are."""
        return self.theme.fonts.height(TextStyle.SECOND_STRONG) + self.theme.metrics.gap

    @property
    def margin(self) -> float:
        """How wide the numbers of the weeks are."""
        return self.theme.metrics.px(_WEEK_WIDTH)

    @property
    def line(self) -> float:
        """The height of a lane with the gap under it."""
        return self.theme.fonts.height(TextStyle.SECOND) + self.theme.metrics.tight

    @property
    def top(self) -> float:
        """The height of the number of a day, above the lanes."""
        return self.theme.fonts.height(TextStyle.SECOND) + self.theme.metrics.tight

    @property
    def cell_height(self) -> float:
        """The height of a day."""
        return (self.whole.height() - self.head) / self.weeks

    @property
    def lanes(self) -> int:
        """How many lanes a day has room for, at least one."""
        return max(int((self.cell_height - self.top - self.theme.metrics.tight / 2) // self.line), 1)

    def weekday(self, weekday: int) -> QRectF:
        """Where the name of a day of the week stands."""
        left = self._across(weekday)
        return QRectF(left, self.whole.top(), self._across(weekday + 1) - left, self.head)

    def week(self, week: int) -> QRectF:
        """Where the number of a week stands."""
        return QRectF(self.whole.left(), self._down(week), self.margin, self.top)

    def cell(self, week: int, weekday: int) -> QRectF:
        """Where a day lies."""
        left, top = self._across(weekday), self._down(week)
        return QRectF(left, top, self._across(weekday + 1) - left, self._down(week + 1) - top)

    def number(self, week: int, weekday: int) -> QRectF:
        """Where the number of a day stands."""
        inset = self.theme.metrics.heading_gap
        cell = self.cell(week, weekday)
        return QRectF(cell.left() + inset, cell.top(), cell.width() - 2 * inset, self.top)

    def bar(self, bar: Bar) -> QRectF:
        """Where a session lies in a week."""
        inset = self.theme.metrics.tight / 2
        left, right = self.cell(bar.week, bar.begin).left(), self.cell(bar.week, bar.end).right()
        top = self._down(bar.week) + self.top + bar.lane * self.line
        return QRectF(left + inset, top, right - left - 2 * inset, self.line - inset)

    def more(self, week: int, weekday: int) -> QRectF:
        """Where it stands that there is more on a day than fits: in the last lane."""
        cell = self.cell(week, weekday)
        top = cell.top() + self.top + (self.lanes - 1) * self.line
        inset = self.theme.metrics.heading_gap
        return QRectF(cell.left() + inset, top, cell.width() - 2 * inset, self.line)

    def day_at(self, spot: QPointF) -> tuple[int, int] | None:
        """The week and weekday at a point."""
        across = (spot.x() - self.whole.left() - self.margin) / self._width
        down = (spot.y() - self.whole.top() - self.head) / self.cell_height
        inside = 0 <= across < DAYS and 0 <= down < self.weeks
        return (int(down), int(across)) if inside else None

    def bar_at(self, grid: MonthGrid, spot: QPointF) -> Bar | None:
        """The session that is seen at a point."""
        shown, _hidden = grid.shown(self.lanes)
        return next((bar for bar in shown if self.bar(bar).contains(spot)), None)

    @property
    def _width(self) -> float:
        return (self.whole.width() - self.margin) / DAYS

    def _across(self, weekday: int) -> float:
        return self.whole.left() + self.margin + weekday * self._width

    def _down(self, week: int) -> float:
        return self.whole.top() + self.head + week * self.cell_height
