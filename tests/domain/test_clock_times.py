"""Times of the day as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.clock_times import minutes_of, written


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("09:00", 540),
        ("9", 540),
        (" 9.30 ", 570),
        ("00:00", 0),
        ("24:00", 1440),
        ("24:01", None),
        ("9:60", None),
        ("9:5", None),
        ("kl 9", None),
        ("", None),
        ("-1", None),
        ("٩", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


@given(st.integers(0, 1440))
def test_what_is_written_is_read_back(minutes: int) -> None:
    assert minutes_of(written(minutes)) == minutes
