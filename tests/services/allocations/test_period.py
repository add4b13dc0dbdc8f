"""The period of a kostnadsfördelning when it is moved to another year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.period import begun_on, next_period, years_later


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


@pytest.mark.parametrize(
    ("starts", "ends", "wanted"),
    [
        ("2027-01-01", "2027-12-31", ("2028-01-01", "2028-12-31")),
        ("2027-01-01", "2029-12-31", ("2030-01-01", "2032-12-31")),
        ("2027-01-01", "2027-03-31", ("2027-04-01", "2027-06-30")),
        ("2026-03-01", "2027-02-28", ("2027-03-01", "2028-02-29")),
        ("2028-02-29", "2028-12-31", ("2029-01-01", "2029-11-03")),
        ("2027-01-15", "2027-02-14", ("2027-02-15", "2027-03-14")),
        ("2027-01-10", "2027-01-19", ("2027-01-20", "2027-01-29")),
        ("2027-01-01", None, ("2028-01-01", None)),
        (None, "2027-12-31", (None, "2028-12-31")),
        (None, None, (None, None)),
    ],
)
def test_the_next_period_begins_the_day_after_and_is_as_long(
    starts: str | None, ends: str | None, wanted: tuple[str | None, str | None]
) -> None:
    days = [day and date.fromisoformat(day) for day in (starts, ends)]
    assert tuple(day and day.isoformat() for day in next_period(*days)) == wanted


@given(st.dates(), st.dates())
def test_the_next_period_never_overlaps_nor_fails(one: date, other: date) -> None:
    starts, ends = sorted((one, other))
    first, last = next_period(starts, ends)
    assert first > ends or ends == date.max
    assert last >= first


@given(st.dates(), st.none() | st.dates(), st.none() | st.dates())
def test_it_begins_on_the_day_whatever_it_was(first: date, starts: date | None, ends: date | None) -> None:
    values = begun_on(Allocation(period_starts=starts, period_ends=ends), first)
    assert values["period_starts"] == first.isoformat()
    assert all(date.fromisoformat(day) for day in values.values())
