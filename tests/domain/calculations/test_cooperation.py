"""How far kommuner have come together, of the levels of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.cooperation import LEVELS, joint_level

LEVEL = st.integers(0, max(LEVELS))


@pytest.mark.parametrize(
    ("levels", "joint"),
    [([], 0), ([4], 0), ([0], 0), ([4, 4], 4), ([5, 3, 1], 3), ([5, 0], 0), ([2, 5, 5, 1], 5), ([1, 1, 1, 4, 3], 3)],
)
def test_the_joint_level(levels: list[int], joint: int) -> None:
    assert joint_level(levels) == joint


@pytest.mark.parametrize(
    ("members", "guests", "joint"),
    [([], [4, 4], 0), ([0], [4, 4], 0), ([2], [4, 4], 2), ([4], [4], 4), ([4], [3], 3), ([5, 1], [3], 3)],
)
def test_a_guest_comes_as_far_as_a_member_but_guests_never_alone(
    members: list[int], guests: list[int], joint: int
) -> None:
    assert joint_level(members, guests) == joint


@given(st.lists(LEVEL, min_size=2))
def test_two_have_come_so_far_and_no_two_farther(levels: list[int]) -> None:
    joint = joint_level(levels)
    assert sum(level >= joint for level in levels) >= 2
    assert sum(level > joint for level in levels) < 2


@given(st.lists(LEVEL, min_size=1))
def test_the_order_of_kommuner_does_not_matter(levels: list[int]) -> None:
    assert joint_level(reversed(levels)) == joint_level(levels) == joint_level(sorted(levels))
