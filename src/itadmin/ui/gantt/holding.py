"""A bar that is taken hold of: by what, from where, and how many days it has been moved. Knows no drawing, no keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from itadmin.domain.calculations.gantt import Bar, Grip, moved

_REACH = 6.0
_LEAST_WHOLE = 14.0
_ORDER = (Grip.WHOLE, Grip.BEGIN, Grip.END)
GRIP_WORDS = {Grip.WHOLE: "Flyttar", Grip.BEGIN: "Flyttar början av", Grip.END: "Flyttar slutet av"}
KEYS_TOLD = "Pil flyttar en dag, Skift+pil en vecka. Mellanslag byter ände, Enter sparar och Esc avbryter."


@dataclass(frozen=True, slots=True)
class Hold:
    """The bar of a row as it is moved; `from_x` is where the mouse took it, None where the keys did."""

    row: int
    bar: Bar
    grip: Grip
    from_x: float | None = None
    days: int = 0

    @property
    def now(self) -> Bar:
        """Where it would be if it were let go."""
        return moved(self.bar, self.grip, self.days)

    def shifted(self, days: int) -> Hold:
        """It moved so many days further, as far as it can be."""
        now = moved(self.bar, self.grip, self.days + days)
        end = now.last - self.bar.last if self.grip is Grip.END else now.first - self.bar.first
        return replace(self, days=end.days)

    @property
    def next_grip(self) -> Grip:
        """By what the keys take hold of it next."""
        return _ORDER[(_ORDER.index(self.grip) + 1) % len(_ORDER)]


def grip_at(box: QRectF, spot: QPointF) -> Grip | None:
    """By what a bar that lies in a box is taken hold of at a spot; None beside it.

    A short bar has its middle in the box and its ends just outside, so that both can be taken.
    """
    if not box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(spot):
        return None
    inside = min(_REACH, max((box.width() - _LEAST_WHOLE) / 2, 0.0))
    if spot.x() < box.left() + inside:
        return Grip.BEGIN
    return Grip.END if spot.x() > box.right() - inside else Grip.WHOLE
