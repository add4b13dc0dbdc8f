"""Whole amounts as bars of equal length, each divided between the same areas: one bar for each way of dividing.

Every segment has its name and amount written in it as far as there is room, and its own colour and pattern. The same
facts stand in a table beside. Knows no register.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.tokens import Area
from itadmin.ui.widgets.painting import (
    LEFT,
    RIGHT,
    draw_dots,
    draw_hatch,
    draw_text,
    line_width,
    pen,
    round_path,
)
from itadmin.ui.widgets.tooltips import as_tooltip

_WIDTH, _LEAST = 640, 240
_SMALLEST = 40
_HATCHED = {1: 7.0, 3: 8.0, 4: 4.0}
"""Areas with lines, by how many pixels there are between them."""
_DOTTED, _CROSSED = 2, 3
_DOTS = 8.0
_STRENGTH = 70


@dataclass(frozen=True, slots=True)
class Segment:
    """One area's part: `share` of the whole from 0 to 1, with its words. `area` is its place among the areas."""

    name: str
    amount: str
    percent: str
    share: float
    area: int


@dataclass(frozen=True, slots=True)
class SplitBar:
    """A whole that is divided, called `title`, with a quiet word more."""

    title: str
    detail: str
    segments: Sequence[Segment]

    def in_words(self) -> str:
        """All that it shows, as a sentence."""
        parts = ", ".join(f"{each.name} {each.amount} ({each.percent})" for each in self.segments)
        return f"{self.title}: {parts}."


class SplitBars(QWidget):
    """Shows the bars below each other. What they say is their accessible name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: tuple[SplitBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[SplitBar]) -> None:
        """Show other bars; hidden when there are none."""
        self._bars = tuple(bars)
        words = " ".join(bar.in_words() for bar in bars)
        self.setAccessibleName(words)
        self.setToolTip(as_tooltip(words))
        self.setVisible(bool(bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for every bar with its title."""
        theme = self._look.theme
        return QSize(theme.metrics.px(_WIDTH), round(_pitch(theme) * len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, bar in enumerate(self._bars):
                _draw_bar(painter, theme, QRectF(0, place * _pitch(theme), self.width(), _pitch(theme)), bar)


def _pitch(theme: Theme) -> float:
    """From the top of one bar's title to that of the next."""
    metrics = theme.metrics
    return metrics.line + metrics.tight + _height(theme) + metrics.block


def _height(theme: Theme) -> float:
    metrics = theme.metrics
    return metrics.line + metrics.second_line + metrics.tight


def _draw_bar(painter: QPainter, theme: Theme, rect: QRectF, bar: SplitBar) -> None:
    metrics = theme.metrics
    head = QRectF(rect.left(), rect.top(), rect.width(), metrics.line)
    draw_text(painter, theme, head, bar.title, TextStyle.STRONG, theme.tokens.text)
    beside = head.adjusted(line_width(theme, bar.title, TextStyle.STRONG) + metrics.gap, 0, 0, 0)
    draw_text(painter, theme, beside, bar.detail, TextStyle.SECOND, theme.tokens.text2)
    left, top = rect.left(), head.bottom() + metrics.tight
    for segment in bar.segments:
        width = segment.share * rect.width()
        place = QRectF(left, top, max(width - metrics.ring, 0), _height(theme))
        if place.width() >= metrics.bar:
            _draw_segment(painter, theme, place, segment)
        left += width


def _draw_segment(painter: QPainter, theme: Theme, place: QRectF, segment: Segment) -> None:
    areas, metrics = theme.tokens.areas, theme.metrics
    neutral = Area(theme.tokens.ctl, theme.tokens.sunken)
    colours = areas[segment.area] if segment.area < len(areas) else neutral
    shape = round_path(place, metrics.radius_chip)
    painter.fillPath(shape, QColor(colours.fill))
    _draw_pattern(painter, shape, segment.area, colours)
    edge = QPainterPath()
    edge.addRect(QRectF(place.left(), place.top(), metrics.bar, place.height()))
    painter.fillPath(shape.intersected(edge), QColor(colours.edge))
    _draw_words(painter, theme, place, segment, colours)


def _draw_pattern(painter: QPainter, shape: QPainterPath, area: int, colours: Area) -> None:
    """Each area has its own, so that they are told apart without their colours."""
    ink = QColor(colours.edge)
    ink.setAlpha(_STRENGTH)
    stroke = pen(colours.edge)
    stroke.setColor(ink)
    if area in _HATCHED:
        draw_hatch(painter, shape, stroke, _HATCHED[area], crossed=area == _CROSSED)
    elif area == _DOTTED:
        draw_dots(painter, shape, ink, _DOTS)


def _draw_words(painter: QPainter, theme: Theme, place: QRectF, segment: Segment, colours: Area) -> None:
    """Name and amount on plain ground, and the percent at the right where there is room."""
    metrics = theme.metrics
    inner = place.adjusted(metrics.bar + metrics.heading_gap, metrics.tight / 2, -metrics.heading_gap, 0)
    wanted = max(
        line_width(theme, segment.name, TextStyle.SECOND_STRONG), line_width(theme, segment.amount, TextStyle.SECOND)
    )
    if inner.width() < metrics.px(_SMALLEST):
        return
    ground = QColor(colours.fill)
    words = QRectF(inner.left() - 2, place.top(), min(wanted, inner.width()) + metrics.heading_gap, place.height())
    painter.fillRect(words, ground)
    name = QRectF(inner.left(), inner.top(), inner.width(), metrics.line)
    draw_text(painter, theme, name, segment.name, TextStyle.SECOND_STRONG, theme.tokens.text, LEFT)
    amount = QRectF(inner.left(), name.bottom() - 1, inner.width(), metrics.second_line)
    draw_text(painter, theme, amount, segment.amount, TextStyle.SECOND, theme.tokens.text, LEFT)
    percent = line_width(theme, segment.percent, TextStyle.SECOND)
    if inner.width() >= wanted + percent + metrics.gap:
        right = QRectF(inner.right() - percent - 2, place.top(), percent + metrics.heading_gap, place.height())
        painter.fillRect(right, ground)
        draw_text(painter, theme, right, segment.percent, TextStyle.SECOND, theme.tokens.text2, RIGHT)
