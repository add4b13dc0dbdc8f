"""Circles among things that presuppose each other, held against going every way there is."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.circles import circle_through, first_circle


@pytest.mark.parametrize(
    ("before", "circle"),
    [
        ({}, ()),
        ({"a": "b"}, ()),
        ({"a": "b", "b": "c"}, ()),
        ({"a": "bc", "b": "c"}, ()),
        ({"a": "a"}, ("a", "a")),
        ({"a": "b", "b": "a"}, ("a", "b", "a")),
        ({"a": "b", "b": "c", "c": "ab"}, ("a", "b", "c", "a")),
        ({"x": "a", "a": "b", "b": "a"}, ("a", "b", "a")),
        ({"a": "bd", "b": "c", "c": "a", "d": "a"}, ("a", "d", "a")),
    ],
)
def test_the_first_circle(before: Mapping[str, Sequence[str]], circle: tuple[str, ...]) -> None:
    assert first_circle(before) == circle


def reaches(before: Mapping[int, Sequence[int]], start: int) -> set[int]:
    found: set[int] = set()
    for _step in range(len(before) + 1):
        found |= {each for key in (start, *found) for each in before.get(key, ())}
    return found


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=3)))
def test_a_thing_is_in_a_circle_when_it_can_be_come_back_to(before: dict[int, list[int]]) -> None:
    for start in before:
        way = circle_through(before, start)
        assert bool(way) == (start in reaches(before, start))
        assert all(later in before[earlier] for earlier, later in pairwise(way))
        assert not way or way[0] == way[-1] == start
