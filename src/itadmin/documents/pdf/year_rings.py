"""The ring of a year as a strip: months around, what lasts as arcs with their names along them, days as signs.

All that is drawn stands in the table of the same days. Knows arcs and signs, not what they stand for.
"""

from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin, tan

from itadmin.documents.content import YearRing
from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.colours import HAIR, INK, MUTED, WHITE, Colour
from itadmin.documents.pdf.flow import Hold, Strip, hold_together
from itadmin.documents.pdf.lines import Line, going_on
from itadmin.documents.pdf.style import AFTER_FIGURE, TextStyle
from itadmin.documents.pdf.tables import TableFrame, caption_strips
from itadmin.documents.pdf.tagged import Element, figure_element, place_figure
from itadmin.documents.pdf.text import NBSP
from itadmin.documents.pdf.typesetter import draw_line
from itadmin.domain.calculations.year_ring import MIDDLE, SIGN, Arc, Sign, Spot
from itadmin.domain.calendar import MONTHS

_MONTH = TextStyle("sans", 10, 12)
_NAME = TextStyle("sans", 8.5, 10.5)
_NUMBER = TextStyle("semibold", 9, 11)
_CENTRE = TextStyle("semibold", 20, 24)
_BELOW_CENTRE = TextStyle("sans", 11, 14)
_LEGEND = TextStyle("sans", 9, 11)
_BAND, _FOOT = 20.0, 30.0
_TALLEST_SHARE = 0.8
"""Of the page, so that title and caption have room above."""
_HAIR, _EDGE, _TODAY_LINE = 0.35, 0.6, 1.4
_DASHES = (2.4, 1.8)
_SINGLE, _SQUARE = 0.74, 0.86
_MOST_LINES, _MOST_TOLD = 3, 99
_CAPITAL = 0.36
"""Half the height of capitals, of the size."""
_SWATCH, _GAP = 18.0, 5.0
_STEP = 1 / 48
"""No curve is longer than this share of the circle."""


def year_ring(frame: TableFrame, block: YearRing, number: str) -> list[Strip]:
    """The caption and the figure."""
    x = frame.area.table_x
    strips = caption_strips(frame, f"Figur{NBSP}{number}", block.caption, x, Element("P", frame.parent))
    figure = _Figure(frame, block)
    strips.append(Strip(figure.height, partial(_draw, figure=figure), after=AFTER_FIGURE))
    hold_together(strips[:-1], Hold.STRONG)
    return strips


class _Figure:
    """One ring, in the middle of the width it may take."""

    def __init__(self, frame: TableFrame, block: YearRing) -> None:
        self.frame = frame
        self.picture = block.picture
        self.whole = min(frame.area.table_width, frame.sheet.frame_height * _TALLEST_SHARE - _FOOT) / 2
        self.radius = self.whole - _BAND
        self.height = 2 * self.whole + _FOOT
        self.element = figure_element(frame.parent, frame.setter.line(block.alt))


@dataclass(frozen=True, slots=True)
class _Ring:
    """A figure with the place of its middle."""

    figure: _Figure
    x: float
    y: float

    def at(self, share: float, distance: float) -> tuple[float, float]:
        """The point at a share of the ring, so far from the middle."""
        return self.x + sin(2 * pi * share) * distance, self.y + cos(2 * pi * share) * distance

    def sector(self, begin: float, end: float, inner: float, outer: float) -> str:
        """The outline of the part of a band between two shares."""
        x, y = self.at(begin, outer)
        path = f"{x:.2f} {y:.2f} m{self._curve(begin, end, outer)}"
        x, y = self.at(end, inner)
        return f"{path} {x:.2f} {y:.2f} l{self._curve(end, begin, inner)} h"

    def circle(self, radius: float) -> str:
        """A whole circle around the middle."""
        x, y = self.at(0, radius)
        return f"{x:.2f} {y:.2f} m{self._curve(0, 1, radius)} h"

    def _curve(self, begin: float, end: float, radius: float) -> str:
        """Along the circle from one share to another, in pieces that follow it closely."""
        pieces = max(round(abs(end - begin) / _STEP), 1)
        step = (end - begin) / pieces
        reach = radius * 4 / 3 * tan(pi * step / 2)
        found = ""
        for number in range(pieces):
            first, last = begin + number * step, begin + (number + 1) * step
            (a, b), (c, d) = self.at(first, radius), self.at(last, radius)
            along, back = 2 * pi * first, 2 * pi * last
            handles = (a + reach * cos(along), b - reach * sin(along), c - reach * cos(back), d + reach * sin(back))
            found += " {:.2f} {:.2f} {:.2f} {:.2f} ".format(*handles) + f"{c:.2f} {d:.2f} c"
        return found


def _draw(canvas: Canvas, top: float, *, figure: _Figure) -> None:
    area = figure.frame.area
    place_figure(figure.element, (area.table_x, top - figure.height, area.table_x + area.table_width, top))
    canvas.element(figure.element)
    ring, found = _Ring(figure, area.table_x + area.table_width / 2, top - figure.whole), figure.picture.ring
    _draw_months(canvas, ring)
    for arc in found.arcs:
        happening = found.happenings[arc.number]
        outline = ring.sector(arc.begin, arc.end, arc.inner * figure.radius, arc.outer * figure.radius)
        _draw_ground(canvas, figure, outline, happening.level)
    if found.today is not None:
        ends = (ring.at(found.today, figure.whole), ring.at(found.today, MIDDLE * figure.radius))
        canvas.line(_path(*ends), _TODAY_LINE, figure.frame.setter.palette.accent)
    for arc in found.arcs:
        _draw_name(canvas, ring, arc)
    for spot in found.spots:
        _draw_spot(canvas, ring, spot)
    _draw_middle(canvas, ring)
    _draw_legend(canvas, top - 2 * figure.whole - _FOOT / 2, figure)


def _draw_months(canvas: Canvas, ring: _Ring) -> None:
    figure = ring.figure
    for number, name in enumerate(MONTHS):
        begin, end = number / len(MONTHS), (number + 1) / len(MONTHS)
        canvas.line(_path(ring.at(begin, figure.whole), ring.at(begin, MIDDLE * figure.radius)), _HAIR, HAIR)
        line = figure.frame.setter.fitted(name, _MONTH, figure.whole)[0]
        _write_along(canvas, ring, line, _MONTH, figure.radius + _BAND / 2, (begin, end), MUTED)
    for radius in (figure.radius, figure.whole):
        canvas.line(ring.circle(radius), _EDGE, MUTED)


def _draw_ground(canvas: Canvas, figure: _Figure, outline: str, level: int) -> None:
    fill = figure.frame.setter.palette.fill(level)
    canvas.path(outline, fill.colour if fill else WHITE)
    canvas.line(outline, _EDGE, MUTED, None if fill else _DASHES)


def _draw_name(canvas: Canvas, ring: _Ring, arc: Arc) -> None:
    figure = ring.figure
    happening = figure.picture.ring.happenings[arc.number]
    fill = figure.frame.setter.palette.fill(happening.level)
    room = 2 * pi * arc.inner * figure.radius * (arc.end - arc.begin) - 2 * _GAP
    most = min(int((arc.outer - arc.inner) * figure.radius // _NAME.leading), _MOST_LINES)
    if room < figure.frame.setter.longest_word(happening.name[:1], _NAME) * 2 or not most:
        return
    lines = figure.frame.setter.fitted(happening.name, _NAME, room, most)
    for number, line in enumerate(lines):
        outwards = ((len(lines) - 1) / 2 - number) * (-1 if _is_below(arc.begin, arc.end) else 1)
        radius = arc.radius * figure.radius + outwards * _NAME.leading
        _write_along(canvas, ring, line, _NAME, radius, (arc.begin, arc.end), fill.ink if fill else INK)


def _write_along(
    canvas: Canvas,
    ring: _Ring,
    line: Line,
    style: TextStyle,
    radius: float,
    between: tuple[float, float],
    colour: Colour,
) -> None:
    """Letter by letter along a circle, in the middle between two shares; below the middle the other way round."""
    is_below = _is_below(*between)
    step = (-1 if is_below else 1) / (2 * pi * radius)
    drop = style.size * _CAPITAL * (1 if is_below else -1)
    share = sum(between) / 2 - step * line.width / 2
    for piece in line.pieces:
        face, at = piece.span.face, piece.offset
        for letter in piece.text:
            width = face.width(letter, style.size)
            here = share + step * (at + width / 2)
            turn = 2 * pi * here + (pi if is_below else 0.0)
            matrix = (cos(turn), -sin(turn), sin(turn), cos(turn), *ring.at(here, radius + drop))
            with canvas.placed(matrix):
                canvas.text(-width / 2, 0, letter, face, style.size, colour)
            at += width


def _is_below(begin: float, end: float) -> bool:
    """Whether words between two shares would stand on their head."""
    return 1 / 4 < (begin + end) / 2 < 3 / 4


def _draw_spot(canvas: Canvas, ring: _Ring, spot: Spot) -> None:
    figure, several = ring.figure, len(spot.numbers) > 1
    x, y = ring.at(spot.share, spot.radius * figure.radius)
    _draw_sign(canvas, spot.sign, (x, y), SIGN * figure.radius * (1.0 if several else _SINGLE))
    if several:
        words = str(min(len(spot.numbers), _MOST_TOLD))
        low = SIGN * figure.radius / 7 if spot.sign is Sign.TRIANGLE else 0.0
        _write_centred(canvas, figure, words, (x, y - low), _NUMBER, WHITE)


def _draw_sign(canvas: Canvas, sign: Sign, middle: tuple[float, float], edge: float) -> None:
    (x, y), half = middle, edge / 2
    if sign is Sign.DISC:
        canvas.path(_disc(x, y, half), INK)
        return
    square = ((-_SQUARE, -_SQUARE), (_SQUARE, -_SQUARE), (_SQUARE, _SQUARE), (-_SQUARE, _SQUARE))
    corners = {
        Sign.DIAMOND: ((0, -1), (1, 0), (0, 1), (-1, 0)),
        Sign.TRIANGLE: ((-1, -1), (1, -1), (0, 1)),
    }
    points = [(x + across * half, y + up * half) for across, up in corners.get(sign, square)]
    canvas.path(f"{_path(*points)} h", INK)


def _disc(x: float, y: float, radius: float) -> str:
    """A filled circle, as four curves."""
    reach = radius * 4 / 3 * tan(pi / 8)
    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + reach:.2f} {x + reach:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - reach:.2f} {y + radius:.2f} {x - radius:.2f} {y + reach:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - reach:.2f} {x - reach:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + reach:.2f} {y - radius:.2f} {x + radius:.2f} {y - reach:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def _draw_middle(canvas: Canvas, ring: _Ring) -> None:
    first, second = ring.figure.picture.middle
    lift = _BELOW_CENTRE.leading / 2 if second else 0.0
    _write_centred(canvas, ring.figure, first, (ring.x, ring.y + lift), _CENTRE, INK)
    if second:
        below = (ring.x, ring.y + lift - _CENTRE.leading)
        _write_centred(canvas, ring.figure, second, below, _BELOW_CENTRE, MUTED)


def _draw_legend(canvas: Canvas, middle: float, figure: _Figure) -> None:
    setter, x = figure.frame.setter, figure.frame.area.table_x
    for part, words in figure.picture.legend:
        if isinstance(part, Sign):
            _draw_sign(canvas, part, (x + _SWATCH / 2, middle), _LEGEND.size)
        else:
            half = _LEGEND.size / 2
            corners = (
                (x, middle - half),
                (x + _SWATCH, middle - half),
                (x + _SWATCH, middle + half),
                (x, middle + half),
            )
            _draw_ground(canvas, figure, f"{_path(*corners)} h", part)
        line = going_on(setter.fitted(words, _LEGEND, figure.whole))[0]
        start = (x + _SWATCH + _GAP, middle - _LEGEND.size * _CAPITAL)
        draw_line(canvas, line, start, _LEGEND, MUTED, figure.element)
        x += _SWATCH + 3 * _GAP + line.width


def _write_centred(
    canvas: Canvas, figure: _Figure, words: str, middle: tuple[float, float], style: TextStyle, colour: Colour
) -> None:
    line = going_on(figure.frame.setter.fitted(words, style, figure.whole))[0]
    start = (middle[0] - line.width / 2, middle[1] - style.size * _CAPITAL)
    draw_line(canvas, line, start, style, colour, figure.element)


def _path(first: tuple[float, float], *others: tuple[float, float]) -> str:
    return " ".join((f"{first[0]:.2f} {first[1]:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in others)))
