"""Shares over time as a line from reading to reading, with what is aimed at; and one share as a bar.

The same facts always stand as text beside them. They know the plain values of `share_data.py` and no register.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.domain.money import format_percent
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.painting import CENTRE, RIGHT, draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.share_data import WHOLE, Origin, ShareHistory, SharePoint, down
from itadmin.ui.widgets.tooltips import as_tooltip

_WIDTH, _LEAST, _HEIGHT = 520, 220, 96
_BAR_WIDTH, _BAR_HEIGHT = 180, 10
_SCALE = (WHOLE, WHOLE // 2, 0)
_DASHES = (4.0, 3.0)
_DOT, _LARGE_DOT = 3.5, 5.0


class ShareChart(QWidget):
    """The chart. Its sentence is its accessible name and its tooltip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._history: ShareHistory | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_history(self, history: ShareHistory) -> None:
        """Show other shares."""
        self._history = history
        self.setAccessibleName(history.sentence)
        self.setToolTip(as_tooltip(history.sentence))
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for some years, with a line of words above and below."""
        theme = self._look.theme
        height = theme.metrics.px(_HEIGHT) + 2 * theme.metrics.second_line + theme.metrics.tight
        return QSize(theme.metrics.px(_WIDTH), height)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._history is not None:
            width = min(self.width(), 2 * self.sizeHint().width())
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_history(painter, QRectF(0, 0, width, self.height()), self._history, self._look.theme)


class ShareBar(QWidget):
    """A bar filled as far as a share has come, with a mark at what is aimed at. The words stand beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._percent: int | None = None
        self._target: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_share(self, percent: int | None, target: int | None, words: str) -> None:
        """Show a share and a target in hundredths of a percent; `words` say so to who cannot see it."""
        self._percent, self._target = percent, target
        self.setAccessibleName(words)
        self.setToolTip(as_tooltip(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as a few words and low."""
        metrics = self._look.metrics
        return QSize(metrics.px(_BAR_WIDTH), metrics.px(_BAR_HEIGHT) + 2 * metrics.tight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge, what has been reached, and the mark across it."""
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(0, theme.metrics.tight, 0, -theme.metrics.tight)
        radius = area.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline_round(painter, area, radius, pen(theme.tokens.ctl), theme.tokens.surface)
            if self._percent:
                width = max(area.width() * (1 - down(self._percent)), area.height())
                fill_round(painter, QRectF(area.left(), area.top(), width, area.height()), radius, theme.tokens.accent)
            if self._target is not None:
                x = area.left() + 1 + (area.width() - 2) * (1 - down(self._target))
                painter.setPen(pen(theme.tokens.text, 2))
                painter.drawLine(QLineF(x, 0, x, self.height()))


def draw_history(painter: QPainter, rect: QRectF, history: ShareHistory, theme: Theme) -> None:
    """Draw the whole chart into `rect`."""
    labels = line_width(theme, format_percent(WHOLE), TextStyle.AXIS) + theme.metrics.gap
    row = theme.metrics.second_line
    field = rect.adjusted(labels, row, -labels, -row - theme.metrics.tight)
    _draw_ground(painter, field, history, theme)
    if history.target is not None:
        _draw_target(painter, field, history.target, theme)
    _draw_line(painter, field, history, theme)
    for point in history.points:
        _draw_point(painter, _place(field, history, point), point.origin, theme)
    if history.points:
        _draw_newest(painter, rect, _place(field, history, history.points[-1]), history.points[-1], theme)


def _place(field: QRectF, history: ShareHistory, point: SharePoint) -> QPointF:
    return QPointF(
        field.left() + field.width() * history.across(point.day), field.top() + field.height() * down(point.percent)
    )


def _draw_ground(painter: QPainter, field: QRectF, history: ShareHistory, theme: Theme) -> None:
    """The scale at the left, and the years below."""
    row = theme.metrics.second_line
    for percent in _SCALE:
        y = field.top() + field.height() * down(percent)
        painter.setPen(pen(theme.tokens.line))
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        label = QRectF(0, y - row / 2, field.left() - theme.metrics.gap, row)
        draw_text(painter, theme, label, format_percent(percent), TextStyle.AXIS, theme.tokens.text2, RIGHT)
    for turn in history.years():
        x = field.left() + field.width() * history.across(turn)
        painter.setPen(pen(theme.tokens.line))
        painter.drawLine(QLineF(x, field.top(), x, field.bottom() + theme.metrics.tight))
        width = line_width(theme, "0000", TextStyle.AXIS)
        label = QRectF(x - width / 2, field.bottom() + theme.metrics.tight, width, row)
        draw_text(painter, theme, label, str(turn.year), TextStyle.AXIS, theme.tokens.text2, CENTRE)


def _draw_target(painter: QPainter, field: QRectF, target: int, theme: Theme) -> None:
    y = field.top() + field.height() * down(target)
    painter.setPen(pen(theme.tokens.text2, 1.5, _DASHES))
    painter.drawLine(QLineF(field.left(), y, field.right(), y))
    row = theme.metrics.second_line
    bottom = y if y - field.top() >= row else field.top()  # clear of the uppermost line of the scale
    words = f"Mål {format_percent(target)}"
    width = line_width(theme, words, TextStyle.AXIS_STRONG)
    left = field.left() + theme.metrics.tight
    _draw_on_ground(painter, theme, QRectF(left, bottom - row, width, row - 1), words, theme.tokens.text2)


def _draw_line(painter: QPainter, field: QRectF, history: ShareHistory, theme: Theme) -> None:
    places = [_place(field, history, point) for point in history.points]
    if len(places) > 1:
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        painter.strokePath(path, pen(theme.tokens.accent, 2))


def _draw_point(painter: QPainter, place: QPointF, origin: Origin, theme: Theme) -> None:
    """A disc for what was read, a ring for what was worked out, a large disc for today."""
    is_ring = origin is Origin.WORKED_OUT
    painter.setPen(pen(theme.tokens.accent, 1.5))
    painter.setBrush(QColor(theme.tokens.surface if is_ring else theme.tokens.accent))
    edge = theme.metrics.px(100) / 100 * (_LARGE_DOT if origin is Origin.TODAY else _DOT)
    painter.drawEllipse(place, edge, edge)


def _draw_newest(painter: QPainter, rect: QRectF, place: QPointF, point: SharePoint, theme: Theme) -> None:
    """The words of the last point, above it or below it as there is room."""
    row, gap = theme.metrics.second_line, theme.metrics.gap
    words = format_percent(point.percent // 10 * 10)
    width = line_width(theme, words, TextStyle.AXIS_STRONG)
    left = min(max(place.x() - width / 2, rect.left()), rect.right() - width)
    is_high = down(point.percent) * (rect.height() - 2 * row) < row
    top = place.y() + gap if is_high else place.y() - gap - row
    _draw_on_ground(painter, theme, QRectF(left, top, width, row), words, theme.tokens.text)


def _draw_on_ground(painter: QPainter, theme: Theme, place: QRectF, words: str, ink: str) -> None:
    """Words that no line of the scale goes through."""
    painter.fillRect(place, QColor(theme.tokens.surface))
    draw_text(painter, theme, place, words, TextStyle.AXIS_STRONG, ink, CENTRE)
