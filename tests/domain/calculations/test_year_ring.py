"""The ring of a year: where months, days and periods lie, and that nothing covers anything else."""

from datetime import date, timedelta
from itertools import combinations, pairwise
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.year_ring import (
    MIDDLE,
    MOST_LANES,
    SIGN,
    Arc,
    Happening,
    Sign,
    numbers_of,
    reach_of,
    ring_of,
    share_after,
    share_of,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))


def happening(first: str | date, days: int = 1, sign: Sign = Sign.DISC, name: str = "Möte") -> Happening:
    begins = date.fromisoformat(first) if isinstance(first, str) else first
    return Happening(begins, begins + timedelta(days=days - 1), name, sign, 1, f"{name}.")


HAPPENINGS = st.lists(st.builds(happening, DAYS, st.integers(1, 400), st.sampled_from(Sign)), min_size=0, max_size=60)


@pytest.mark.parametrize(
    ("day", "begin", "end"),
    [
        ("2026-01-01", 0, 1 / 12 / 31),
        ("2026-01-31", 30 / 31 / 12, 1 / 12),
        ("2026-07-01", 0.5, 0.5 + 1 / 12 / 31),
        ("2028-02-29", (1 + 28 / 29) / 12, 2 / 12),
        ("2026-12-31", (11 + 30 / 31) / 12, 1),
    ],
)
def test_each_month_has_a_twelfth(day: str, begin: float, end: float) -> None:
    assert (share_of(date.fromisoformat(day)), share_after(date.fromisoformat(day))) == pytest.approx((begin, end))


@given(st.dates(date(1900, 1, 1), date(9999, 12, 30)))
def test_a_day_begins_where_the_one_before_ends(day: date) -> None:
    assert share_after(day) % 1.0 == share_of(day + timedelta(days=1))


def test_a_week_is_an_arc_and_less_is_a_sign() -> None:
    ring = ring_of(2026, [happening("2026-03-02", 7), happening("2026-05-04", 6)], TODAY)
    assert [arc.number for arc in ring.arcs] == [0]
    assert [spot.numbers for spot in ring.spots] == [(1,)]


def test_what_crosses_the_new_year_is_cut_and_other_years_are_left_out() -> None:
    items = [happening("2025-12-20", 30), happening("2026-12-20", 30), happening("2024-12-20", 30)]
    ring = ring_of(2026, items, TODAY)
    assert [round(arc.begin, 2) for arc in ring.arcs] == [0, 0.97]
    assert [round(arc.end, 2) for arc in ring.arcs] == [0.05, 1]


def test_one_month_after_the_other_needs_one_lane() -> None:
    ring = ring_of(2026, [happening("2026-04-01", 30), happening("2026-05-01", 31), happening("2026-06-01", 30)], TODAY)
    assert len({arc.outer for arc in ring.arcs}) == 1


def test_more_than_there_are_lanes_stands_only_in_the_list() -> None:
    ring = ring_of(2026, [happening("2026-03-01", 31) for _ in range(MOST_LANES + 2)], TODAY)
    assert len(ring.arcs) == MOST_LANES
    assert ring.left_out == (MOST_LANES, MOST_LANES + 1)
    assert ring.part_of(MOST_LANES) is None


def test_days_close_to_each_other_are_one_sign_unless_they_are_of_different_sorts() -> None:
    items = [happening("2026-03-02"), happening("2026-03-03"), happening("2026-03-03", sign=Sign.DIAMOND)]
    assert [(spot.sign, spot.numbers) for spot in ring_of(2026, items, TODAY).spots] == [
        (Sign.DIAMOND, (2,)),
        (Sign.DISC, (0, 1)),
    ]


def test_what_began_the_year_before_stands_at_the_top() -> None:
    (spot,) = ring_of(2026, [happening("2025-12-30", 5)], TODAY).spots
    assert spot.share == pytest.approx(reach_of(spot.radius) / 2)


@pytest.mark.parametrize(("year", "today"), [(2026, share_of(TODAY)), (2027, None)])
def test_today_is_in_its_own_year(year: int, today: float | None) -> None:
    assert ring_of(year, [], TODAY).today == today


@given(HAPPENINGS)
def test_no_arc_and_no_sign_covers_another(items: list[Happening]) -> None:
    ring = ring_of(2026, items, TODAY)
    assert all(0 <= arc.begin < arc.end <= 1 for arc in ring.arcs)
    for arc, after in combinations(ring.arcs, 2):
        assert arc.outer != after.outer or arc.end <= after.begin
    for spot, other in combinations(ring.spots, 2):
        apart = abs(other.share - spot.share)
        assert spot.radius != other.radius or min(apart, 1 - apart) * 2 * pi * spot.radius >= SIGN * 1.2
    inwards = sorted({(arc.inner, arc.outer) for arc in ring.arcs}, reverse=True)
    inwards += sorted({(spot.radius - SIGN / 2, spot.radius + SIGN / 2) for spot in ring.spots}, reverse=True)
    assert all(below[1] < above[0] for above, below in pairwise(inwards))
    assert all(inner > MIDDLE and outer < 1 for inner, outer in inwards)


@given(HAPPENINGS)
def test_everything_in_the_year_has_one_place_or_none(items: list[Happening]) -> None:
    ring = ring_of(2026, items, TODAY)
    told = sorted([number for part in ring.parts() for number in numbers_of(part)] + list(ring.left_out))
    assert told == list(range(len(ring.happenings)))
    assert list(ring.happenings) == sorted(ring.happenings, key=lambda one: one.first)
    begun = [numbers_of(part)[0] for part in ring.parts()]
    assert begun == sorted(begun)


@given(HAPPENINGS)
def test_what_is_pointed_at_is_what_is_drawn_there(items: list[Happening]) -> None:
    ring = ring_of(2026, items, TODAY)
    for part in ring.parts():
        share = (part.begin + part.end) / 2 if isinstance(part, Arc) else part.share
        assert ring.part_at(share, part.radius) == part
    assert ring.part_at(0.5, MIDDLE / 2) is None
