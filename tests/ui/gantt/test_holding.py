"""By what a bar is taken hold of: its middle, or an end where it is long enough to tell them apart."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from itadmin.domain.calculations.gantt import Grip
from itadmin.ui.gantt.holding import grip_at

LONG, SHORT = QRectF(100, 10, 80, 8), QRectF(100, 10, 6, 8)


@pytest.mark.parametrize(
    ("box", "x", "y", "grip"),
    [
        (LONG, 140, 14, Grip.WHOLE),
        (LONG, 102, 14, Grip.BEGIN),
        (LONG, 96, 14, Grip.BEGIN),
        (LONG, 178, 14, Grip.END),
        (LONG, 184, 14, Grip.END),
        (LONG, 90, 14, None),
        (LONG, 190, 14, None),
        (LONG, 140, 30, None),
        (SHORT, 103, 14, Grip.WHOLE),
        (SHORT, 97, 14, Grip.BEGIN),
        (SHORT, 109, 14, Grip.END),
    ],
)
def test_a_bar_is_held_by_its_middle_or_its_ends(box: QRectF, x: float, y: float, grip: Grip | None) -> None:
    assert grip_at(box, QPointF(x, y)) is grip
