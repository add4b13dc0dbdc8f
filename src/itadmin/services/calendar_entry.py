"""Something that stands in a calendar: plain values, without what writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Hours:
    """Times of the clock in Sweden, the same on each day of an entry, in minutes after midnight.

    `ends` is None when only the beginning is known.
    """

    begins: int
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something that happens on a day, or from one to another, both included.

    `uid` is the same every time the same thing is written, so that a calendar changes it rather than adds another.
    `alarms` are whole days before the first day. Without `hours` it lasts whole days. `link` is where it is met, and
    what `is_cancelled` is taken out of calendars that have it.
    """

    uid: str
    starts_on: date
    title: str
    ends_on: date | None = None
    description: str = ""
    place: str = ""
    category: str = ""
    alarms: tuple[int, ...] = ()
    hours: Hours | None = None
    link: str = ""
    is_cancelled: bool = False
