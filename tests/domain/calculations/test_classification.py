"""How far back something may have been done and still hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.classification import next_review, oldest_that_holds


@pytest.mark.parametrize(
    ("day", "oldest"),
    [
        (date(2026, 11, 22), date(2025, 11, 22)),
        (date(2025, 2, 28), date(2024, 2, 28)),
        (date(2025, 3, 1), date(2024, 3, 1)),
        (date(2024, 2, 28), date(2023, 2, 28)),
        (date(2024, 2, 29), date(2023, 3, 1)),
    ],
)
def test_a_year_back_is_the_same_day_as_a_year_ahead(day: date, oldest: date) -> None:
    assert oldest_that_holds(day) == oldest


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(-3, 3))
def test_what_is_not_to_be_reviewed_before_a_day_holds_on_it(day: date, by: int) -> None:
    done = date.fromordinal(oldest_that_holds(day).toordinal() + by)
    due = next_review(done)
    assert due is not None
    assert (due >= day) == (by >= 0)
