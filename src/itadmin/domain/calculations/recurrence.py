"""When something that comes back happens. Pure: counted from its first day, so that month ends do not drift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from itadmin.domain.calendar import Interval, add_months

MONTHS_BETWEEN: Mapping[str, int] = {"manad": 1, "kvartal": 3, "halvar": 6, "ar": 12}
"""Months from one time to the next, by the codes of `upprepning`; a code that is not here happens once."""


def occurrences(first: Interval, repeats: str, within: Interval, until: date | None = None) -> Iterator[Interval]:
    """The times in order, each with first and last day, that have a day within a bounded interval.

    `first` is the first time and has a first day; without a last day it is one day. No time begins after `until`.
    """
    if first.starts_on is None or within.ends_on is None:
        return
    length = (first.ends_on or first.starts_on) - first.starts_on
    between, number = MONTHS_BETWEEN.get(repeats, 0), _first_number(first.starts_on, length, repeats, within)
    last = min(within.ends_on, until or date.max)
    while (time := _time(first.starts_on, number * between, length)) is not None and _begins(time) <= last:
        if time.overlaps(within):
            yield time
        if not between:
            return
        number += 1


def _first_number(starts_on: date, length: timedelta, repeats: str, within: Interval) -> int:
    """The number of a time that ends before the interval or is the first, so that old ones need not be gone through."""
    between = MONTHS_BETWEEN.get(repeats, 0)
    if not between or within.starts_on is None or within.starts_on <= starts_on + length:
        return 0
    wanted = within.starts_on - length
    months = (wanted.year - starts_on.year) * 12 + wanted.month - starts_on.month
    return max(0, months // between - 1)


def _time(starts_on: date, months: int, length: timedelta) -> Interval | None:
    try:
        begins = add_months(starts_on, months)
        return Interval(begins, begins + length)
    except (OverflowError, ValueError):
        return None


def _begins(time: Interval) -> date:
    return time.starts_on or date.max
