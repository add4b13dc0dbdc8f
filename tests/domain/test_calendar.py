"""Days: holidays against known years, months against the calendar, and what people write."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calendar import (
    MONTHS,
    Interval,
    add_months,
    approximate_span,
    day_name,
    days_from,
    days_in_month,
    easter_sunday,
    is_working_day,
    iso_week,
    months_from,
    parse_approximate_day,
    parse_day,
    previous_working_day,
    prose,
    public_holidays,
    spoken_day,
    weekday_name,
    with_year,
    working_day,
    working_days_between,
)

DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1900, date(1900, 4, 15)),
        (1943, date(1943, 4, 25)),
        (1961, date(1961, 4, 2)),
        (1954, date(1954, 4, 18)),
        (1981, date(1981, 4, 19)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
        (2100, date(2100, 3, 28)),
        (2200, date(2200, 4, 6)),
        (2285, date(2285, 3, 22)),
        (2300, date(2300, 4, 8)),
        (2400, date(2400, 4, 16)),
    ],
)
def test_easter_falls_on_the_known_sunday(year: int, expected: date) -> None:
    assert easter_sunday(year) == expected


@given(st.integers(1900, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    easter = easter_sunday(year)
    assert weekday_name(easter) == "söndag"
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


def test_the_holidays_of_2026() -> None:
    assert public_holidays(2026) == {
        date(2026, 1, 1): "nyårsdagen",
        date(2026, 1, 6): "trettondedag jul",
        date(2026, 4, 3): "långfredagen",
        date(2026, 4, 5): "påskdagen",
        date(2026, 4, 6): "annandag påsk",
        date(2026, 5, 1): "första maj",
        date(2026, 5, 14): "Kristi himmelsfärdsdag",
        date(2026, 5, 24): "pingstdagen",
        date(2026, 6, 6): "Sveriges nationaldag",
        date(2026, 6, 19): "midsommarafton",
        date(2026, 6, 20): "midsommardagen",
        date(2026, 10, 31): "alla helgons dag",
        date(2026, 12, 24): "julafton",
        date(2026, 12, 25): "juldagen",
        date(2026, 12, 26): "annandag jul",
        date(2026, 12, 31): "nyårsafton",
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 6, 26), "midsommardagen"),
        (date(2027, 11, 6), "alla helgons dag"),
        (date(2027, 2, 28), "söndag"),
        (date(2027, 3, 26), "långfredagen"),
    ],
)
def test_a_day_is_called_by_its_holiday_or_weekday(day: date, expected: str) -> None:
    assert day_name(day) == expected


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2027, 2, 28), date(2027, 2, 26)),
        (date(2026, 4, 6), date(2026, 4, 2)),
        (date(2026, 1, 1), date(2025, 12, 30)),
        (date(2026, 11, 25), date(2026, 11, 24)),
        (date(2025, 12, 29), date(2025, 12, 23)),
    ],
)
def test_the_working_day_before(day: date, before: date) -> None:
    assert previous_working_day(day) == before


@given(st.dates(date(1900, 1, 10), date(9999, 12, 31)))
def test_nothing_between_a_day_and_the_working_day_before_is_worked(day: date) -> None:
    before = previous_working_day(day)
    between = [before + timedelta(days=number) for number in range(1, (day - before).days)]
    assert is_working_day(before)
    assert before < day
    assert not any(is_working_day(free) for free in between)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2027, 1, 31), -2, date(2026, 11, 30)),
        (date(2026, 3, 15), -15, date(2024, 12, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1900, 1, 1), -1), (date(2026, 1, 1), 10**9)])
def test_months_beyond_the_calendar_are_refused(day: date, months: int) -> None:
    with pytest.raises(ValueError, match="mellan 1900 och 9999"):
        add_months(day, months)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(9999, 12, 1), 1, date(9999, 12, 31)),
        (date(1900, 6, 1), -12, date(1900, 1, 1)),
        (date(1200, 6, 1), 12, date(1900, 1, 1)),
    ],
)
def test_months_beyond_the_calendar_can_be_its_end(day: date, months: int, expected: date) -> None:
    assert months_from(day, months) == expected


@given(DAYS, st.integers(-600, 600))
def test_a_month_later_is_the_same_day_number_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    index = day.year * 12 + day.month - 1 + months
    if 1900 * 12 <= index < 10_000 * 12:
        later = add_months(day, months)
        assert later.year * 12 + later.month - 1 == index
        assert later.day == min(day.day, days_in_month(later.year, later.month))


@given(st.dates(date(1900, 1, 1), date(9999, 11, 30)))
def test_a_month_has_days_until_the_next_begins(day: date) -> None:
    last = day.replace(day=days_in_month(day.year, day.month))
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 2, 28), "söndag 28 februari"),
        (date(2026, 11, 22), "söndag 22 november"),
        (date(2027, 5, 20), "torsdag 20 maj"),
        (date(2027, 5, 21), "fredag 21 maj 2027"),
        (date(2026, 5, 27), "onsdag 27 maj"),
        (date(2026, 5, 26), "tisdag 26 maj 2026"),
    ],
)
def test_a_day_as_it_is_said_has_its_year_where_it_may_be_mistaken(day: date, expected: str) -> None:
    assert spoken_day(day, date(2026, 11, 22)) == expected


def test_a_day_of_the_same_year_says_its_year_only_when_far_off() -> None:
    assert spoken_day(date(2026, 10, 27), date(2026, 1, 1)) == "tisdag 27 oktober"
    assert spoken_day(date(2026, 10, 28), date(2026, 1, 1)) == "onsdag 28 oktober 2026"


def test_a_day_in_words() -> None:
    assert prose(date(2026, 11, 22)) == "den 22 november 2026"
    assert weekday_name(date(2026, 11, 22)) == "söndag"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 11, 22), (2026, 47)), (date(2027, 1, 1), (2026, 53)), (date(2024, 12, 30), (2025, 1))],
)
def test_the_week_belongs_to_its_own_year(day: date, expected: tuple[int, int]) -> None:
    assert iso_week(day) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019", "2019"),
        (" 2019 ", "2019"),
        ("2019-03", "2019-03"),
        ("2019-3", "2019-03"),
        ("mars 2019", "2019-03"),
        ("Mars\u00a02019", "2019-03"),
        ("mar. 2019", "2019-03"),
        ("sept 2019", "2019-09"),
        ("2019-03-14", "2019-03-14"),
        ("2019-3-4", "2019-03-04"),
        ("2019\u201303\u201314", "2019-03-14"),
        ("2019\u221203\u221214", "2019-03-14"),
        ("2019-03-14 00:00:00", "2019-03-14"),
        ("2019-03-14T00:00", "2019-03-14"),
        ("20190314", "2019-03-14"),
        ("14 mars 2019", "2019-03-14"),
        ("den 14 mars 2019", "2019-03-14"),
        ("den 3:e juni 2019", "2019-06-03"),
        ("1 MAJ 2019", "2019-05-01"),
        ("14/3 2019", "2019-03-14"),
        ("14/3-2019", "2019-03-14"),
        ("29 februari 2024", "2024-02-29"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_what_people_write_becomes_an_iso_prefix(written: str, expected: str) -> None:
    assert parse_approximate_day(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "i våras",
        "190314",
        "2019-03-14 08:30",
        "3/4/2019",
        "14.3.2019",
        "14 mars",
        "14 xyz 2019",
        "ma 2019",
        "mars2019",
        "٢٠١٩",
        "2019²",
        "2019-03-14\x00",
        "2" * 100_000,
    ],
)
def test_what_is_no_day_is_refused_in_swedish(written: str) -> None:
    with pytest.raises(ValueError, match="Det går inte att läsa som en dag"):
        parse_approximate_day(written)


@pytest.mark.parametrize("written", ["2019-02-29", "2019-13", "20191301", "31 april 2019", "0 mars 2019", "14/0 2019"])
def test_days_that_do_not_exist_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="finns inte i kalendern"):
        parse_approximate_day(written)


@pytest.mark.parametrize("written", ["1899", "0000", "1899-12-31", "den 1 maj 1066"])
def test_years_out_of_bounds_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="mellan 1900 och 9999"):
        parse_approximate_day(written)


@pytest.mark.parametrize("written", ["2019", "mars 2019", "2019-03"])
def test_an_exact_day_must_be_exact(written: str) -> None:
    with pytest.raises(ValueError, match="Skriv hela dagen"):
        parse_day(written)


@given(DAYS)
def test_an_exact_day_is_read_in_every_way_of_writing(day: date) -> None:
    written = [
        day.isoformat(),
        day.strftime("%4Y%m%d"),
        prose(day),
        f"{day.day}/{day.month} {day.year}",
        f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    ]
    assert {parse_day(text) for text in written} == {day}


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_day_or_a_value_error(written: str) -> None:
    try:
        first, last = approximate_span(parse_approximate_day(written))
    except ValueError:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("approximate", "span"),
    [
        ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2019-03-14", (date(2019, 3, 14), date(2019, 3, 14))),
    ],
)
def test_an_approximate_day_has_a_span(approximate: str, span: tuple[date, date]) -> None:
    assert approximate_span(approximate) == span


ENDS = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 12))
MONTH = [date(2025, 12, 20) + timedelta(days=number) for number in range(40)]


@given(ENDS, ENDS, ENDS, ENDS)
def test_intervals_overlap_when_they_share_a_day(
    first_start: date | None, first_end: date | None, second_start: date | None, second_end: date | None
) -> None:
    first, second = Interval(first_start, first_end), Interval(second_start, second_end)
    if not first.is_empty and not second.is_empty:
        shared = any(first.contains(day) and second.contains(day) for day in MONTH)
        assert first.overlaps(second) == shared
        assert second.overlaps(first) == shared


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(), False),
        (Interval(date(2026, 1, 2), date(2026, 1, 2)), False),
        (Interval(date(2026, 1, 2), date(2026, 1, 1)), True),
        (Interval(None, date(2026, 1, 1)), False),
        (Interval(date(2026, 1, 2), None), False),
    ],
)
def test_an_interval_that_ends_before_it_starts_is_empty(interval: Interval, expected: bool) -> None:
    assert interval.is_empty is expected
    assert interval.contains(date(2026, 1, 2)) or interval.ends_on == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("22 nov", "2026-11-22"),
        ("den 3 mars", "2027-03-03"),
        ("30 juni", "2026-06-30"),
        ("1/9", "2026-09-01"),
        ("29 februari", "29 februari"),
        ("22 nov 2024", "22 nov 2024"),
        ("mars", "mars"),
        ("2026", "2026"),
        ("i går", "i går"),
        ("", ""),
    ],
)
def test_a_day_without_its_year_is_near(text: str, whole: str) -> None:
    assert with_year(text, date(2026, 11, 22)) == whole


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 22), 1, date(2026, 11, 24)),
        (date(2026, 11, 22), -1, date(2026, 11, 20)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2027, 1, 4), -3, date(2026, 12, 28)),
    ],
)
def test_arbetsdagar_are_counted_over_weekends_and_holidays(day: date, count: int, found: date) -> None:
    assert working_day(day, count) == found


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-60, 60))
def test_counting_arbetsdagar_is_the_same_as_going_them(day: date, count: int) -> None:
    assert working_days_between(working_day(day), working_day(day, count)) == count


def test_no_arbetsdag_lies_between_a_sunday_and_its_monday() -> None:
    assert working_days_between(date(2026, 11, 22), date(2026, 11, 23)) == 0
    assert working_days_between(date(2026, 11, 22), date(2026, 11, 24)) == 1
    assert working_days_between(date(2026, 11, 24), date(2026, 11, 22)) == -1


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2026, 11, 22), 30, date(2026, 12, 22)),
        (date(2026, 11, 22), -22, date(2026, 10, 31)),
        (date(9999, 12, 31), 30, date.max),
        (date(1, 1, 2), -30, date.min),
    ],
)
def test_days_from_a_day_stay_within_the_calendar(day: date, days: int, expected: date) -> None:
    assert days_from(day, days) == expected
