"""Small signs that stand before a word: painted discs and rings, or an icon.

A sign is the second cue beside the word, readable without its colour.
"""

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import pen


class Sign(Enum):
    """A sign; the value of one that is not painted here is the name of its icon."""

    DISC = "disc"
    HALF_DISC = "half_disc"
    RING = "ring"
    MISSING = "missing"
    CHECK = "checkmark_circle"
    PEN = "edit"
    ARROW = "arrow_right"
    SIGNATURE = "signature"
    ALERT = "error_circle"
    CLOCK = "clock"
    TRIANGLE = "warning"
    PLUS = "add"
    MINUS = "subtract_circle"
    LOCK = "lock_closed"
    INFO = "info"
    SNOOZE = "snooze"
    CALCULATOR = "calculator"


_PAINTED = frozenset({Sign.DISC, Sign.HALF_DISC, Sign.RING, Sign.MISSING})
_NOMINAL = 16
_ARCS = (12, 102, 192, 282)  # degrees where the four arcs of the open ring begin
_ARC = 66
_SIXTEENTHS = 16  # Qt counts angles in sixteenths of a degree


def sign_size(theme: Theme) -> int:
    """Give the edge of the square that a sign takes, in logical pixels."""
    return theme.metrics.icon(_NOMINAL)


def draw_sign(painter: QPainter, theme: Theme, rect: QRectF, sign: Sign, ink: str) -> None:
    """Draw `sign` in the middle of `rect` in `ink`."""
    if sign not in _PAINTED:
        theme.icons.draw(painter, sign.value, _NOMINAL, rect, ink)
        return
    edge = sign_size(theme) * 0.56
    box = QRectF(0, 0, edge, edge)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = edge / 6
    if sign is Sign.MISSING:
        painter.setPen(pen(ink, stroke * 1.1))
        for begin in _ARCS:
            painter.drawArc(box.adjusted(-0.5, -0.5, 0.5, 0.5), begin * _SIXTEENTHS, _ARC * _SIXTEENTHS)
    else:
        painter.setPen(pen(ink, stroke))
        painter.setBrush(QColor(ink) if sign is Sign.DISC else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
    if sign is Sign.HALF_DISC:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawPie(box, 90 * _SIXTEENTHS, 180 * _SIXTEENTHS)
    painter.restore()
