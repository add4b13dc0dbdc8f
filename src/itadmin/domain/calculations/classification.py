"""What follows from how a system's information is classified: criticality, enhanced protection and the next review.

Source: the field dossier, rules 3, 4 and 14. Levels are codes "0"–"4"; "" is not classified.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from itadmin.domain.calendar import months_from

_CRITICALITY = ("lag", "lag", "medel", "hog", "kritisk")
_ENHANCED_FROM = 3
REVIEW_MONTHS = 12
"""How long a review or a classification holds."""


def highest(levels: Sequence[str]) -> int | None:
    """The highest level that is set, 0–4; None when none is."""
    return max((int(level) for level in levels if level.isdigit()), default=None)


def suggested_criticality(levels: Sequence[str]) -> str:
    """The code of the criticality that the highest of K, R and T suggests; "" without any."""
    level = highest(levels)
    return "" if level is None else _CRITICALITY[min(level, len(_CRITICALITY) - 1)]


def enhanced_protection(levels: Sequence[str]) -> bool | None:
    """Whether some level is 3 or more, so that enhanced protection is due; None when nothing is classified."""
    level = highest(levels)
    return None if level is None else level >= _ENHANCED_FROM


def next_review(reviewed_on: date | None) -> date | None:
    """The day a record is to be reviewed again: twelve months after the last time."""
    return months_from(reviewed_on, REVIEW_MONTHS) if reviewed_on else None


def oldest_that_holds(day: date) -> date:
    """The earliest day that something may have been done on and still hold, twelve months later, on `day`."""
    oldest = months_from(day, -REVIEW_MONTHS)
    while months_from(oldest, REVIEW_MONTHS) < day:
        oldest += timedelta(days=1)
    return oldest
