"""Each file of a sender is newer than the one before, whatever its clock says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.share_versions import LARGEST_VERSION, next_version, version_at

NOW = 1_795_000_000_000
DAY = 24 * 60 * 60 * 1000


@pytest.mark.parametrize(
    ("own", "others", "version"),
    [
        ([], [], version_at(NOW)),
        ([version_at(NOW - DAY)], [version_at(NOW - 2 * DAY)], version_at(NOW)),
        ([version_at(NOW)], [], version_at(NOW) + 1),
        ([version_at(NOW + 9 * DAY), 5], [], version_at(NOW + 9 * DAY) + 1),
        ([], [version_at(NOW + 5)], version_at(NOW + 5) + 1),
        ([], [version_at(NOW + DAY)], version_at(NOW + DAY) + 1),
        ([], [version_at(NOW + DAY) + 1, LARGEST_VERSION], version_at(NOW)),
    ],
)
def test_the_next_version(own: list[int], others: list[int], version: int) -> None:
    assert next_version(NOW, own, others) == version


@given(st.lists(st.integers(0, 2 * NOW), min_size=1), st.lists(st.integers(0, LARGEST_VERSION)))
def test_versions_rise_with_clocks_that_go_wrong_both_ways(clocks: list[int], others: list[int]) -> None:
    made: list[int] = []
    for now in clocks:
        made.append(next_version(now, made, others))
    assert made == sorted(set(made))


def test_a_clock_comes_to_its_end() -> None:
    with pytest.raises(ValueError, match="last"):
        next_version(NOW, [LARGEST_VERSION])
