"""Joining needs into a course: sessions, costs, savings and the month that suits most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.joining import MONTHS, USUAL_SEATS, Need, Terms, best_month, join

NEEDS = st.lists(
    st.builds(
        Need,
        st.sampled_from(("1438", "1439", "1460", "1461")),
        st.integers(1, 60),
        st.frozensets(st.sampled_from(MONTHS), max_size=4),
        st.none() | st.integers(0, 10**9),
    ),
    min_size=1,
    max_size=6,
)
TERMS = st.builds(
    Terms,
    st.none() | st.integers(1, 40),
    st.none() | st.integers(-(10**7), 10**7),
    st.none() | st.integers(-(10**6), 10**6),
)


def test_fewer_sessions_together_is_what_is_saved() -> None:
    course = join((Need("1460", 7), Need("1438", 3)), Terms(10, 20_000_00, 500_00))
    assert (course.people, course.sessions, course.sessions_alone, course.host) == (10, 1, 2, "1460")
    assert (course.alone, course.together, course.saving, course.per_seat) == (
        45_000_00,
        25_000_00,
        20_000_00,
        2_500_00,
    )
    assert [(part.kommun, part.alone, part.together, part.saving) for part in course.parts] == [
        ("1460", 23_500_00, 17_500_00, 6_000_00),
        ("1438", 21_500_00, 7_500_00, 14_000_00),
    ]
    assert not course.estimated


def test_without_prices_the_cost_is_estimated_from_what_kommuner_pay_alone() -> None:
    course = join((Need("1460", 6, cost_alone=30_000_00), Need("1438", 6, cost_alone=20_000_00)), Terms())
    assert (course.seats, course.sessions, course.together, course.saving) == (USUAL_SEATS, 1, 25_000_00, 25_000_00)
    assert course.estimated


def test_a_price_below_zero_is_what_each_gets() -> None:
    course = join((Need("1460", 2), Need("1438", 1)), Terms(10, -10))
    assert (course.together, [part.together for part in course.parts]) == (-10, [-7, -3])


def test_what_nobody_has_told_is_unknown() -> None:
    course = join((Need("1460", 6), Need("1438", 6)), Terms(6))
    assert (course.alone, course.together, course.saving, course.per_seat, course.sessions) == (None,) * 4 + (2,)
    part = join((Need("1460", 6, cost_alone=10), Need("1438", 6)), Terms(6))
    assert (part.alone, part.together, part.saving) == (None, 20, None)


@pytest.mark.parametrize(
    ("needs", "month"),
    [
        ((Need("a", 5), Need("b", 3)), ""),
        ((Need("a", 5, frozenset({"03", "09"})), Need("b", 3, frozenset({"09"}))), "09"),
        ((Need("a", 5, frozenset({"03"})), Need("b", 3, frozenset({"09"}))), "03"),
        ((Need("a", 3, frozenset({"03"})), Need("b", 3, frozenset({"02"}))), "02"),
        ((Need("a", 5), Need("b", 3, frozenset({"11"}))), "11"),
        ((Need("a", 5, frozenset(MONTHS)),), ""),
    ],
)
def test_the_month_that_suits_most_people(needs: tuple[Need, ...], month: str) -> None:
    assert best_month(needs) == month


def test_it_says_whom_the_month_does_not_suit() -> None:
    course = join((Need("a", 5, frozenset({"03"})), Need("b", 3, frozenset({"09"})), Need("c", 1)), Terms())
    assert (course.month, course.unsuited) == ("03", ("b",))


def test_needs_of_one_kommun_are_put_together() -> None:
    course = join(
        (Need("a", 5, frozenset({"03", "04"}), 100), Need("a", 3, frozenset({"04"}), 50), Need("b", 1)), Terms(4)
    )
    part = course.parts[0]
    assert (part.people, part.sessions_alone, part.alone) == (8, 2, 150)
    assert course.month == "04"


def test_a_course_is_made_of_needs() -> None:
    with pytest.raises(ValueError, match="made of needs"):
        join((), Terms())


@given(NEEDS, TERMS)
def test_parts_always_add_up(needs: list[Need], terms: Terms) -> None:
    course = join(needs, terms)
    assert sum(part.people for part in course.parts) == course.people == sum(need.people for need in needs)
    assert course.sessions <= course.sessions_alone
    assert course.sessions * course.seats >= course.people
    if course.together is not None:
        assert sum(part.together or 0 for part in course.parts) == course.together
        assert course.per_seat is not None
        assert course.per_seat * course.people >= course.together
    if course.saving is not None:
        assert sum(part.saving or 0 for part in course.parts) == course.saving
