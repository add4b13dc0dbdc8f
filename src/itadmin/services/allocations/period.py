"""The period that a cost is shared for, moved to another year. Pure rules on days."""

from __future__ import annotations

from datetime import date

from itadmin.domain.registers.allocations import Allocation


def years_later(day: date, years: int) -> date:
    """The same day some years later; 28 February for a leap day, and no later than days go."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=max(1, min(day.year + years, date.max.year)), day=28 if is_leap_day else day.day)


def begun_on(allocation: Allocation, first: date) -> dict[str, str]:
    """The plain values of a period that begins on another day: one that would have ended before goes along in years."""
    starts, ends = allocation.period_starts, allocation.period_ends
    values = {"period_starts": first.isoformat()}
    if starts and ends and first > ends:
        values["period_ends"] = years_later(ends, first.year - starts.year).isoformat()
    return values
