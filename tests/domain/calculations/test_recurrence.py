"""Times that come back: worked examples, and everything against going through them one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.recurrence import MONTHS_BETWEEN, occurrences
from itadmin.domain.calendar import Interval, add_months

YEAR = Interval(date(2027, 1, 1), date(2027, 12, 31))


def starts(first: Interval, repeats: str, within: Interval = YEAR, until: date | None = None) -> list[str]:
    return [str(time.starts_on) for time in occurrences(first, repeats, within, until)]


@pytest.mark.parametrize(
    ("first", "repeats", "until", "told"),
    [
        (Interval(date(2027, 3, 1)), "", None, ["2027-03-01"]),
        (Interval(date(2027, 3, 1)), "aldrig", None, ["2027-03-01"]),
        (Interval(date(2026, 3, 1)), "aldrig", None, []),
        (Interval(date(2020, 4, 1), date(2020, 4, 30)), "ar", None, ["2027-04-01"]),
        (Interval(date(2024, 2, 29)), "ar", None, ["2027-02-28"]),
        (Interval(date(2026, 10, 31)), "manad", date(2027, 3, 31), ["2027-01-31", "2027-02-28", "2027-03-31"]),
        (Interval(date(2026, 11, 15)), "kvartal", None, ["2027-02-15", "2027-05-15", "2027-08-15", "2027-11-15"]),
        (Interval(date(2026, 7, 1)), "halvar", None, ["2027-01-01", "2027-07-01"]),
        (Interval(date(2026, 12, 20), date(2027, 1, 7)), "ar", None, ["2026-12-20", "2027-12-20"]),
        (Interval(date(2028, 1, 1)), "ar", None, []),
    ],
)  # fmt: skip
def test_worked_examples(first: Interval, repeats: str, until: date | None, told: list[str]) -> None:
    assert starts(first, repeats, until=until) == told


def test_without_a_first_day_or_an_end_there_is_nothing_to_tell() -> None:
    assert list(occurrences(Interval(), "ar", YEAR)) == []
    assert list(occurrences(Interval(date(2027, 1, 1)), "ar", Interval(date(2027, 1, 1)))) == []


def test_the_calendar_ends_with_year_9999() -> None:
    last = Interval(date(9998, 6, 1), date(9999, 12, 31))
    assert starts(Interval(date(9000, 12, 31)), "ar", last) == ["9998-12-31", "9999-12-31"]
    assert starts(Interval(date(9000, 12, 30), date(9001, 2, 1)), "ar", last) == ["9998-12-30"]


days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(days, st.integers(0, 400), st.sampled_from(["", *MONTHS_BETWEEN]), days, st.integers(0, 800))
def test_they_are_those_of_all_that_have_a_day_within(
    begins: date, length: int, repeats: str, span_begins: date, span: int
) -> None:
    within = Interval(span_begins, span_begins + timedelta(days=span))
    times = 500 if repeats else 1
    every = [add_months(begins, number * MONTHS_BETWEEN.get(repeats, 0)) for number in range(times)]
    expected = [Interval(day, day + timedelta(days=length)) for day in every]
    found = list(occurrences(Interval(begins, begins + timedelta(days=length)), repeats, within))
    assert found == [time for time in expected if time.overlaps(within)]
