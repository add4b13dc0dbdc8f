"""How far a förvaltning has come with a change of the platform, and what the change costs year by year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.platform import OBJECTIONS, Cost, Step, is_open_objection, step_of, summed

TODAY = date(2026, 11, 22)
BEFORE, AFTER = date(2026, 11, 21), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("informed_on", "answered", "answer_by", "step"),
    [
        (None, "", AFTER, Step.UNTOLD),
        (None, "", BEFORE, Step.UNTOLD),
        (BEFORE, "", AFTER, Step.WAITING),
        (BEFORE, "", TODAY, Step.WAITING),
        (BEFORE, "", BEFORE, Step.LATE),
        (BEFORE, "", None, Step.WAITING),
        (BEFORE, "invandning", BEFORE, Step.ANSWERED),
        (None, TODAY, BEFORE, Step.ANSWERED),
    ],
)
def test_how_far_a_forvaltning_has_come(
    informed_on: date | None, answered: object, answer_by: date | None, step: Step
) -> None:
    assert step_of(informed_on, answered, answer_by, TODAY) is step


@pytest.mark.parametrize(
    ("answered_on", "announced_on", "is_open"),
    [
        (None, None, True),
        (BEFORE, None, True),
        (None, BEFORE, True),
        (TODAY, TODAY, True),
        (AFTER, TODAY, True),
        (BEFORE, TODAY, False),
    ],
)
def test_an_objection_is_open_until_the_change_is_announced_anew(
    answered_on: date | None, announced_on: date | None, *, is_open: bool
) -> None:
    for answer in OBJECTIONS:
        assert is_open_objection(answer, answered_on, announced_on) is is_open
    assert not is_open_objection("utan_invandning", answered_on, announced_on)
    assert not is_open_objection("", answered_on, announced_on)


def test_costs_are_summed_by_year_and_by_who_pays_them() -> None:
    table = summed([Cost("Social", 2027, 500), Cost("Skola", 2028, -200), Cost("Social", 2028, 300)])
    assert table.years == [2027, 2028]
    assert table.rows == [("Social", (500, 300), 800), ("Skola", (None, -200), -200)]
    assert (table.sums, table.total, table.is_whole) == ((500, 100), 600, True)


def test_what_is_not_known_is_told_and_not_counted() -> None:
    table = summed([Cost("Social", 2027, None), Cost("Social", 2028, 300)])
    assert table.rows == [("Social", (None, 300), 300)]
    assert (table.sums, table.is_whole) == ((0, 300), False)
    assert summed([]).rows == []


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(2020, 2030), st.none() | st.integers(-(10**9), 10**9)).map(
            lambda parts: Cost(*parts)
        )
    )
)
def test_both_ways_of_summing_agree(costs: list[Cost[str]]) -> None:
    table = summed(costs)
    assert table.total == sum(table.sums) == sum(row[2] for row in table.rows)
    assert table.total == sum(cost.amount or 0 for cost in costs)
