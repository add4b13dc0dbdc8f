"""The terms of an agreement as data, and the arithmetic of months that places its periods in the calendar.

Everything is counted from one anchor day, so that month ends and leap days do not drift however often an agreement is
renewed. Days are compared as points (month number × 32 + day), which go on beyond year 9999 where `date` ends. Takes
terms for granted that `notice_checks.errors` finds nothing wrong with. Knows nothing of today or of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from itadmin.domain.calendar import LAST_YEAR, days_in_month

_POINTS_IN_MONTH = 32
_SHORTEST_MONTH = 28
_BEYOND_CALENDAR = (LAST_YEAR + 1) * 12 * _POINTS_IN_MONTH + 1


@dataclass(frozen=True, slots=True)
class Option:
    """A right to prolong by so many months, to be decided by a day; `taken` is None until it is decided."""

    months: int
    decision_day: date | None = None
    taken: bool | None = None


class Terms(NamedTuple):
    """What the parties have agreed about time.

    A first term (months from `starts_on`, or its last valid day), and then nothing, renewals of `renewal_months` at a
    time, `options`, or validity until further notice (`open_ended`, which may also stand alone). Notice is given in
    months or in days; `month_end` lets an open-ended agreement end only with a month.
    """

    starts_on: date | None = None
    first_term_months: int | None = None
    first_term_ends_on: date | None = None
    renewal_months: int | None = None
    notice_months: int | None = None
    notice_days: int | None = None
    open_ended: bool = False
    notice_given_on: date | None = None
    options: tuple[Option, ...] = ()
    month_end: bool = False

    @property
    def notice(self) -> Notice | None:
        """The notice period; None when nothing is said of it."""
        if self.notice_months is None and self.notice_days is None:
            return None
        return Notice(self.notice_months or 0, self.notice_days or 0)

    @property
    def is_without_notice_time(self) -> bool:
        """Whether notice takes effect at once, also where nothing is said of it."""
        return not self.notice_months and not self.notice_days

    @property
    def undecided_option(self) -> int | None:
        """The place in `options` of the one whose turn it is and that nobody has decided."""
        place = self._first_not_taken
        return place if place is not None and self.options[place].taken is None else None

    @property
    def declined_option(self) -> int | None:
        """The place in `options` of the first one that is decided not to be taken, where the agreement stops at it."""
        place = self._first_not_taken
        return place if place is not None and self.options[place].taken is False else None

    @property
    def _first_not_taken(self) -> int | None:
        return next((number for number, option in enumerate(self.options) if not option.taken), None)


class Notice(NamedTuple):
    """A notice period: months or days, the other is 0."""

    months: int
    days: int

    def point_from(self, day: date) -> int:
        """The point where the period has passed when notice is given on `day`."""
        if self.days:
            ordinal = day.toordinal() + self.days
            return point(date.fromordinal(ordinal)) if ordinal <= date.max.toordinal() else _BEYOND_CALENDAR
        return _point_in(_month_number(day) + self.months, day.day)

    def last_day_before(self, end: date) -> date:
        """The latest day from which the whole period fits before, or just on, the last valid day `end`."""
        if self.days:
            return end - timedelta(days=self.days)
        year, month_before = divmod(_month_number(end) - self.months, 12)
        length = days_in_month(year, month_before + 1)
        is_month_end = end.day == days_in_month(end.year, end.month)
        return date(year, month_before + 1, length if is_month_end else min(end.day, length))


class Schedule(NamedTuple):
    """The terms of an agreement in order, numbered from 0.

    `marks` are the months from the anchor to the day after each agreed term; after the last of them the agreement is
    renewed by `renewal` months at a time, or not when that is 0.
    """

    anchor_month: int
    anchor_day: int
    marks: tuple[int, ...]
    renewal: int

    def end_of(self, number: int) -> date | None:
        """The last valid day of a term; None beyond year 9999."""
        return _day_before(self.anchor_month + self.months_to(number), self.anchor_day)

    def months_to(self, number: int) -> int:
        """The months from the anchor to the day after a term."""
        beyond = number - len(self.marks) + 1
        return self.marks[number] if beyond <= 0 else self.marks[-1] + beyond * self.renewal

    def first_lasting_to(self, wanted: int) -> int | None:
        """The number of the first term whose last valid day is not before the point; None when there is none."""
        month = wanted // _POINTS_IN_MONTH
        needed = month - self.anchor_month + (_point_in(month, self.anchor_day) <= wanted)
        for number, mark in enumerate(self.marks):
            if mark >= needed:
                return number
        if not self.renewal:
            return None
        return len(self.marks) - 1 - (self.marks[-1] - needed) // self.renewal


def point(day: date) -> int:
    """Place a day on the scale that has no end."""
    return _month_number(day) * _POINTS_IN_MONTH + day.day


def day_at(wanted: int, *, month_end: bool = False) -> date | None:
    """Give the day at a point, or the last day of its month; None beyond year 9999."""
    month, day = divmod(wanted, _POINTS_IN_MONTH)
    year, month_before = divmod(month, 12)
    if year > LAST_YEAR:
        return None
    return date(year, month_before + 1, days_in_month(year, month_before + 1) if month_end else day)


def schedule_of(terms: Terms, *, with_undecided: bool = False) -> Schedule | None:
    """Lay out the first term, the options that are taken and the renewals; None when the first term is not given.

    `with_undecided` adds the options that may still be taken.
    """
    if terms.starts_on is not None and terms.first_term_months is not None:
        month, day, first = _month_number(terms.starts_on), terms.starts_on.day, terms.first_term_months
    elif terms.first_term_ends_on is not None:
        month, day, first = *_day_after(terms.first_term_ends_on), 0
    else:
        return None
    marks = [first]
    for option in terms.options:
        if not (option.taken or (with_undecided and option.taken is None)):
            break
        marks.append(marks[-1] + option.months)
    return Schedule(month, day, tuple(marks), terms.renewal_months or 0)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _point_in(month: int, day: int) -> int:
    """Give the point of such a day of a month, where a day that the month lacks is its last."""
    if day > _SHORTEST_MONTH:
        year, month_before = divmod(month, 12)
        day = min(day, days_in_month(year, month_before + 1))
    return month * _POINTS_IN_MONTH + day


def _day_after(day: date) -> tuple[int, int]:
    if day.day == days_in_month(day.year, day.month):
        return _month_number(day) + 1, 1
    return _month_number(day), day.day + 1


def _day_before(month: int, day: int) -> date | None:
    """Give the day before such a day of a month; None beyond year 9999."""
    clamped = _point_in(month, day) % _POINTS_IN_MONTH
    year, month_before = divmod(month - (clamped == 1), 12)
    if year > LAST_YEAR:
        return None
    return date(year, month_before + 1, clamped - 1 or days_in_month(year, month_before + 1))
