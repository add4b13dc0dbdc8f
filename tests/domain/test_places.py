"""Places between others."""

import pytest

from itadmin.domain.places import between


@pytest.mark.parametrize(
    ("places", "at", "expected"),
    [
        ([], 0, 100),
        ([100, 200], 0, 50),
        ([100, 200], 1, 150),
        ([100, 200], 2, 300),
        ([1, 2], 1, None),
        ([1], 0, None),
        ([100, 101], 1, None),
    ],
)
def test_a_place_lies_between_its_neighbours(places: list[int], at: int, expected: int | None) -> None:
    assert between(places, at) == expected
