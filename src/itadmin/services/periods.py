"""Periods that one asks about: the last week, this year, since the latest review. Days come in, never the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from itadmin.services.reading import Reading

Period = tuple[date, date]

_REVIEWED = ("systems", "reviewed_on")
_WEEK, _MONTH = 7, 30


def _since_review(reading: Reading) -> Period:
    return reading.journal().latest_day(*_REVIEWED, reading.day) or reading.day, reading.day


PERIODS: Mapping[str, Callable[[Reading], Period]] = {
    "I dag": lambda reading: (reading.day, reading.day),
    "Senaste veckan": lambda reading: (reading.day - timedelta(days=_WEEK), reading.day),
    "Senaste månaden": lambda reading: (reading.day - timedelta(days=_MONTH), reading.day),
    "I år": lambda reading: (date(reading.day.year, 1, 1), reading.day),
    "Förra året": lambda reading: (date(reading.day.year - 1, 1, 1), date(reading.day.year - 1, 12, 31)),
    "Sedan senaste granskningen": _since_review,
}
"""Periods by their name: first and last day, both included."""
