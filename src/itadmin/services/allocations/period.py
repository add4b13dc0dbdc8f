"""The period that a cost is shared for, moved to another year. Pure rules on days."""

from __future__ import annotations

from datetime import date

from itadmin.domain.calendar import days_from, months_from
from itadmin.domain.registers.allocations import Allocation


def years_later(day: date, years: int) -> date:
    """The same day some years later; 28 February for a leap day, and no later than days go."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=max(1, min(day.year + years, date.max.year)), day=28 if is_leap_day else day.day)


def next_period(starts: date | None, ends: date | None) -> tuple[date | None, date | None]:
    """The period that comes after one, as many whole months long, or else days; of one day alone a year later."""
    if starts is None or ends is None:
        return starts and years_later(starts, 1), ends and years_later(ends, 1)
    first = days_from(ends, 1)
    if first.day != starts.day:
        return first, days_from(first, (ends - starts).days)
    months = (first.year - starts.year) * 12 + first.month - starts.month
    return first, days_from(months_from(first, months), -1)


def begun_on(allocation: Allocation, first: date) -> dict[str, str]:
    """The plain values of a period that begins on another day: one that would have ended before goes along in years."""
    starts, ends = allocation.period_starts, allocation.period_ends
    values = {"period_starts": first.isoformat()}
    if starts and ends and first > ends:
        values["period_ends"] = years_later(ends, first.year - starts.year).isoformat()
    return values
