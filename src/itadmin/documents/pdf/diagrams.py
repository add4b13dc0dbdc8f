"""Figures of boxes and arrows: boxes in layers from left to right, arrows as level curves between them.

All that is drawn is said by the figure's text alternative. Where the boxes lie is reckoned elsewhere; this knows how
they look on paper, not what they stand for.
"""

from dataclasses import dataclass
from functools import partial

from itadmin.documents.content import Diagram, Node
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import INK, MUTED, WHITE, Colour
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.style import AFTER_FIGURE, MM, TextStyle
from itadmin.documents.pdf.tables import TableFrame, caption_strips
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import draw_line
from itadmin.domain.calculations.layered_layout import Layout, Point, Route, Spacing, Tie, curves, lay_out

_TEXT = TextStyle("semibold", 8, 9.6)
_NOTE = TextStyle("sans", 7.2, 8.8)
_LINES = 2
_WIDEST = 46 * MM
_SIDE = 5
_TOP = 4
_ACROSS_SHARE = 0.3
_LEAST_ACROSS, _MOST_ACROSS = 7 * MM, 20 * MM
_BETWEEN = 2.2 * MM
_EDGE, _HEAVY_EDGE, _ARROW = 0.6, 1.8, 0.7
_DASHES = (2.4, 1.8)
_HEAD_LENGTH, _HEAD_HALF = 4.2, 2.1
_OWN_LEVEL = 1
_TALLEST_SHARE = 0.9
"""Of the page, so that the caption has room above."""


def diagram(frame: TableFrame, block: Diagram, number: str) -> list[Strip]:
    """The caption and the figure; nothing when there are no boxes."""
    if not block.nodes:
        return []
    x = frame.area.table_x
    strips = caption_strips(frame, f"Figur{NBSP}{number}", block.caption, x, Element("P", frame.parent))
    figure = _Figure(frame, block)
    strips.append(Strip(figure.height, partial(_draw, figure=figure), after=AFTER_FIGURE))
    hold_together(strips[:-1], Hold.STRONG)
    return strips


@dataclass(frozen=True, slots=True)
class _Words:
    """A box's lines of text, each with its style and colour."""

    lines: tuple[tuple[Line, TextStyle, Colour], ...]

    @property
    def height(self) -> float:
        return sum(style.leading for _, style, _ in self.lines)


class _Figure:
    """One figure: its texts set, its boxes placed. A figure that is too high for a page is drawn smaller."""

    def __init__(self, frame: TableFrame, block: Diagram) -> None:
        self.frame = frame
        self.block = block
        columns = len({node.layer for node in block.nodes})
        share = frame.area.table_width / (columns + (columns - 1) * _ACROSS_SHARE)
        width = min(share, _WIDEST)
        across = min(max(share * _ACROSS_SHARE, _LEAST_ACROSS), _MOST_ACROSS)
        width = min(width, (frame.area.table_width - columns * across) / columns)
        self.words = {node.key: self._words(node, width - 2 * _SIDE) for node in block.nodes}
        height = max(words.height for words in self.words.values()) + 2 * _TOP
        self.spacing = Spacing(width, height, across, _BETWEEN)
        ties = [Tie(arrow.start, arrow.end, back=arrow.both) for arrow in block.arrows]
        self.layout: Layout = lay_out({node.key: node.layer for node in block.nodes}, ties, self.spacing)
        tallest = frame.sheet.frame_height * _TALLEST_SHARE
        self.scale = min(1.0, tallest / (self.layout.height + 2 * _HEAVY_EDGE))
        self.height = self.scale * (self.layout.height + 2 * _HEAVY_EDGE)
        self.element = figure_element(frame.parent, frame.setter.line(block.alt))

    def _words(self, node: Node, width: float) -> _Words:
        setter = self.frame.setter
        own = setter.palette.fill(_OWN_LEVEL) if node.weight == "own" else None
        ink = own.ink if own else INK
        lines = [(line, _TEXT, ink) for line in setter.fitted(node.text, _TEXT, width, _LINES)]
        if node.note:
            lines += [(line, _NOTE, ink if own else MUTED) for line in setter.fitted(node.note, _NOTE, width, _LINES)]
        return _Words(tuple((going_on([line])[0], style, colour) for line, style, colour in lines))


def _draw(canvas: Canvas, top: float, *, figure: _Figure) -> None:
    layout, left = figure.layout, figure.frame.area.table_x
    place_figure(figure.element, (left, top - figure.height, left + figure.scale * layout.width, top))
    canvas.element(figure.element)
    with canvas.placed((figure.scale, 0, 0, figure.scale, left, top)):
        for route in layout.routes:
            _draw_route(canvas, route)
        for node in figure.block.nodes:
            x, y = layout.corners[node.key]
            _draw_node(canvas, figure, node, (x, -y - _HEAVY_EDGE))


def _draw_node(canvas: Canvas, figure: _Figure, node: Node, corner: Point) -> None:
    x, top = corner
    width, height = figure.spacing.width, figure.spacing.height
    fill = figure.frame.setter.palette.fill(_OWN_LEVEL) if node.weight == "own" else None
    canvas.box((x, top - height, width, height), fill.colour if fill else WHITE)
    thick = _HEAVY_EDGE if node.weight == "strong" else _EDGE
    dashes = _DASHES if node.weight == "loose" else None
    canvas.line(f"{x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re", thick, INK, dashes)
    words = figure.words[node.key]
    y = top - (height - words.height) / 2
    for line, style, colour in words.lines:
        draw_line(canvas, line, (x + _SIDE, y - style.size), style, colour, figure.element)
        y -= style.leading


def _draw_route(canvas: Canvas, route: Route) -> None:
    points = [(x, -y - _HEAVY_EDGE) for x, y in route.points]
    bends = curves(points)
    path = f"{points[0][0]:.2f} {points[0][1]:.2f} m"
    path += "".join(f" {a:.2f} {b:.2f} {c:.2f} {d:.2f} {e:.2f} {f:.2f} c" for (a, b), (c, d), (e, f) in bends)
    canvas.line(path, _ARROW, MUTED)
    if route.tie.forth:
        _draw_head(canvas, points[-1], bends[-1][1])
    if route.tie.back:
        _draw_head(canvas, points[0], bends[0][0])


def _draw_head(canvas: Canvas, end: Point, before: Point) -> None:
    x, y = end
    back = x - _HEAD_LENGTH if before[0] < x else x + _HEAD_LENGTH
    outline = f"{x:.2f} {y:.2f} m {back:.2f} {y + _HEAD_HALF:.2f} l {back:.2f} {y - _HEAD_HALF:.2f} l h"
    canvas.path(outline, MUTED)
