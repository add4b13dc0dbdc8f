"""Who takes part when: days, whole months, and periods that say nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.allocation_models import Stretch
from itadmin.domain.calculations.allocation_time import BY_DAYS, BY_MONTHS, Span, stretches, yearly_costs

YEAR = Span(date(2027, 1, 1), date(2027, 12, 31))
ALWAYS = Span()
A, B, BOTH = frozenset("a"), frozenset("b"), frozenset("ab")


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        (BY_DAYS, ALWAYS, (Stretch(365, BOTH),)),
        (BY_DAYS, Span(date(2027, 7, 1)), (Stretch(181, A), Stretch(184, BOTH))),
        (BY_DAYS, Span(None, date(2027, 6, 30)), (Stretch(181, BOTH), Stretch(184, A))),
        (BY_DAYS, Span(date(2027, 2, 1), date(2027, 2, 28)), (Stretch(337, A), Stretch(28, BOTH))),
        (BY_DAYS, Span(date(2028, 1, 1)), (Stretch(365, A),)),
        (BY_DAYS, Span(date(2026, 1, 1), date(2027, 12, 31)), (Stretch(365, BOTH),)),
        (BY_MONTHS, ALWAYS, (Stretch(12, BOTH),)),
        (BY_MONTHS, Span(date(2027, 7, 1)), (Stretch(6, A), Stretch(6, BOTH))),
        (BY_MONTHS, Span(date(2027, 7, 31)), (Stretch(6, A), Stretch(6, BOTH))),
        (BY_MONTHS, Span(None, date(2027, 7, 1)), (Stretch(7, BOTH), Stretch(5, A))),
        ("", Span(date(2027, 12, 31)), (Stretch(1, BOTH),)),
        ("", Span(date(2028, 1, 1)), (Stretch(1, A),)),
    ],
)
def test_the_stretches_of_a_year(unit: str, other: Span, expected: tuple[Stretch, ...]) -> None:
    assert stretches(YEAR, {"a": ALWAYS, "b": other}, unit) == expected


@pytest.mark.parametrize(
    ("period", "years", "expected"),
    [
        (YEAR, 2, (1000, 1000)),
        (ALWAYS, 2, (1000, 1000)),
        (Span(date(2027, 1, 1)), 2, (1000, 1000)),
        (Span(date(2027, 1, 1), date(2027, 6, 30)), 2, (1000, 1000)),
        (Span(date(2027, 7, 1), date(2030, 6, 30)), 3, (333, 333, 334)),
        (Span(date(2027, 7, 1), date(2030, 6, 30)), 4, (333, 333, 334, 333)),
        (Span(date(2027, 1, 15), date(2028, 1, 14)), 2, (1000, 1000)),
        (Span(date(2027, 1, 15), date(2028, 1, 15)), 2, (923, 923)),
        (Span(date(2028, 2, 29), date(2030, 2, 28)), 2, (480, 480)),
    ],
)
def test_what_a_year_costs_of_a_longer_period(period: Span, years: int, expected: tuple[int, ...]) -> None:
    assert yearly_costs(1000, period, years) == expected


@given(years=st.integers(2, 20), amount=st.integers(0, 10**9))
def test_whole_years_add_up_to_the_cost_of_their_period(years: int, amount: int) -> None:
    costs = yearly_costs(amount, Span(date(2027, 7, 1), date(2027 + years, 6, 30)), years)
    assert [sum(costs), max(costs) - min(costs) <= 1] == [amount, True]


def test_a_time_that_nobody_takes_part_in_is_told() -> None:
    found = stretches(YEAR, {"a": Span(date(2027, 3, 1))}, BY_MONTHS)
    assert found == (Stretch(2, frozenset()), Stretch(10, A))


def test_months_that_are_only_begun_count_whole() -> None:
    period = Span(date(2027, 1, 31), date(2027, 3, 1))
    assert stretches(period, {"a": ALWAYS, "b": Span(date(2027, 3, 1))}, BY_MONTHS) == (Stretch(2, A), Stretch(1, BOTH))


@pytest.mark.parametrize("period", [ALWAYS, Span(date(2027, 1, 1)), Span(None, date(2027, 1, 1))])
def test_an_open_period_is_not_divided(period: Span) -> None:
    assert stretches(period, {"a": ALWAYS, "b": Span(date(2026, 7, 1))}, BY_DAYS) == (Stretch(1, BOTH),)


def test_nobody_is_no_stretch() -> None:
    assert stretches(ALWAYS, {}, "") == ()


def test_a_period_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="slutar före"):
        stretches(Span(date(2027, 2, 1), date(2027, 1, 1)), {"a": ALWAYS}, BY_DAYS)


days = st.dates(date(2026, 6, 1), date(2028, 6, 1))
spans = st.builds(Span, st.none() | days, st.none() | days)


@given(starts=days, length=st.integers(0, 800), taking=st.dictionaries(st.sampled_from("abcd"), spans))
def test_days_are_counted_one_by_one(starts: date, length: int, taking: dict[str, Span]) -> None:
    period = Span(starts, starts + timedelta(days=length))
    counted = stretches(period, taking, BY_DAYS)
    assert sum(stretch.length for stretch in counted) == length + 1
    for code, span in taking.items():
        each = (starts + timedelta(days=number) for number in range(length + 1))
        there = sum((span.starts_on or date.min) <= day <= (span.ends_on or date.max) for day in each)
        assert sum(stretch.length for stretch in counted if code in stretch.codes) == there
