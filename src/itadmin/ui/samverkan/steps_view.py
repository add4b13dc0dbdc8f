"""The level of a system as a whole over time, with where it is to come: a line of steps.

The same stands as a table below it. Knows plain steps; draws on any painter.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.domain.calendar import approximate_span
from itadmin.services.samverkan.trend import History
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.painting import RIGHT, draw_text, line_width, outline_round, pen
from itadmin.ui.widgets.term_layout import position
from itadmin.ui.widgets.tooltips import as_tooltip

_WIDTH, _LEAST, _HEIGHT = 300, 200, 76
_TOP = 5
_DASHES = (4.0, 3.0)
_DOT = 4.0
_ALWAYS_YEARS = 2

Axis = tuple[date, date]


class StepsView(QWidget):
    """Shows a history. What it shows is its accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[History, date] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_history(self, history: History, day: date) -> None:
        """Show another history, up to a day."""
        self._shown = (history, day)
        told = history_words(history)
        self.setAccessibleName(f"Nivå över tid. {told}")
        self.setToolTip(as_tooltip(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for five levels and the years below."""
        theme = self._look.theme
        return QSize(theme.metrics.px(_WIDTH), theme.metrics.px(_HEIGHT) + theme.metrics.second_line)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._shown is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_history(painter, self._look.theme, *self._shown, self.rect().toRectF())


def history_words(history: History) -> str:
    """The level of the whole over time, and the target, as a sentence."""
    found = [step for step in history.joint if step.level is not None]
    steps = [f"{f'från {step.day} ' if step.day else ''}nivå {step.level}" for step in found]
    told = f"Som helhet {', '.join(steps)}." if steps else "Ingen nivå är angiven."
    by = f" till {history.target_on}" if history.target_on else ""
    return f"{told} Målet är nivå {history.target}{by}." if history.target else told


def target_day(history: History, day: date) -> date | None:
    """The last day of the approximate day of the target; None without one, or when it has passed."""
    if not history.target_on:
        return None
    found = approximate_span(history.target_on)[1]
    return found if found > day else None


def draw_history(painter: QPainter, theme: Theme, history: History, day: date, rect: QRectF) -> None:
    """Draw a history up to a day into `rect`."""
    metrics, tokens = theme.metrics, theme.tokens
    axis = _axis(history, day)
    scale = line_width(theme, "5", TextStyle.AXIS) + metrics.gap
    plot = rect.adjusted(scale, metrics.gap, -metrics.gap, -metrics.second_line - metrics.tight)
    for level in (1, 3, 5):
        y = _y(plot, level)
        painter.setPen(pen(tokens.line))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        label = QRectF(rect.left(), y - metrics.second_line / 2, scale - metrics.tight, metrics.second_line)
        draw_text(painter, theme, label, str(level), TextStyle.AXIS, tokens.text3, RIGHT)
    foot = QRectF(plot.left(), plot.bottom() + metrics.tight, plot.width(), metrics.second_line)
    draw_text(painter, theme, foot, str(axis[0].year), TextStyle.AXIS, tokens.text3)
    _draw_line(painter, theme, history, day, plot, axis)
    if history.target:
        _draw_target(painter, theme, history, day, plot, axis)
        by = f" {history.target_on}" if history.target_on else ""
        draw_text(
            painter, theme, foot, f"mål{by}: nivå {history.target}", TextStyle.SECOND_STRONG, tokens.accent, RIGHT
        )


def _draw_line(painter: QPainter, theme: Theme, history: History, day: date, plot: QRectF, axis: Axis) -> None:
    path, is_drawing = QPainterPath(), False
    turns = [*(_day(step.day, axis) for step in history.joint), day]
    for step, (starts, ends) in zip(history.joint, pairwise(turns), strict=True):
        if step.level is None:
            is_drawing = False
            continue
        left = QPointF(_x(plot, axis, starts), _y(plot, step.level))
        if is_drawing:
            path.lineTo(left)
        else:
            path.moveTo(left)
        path.lineTo(_x(plot, axis, ends), left.y())
        is_drawing = True
    painter.setPen(pen(theme.tokens.accent, 2))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawPath(path)


def _draw_target(painter: QPainter, theme: Theme, history: History, day: date, plot: QRectF, axis: Axis) -> None:
    goal = QPointF(_x(plot, axis, target_day(history, day) or axis[1]), _y(plot, history.target))
    level = history.joint[-1].level if history.joint else None
    if level is not None and level != history.target:
        start = QPointF(_x(plot, axis, day), _y(plot, level))
        painter.setPen(pen(theme.tokens.accent, 1.4, _DASHES))
        painter.drawLine(start, QPointF(goal.x(), start.y()))
        painter.drawLine(QPointF(goal.x(), start.y()), goal)
    dot = QRectF(goal.x() - _DOT, goal.y() - _DOT, 2 * _DOT, 2 * _DOT)
    outline_round(painter, dot, _DOT, pen(theme.tokens.accent, 1.8), theme.tokens.surface)


def _axis(history: History, day: date) -> Axis:
    """From the first step, or a while before the day, to the target, or a while after it."""
    first = min([date.fromisoformat(step.day) for step in history.joint if step.day], default=day)
    if first.year > day.year - _ALWAYS_YEARS:
        first = date(day.year - _ALWAYS_YEARS, 1, 1)
    last = target_day(history, day) or date(day.year + 1, 12, 31)
    return date(first.year, 1, 1), last


def _day(day: str, axis: Axis) -> date:
    return max(date.fromisoformat(day), axis[0]) if day else axis[0]


def _x(plot: QRectF, axis: Axis, day: date) -> float:
    return plot.left() + position(day, axis, plot.width())


def _y(plot: QRectF, level: int) -> float:
    return plot.bottom() - plot.height() * level / _TOP
