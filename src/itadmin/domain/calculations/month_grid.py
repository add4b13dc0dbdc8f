"""A month as weeks from Monday to Sunday, and where what lasts some days lies in it. Pure arithmetic, no sessions.

What happens on the same days lies in lanes below each other, the longer above the shorter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from itadmin.domain.calendar import FIRST_YEAR, LAST_YEAR, Interval, add_months, days_in_month

DAYS = 7
_JANUARY, _DECEMBER = 1, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of something that lies in a week, from the weekday `begin` to `end` (0 is Monday).

    `number` is its place among what was given, `lane` 0 the uppermost. `from_before` and `goes_on` say that there is
    more of it in the weeks around.
    """

    number: int
    week: int
    begin: int
    end: int
    lane: int
    from_before: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks that have a day of the month, and the bars in them by week, lane and day."""

    year: int
    month: int
    weeks: tuple[tuple[date, ...], ...]
    bars: tuple[Bar, ...]

    def place_of(self, day: date) -> tuple[int, int] | None:
        """The week and weekday where a day stands; None for one that is not shown."""
        days = (day - self.weeks[0][0]).days
        return divmod(days, DAYS) if 0 <= days < DAYS * len(self.weeks) else None

    def numbers_on(self, day: date) -> list[int]:
        """What lies on a day, from above."""
        place = self.place_of(day)
        if place is None:
            return []
        week, weekday = place
        return [bar.number for bar in self.bars if bar.week == week and bar.begin <= weekday <= bar.end]

    def shown(self, lanes: int) -> tuple[list[Bar], Counter[tuple[int, int]]]:
        """The bars that have room in so many lanes, and by week and weekday how many have not.

        On days with more than fits the last lane is left for saying so.
        """
        needed: Counter[tuple[int, int]] = Counter()
        for bar in self.bars:
            for place in _places(bar):
                needed[place] = max(needed[place], bar.lane + 1)
        crowded = {place for place, number in needed.items() if number > lanes}
        shown = [bar for bar in self.bars if bar.lane < lanes - (not crowded.isdisjoint(_places(bar)))]
        seen = set(shown)
        return shown, Counter(place for bar in self.bars if bar not in seen for place in _places(bar))


def shown_days(year: int, month: int) -> Interval:
    """The first Monday and the last Sunday of the weeks that a month is shown with; not outside the calendar."""
    first, last = date(year, month, 1), date(year, month, days_in_month(year, month))
    before, after = first.weekday(), DAYS - 1 - last.weekday()
    return Interval(first - timedelta(days=before), last + min(timedelta(days=after), date.max - last))


def month_grid(year: int, month: int, spans: Sequence[tuple[date, date]]) -> MonthGrid:
    """The grid of a month with what lasts from a first to a last day; what lies wholly outside has no bar."""
    within = shown_days(year, month)
    monday = within.starts_on or date(year, month, 1)
    number_of_weeks = -(-((within.ends_on or date.max) - monday).days // DAYS)
    weeks = tuple(
        tuple(_later(monday, DAYS * week + weekday) for weekday in range(DAYS)) for week in range(number_of_weeks)
    )
    bars = [bar for week, days in enumerate(weeks) for bar in _bars(week, days, spans)]
    return MonthGrid(year, month, weeks, tuple(bars))


def months_on(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many months on, or as far as the calendar goes."""
    try:
        day = add_months(date(year, month, 1), months)
    except ValueError:
        return (LAST_YEAR, _DECEMBER) if months > 0 else (FIRST_YEAR, _JANUARY)
    return day.year, day.month


def _places(bar: Bar) -> list[tuple[int, int]]:
    return [(bar.week, weekday) for weekday in range(bar.begin, bar.end + 1)]


def _later(day: date, days: int) -> date:
    return day + min(timedelta(days=days), date.max - day)


def _bars(week: int, days: Sequence[date], spans: Sequence[tuple[date, date]]) -> list[Bar]:
    monday, sunday = days[0], days[-1]
    here = [number for number, (first, last) in enumerate(spans) if first <= sunday and last >= monday]
    here.sort(key=lambda number: (max(spans[number][0], monday), -min(spans[number][1], sunday).toordinal(), number))
    ends: list[date] = []
    found = []
    for number in here:
        first, last = spans[number]
        begin, end = max(first, monday), min(last, sunday)
        lane = next((lane for lane, taken in enumerate(ends) if taken < begin), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(Bar(number, week, (begin - monday).days, (end - monday).days, lane, first < monday, last > sunday))
    return sorted(found, key=lambda bar: (bar.lane, bar.begin))
