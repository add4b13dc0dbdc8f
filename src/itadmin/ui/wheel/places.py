"""Where everything in the ring of a year lies, in logical pixels, for the room and the fonts it is drawn with.

Pure arithmetic over plain values; draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from itadmin.domain.calculations.year_ring import SIGN, Arc, Ring, Spot
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme

_ROUND, _QUARTER = 360.0, 90.0
_SINGLE = 0.74
"""How much of its room a sign of one day takes."""


@dataclass(frozen=True)
class RingPlaces:
    """The measures of a ring in a square around `middle`; the months' names have a band outside `radius`."""

    theme: Theme
    middle: QPointF
    whole: float

    @property
    def band(self) -> float:
        """How broad the band of the months is."""
        return self.theme.fonts.height(TextStyle.AXIS) + self.theme.metrics.heading_gap

    @property
    def radius(self) -> float:
        """The radius that the ring's distances are shares of."""
        return self.whole - self.band

    def at(self, share: float, distance: float) -> QPointF:
        """The point at a share of the ring, `distance` pixels from the middle."""
        angle = 2 * pi * share
        return self.middle + QPointF(sin(angle), -cos(angle)) * distance

    def share_and_radius(self, spot: QPointF) -> tuple[float, float]:
        """The share of the ring and the share of its radius at a point."""
        away = spot - self.middle
        return (atan2(away.x(), -away.y()) / (2 * pi)) % 1.0, hypot(away.x(), away.y()) / self.radius

    def sector(self, begin: float, end: float, inner: float, outer: float) -> QPainterPath:
        """The part of a band between two shares, from `inner` to `outer` pixels from the middle."""
        path = QPainterPath()
        start, sweep = _QUARTER - _ROUND * begin, -_ROUND * (end - begin)
        outside, inside = self._circle(outer), self._circle(inner)
        path.arcMoveTo(outside, start)
        path.arcTo(outside, start, sweep)
        path.arcTo(inside, start + sweep, -sweep)
        path.closeSubpath()
        return path

    def arc(self, arc: Arc) -> QPainterPath:
        """Where a period lies."""
        return self.sector(arc.begin, arc.end, arc.inner * self.radius, arc.outer * self.radius)

    def sign(self, spot: Spot) -> QRectF:
        """Where a sign lies."""
        edge = SIGN * self.radius * (1.0 if len(spot.numbers) > 1 else _SINGLE)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(self.at(spot.share, spot.radius * self.radius))
        return box

    def place_of(self, part: Arc | Spot) -> QPointF:
        """The middle of an arc or a sign."""
        share = part.share if isinstance(part, Spot) else (part.begin + part.end) / 2
        return self.at(share, part.radius * self.radius)

    def part_at(self, ring: Ring, spot: QPointF) -> Arc | Spot | None:
        """What lies at a point."""
        return ring.part_at(*self.share_and_radius(spot))

    def _circle(self, radius: float) -> QRectF:
        return QRectF(self.middle.x() - radius, self.middle.y() - radius, 2 * radius, 2 * radius)


def places_in(theme: Theme, rect: QRectF) -> RingPlaces:
    """The largest ring in the middle of a rectangle, with room for its edge."""
    return RingPlaces(theme, rect.center(), max(min(rect.width(), rect.height()) / 2 - theme.metrics.ring, 1.0))
