"""Two ways of sharing beside each other, and the years between them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.allocation import shares
from itadmin.domain.calculations.allocation_comparison import Change, between, compared, phased_in

NOW, THEN = {"1438": 300, "1460": 700}, {"1438": 500, "1460": 500}


@pytest.mark.parametrize(
    ("now", "then", "difference", "percent"),
    [(300, 500, 200, 66_67), (700, 500, -200, -28_57), (0, 5, 5, None), (200, 200, 0, 0), (100, 0, -100, -100_00)],
)
def test_a_change_is_told_in_kronor_and_percent(now: int, then: int, difference: int, percent: int | None) -> None:
    change = Change(now, then)
    assert (change.difference, change.percent) == (difference, percent)


def test_who_takes_part_in_one_of_the_ways_is_compared_too() -> None:
    assert compared({"1460": 10}, {"1438": 10}) == {"1438": Change(0, 10), "1460": Change(10, 0)}


def test_the_change_comes_in_even_steps() -> None:
    assert phased_in(NOW, THEN, [1000] * 4) == [
        {"1438": 350, "1460": 650},
        {"1438": 400, "1460": 600},
        {"1438": 450, "1460": 550},
        THEN,
    ]


def test_nothing_is_phased_in_as_nothing() -> None:
    assert phased_in({"1438": 0}, {"1438": 0}, [0, 0]) == [{"1438": 0}, {"1438": 0}]


def test_the_cost_of_a_year_may_be_another_than_what_is_compared() -> None:
    assert phased_in(NOW, THEN, [333, 333, 334])[-1] == {"1438": 167, "1460": 167}
    assert between(NOW, THEN, 333, Fraction()) == {"1438": 100, "1460": 233}


@pytest.mark.parametrize("years", [0, 21])
def test_so_many_years_are_refused(years: int) -> None:
    with pytest.raises(ValueError, match="mellan 1 och 20 år"):
        phased_in(NOW, THEN, [1000] * years)


weights = st.dictionaries(st.sampled_from(["1438", "1439", "1460"]), st.integers(1, 10**5), min_size=1)


@given(amount=st.integers(0, 10**9), before=weights, after=weights, years=st.integers(1, 20))
def test_every_year_adds_up_and_the_last_is_the_new_way(
    amount: int, before: dict[str, int], after: dict[str, int], years: int
) -> None:
    now, then = shares(amount, before), shares(amount, after)
    found = phased_in(now, then, [amount] * years)
    assert [sum(year.values()) for year in found] == [amount] * years
    assert {code: ore for code, ore in found[-1].items() if ore} == {code: ore for code, ore in then.items() if ore}
