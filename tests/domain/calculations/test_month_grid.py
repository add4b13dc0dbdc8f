"""A month as weeks, and the lanes of what happens in it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.month_grid import DAYS, Bar, month_grid, months_on, shown_days
from itadmin.domain.calendar import Interval


@pytest.mark.parametrize(
    ("year", "month", "first", "last"),
    [
        (2027, 3, date(2027, 3, 1), date(2027, 4, 4)),
        (2027, 2, date(2027, 2, 1), date(2027, 2, 28)),
        (2026, 11, date(2026, 10, 26), date(2026, 12, 6)),
    ],
)
def test_a_month_is_shown_in_whole_weeks(year: int, month: int, first: date, last: date) -> None:
    assert shown_days(year, month) == Interval(first, last)
    grid = month_grid(year, month, [])
    assert (grid.weeks[0][0], grid.weeks[-1][-1]) == (first, last)


def test_the_ends_of_the_calendar_can_be_shown() -> None:
    assert month_grid(9999, 12, [(date(9999, 12, 31), date.max)]).bars
    assert month_grid(1900, 1, []).weeks[0][0] == date(1900, 1, 1)
    assert (months_on(9999, 12, 1), months_on(1900, 1, -1)) == ((9999, 12), (1900, 1))
    assert (months_on(2026, 12, 1), months_on(2026, 1, -1)) == ((2027, 1), (2025, 12))


def test_what_lasts_over_a_weekend_lies_in_both_weeks() -> None:
    grid = month_grid(2027, 3, [(date(2027, 3, 5), date(2027, 3, 8))])
    before, after = (
        Bar(0, 0, 4, 6, 0, from_before=False, goes_on=True),
        Bar(0, 1, 0, 0, 0, from_before=True, goes_on=False),
    )
    assert grid.bars == (before, after)
    assert grid.numbers_on(date(2027, 3, 8)) == [0]
    assert grid.numbers_on(date(2027, 3, 9)) == []
    assert grid.numbers_on(date(2027, 6, 1)) == []


def test_what_is_on_the_same_day_lies_below_each_other_the_longer_above() -> None:
    day = date(2027, 3, 2)
    grid = month_grid(2027, 3, [(day, day), (day, day + timedelta(days=2)), (date(2027, 3, 3), date(2027, 3, 3))])
    assert [(bar.number, bar.lane) for bar in grid.bars] == [(1, 0), (0, 1), (2, 1)]
    assert grid.numbers_on(day) == [1, 0]


def test_what_has_no_room_is_counted_on_its_days() -> None:
    day = date(2027, 3, 2)
    grid = month_grid(2027, 3, [(day, day)] * 4 + [(date(2027, 3, 10), date(2027, 3, 10))])
    shown, hidden = grid.shown(3)
    assert [bar.number for bar in shown] == [0, 1, 4]
    assert hidden == {(0, 1): 2}
    assert grid.shown(4) == (list(grid.bars), {})


def test_a_crowded_day_takes_no_room_from_others_of_its_week() -> None:
    monday, friday = date(2027, 3, 1), date(2027, 3, 5)
    shown, hidden = month_grid(2027, 3, [(monday, monday), (monday, monday), (friday, friday)]).shown(1)
    assert [bar.number for bar in shown] == [2]
    assert hidden == {(0, 0): 2}


days = st.dates(date(2026, 10, 1), date(2027, 1, 31))
spans = st.lists(st.tuples(days, st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))))


@given(spans, st.integers(1, 6))
def test_nothing_lies_on_anything_else_and_all_is_shown_or_counted(spans: list[tuple[date, date]], lanes: int) -> None:
    grid = month_grid(2026, 11, spans)
    taken = [(bar.week, bar.lane, day) for bar in grid.bars for day in range(bar.begin, bar.end + 1)]
    assert len(set(taken)) == len(taken)
    shown, hidden = grid.shown(lanes)
    for week, dates in enumerate(grid.weeks):
        for weekday, day in enumerate(dates):
            here = [number for number, (first, last) in enumerate(spans) if first <= day <= last]
            assert sorted(grid.numbers_on(day)) == here
            seen = [bar for bar in shown if bar.week == week and bar.begin <= weekday <= bar.end]
            assert len(seen) + hidden[week, weekday] == len(here)
            assert all(bar.lane < lanes - bool(hidden[week, weekday]) for bar in seen)
    assert all(len(dates) == DAYS for dates in grid.weeks)
