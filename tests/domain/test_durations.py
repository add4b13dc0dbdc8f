"""How long something takes, written and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.durations import duration_text, parse_duration


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(None, ""), (0, "0 min"), (45, "45 min"), (60, "1 tim"), (90, "1 tim 30 min"), (600, "10 tim")],
)
def test_a_time_is_written_in_hours_and_minutes(minutes: int | None, text: str) -> None:
    assert duration_text(minutes) == text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("  ", None),
        ("90", 90),
        ("90 min", 90),
        ("90 minuter", 90),
        ("2 h", 120),
        ("2 tim", 120),
        ("1 timme", 60),
        ("1,5 tim", 90),
        ("1.5h", 90),
        ("1 tim 30 min", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1,5", 90),
        ("0.25", 15),
        ("2 TIMMAR", 120),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, minutes: int | None) -> None:
    assert parse_duration(text) == minutes


@pytest.mark.parametrize("text", ["en dag", "-5", "1:75", "h", "2 h 3 h", "tim"])
def test_what_is_no_time_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match="Skriv tiden i minuter eller timmar, till exempel 90"):
        parse_duration(text)


@given(st.integers(0, 100_000))
def test_what_is_written_is_read_as_the_same_time(minutes: int) -> None:
    assert parse_duration(duration_text(minutes)) == minutes
