"""Where days lie on an axis of time, and that lanes are made when they are looked at."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.time_chart import Axis, Lane, Slot, TimeChart, axis_of, axis_over, worded

TODAY = date(2026, 11, 22)
YEAR = Axis(date(2026, 1, 1), date(2026, 12, 31))
AXES = st.builds(axis_of, st.dates(date(1900, 1, 1)), st.integers(1, 72))


@pytest.mark.parametrize(
    ("day", "months", "first", "last"),
    [
        (TODAY, 24, "2026-11-01", "2028-10-31"),
        (date(2026, 1, 31), 2, "2026-01-01", "2026-02-28"),
        (date(2028, 2, 29), 1, "2028-02-01", "2028-02-29"),
        (date(9999, 11, 3), 24, "9999-11-01", "9999-12-31"),
        (date(1900, 1, 1), 12, "1900-01-01", "1900-12-31"),
    ],
)
def test_an_axis_is_of_whole_months(day: date, months: int, first: str, last: str) -> None:
    axis = axis_of(day, months)
    assert (str(axis.first), str(axis.last)) == (first, last)


@pytest.mark.parametrize(
    ("begin", "end", "shares"),
    [
        ("2026-01-01", "2026-12-31", (0, 365)),
        ("2026-01-02", "2026-01-02", (1, 2)),
        ("2025-05-01", "2026-01-31", (0, 31)),
        ("2026-12-31", "2027-05-01", (364, 365)),
        (None, "2026-01-01", (0, 1)),
        ("2026-12-31", None, (364, 365)),
        (None, None, (0, 365)),
        ("2025-01-01", "2025-12-31", None),
        ("2027-01-01", None, None),
        ("2026-05-02", "2026-05-01", None),
    ],
)
def test_a_stretch_is_cut_to_the_axis(begin: str | None, end: str | None, shares: tuple[int, int] | None) -> None:
    days = [None if day is None else date.fromisoformat(day) for day in (begin, end)]
    found = YEAR.stretch(*days)
    assert (found and tuple(share * 365 for share in found)) == (shares and pytest.approx(shares))


@pytest.mark.parametrize(
    ("months", "words", "short"),
    [(3, ["nov", "dec", "jan"], ["N", "D", "J"]), (36, ["kv 4", "kv 1", "kv 2"], ["4", "1", "2"])],
)
def test_parts_are_months_or_on_a_long_axis_quarters(months: int, words: list[str], short: list[str]) -> None:
    parts = list(axis_of(TODAY, months).parts())[:3]
    assert [(part.words, part.short) for part in parts] == list(zip(words, short, strict=True))


def test_years_are_named_as_far_as_the_axis_goes() -> None:
    assert [slot.words for slot in axis_of(TODAY, 24).wholes()] == ["2026", "2027", "2028"]


@given(AXES)
def test_parts_and_years_cover_the_axis_without_gaps_or_overlaps(axis: Axis) -> None:
    for slots in (list(axis.parts()), list(axis.wholes())):
        assert slots[0].begin == 0
        assert slots[-1].end == pytest.approx(1)
        assert all(one.end == pytest.approx(other.begin) for one, other in pairwise(slots))


@given(AXES, st.data())
def test_later_days_lie_further_on(axis: Axis, data: st.DataObject) -> None:
    days = st.dates(axis.first, axis.last - timedelta(days=1))
    day = data.draw(days)
    assert 0 <= axis.at(day) < axis.middle(day) < axis.at(day + timedelta(days=1)) <= 1
    assert axis.holds(day)
    assert axis.stretch(day, day) == (axis.at(day), pytest.approx(axis.at(day + timedelta(days=1))))


def test_a_lane_is_made_once_and_only_when_it_is_looked_at() -> None:
    made: list[int] = []

    def maker(number: int) -> Lane:
        made.append(number)
        return Lane(f"Rad {number}", "")

    chart = TimeChart("Bild", "", YEAR, TODAY, ("Namn",), "Dag", [lambda n=n: maker(n) for n in range(3)])
    assert (len(chart), made) == (3, [])
    assert chart.lane(1) is chart.lane(1)
    assert made == [1]
    assert [lane.name for lane in chart.lanes()] == ["Rad 0", "Rad 1", "Rad 2"]


@pytest.mark.parametrize(
    ("first", "last", "begin", "end", "in_weeks"),
    [
        ("2026-11-22", "2026-11-22", "2026-11-16", "2026-11-22", True),
        ("2026-12-28", "2027-01-04", "2026-12-28", "2027-01-10", True),
        ("2026-11-02", "2028-04-30", "2026-11-02", "2028-04-30", True),
        ("2026-11-02", "2028-06-01", "2026-11-01", "2028-06-30", False),
        ("2026-11-02", "2199-01-01", "2026-11-01", "2046-11-30", False),
        ("9999-12-30", "9999-12-31", "9999-12-27", "9999-12-31", True),
        ("1900-01-03", "1900-01-03", "1900-01-01", "1900-01-07", True),
    ],
)
def test_an_axis_over_some_days_is_of_whole_weeks_or_months(
    first: str, last: str, begin: str, end: str, *, in_weeks: bool
) -> None:
    axis = axis_over(date.fromisoformat(first), date.fromisoformat(last))
    assert (str(axis.first), str(axis.last), axis.shows_weeks) == (begin, end, in_weeks)


def test_weeks_stand_under_months_and_are_numbered_over_the_turn_of_the_year() -> None:
    axis = axis_over(date(2026, 12, 20), date(2027, 1, 10))
    months = [(slot.words, slot.short) for slot in axis.wholes()]
    assert months == [("december 2026", "dec 2026"), ("januari 2027", "jan 2027")]
    weeks = [(slot.words, slot.short) for slot in axis.parts()]
    assert weeks == [("v. 51", "51"), ("v. 52", "52"), ("v. 53", "53"), ("v. 1", "1")]


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (400, ["v. 1", "v. 2", "v. 3", "v. 4"]),
        (150, ["1", "2", "3", "4"]),
        (30, ["1", "3"]),
        (16, ["1"]),
        (4, []),
    ],
)
def test_a_head_says_less_the_less_room_there_is(length: float, said: list[str]) -> None:
    slots = [Slot(f"v. {number}", str(number), (number - 1) / 4, number / 4) for number in range(1, 5)]
    assert [words for _slot, words in worded(slots, length, lambda words: 10 * len(words))] == said


def test_a_cut_first_month_takes_no_words_from_the_others() -> None:
    slots = [Slot("mars", "M", 0, 0.02), Slot("april", "A", 0.02, 0.5), Slot("maj", "M", 0.5, 1)]
    named = worded(slots, 200, lambda words: 10 * len(words))
    assert [(slot.begin, words) for slot, words in named] == [(0.02, "april"), (0.5, "maj")]


def test_a_cut_last_month_is_named_by_its_short_words() -> None:
    slots = [Slot("januari 2027", "jan 2027", 0, 0.4), Slot("februari 2027", "feb 2027", 0.4, 0.8)]
    slots.append(Slot("mars 2027", "mar 2027", 0.8, 1))
    named = worded(slots, 420, lambda words: 10 * len(words))
    assert [words for _slot, words in named] == ["januari 2027", "februari 2027", "mar 2027"]


@given(
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    st.dates(date(1900, 1, 1), date(9999, 12, 31)),
)
def test_an_axis_over_days_holds_the_first_and_its_parts_cover_it(one: date, other: date) -> None:
    axis = axis_over(min(one, other), max(one, other))
    assert axis.holds(min(one, other))
    for slots in (list(axis.parts()), list(axis.wholes())):
        assert slots[0].begin == 0
        assert slots[-1].end == pytest.approx(1)
        assert all(before.end == pytest.approx(after.begin) for before, after in pairwise(slots))
