"""Strokes that every painted part uses: text on one line, rings, hatching, pens.

Functions over a painter, a rectangle and a theme; they must not know what is painted.
"""

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme

_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
LEFT = int(Qt.AlignmentFlag.AlignLeft) | _ONE_LINE
RIGHT = int(Qt.AlignmentFlag.AlignRight) | _ONE_LINE
CENTRE = int(Qt.AlignmentFlag.AlignHCenter) | _ONE_LINE

_LONGEST = 512  # characters worth measuring for one line; longer text is cut before it is shaped


def one_line(theme: Theme, text: str, style: TextStyle, width: float) -> str:
    """Give `text` as it stands on one line of `width`, elided last when it does not fit."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    shown = " ".join(shown.split("\n")) if "\n" in shown else shown
    room = width + 0.5
    if theme.fonts.width(style, shown) <= room:
        return shown
    return theme.fonts.metrics(style).elidedText(shown, Qt.TextElideMode.ElideRight, room)


def line_width(theme: Theme, text: str, style: TextStyle) -> int:
    """Give the width that `text` wants on one line, in whole logical pixels; of very long text, of its beginning."""
    return ceil(theme.fonts.width(style, text[:_LONGEST].replace("\n", " "))) + 1


def draw_text(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    text: str,
    style: TextStyle,
    ink: str,
    align: int = LEFT,
    *,
    struck: bool = False,
) -> None:
    """Draw `text` as plain text on one line in the middle of `rect`, elided last when it does not fit."""
    painter.setFont(theme.fonts.font(style, struck=struck))
    painter.setPen(QColor(ink))
    painter.drawText(rect, align, one_line(theme, text, style, rect.width()))


def pen(colour: str, width: float = 1.0, dashes: tuple[float, ...] = ()) -> QPen:
    """Give a pen; `dashes` are lengths of stroke and gap in units of the width."""
    result = QPen(QColor(colour), width)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        result.setDashPattern(list(dashes))
    return result


def fill_round(painter: QPainter, rect: QRectF, radius: float, fill: str) -> None:
    """Fill a rounded rectangle without an edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(rect, radius, radius)


def outline_round(painter: QPainter, rect: QRectF, radius: float, edge: QPen, fill: str = "") -> None:
    """Draw a rounded rectangle whose edge lies wholly inside `rect`."""
    painter.setPen(edge)
    if fill:
        painter.setBrush(QColor(fill))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = edge.widthF() / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_focus(painter: QPainter, theme: Theme, rect: QRectF, radius: float, ink: str = "") -> None:
    """Draw the focus ring just inside `rect`."""
    outline_round(painter, rect, radius, pen(ink or theme.tokens.accent, theme.metrics.ring))


def round_path(rect: QRectF, radius: float) -> QPainterPath:
    """Give a rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def draw_hatch(painter: QPainter, area: QPainterPath, stroke: QPen, step: float, *, crossed: bool = False) -> None:
    """Draw slanting lines inside `area`, `step` pixels apart, and across them too when `crossed`."""
    box = area.boundingRect()
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(stroke)
    lines: list[QLineF] = []
    left = box.left() - box.height()
    while left < box.right():
        lines.append(QLineF(left, box.bottom(), left + box.height(), box.top()))
        if crossed:
            lines.append(QLineF(left, box.top(), left + box.height(), box.bottom()))
        left += step
    painter.drawLines(lines)
    painter.restore()


def draw_dots(painter: QPainter, area: QPainterPath, ink: QColor, step: float) -> None:
    """Draw staggered dots inside `area`, `step` pixels apart in a row."""
    box = area.boundingRect()
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    top = box.top() + step / 2
    shifted = False
    while top < box.bottom():
        left = box.left() + (step / 2 if shifted else step)
        while left < box.right():
            painter.drawEllipse(QPointF(left, top), 0.8, 0.8)
            left += step
        top += step * 0.6
        shifted = not shifted
    painter.restore()
