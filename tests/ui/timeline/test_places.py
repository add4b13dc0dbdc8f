"""Where things lie in a picture of time: in order, inside, and found again by the pointer."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.time_chart import Lane, Mark, Shape, TimeChart, axis_of
from itadmin.domain.calendar import Interval
from itadmin.ui.look.look import Look
from itadmin.ui.timeline.places import Places

TODAY = date(2026, 11, 22)


def mark(day: date, *, is_main: bool = False) -> Mark:
    return Mark(Shape.NOTICE, Interval(day, day), "Mening.", is_main)


def places(look: Look, *marks: Mark, width: float = 1000) -> Places:
    lanes = [Lane("Rad", "", marks=marks, record_id=UUID(int=1)), Lane("Rubrik", "")]
    makers = [lambda each=each: each for each in lanes]
    return Places(TimeChart("", "", axis_of(TODAY, 24), TODAY, ("Namn",), "Dag", makers), look.theme, width)


def test_the_axis_lies_between_the_days_and_the_edge(look: Look) -> None:
    found = places(look)
    assert 0 < found.names < found.axis < found.width
    assert (found.x(0), found.x(1)) == (found.axis, 1000)
    assert found.row_rect(1).bottom() == pytest.approx(found.height)


@pytest.mark.parametrize(
    ("day", "is_main", "seen"),
    [
        (date(2027, 5, 1), False, True),
        (date(2026, 11, 1), False, True),
        (date(2028, 10, 31), True, True),
        (date(2028, 11, 1), True, False),
        (date(2026, 10, 31), False, False),
        (date(2020, 1, 1), True, True),
    ],
)
def test_a_mark_lies_inside_or_nowhere(look: Look, day: date, is_main: bool, seen: bool) -> None:
    found = places(look, mark(day, is_main=is_main))
    sign = found.sign_rect(0, mark(day, is_main=is_main))
    assert (sign is not None) is seen
    if sign is not None:
        assert found.axis <= sign.left() < sign.right() <= found.width
        assert found.row_rect(0).contains(sign)
        assert found.mark_at(sign.center()) == (0, 0)


def test_the_mark_that_is_drawn_last_is_found_first(look: Look) -> None:
    day = date(2027, 5, 1)
    found = places(look, mark(day), mark(day, is_main=True))
    sign = found.sign_rect(0, mark(day))
    assert sign is not None
    assert found.mark_at(sign.center()) == (0, 1)


def test_above_and_below_the_rows_there_is_nothing(look: Look) -> None:
    found = places(look)
    assert [found.row_at(y) for y in (0, found.head - 1, found.head, found.height - 1, found.height)] == [
        -1,
        -1,
        0,
        1,
        -1,
    ]
