"""Figures as strips: horizontal bars, drawn from their values.

A figure has a text alternative that says every value, so nothing is lost to who cannot see it. Knows bars, not what
they count.
"""

from collections.abc import Sequence
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
from itadmin.documents.pdf.typesetter import draw_line

_STEP = 7.4 * MM
_THICKNESS = 9.2
_MOST_BARS = 25
_WIDEST_LABEL = 45 * MM
_NARROWEST_LABEL = 22 * MM
_WIDEST_VALUE = 40 * MM
_GAP = 3 * MM
_VALUE_GAP = 5
_ZERO_LINE = 0.7
_ZERO_LINE_INSET = 2
_TEXT_BELOW_MIDDLE = 3.2


def bar_chart(frame: TableFrame, block: BarChart, number: str) -> list[Strip]:
    """The caption and the bars; a chart of very many bars becomes several figures."""
    x = frame.area.table_x
    strips = caption_strips(frame, f"Figur{NBSP}{number}", block.caption, x, Element("P", frame.parent))
    for first in range(0, len(block.bars), _MOST_BARS):
        bars = block.bars[first : first + _MOST_BARS]
        chart = _Chart(frame, block, bars)
        strips.append(Strip(chart.height, partial(_draw_chart, chart=chart), after=AFTER_FIGURE))
    hold_together(strips[:-1], Hold.STRONG)
    return strips


class _Chart:
    """One figure: its texts set, its bars measured."""

    def __init__(self, frame: TableFrame, block: BarChart, bars: Sequence[Bar]) -> None:
        setter, area = frame.setter, frame.area
        self.colour: Colour = setter.palette.accent
        self.labels: list[Line] = [going_on(setter.fitted(bar.label, CELL, _WIDEST_LABEL))[0] for bar in bars]
        self.values: list[Line] = [going_on(setter.fitted(bar.shown, CELL, _WIDEST_VALUE))[0] for bar in bars]
        self.x = area.table_x
        self.width = area.table_width
        self.zero = self.x + max(_NARROWEST_LABEL, *(label.width for label in self.labels)) + _GAP
        room = self.x + self.width - self.zero - max(value.width for value in self.values) - _VALUE_GAP
        most = max((bar.value for bar in block.bars), default=0) or 1
        self.lengths = [room * (bar.value / most) for bar in bars]
        self.height = _STEP * len(bars)
        said = ", ".join(f"{bar.label} {bar.shown}" for bar in bars)
        self.element = figure_element(frame.parent, setter.line(f"{block.alt.rstrip('.')}. {said}."))


def _draw_chart(canvas: Canvas, top: float, *, chart: _Chart) -> None:
    element, bottom = chart.element, top - chart.height
    place_figure(element, (chart.x, bottom, chart.x + chart.width, top))
    canvas.element(element)
    rows = zip(chart.labels, chart.values, chart.lengths, strict=True)
    for index, (label, value, length) in enumerate(rows):
        middle = top - (index + 0.5) * _STEP
        baseline = middle - _TEXT_BELOW_MIDDLE
        draw_line(canvas, label, (chart.x, baseline), CELL, INK, element)
        canvas.box((chart.zero, middle - _THICKNESS / 2, length, _THICKNESS), chart.colour)
        draw_line(canvas, value, (chart.zero + length + _VALUE_GAP, baseline), CELL, INK, element)
    line_bottom = bottom + _ZERO_LINE_INSET
    canvas.upright_rule(chart.zero, line_bottom, chart.height - 2 * _ZERO_LINE_INSET, _ZERO_LINE, INK)
