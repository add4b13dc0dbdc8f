"""Days as Swedish municipalities speak of them: holidays, months, words, approximate days and periods.

Everything works in the years 1900–9999. Knows nothing of the clock: today is somebody else's affair. Every ValueError
carries a Swedish sentence that can stand at the field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

ApproximateDay = str
"""A year, month or day as its ISO prefix: "2019", "2019-03" or "2019-03-14"."""

FIRST_YEAR = 1900
LAST_YEAR = date.max.year

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_SATURDAY = 5
_NEXT, _LAST, _NEXT_YEAR = timedelta(days=300), timedelta(days=-180), timedelta(days=180)
"""A day between so far ahead and so far back is not mistaken for the same one of another year; sooner for one that is
of the next year."""
_WHOLE_DAY = len("2019-03-14")
_LONGEST_INPUT = 60

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[ t]00:00(?::00(?:\.0+)?)?)?)?)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SLASH = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})[ -](?P<year>[0-9]{4})")
_WORDS = re.compile(r"(?:(?:den )?(?P<day>[0-9]{1,2})(?::e)? )?(?P<month>[a-z]{3,9})\.? (?P<year>[0-9]{4})")


def days_in_month(year: int, month: int) -> int:
    """How many days a month has; `month` is 1–12."""
    is_leap = month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if is_leap else _MONTH_LENGTHS[month - 1]


def add_months(day: date, months: int) -> date:
    """Give the same day of the month so many months later (or earlier), or the last day of a shorter month.

    Raises ValueError when the result lies outside the years 1900–9999.
    """
    year, month_before = divmod(day.year * 12 + day.month - 1 + months, 12)
    _require_year(year)
    return date(year, month_before + 1, min(day.day, days_in_month(year, month_before + 1)))


def months_from(day: date, months: int) -> date:
    """The same as `add_months`, but what lies outside the years 1900–9999 becomes their first or last day."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max if day.year + months // 12 > FIRST_YEAR else date(FIRST_YEAR, 1, 1)


def days_from(day: date, days: int) -> date:
    """The day so many days later (or earlier); what lies outside the calendar becomes its first or last day."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    century, year_of_century = divmod(year, 100)
    golden = year % 19
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon_correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact - year_of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day_before = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day_before + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> Mapping[date, str]:
    """Name the days of a year that are not worked whatever their weekday.

    The public holidays by day, and the three eves that are free by practice: midsommarafton, julafton and nyårsafton.
    """
    easter = easter_sunday(year)
    midsummer = _saturday_from(date(year, 6, 20))
    return {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        easter - timedelta(days=2): "långfredagen",
        easter: "påskdagen",
        easter + timedelta(days=1): "annandag påsk",
        date(year, 5, 1): "första maj",
        easter + timedelta(days=39): "Kristi himmelsfärdsdag",
        easter + timedelta(days=49): "pingstdagen",
        date(year, 6, 6): "Sveriges nationaldag",
        midsummer - timedelta(days=1): "midsommarafton",
        midsummer: "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 24): "julafton",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
        date(year, 12, 31): "nyårsafton",
    }


def is_working_day(day: date) -> bool:
    """Whether a day is an arbetsdag: Monday to Friday and no holiday."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year)


def previous_working_day(day: date) -> date:
    """Give the last arbetsdag before a day, never the day itself."""
    before = day - timedelta(days=1)
    while not is_working_day(before):
        before -= timedelta(days=1)
    return before


def working_day(day: date, count: int = 0) -> date:
    """Give the arbetsdag that is so many after a day, or before it when `count` is negative.

    0 is the day itself, or the first arbetsdag after it where it is none. Raises OverflowError beyond the year 9999.
    """
    found, step = day, timedelta(days=1 if count >= 0 else -1)
    while not is_working_day(found):
        found += timedelta(days=1)
    for _ in range(abs(count)):
        found += step
        while not is_working_day(found):
            found += step
    return found


def working_days_between(first: date, last: date) -> int:
    """How many arbetsdagar there are from `first` until the day before `last`; below zero when `last` is earlier."""
    if last < first:
        return -working_days_between(last, first)
    return sum(is_working_day(first + timedelta(days=number)) for number in range((last - first).days))


def weekday_name(day: date) -> str:
    """Name the weekday in Swedish, "söndag"."""
    return WEEKDAYS[day.weekday()]


def day_name(day: date) -> str:
    """Say what a day is called: the holiday's name ("långfredagen") or else the weekday ("söndag")."""
    return public_holidays(day.year).get(day, weekday_name(day))


def iso_week(day: date) -> tuple[int, int]:
    """Give the ISO year and week number that a day belongs to."""
    year, week, _ = day.isocalendar()
    return year, week


def prose(day: date) -> str:
    """Write a day as in running text, "den 22 november 2026"."""
    return f"den {day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_day(day: date, today: date) -> str:
    """Name a day as one says it, "söndag 28 februari", with the year where it may be mistaken for another year's."""
    ahead = _NEXT if day.year == today.year else _NEXT_YEAR
    year = "" if _LAST < day - today < ahead else f" {day.year}"
    return f"{weekday_name(day)} {day.day} {MONTHS[day.month - 1]}{year}"


def parse_approximate_day(text: str) -> ApproximateDay:
    """Read the ISO prefix of a year, month or day as people write it.

    Takes "2019", "mars 2019", "2019-03", "14 mars 2019", "den 14 mars 2019", "14/3 2019", "2019-03-14" and "20190314";
    a time of day only when it is midnight, as tables have it. Raises ValueError for anything else, a day that does not
    exist and a year outside 1900–9999.
    """
    written = _normal_input(text)
    if match := _ISO.fullmatch(written) or _COMPACT.fullmatch(written):
        return _approximate(*match.groups())
    if match := _SLASH.fullmatch(written) or _WORDS.fullmatch(written):
        return _approximate(match["year"], _month_number(match["month"]), match["day"])
    raise ValueError(_UNREADABLE)


def parse_day(text: str) -> date:
    """Read an exact day from the same ways of writing as `parse_approximate_day`; ValueError if it is not exact."""
    iso = parse_approximate_day(text)
    if len(iso) != _WHOLE_DAY:
        raise ValueError("Skriv hela dagen, till exempel 2026-11-22.")
    return date.fromisoformat(iso)


def with_year(text: str, today: date) -> str:
    """A day that is written without its year, "22 nov" or "22/11", with the year that brings it nearest to today.

    Any other text is given back as it is.
    """
    try:
        parse_approximate_day(text)
    except ValueError:
        found = []
        for year in (today.year - 1, today.year, today.year + 1):
            with suppress(ValueError):
                found.append(parse_day(f"{text} {year}"))
        return min(found, key=lambda day: abs(day - today)).isoformat() if found else text
    return text


def approximate_span(approximate: ApproximateDay) -> tuple[date, date]:
    """Give the first and the last day that an approximate day can mean."""
    year, month, day = _parts(approximate)
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return first, date(year, last_month, day or days_in_month(year, last_month))


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `starts_on` to and including `ends_on`; None is without limit on that side."""

    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the end lies before the start."""
        return self.starts_on is not None and self.ends_on is not None and self.ends_on < self.starts_on

    def contains(self, day: date) -> bool:
        """Whether the day is one of the interval's."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have at least one day in common."""
        starts = [day for day in (self.starts_on, other.starts_on) if day is not None]
        ends = [day for day in (self.ends_on, other.ends_on) if day is not None]
        return not (starts and ends) or max(starts) <= min(ends)


_UNREADABLE = "Det går inte att läsa som en dag. Skriv till exempel 2026-11-22, 22 november 2026 eller november 2026."


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)


def _require_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Året måste ligga mellan {FIRST_YEAR} och {LAST_YEAR}.")


def _normal_input(text: str) -> str:
    if len(text) > _LONGEST_INPUT:
        raise ValueError(_UNREADABLE)
    return _DASHES.sub("-", " ".join(text.casefold().split()))


def _month_number(written: str) -> str:
    if written.isdigit():
        return written
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(written):
            return str(number)
    raise ValueError(_UNREADABLE)


def _approximate(year: str, month: str | None, day: str | None) -> ApproximateDay:
    _require_year(int(year))
    if month is None:
        return year
    if not 1 <= int(month) <= len(MONTHS) or (day and not 1 <= int(day) <= days_in_month(int(year), int(month))):
        raise ValueError("Den dagen finns inte i kalendern.")
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _parts(approximate: ApproximateDay) -> tuple[int, int, int]:
    year, month, day = (*map(int, approximate.split("-")), 0, 0)[:3]
    return year, month, day
