"""Shares over time as plain values, and where they lie on a picture. Knows neither Qt nor what the shares are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

WHOLE = 10_000
_LONGEST_AHEAD = 3 * 366
"""Days after today beyond which the end of an axis is not worth the room."""


class Origin(Enum):
    """How a share is known; each has a mark of its own."""

    READ = "read"
    WORKED_OUT = "worked_out"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class SharePoint:
    """A share on a day, in hundredths of a percent."""

    day: date
    percent: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class ShareHistory:
    """Shares from the first day on, what is aimed at and until when; `sentence` tells it all in words."""

    points: Sequence[SharePoint]
    today: date
    target: int | None
    until: date | None
    sentence: str

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of the axis: until what is aimed at, where that is not far ahead."""
        first = min((point.day for point in self.points), default=self.today)
        last = max((self.today, *(point.day for point in self.points)))
        until = self.until
        if until is not None and 0 < (until - self.today).days <= _LONGEST_AHEAD:
            last = max(last, until)
        return first, last

    def across(self, day: date) -> float:
        """How far from the left a day lies, 0–1."""
        first, last = self.days
        span = (last - first).days
        return (day - first).days / span if span else 1.0

    def years(self) -> tuple[date, ...]:
        """The New Year's Days within the axis."""
        first, last = self.days
        turns = (date(year, 1, 1) for year in range(first.year, last.year + 1))
        return tuple(turn for turn in turns if first <= turn <= last)


def down(percent: int) -> float:
    """How far from the top a share lies, 0–1; what is more than whole lies at the top."""
    return 1 - min(max(percent, 0), WHOLE) / WHOLE
