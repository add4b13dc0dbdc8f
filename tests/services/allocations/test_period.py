"""The period of a kostnadsfördelning when it is moved to another year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.period import begun_on, years_later


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2027, 1, 1), 1, date(2028, 1, 1)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2027, 12, 31), -2, date(2025, 12, 31)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
    ],
)
def test_the_same_day_some_years_later(day: date, years: int, later: date) -> None:
    assert years_later(day, years) == later


@pytest.mark.parametrize(
    ("first", "ends"),
    [
        (date(2027, 3, 1), None),
        (date(2028, 1, 1), "2028-12-31"),
        (date(2026, 1, 1), None),
    ],
)
def test_the_end_goes_along_only_where_it_would_have_come_before(first: date, ends: str | None) -> None:
    year = Allocation(period_starts=date(2027, 1, 1), period_ends=date(2027, 12, 31))
    assert begun_on(year, first).get("period_ends") == ends


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_it_begins_on_the_day_whatever_it_was(first: date, starts: date | None, ends: date | None) -> None:
    values = begun_on(Allocation(period_starts=starts, period_ends=ends), first)
    assert values["period_starts"] == first.isoformat()
    assert all(date.fromisoformat(day) for day in values.values())
