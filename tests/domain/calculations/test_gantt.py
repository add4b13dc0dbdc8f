"""Bars of a Gantt picture keep their ends in order however they are moved, and show as much done as is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.gantt import Bar, Grip, bar_of, begins_too_early, done_part, moved, outside, whole_of

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
WEEK = Bar(MONDAY, FRIDAY)
DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 31))
BARS = st.tuples(DAYS, DAYS).map(lambda days: Bar(min(days), max(days)))


@pytest.mark.parametrize(
    ("first", "last", "bar"),
    [
        (MONDAY, FRIDAY, WEEK),
        (MONDAY, None, Bar(MONDAY, MONDAY)),
        (None, FRIDAY, Bar(FRIDAY, FRIDAY)),
        (None, None, None),
        (FRIDAY, MONDAY, None),
    ],
)
def test_one_day_is_enough_for_a_bar(first: date | None, last: date | None, bar: Bar | None) -> None:
    assert bar_of(first, last) == bar


def test_the_whole_of_bars_goes_from_the_first_to_the_last_day() -> None:
    later = Bar(date(2026, 2, 1), date(2026, 3, 4))
    assert whole_of([None, WEEK, later]) == Bar(date(2026, 2, 1), FRIDAY)
    assert whole_of([None]) is None


@pytest.mark.parametrize(
    ("grip", "days", "first", "last"),
    [
        (Grip.WHOLE, 3, "2026-03-05", "2026-03-09"),
        (Grip.WHOLE, -2, "2026-02-28", "2026-03-04"),
        (Grip.BEGIN, 2, "2026-03-04", "2026-03-06"),
        (Grip.BEGIN, 9, "2026-03-06", "2026-03-06"),
        (Grip.END, 1, "2026-03-02", "2026-03-07"),
        (Grip.END, -9, "2026-03-02", "2026-03-02"),
        (Grip.WHOLE, -99_999_999, "1900-01-01", "1900-01-05"),
        (Grip.WHOLE, 99_999_999, "9999-12-27", "9999-12-31"),
    ],
)
def test_a_bar_or_one_of_its_ends_is_moved(grip: Grip, days: int, first: str, last: str) -> None:
    assert moved(WEEK, grip, days) == Bar(date.fromisoformat(first), date.fromisoformat(last))


@given(BARS, st.sampled_from(Grip), st.integers(-4_000_000, 4_000_000))
def test_the_ends_never_pass_each_other_and_a_whole_keeps_its_length(bar: Bar, grip: Grip, days: int) -> None:
    result = moved(bar, grip, days)
    assert result.first <= result.last
    assert (grip is not Grip.WHOLE) or result.days == bar.days
    assert (grip is Grip.BEGIN) <= (result.last == bar.last)
    assert (grip is Grip.END) <= (result.first == bar.first)


@pytest.mark.parametrize(
    ("share", "last"),
    [(None, None), (0, None), (1_999, None), (2_000, 0), (5_999, 1), (10_000, 4), (20_000, 4)],
)
def test_as_many_whole_days_are_done_as_the_share_comes_to(share: int | None, last: int | None) -> None:
    expected = None if last is None else Bar(MONDAY, MONDAY + timedelta(days=last))
    assert done_part(WEEK, share) == expected


@pytest.mark.parametrize(("first", "early"), [(4, True), (5, True), (6, False), (7, False)])
def test_work_may_begin_on_the_last_day_of_what_it_waits_for(first: int, *, early: bool) -> None:
    assert begins_too_early(Bar(date(2026, 3, first), date(2026, 3, 20)), WEEK) is early


@given(BARS, BARS)
def test_each_day_of_a_bar_is_either_within_another_or_outside_it(bar: Bar, within: Bar) -> None:
    parts = outside(bar, within)
    inside = max((min(bar.last, within.last) - max(bar.first, within.first)).days + 1, 0)
    assert inside + sum(part.days for part in parts) == bar.days
    assert all(part.last < within.first or part.first > within.last for part in parts)
