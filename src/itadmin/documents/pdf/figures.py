"""Figures as strips: horizontal bars of one or two series, drawn from their values.

A figure has a text alternative that says every value, so nothing is lost to who cannot see it. Knows bars, not what
they count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from itadmin.documents.content import Bar, BarChart
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, Colour
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.style import AFTER_FIGURE, CELL, MM
from itadmin.documents.pdf.tables import TableFrame, caption_strips
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import Typesetter, draw_line

_STEP = 7.4 * MM
_PAIR_STEP = 10.8 * MM
_THICKNESS = 9.2
_PAIR_PITCH = 11.6
_MOST_BARS = 25
_MOST_PAIRS = 18
_WIDEST_LABEL = 45 * MM
_NARROWEST_LABEL = 22 * MM
_WIDEST_VALUE = 40 * MM
_GAP = 3 * MM
_VALUE_GAP = 5
_ZERO_LINE = 0.7
_ZERO_LINE_INSET = 2
_EDGE = 0.5
_TEXT_BELOW_MIDDLE = 3.2
_LEGEND_HEIGHT = 18.0
_LEGEND_SIDE = 8.0
_LEGEND_GAP = 9 * MM
_SECOND_LEVEL = 3


def bar_chart(frame: TableFrame, block: BarChart, number: str) -> list[Strip]:
    """The caption and the bars; a chart of very many bars becomes several figures."""
    x = frame.area.table_x
    strips = caption_strips(frame, f"Figur{NBSP}{number}", block.caption, x, Element("P", frame.parent))
    most = _MOST_PAIRS if block.series else _MOST_BARS
    for first in range(0, len(block.bars), most):
        chart = _Chart(frame, block, block.bars[first : first + most])
        strips.append(Strip(chart.height, partial(_draw_chart, chart=chart), after=AFTER_FIGURE))
    hold_together(strips[:-1], Hold.STRONG)
    return strips


@dataclass(frozen=True, slots=True)
class _Look:
    """How bars of a series are drawn: their fill, and whether they have an edge of the accent."""

    fill: Colour
    edge: Colour | None = None


@dataclass(frozen=True, slots=True)
class _SetBar:
    """A bar: how far below its row's middle its own is, its value between 0 and the chart's greatest, what it says."""

    below: float
    value: float
    shown: Line
    look: _Look


class _Chart:
    """One figure: its texts set, its bars measured."""

    def __init__(self, frame: TableFrame, block: BarChart, bars: Sequence[Bar]) -> None:
        setter, area = frame.setter, frame.area
        self._looks = _looks(setter)
        self.labels: list[Line] = [_fitted(setter, bar.label, _WIDEST_LABEL) for bar in bars]
        self.rows = [self._row(setter, bar) for bar in bars]
        self.x = area.table_x
        self.width = area.table_width
        self.zero = self.x + max(_NARROWEST_LABEL, *(label.width for label in self.labels)) + _GAP
        widest_name = (self.x + self.width - self.zero - _LEGEND_GAP) / 2 - _LEGEND_SIDE - _VALUE_GAP
        self.names = [_fitted(setter, name, widest_name) for name in block.series or ()]
        widest = max(bar.shown.width for row in self.rows for bar in row)
        self.most = max((value for bar in block.bars for value in (bar.value, bar.second or 0)), default=0) or 1
        self.room = self.x + self.width - self.zero - widest - _VALUE_GAP
        self.step = _PAIR_STEP if block.series else _STEP
        self.head = _LEGEND_HEIGHT if block.series else 0.0
        self.height = self.head + self.step * len(bars)
        said = _said(block, bars)
        self.element = figure_element(frame.parent, setter.line(f"{block.alt.rstrip('.')}. {said}."))

    def legend(self) -> Iterator[tuple[Line, _Look]]:
        """The names of the series in the order of the bars, with how theirs look."""
        return zip(self.names, self._looks, strict=False)

    def _row(self, setter: Typesetter, bar: Bar) -> list[_SetBar]:
        first, second = self._looks
        shown = _fitted(setter, bar.shown, _WIDEST_VALUE)
        if bar.second is None:
            return [_SetBar(0, bar.value, shown, first)]
        half = _PAIR_PITCH / 2
        below = _fitted(setter, bar.second_shown, _WIDEST_VALUE)
        return [_SetBar(-half, bar.value, shown, first), _SetBar(half, bar.second, below, second)]


def _looks(setter: Typesetter) -> tuple[_Look, _Look]:
    accent = setter.palette.accent
    return _Look(accent), _Look(setter.palette.levels[_SECOND_LEVEL - 1].colour, accent)


def _fitted(setter: Typesetter, text: str, width: float) -> Line:
    return going_on(setter.fitted(text, CELL, width))[0]


def _said(block: BarChart, bars: Sequence[Bar]) -> str:
    """All values in words."""
    if block.series is None:
        return ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
    first, second = block.series
    return "; ".join(f"{bar.label}: {first} {bar.shown}, {second} {bar.second_shown}" for bar in bars)


def _draw_chart(canvas: Canvas, top: float, *, chart: _Chart) -> None:
    element, bottom = chart.element, top - chart.height
    place_figure(element, (chart.x, bottom, chart.x + chart.width, top))
    canvas.element(element)
    _draw_legend(canvas, top, chart)
    first = top - chart.head
    for index, (label, row) in enumerate(zip(chart.labels, chart.rows, strict=True)):
        middle = first - (index + 0.5) * chart.step
        draw_line(canvas, label, (chart.x, middle - _TEXT_BELOW_MIDDLE), CELL, INK, element)
        for bar in row:
            length = chart.room * (bar.value / chart.most)
            _draw_bar(canvas, (chart.zero, middle - bar.below - _THICKNESS / 2, length, _THICKNESS), bar.look)
            start = (chart.zero + length + _VALUE_GAP, middle - bar.below - _TEXT_BELOW_MIDDLE)
            draw_line(canvas, bar.shown, start, CELL, INK, element)
    line_height = chart.height - chart.head - 2 * _ZERO_LINE_INSET
    canvas.upright_rule(chart.zero, bottom + _ZERO_LINE_INSET, line_height, _ZERO_LINE, INK)


def _draw_legend(canvas: Canvas, top: float, chart: _Chart) -> None:
    x, bottom = chart.zero, top - _LEGEND_SIDE - 2
    for name, look in chart.legend():
        _draw_bar(canvas, (x, bottom, _LEGEND_SIDE, _LEGEND_SIDE), look)
        x += _LEGEND_SIDE + _VALUE_GAP
        draw_line(canvas, name, (x, bottom + 1), CELL, INK, chart.element)
        x += name.width + _LEGEND_GAP


def _draw_bar(canvas: Canvas, box: tuple[float, float, float, float], look: _Look) -> None:
    if look.edge is None:
        canvas.box(box, look.fill)
    else:
        canvas.framed_box(box, look.fill, look.edge, _EDGE)
