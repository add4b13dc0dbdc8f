"""Times of the day as people write them: "9", "9.30", "09:30". Knows no days and no time zones."""

from __future__ import annotations

import re

_TIME = re.compile(r"(?P<hours>[0-9]{1,2})(?:[:.](?P<minutes>[0-9]{2}))?")
_HOUR, _DAY = 60, 24 * 60


def minutes_of(text: str) -> int | None:
    """The minutes after midnight that a text means, at most those of a whole day; None when it means no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found["minutes"] or 0) >= _HOUR:
        return None
    minutes = int(found["hours"]) * _HOUR + int(found["minutes"] or 0)
    return minutes if minutes <= _DAY else None


def written(minutes: int) -> str:
    """Minutes after midnight as "09:30"."""
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"
