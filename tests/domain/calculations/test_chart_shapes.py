"""Arrows go from end to beginning without crossing the bars, and stars point upwards."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.chart_shapes import Bend, Spot, head, route, star

BEND = Bend(4, 3, 6)
SPOTS = st.builds(Spot, st.integers(-500, 500).map(float), st.integers(-500, 500).map(float))


@pytest.mark.parametrize(("row", "edge"), [(12, 9), (-12, -9), (60, 57)])
def test_what_begins_afterwards_has_an_arrow_that_falls_on_it(row: float, edge: float) -> None:
    assert route(Spot(10, 0), Spot(30, row), BEND) == (Spot(10, 0), Spot(34, 0), Spot(34, edge))


def test_what_begins_too_early_has_an_arrow_that_goes_back_between_the_rows() -> None:
    corners = route(Spot(40, 0), Spot(10, 12), BEND)
    assert corners == (Spot(40, 0), Spot(44, 0), Spot(44, 6), Spot(6, 6), Spot(6, 12), Spot(10, 12))


@given(SPOTS, SPOTS)
def test_an_arrow_begins_where_it_is_to_and_turns_at_right_angles(begin: Spot, end: Spot) -> None:
    corners = route(begin, end, BEND)
    assert corners[0] == begin
    assert all(one.x == other.x or one.y == other.y for one, other in pairwise(corners))


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ((Spot(0, 0), Spot(10, 0)), (Spot(10, 0), Spot(6, 2), Spot(6, -2))),
        ((Spot(0, 0), Spot(0, 10)), (Spot(0, 10), Spot(-2, 6), Spot(2, 6))),
        ((Spot(3, 3), Spot(3, 3)), (Spot(3, 3), Spot(3, 3), Spot(3, 3))),
    ],
)
def test_a_head_points_the_way_the_arrow_goes(corners: tuple[Spot, ...], expected: tuple[Spot, ...]) -> None:
    assert head(corners, 4) == expected


@pytest.mark.parametrize(("up", "top"), [(-1.0, -10.0), (1.0, 10.0)])
def test_a_star_has_five_points_the_first_of_which_is_uppermost(up: float, top: float) -> None:
    corners = star(Spot(0, 0), 10, up)
    assert len(corners) == 10
    assert corners[0] == pytest.approx((0, top))
    assert max(abs(corner.x) for corner in corners) < 10
