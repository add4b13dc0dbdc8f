"""Pictures of time as strips: names and days at the left, lanes on an axis of time, what forms mean at the foot.

A picture of many lanes becomes several figures, each with its own head. Knows lanes, not what they stand for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from itadmin.documents.content import Timeline
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HAIR, INK, MUTED, Colour, Palette
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.style import AFTER_FIGURE, MM, TextStyle
from itadmin.documents.pdf.tables import TableFrame, caption_strips
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.timeline_signs import Box, draw_arrow, draw_sign, draw_stretch
from itadmin.documents.pdf.typesetter import draw_line
from itadmin.domain.calculations.chart_shapes import Bend, Spot, route
from itadmin.domain.calculations.time_chart import Arrow, Lane, Part, Shape, Slot, Tie, worded

_NAME = TextStyle("sans", 8, 10)
_STRONG = TextStyle("semibold", 8, 10)
_SMALL = TextStyle("sans", 7, 9)
_TODAY = TextStyle("semibold", 7, 9)
_NAMES_SHARE, _NAMES, _MOST_NAMES, _DAY_WIDTH = 0.2, 42 * MM, 0.28, 17 * MM
_ROW, _HEAD, _FOOT = 12.2, 34.0, 22.0
_BARS = (7.0, 4.2)
_SIGN, _MAIN_SIGN = 5.6, 7.2
_INDENT = 8.0
_TEXT_BELOW_MIDDLE = 2.7
_TALLEST_SHARE = 0.84
"""Of the page, so that title and caption have room above the first figure."""
_HAIR, _WHOLE_LINE, _TODAY_LINE = 0.35, 0.8, 1.4
_SWATCH, _GAP, _AIR = 18.0, 4.0, 2.0
_LEGEND_LINE = 11.0
_BEYOND = 4.0
_TODAY_WORDS = "i dag"


def timeline(frame: TableFrame, block: Timeline, number: str) -> list[Strip]:
    """The caption and the figures; nothing when there are no lanes."""
    lanes = list(block.chart.lanes())
    if not lanes:
        return []
    strips = caption_strips(
        frame, f"Figur{NBSP}{number}", block.caption, frame.area.table_x, Element("P", frame.parent)
    )
    captions = len(strips)
    most = int((frame.sheet.frame_height * _TALLEST_SHARE - _HEAD - _FOOT) / _ROW)
    for first in range(0, len(lanes), most):
        figure = _Figure(frame, block, lanes[first : first + most], first)
        strips.append(Strip(figure.height, partial(_draw, figure=figure), after=AFTER_FIGURE))
    hold_together(strips[:captions], Hold.STRONG)
    return strips


@dataclass(frozen=True, slots=True)
class _Words:
    """Words to stand somewhere: from where to where, how far below the top of the figure their middle is."""

    x: float
    end: float
    middle: float
    text: str
    style: TextStyle
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form that the legend explains, and where: how far from the left, on which line."""

    part: Part
    words: Line
    x: float
    line: int


class _Figure:
    """One figure: its lanes placed, from its upper left corner rightwards and downwards."""

    def __init__(self, frame: TableFrame, block: Timeline, lanes: Sequence[Lane], first: int) -> None:
        """`first` is the place in the picture of the first of the lanes."""
        self.frame = frame
        self.first = first
        self.chart = block.chart
        self.lanes = lanes
        self.left, self.width = frame.area.table_x, frame.area.table_width
        self.day_x = self.left + max(self.width * _NAMES_SHARE, min(_NAMES, self.width * _MOST_NAMES))
        self.axis_x = self.day_x + _DAY_WIDTH
        self.legend = self._legend()
        self.foot = _FOOT + max((place.line for place in self.legend), default=0) * _LEGEND_LINE
        self.height = _HEAD + _ROW * len(lanes) + self.foot
        said = f"{block.alt} {lanes[0].name} – {lanes[-1].name}." if len(lanes) < len(block.chart) else block.alt
        self.element = figure_element(frame.parent, frame.setter.line(said))

    def x(self, share: float) -> float:
        """Where a share of the axis is."""
        return self.axis_x + share * (self.left + self.width - self.axis_x)

    def middle(self, place: int) -> float:
        """How far below the top the middle of a lane is."""
        return _HEAD + (place + 0.5) * _ROW

    def bar(self, place: int) -> tuple[float, float, float, float] | None:
        """Where the first stretch of the lane in a place of the picture lies: from, to, its middle, half its height."""
        number = place - self.first
        if not 0 <= number < len(self.lanes) or not self.lanes[number].stretches:
            return None
        lane = self.lanes[number]
        shares = self.chart.axis.stretch(lane.stretches[0].starts_on, lane.stretches[0].ends_on)
        if shares is None:
            return None
        return self.x(shares[0]), self.x(shares[1]), self.middle(number), _BARS[min(lane.level, 1)] / 2

    def words(self) -> list[_Words]:
        """All words but those of the legend."""
        chart, right = self.chart, self.left + self.width
        found = [
            _Words(self.left, self.day_x, 18, chart.headings[0], _SMALL, MUTED),
            _Words(self.day_x, self.axis_x, 18, chart.day_heading, _SMALL, MUTED),
            *self._head(chart.axis.wholes(), 6, _STRONG, INK),
            *self._head(chart.axis.parts(), 18, _SMALL, MUTED),
        ]
        if chart.axis.holds(chart.today):
            x = self.x(chart.axis.at(chart.today))
            found.append(_Words(x, right, 28, _TODAY_WORDS, _TODAY, self.accent))
        has_levels = any(lane.level for lane in self.lanes)
        for place, lane in enumerate(self.lanes):
            style = _STRONG if lane.is_heading or (has_levels and not lane.level) else _NAME
            end = right if lane.is_heading else self.day_x - _GAP
            found.append(_Words(self.left + lane.level * _INDENT, end, self.middle(place), lane.name, style))
            if lane.day:
                found.append(_Words(self.day_x, self.axis_x, self.middle(place), lane.day, _NAME))
        return found

    def _head(self, slots: Iterable[Slot], middle: float, style: TextStyle, ink: Colour) -> Iterator[_Words]:
        right = self.left + self.width

        def width(words: str) -> float:
            return going_on(self.frame.setter.fitted(words, style, self.width))[0].width + _AIR

        for slot, words in worded(list(slots), right - self.axis_x, width):
            yield _Words(self.x(slot.begin) + _AIR, right, middle, words, style, ink)

    def _legend(self) -> list[_Entry]:
        """What the forms mean, wrapped to the width."""
        found: list[_Entry] = []
        x, number = self.left, 0
        for part, words in self.chart.legend:
            line = going_on(self.frame.setter.fitted(words, _SMALL, self.width))[0]
            wanted = _SWATCH + _GAP + line.width
            if found and x + wanted > self.left + self.width:
                x, number = self.left, number + 1
            found.append(_Entry(part, line, x, number))
            x += wanted + 2 * _GAP
        return found

    @property
    def accent(self) -> Colour:
        """The kommun's colour."""
        return self.frame.setter.palette.accent


def _draw(canvas: Canvas, top: float, *, figure: _Figure) -> None:
    place_figure(figure.element, (figure.left, top - figure.height, figure.left + figure.width, top))
    canvas.element(figure.element)
    _draw_grid(canvas, top, figure)
    for place, lane in enumerate(figure.lanes):
        _draw_stretches(canvas, top - figure.middle(place), figure, lane)
    for arrow in figure.chart.arrows:
        _draw_arrow(canvas, top, figure, arrow)
    _draw_today(canvas, top, figure)
    for place, lane in enumerate(figure.lanes):
        _draw_signs(canvas, top - figure.middle(place), figure, lane)
    for words in figure.words():
        _write(canvas, top, figure, words)
    _draw_legend(canvas, top - figure.height + figure.foot - _FOOT / 2, figure)


def _draw_grid(canvas: Canvas, top: float, figure: _Figure) -> None:
    axis, bottom = figure.chart.axis, top - figure.height + figure.foot
    for place in range(len(figure.lanes) + 1):
        canvas.rule(figure.left, top - _HEAD - place * _ROW, figure.width, _HAIR, HAIR)
    for slots, weight, ink in ((axis.parts(), _HAIR, HAIR), (axis.wholes(), _WHOLE_LINE, MUTED)):
        for slot in slots:
            canvas.upright_rule(figure.x(slot.begin), bottom, top - 12 - bottom, weight, ink)


def _draw_today(canvas: Canvas, top: float, figure: _Figure) -> None:
    axis, bottom = figure.chart.axis, top - figure.height + figure.foot
    if axis.holds(figure.chart.today):
        x = figure.x(axis.at(figure.chart.today))
        canvas.upright_rule(x, bottom, top - 32 - bottom, _TODAY_LINE, figure.accent)


def _draw_stretches(canvas: Canvas, middle: float, figure: _Figure, lane: Lane) -> None:
    axis, palette = figure.chart.axis, figure.frame.setter.palette
    height = _BARS[min(lane.level, 1)]
    for stretch in lane.stretches:
        shares = axis.stretch(stretch.starts_on, stretch.ends_on)
        if shares is not None:
            begin, end = map(figure.x, shares)
            draw_stretch(canvas, palette, stretch.fill, (begin, middle - height / 2, end - begin, height))


def _draw_arrow(canvas: Canvas, top: float, figure: _Figure, arrow: Arrow) -> None:
    """Draw an arrow whose both lanes are in the figure."""
    begin, end = figure.bar(arrow.before), figure.bar(arrow.after)
    if begin is not None and end is not None:
        (_left, right, above, _half), (left, _right, below, half) = begin, end
        bend = Bend(_BEYOND, half, _ROW / 2)
        draw_arrow(canvas, arrow.tie, route(Spot(right, top - above), Spot(left, top - below), bend))


def _draw_signs(canvas: Canvas, middle: float, figure: _Figure, lane: Lane) -> None:
    axis, palette = figure.chart.axis, figure.frame.setter.palette
    for mark in lane.marks:
        if axis.holds(mark.day) or (mark.is_main and mark.day < axis.first):
            edge = _MAIN_SIGN if mark.is_main else _SIGN
            x = max(figure.x(axis.middle(mark.day)), figure.axis_x + edge / 2)
            draw_sign(canvas, palette, mark.shape, (x, middle), edge)


def _draw_legend(canvas: Canvas, middle: float, figure: _Figure) -> None:
    palette = figure.frame.setter.palette
    for entry in figure.legend:
        y = middle - entry.line * _LEGEND_LINE
        _draw_swatch(canvas, palette, entry.part, (entry.x, y - _BARS[0] / 2, _SWATCH, _BARS[0]))
        words = (entry.x + _SWATCH + _GAP, y - _TEXT_BELOW_MIDDLE)
        draw_line(canvas, entry.words, words, _SMALL, MUTED, figure.element)


def _draw_swatch(canvas: Canvas, palette: Palette, part: Part, box: Box) -> None:
    left, bottom, width, height = box
    middle = bottom + height / 2
    if isinstance(part, Shape):
        draw_sign(canvas, palette, part, (left + width / 2, middle), _MAIN_SIGN)
    elif isinstance(part, Tie):
        draw_arrow(canvas, part, (Spot(left, middle), Spot(left + width, middle)))
    else:
        draw_stretch(canvas, palette, part, box)


def _write(canvas: Canvas, top: float, figure: _Figure, words: _Words) -> None:
    line = going_on(figure.frame.setter.fitted(words.text, words.style, words.end - words.x))[0]
    x = words.x - line.width / 2 if words.style is _TODAY else words.x
    draw_line(canvas, line, (x, top - words.middle - _TEXT_BELOW_MIDDLE), words.style, words.colour, figure.element)
