"""What is asked from today on becomes days, and nothing else is touched."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calendar import months_from
from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import MOST_MONTHS, Condition, is_months, settled

DAYS = st.dates(date(1900, 1, 2), date(9999, 12, 30))


@given(DAYS, st.integers(0, MOST_MONTHS), DAYS)
def test_within_months_holds_from_today_through_the_same_day_so_many_months_later(
    today: date, months: int, day: date
) -> None:
    parts = settled((Condition("ends_on", "within_months", (months,)),), today)
    is_within = all(holds(part, day.isoformat()) for part in parts)
    assert is_within == (today <= day <= months_from(today, months))


@given(DAYS, st.integers(0, MOST_MONTHS), DAYS)
def test_by_months_holds_through_the_same_day_so_many_months_later_and_before_today(
    today: date, months: int, day: date
) -> None:
    parts = settled((Condition("ends_on", "by_months", (months,)),), today)
    assert all(holds(part, day.isoformat()) for part in parts) == (day <= months_from(today, months))
    assert not any(holds(part, None) for part in parts)


def test_the_last_day_there_is_does_not_stop_it() -> None:
    parts = settled((Condition("ends_on", "within_months", (12,)),), date(9999, 6, 1))
    assert [part.values for part in parts] == [("9999-05-31",), ("9999-12-31",)]


def test_other_conditions_are_as_they_were() -> None:
    conditions = (Condition("kind", "one_of", ("a", None)), Condition("ends_on", "before", ("2027",)))
    assert settled(conditions, date(2026, 11, 22)) == conditions


@pytest.mark.parametrize("test", ["within_months", "by_months"])
@pytest.mark.parametrize("values", [(), (1, 2), (-1,), (1201,), ("12",), (True,), (None,)])
def test_what_is_no_number_of_months_cannot_be_asked(test: Any, values: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="no number of months"):
        settled((Condition("ends_on", test, values),), date(2026, 11, 22))


@pytest.mark.parametrize(("value", "is_number"), [(0, True), (1200, True), (1.0, False), (False, False)])
def test_only_whole_numbers_are_months(value: object, *, is_number: bool) -> None:
    assert is_months(value) is is_number
