"""Bars of a Gantt picture: from when to when work goes on, how much of it is done, and how it is moved.

Pure: knows no register, no file and no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.calendar import FIRST_YEAR

_FIRST_DAY = date(FIRST_YEAR, 1, 1)


class Grip(StrEnum):
    """By what a bar is taken hold of."""

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"


class Bar(NamedTuple):
    """The days from `first` to and including `last`, which is never before it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


def bar_of(first: date | None, last: date | None) -> Bar | None:
    """The bar between two days, of a single day where only one is said; None without any, or where they are turned."""
    begin, end = first or last, last or first
    return Bar(begin, end) if begin and end and begin <= end else None


def whole_of(bars: Iterable[Bar | None]) -> Bar | None:
    """The bar from the first to the last day of others; None without any."""
    known = [bar for bar in bars if bar is not None]
    if not known:
        return None
    return Bar(min(bar.first for bar in known), max(bar.last for bar in known))


def moved(bar: Bar, grip: Grip, days: int) -> Bar:
    """The bar when it, or one of its ends, is moved so many days; an end never passes the other one."""
    if grip is Grip.BEGIN:
        return Bar(min(_later(bar.first, days), bar.last), bar.last)
    if grip is Grip.END:
        return Bar(bar.first, max(_later(bar.last, days), bar.first))
    kept = (_later(bar.first, days) - bar.first).days, (_later(bar.last, days) - bar.last).days
    can = min(kept, key=abs)
    return Bar(_later(bar.first, can), _later(bar.last, can))


def done_part(bar: Bar, share: int | None) -> Bar | None:
    """The days of a bar that a share of it, in hundredths of a percent, comes to; None when that is not a day."""
    days = bar.days * min(share or 0, WHOLE_PERCENT) // WHOLE_PERCENT
    return Bar(bar.first, _later(bar.first, days - 1)) if days else None


def begins_too_early(bar: Bar, awaited: Bar) -> bool:
    """Whether work begins before what it waits for is over; the last day of that may be its first."""
    return bar.first < awaited.last


def outside(bar: Bar, within: Bar) -> tuple[Bar, ...]:
    """The days of a bar before and after another one, each as a bar; none where it lies within."""
    before = [Bar(bar.first, min(bar.last, _later(within.first, -1)))] if bar.first < within.first else []
    after = [Bar(max(bar.first, _later(within.last, 1)), bar.last)] if bar.last > within.last else []
    return (*before, *after)


def _later(day: date, days: int) -> date:
    """A day so many days later, or earlier, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST_DAY.toordinal()), date.max.toordinal()))
