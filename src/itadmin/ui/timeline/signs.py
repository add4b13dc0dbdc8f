"""Stretches, signs and arrows of pictures of time on any painter: they differ by form, and colour only helps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from itadmin.domain.calculations.chart_shapes import Spot, head, star
from itadmin.domain.calculations.time_chart import Fill, Part, Shape, Tie
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import draw_dots, pen, round_path
from itadmin.ui.widgets.term_data import BlockKind
from itadmin.ui.widgets.term_parts import draw_block_ground, draw_notice_ground

_KINDS = {Fill.FIRM: BlockKind.FIRST, Fill.CHOICE: BlockKind.OPTION, Fill.LIKELY: BlockKind.RENEWAL}
_DOTS = 4
_EDGE = 1.6
_HATCH = 5
_ARROW, _HEAD = 1.2, 6
_DASHES = (3.0, 2.0)


def draw_stretch(painter: QPainter, theme: Theme, fill: Fill, box: QRectF) -> None:
    """Draw a stretch by how it is known."""
    radius = theme.metrics.radius_chip - 1
    if fill in _KINDS:
        draw_block_ground(painter, theme, _KINDS[fill], box, radius)
    elif fill is Fill.WINDOW:
        draw_notice_ground(painter, theme, round_path(box.adjusted(0, 1, 0, -1), 1), _HATCH)
    else:
        draw_dots(painter, round_path(box, radius), QColor(theme.tokens.ctl), _DOTS)


def draw_sign(painter: QPainter, theme: Theme, shape: Shape, box: QRectF) -> None:
    """Draw the sign of a day by what it is."""
    tokens = theme.tokens
    inks = {
        Shape.NOTICE: tokens.amber.ink,
        Shape.END: tokens.red.ink,
        Shape.RENEWAL: tokens.blue.ink,
        Shape.CHOICE: tokens.violet.ink,
        Shape.SUPPORT: tokens.text,
        Shape.DECIDED: tokens.violet.ink,
        Shape.GOAL: tokens.green.ink,
    }
    ink, middle = QColor(inks[shape]), box.center()
    is_filled = shape in (Shape.NOTICE, Shape.END, Shape.CHOICE, Shape.GOAL)
    painter.setPen(pen(inks[shape], _EDGE))
    painter.setBrush(ink if is_filled else QColor(tokens.surface))
    inner = box.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if shape is Shape.NOTICE:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )
    elif shape in (Shape.CHOICE, Shape.DECIDED):
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif shape is Shape.GOAL:
        corners = star(Spot(middle.x(), middle.y()), box.height() / 2)
        painter.drawPolygon(QPolygonF([QPointF(corner.x, corner.y) for corner in corners]))
    elif shape is Shape.SUPPORT:
        painter.drawEllipse(inner)
    else:
        painter.drawRect(inner)


def draw_arrow(painter: QPainter, theme: Theme, tie: Tie, corners: tuple[Spot, ...]) -> None:
    """Draw an arrow through its corners by how one waits for the other: dashed where it does not."""
    is_kept = tie is Tie.KEPT
    ink = theme.tokens.text2 if is_kept else theme.tokens.red.ink
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(ink, _ARROW, () if is_kept else _DASHES))
    painter.drawPolyline(QPolygonF([QPointF(corner.x, corner.y) for corner in corners]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF([QPointF(corner.x, corner.y) for corner in head(corners, theme.metrics.px(_HEAD))]))


def draw_swatch(painter: QPainter, theme: Theme, part: Part, box: QRectF) -> None:
    """Draw what the legend explains."""
    if isinstance(part, Fill):
        draw_stretch(painter, theme, part, box)
        return
    if isinstance(part, Tie):
        y = box.center().y()
        draw_arrow(painter, theme, part, (Spot(box.left(), y), Spot(box.right(), y)))
        return
    sign = QRectF(0, 0, box.height(), box.height())
    sign.moveCenter(box.center())
    draw_sign(painter, theme, part, sign)
