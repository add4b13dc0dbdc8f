"""Drawing a picture of dependencies on any painter: screen, picture file or print.

Boxes differ by edge, sign and word, never by colour alone. Knows boxes and lines, no register.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from itadmin.domain.calculations.layered_layout import Layout, Route, Spacing, curves, lay_out
from itadmin.services.dependency_picture import Box, Picture, Weight, steps_away
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.picture_files import Drawing
from itadmin.ui.widgets.painting import CENTRE, draw_focus, draw_text, outline_round, pen
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

_WIDTH, _ACROSS, _BETWEEN = 184, 84, 12
_EDGE, _HEAVY = 1.0, 2.4
_LINE, _HEAVY_LINE = 1.2, 2.4
_DASHES = (4.0, 3.0)
_HEAD_LENGTH, _HEAD_HALF = 8.0, 4.0
_CASING = 3.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture with the place of everything in it, in logical pixels at zoom 1; headings stand above the boxes."""

    picture: Picture
    layout: Layout
    spacing: Spacing
    heading: float

    @property
    def width(self) -> float:
        """The width of the whole."""
        return self.layout.width

    @property
    def height(self) -> float:
        """The height of the whole with its headings."""
        return self.layout.height + self.heading

    def rect(self, key: str) -> QRectF:
        """Where a box lies."""
        x, y = self.layout.corners[key]
        return QRectF(x, y + self.heading, self.spacing.width, self.spacing.height)

    def box_at(self, place: QPointF) -> str:
        """The key of the box at a place; "" when there is none."""
        return next((key for key in self.picture.boxes if self.rect(key).contains(place)), "")


def place(picture: Picture, theme: Theme) -> Placed:
    """Lay a picture out for the fonts it will be drawn with."""
    metrics = theme.metrics
    height = metrics.line + metrics.second_line + 2 * metrics.gap
    spacing = Spacing(metrics.px(_WIDTH), height, metrics.px(_ACROSS), metrics.px(_BETWEEN))
    heading = metrics.second_line + metrics.block
    return Placed(picture, lay_out(picture.layers, picture.ties, spacing), spacing, heading)


def draw_picture(
    painter: QPainter, placed: Placed, theme: Theme, current: str = "", *, has_focus: bool = False
) -> None:
    """Draw all of it from the painter's origin. The lines of the box `current` stand out; `has_focus` rings it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_headings(painter, placed, theme)
    own = [route for route in placed.layout.routes if current in (route.tie.first, route.tie.second)]
    others = [route for route in placed.layout.routes if route not in own]
    painter.translate(0, placed.heading)
    for route in others:
        _draw_route(painter, placed, theme, route, theme.tokens.ctl)
    for route in own:
        _draw_route(painter, placed, theme, route, theme.tokens.accent)
    painter.translate(0, -placed.heading)
    for key, box in placed.picture.boxes.items():
        _draw_box(painter, theme, placed.rect(key), box)
    if current and has_focus:
        ring = placed.rect(current).adjusted(-3, -3, 3, 3)
        draw_focus(painter, theme, ring, theme.metrics.radius_panel)
    painter.restore()


def printed(picture: Picture, theme: Theme) -> Drawing:
    """The picture as it is copied and saved: all of it, in the light colours."""
    light = theme.for_print()
    placed = place(picture, light)
    return Drawing(
        placed.width,
        placed.height,
        picture.boxes[picture.centre].title,
        picture.sentence,
        lambda painter: draw_picture(painter, placed, light),
    )


def _draw_headings(painter: QPainter, placed: Placed, theme: Theme) -> None:
    for layer in set(placed.picture.layers.values()):
        left = next(placed.rect(key).left() for key, box in placed.picture.boxes.items() if box.layer == layer)
        room = QRectF(left, 0, placed.spacing.width, theme.metrics.second_line)
        draw_text(painter, theme, room, steps_away(layer), TextStyle.SECOND, theme.tokens.text3, CENTRE)


def _draw_route(painter: QPainter, placed: Placed, theme: Theme, route: Route, ink: str) -> None:
    """A line over a broader one in the ground's colour, so that lines that cross can be told apart."""
    is_critical = route.tie in placed.picture.critical
    bends = curves(route.points)
    path = QPainterPath(QPointF(*route.points[0]))
    for one, other, end in bends:
        path.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
    width = _HEAVY_LINE if is_critical else _LINE
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.tokens.surface, width + _CASING))
    painter.drawPath(path)
    painter.setPen(pen(ink, width))
    painter.drawPath(path)
    if route.tie.forth:
        _draw_head(painter, route.points[-1], bends[-1][1], ink)
    if route.tie.back:
        _draw_head(painter, route.points[0], bends[0][0], ink)


def _draw_head(painter: QPainter, end: tuple[float, float], before: tuple[float, float], ink: str) -> None:
    x, y = end
    back = x - _HEAD_LENGTH if before[0] < x else x + _HEAD_LENGTH
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(back, y - _HEAD_HALF), QPointF(back, y + _HEAD_HALF)]))


def _draw_box(painter: QPainter, theme: Theme, rect: QRectF, box: Box) -> None:
    tokens, metrics = theme.tokens, theme.metrics
    fill = {Weight.OWN: tokens.sel, Weight.MORE: tokens.sunken}.get(box.weight, tokens.surface)
    edges = {
        Weight.OWN: pen(tokens.accent, _HEAVY),
        Weight.CRITICAL: pen(tokens.text, _HEAVY),
        Weight.OUTSIDE: pen(tokens.text2, _EDGE, _DASHES),
    }
    outline_round(painter, rect, metrics.radius_button, edges.get(box.weight, pen(tokens.ctl, _EDGE)), fill)
    room = rect.adjusted(metrics.cell_left, 0, -metrics.cell_right, 0)
    if box.weight is Weight.CRITICAL:
        edge = sign_size(theme)
        sign = QRectF(room.right() - edge, rect.top(), edge, rect.height())
        draw_sign(painter, theme, sign, Sign.TRIANGLE, tokens.amber.ink)
        room.setRight(sign.left() - metrics.tight)
    title = TextStyle.STRONG if box.weight in (Weight.OWN, Weight.CRITICAL) else TextStyle.NAME
    ink = tokens.accent if box.weight is Weight.MORE else tokens.text
    used = metrics.line + (metrics.second_line if box.note else 0)
    top = rect.top() + (rect.height() - used) / 2
    draw_text(painter, theme, QRectF(room.left(), top, room.width(), metrics.line), box.title, title, ink)
    note = QRectF(room.left(), top + metrics.line, room.width(), metrics.second_line)
    draw_text(painter, theme, note, box.note, TextStyle.SECOND, tokens.text2)
