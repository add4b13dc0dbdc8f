"""Where the ring lies: months clockwise from the top, and what is pointed at is what is drawn there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.look.look import Look
from itadmin.ui.wheel.places import places_in


@pytest.mark.parametrize(("share", "across", "down"), [(0, 0, -1), (0.25, 1, 0), (0.5, 0, 1), (0.75, -1, 0)])
def test_the_year_goes_clockwise_from_the_top(look: Look, share: float, across: int, down: int) -> None:
    places = places_in(look.theme, QRectF(0, 0, 600, 400))
    assert places.middle == QPointF(300, 200)
    away = places.at(share, 100) - places.middle
    assert (away.x(), away.y()) == pytest.approx((100 * across, 100 * down))
    found, radius = places.share_and_radius(places.at(share, places.radius / 2))
    assert (found, radius) == pytest.approx((share, 0.5))


def test_the_ring_fills_the_shorter_side_and_larger_text_has_a_broader_band(look: Look) -> None:
    before = places_in(look.theme, QRectF(0, 0, 600, 400))
    assert 190 < before.whole < 200
    look.set_text_factor(2.0)
    after = places_in(look.theme, QRectF(0, 0, 600, 400))
    assert after.band > before.band
    assert after.radius < before.radius


def test_every_part_is_found_where_it_lies(look: Look, picture: Callable[..., YearPicture]) -> None:
    ring = picture().ring
    places = places_in(look.theme, QRectF(10, 10, 500, 500))
    assert [places.part_at(ring, places.place_of(part)) for part in ring.parts()] == ring.parts()
    assert places.part_at(ring, places.middle) is None
    for arc in ring.arcs:
        assert places.arc(arc).contains(places.place_of(arc))


def test_no_room_at_all_is_no_trouble(look: Look) -> None:
    assert places_in(look.theme, QRectF()).whole == 1.0
