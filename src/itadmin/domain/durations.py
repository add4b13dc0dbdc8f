"""How long something takes, as whole minutes: written as "1 tim 30 min", and read as people write it."""

from __future__ import annotations

import re

from itadmin.domain.text import clean_line

_HOUR = 60
_HOURS = r"(?P<hours>[0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*(?:h|t|tim|timme|timmar)\.?"
_MINUTES = r"(?P<minutes>[0-9]{1,6})\s*(?:m|min|minut|minuter)?\.?"
_BROKEN = re.compile(r"(?P<hours>[0-9]{1,4}[.,][0-9]{1,2})(?P<minutes>)")
"""A number with decimals and no word: minutes are whole, so it is hours."""
_WRITTEN = re.compile(rf"(?:{_HOURS})?\s*(?:{_MINUTES})?")
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,4}):(?P<minutes>[0-5][0-9])")


def duration_text(minutes: int | None) -> str:
    """A time of so many minutes; "" when it is not told."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, _HOUR)
    parts = (f"{hours} tim" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(part for part in parts if part)


def parse_duration(text: str) -> int | None:
    """The minutes that a text means: "90", "1,5", "1,5 tim", "1 h 30 min", "1:30"; None for no text.

    Raises ValueError with a Swedish sentence.
    """
    line = clean_line(text).casefold()
    if not line:
        return None
    found = _CLOCK.fullmatch(line) or _BROKEN.fullmatch(line) or _WRITTEN.fullmatch(line)
    if found is None:
        raise ValueError("Skriv tiden i minuter eller timmar, till exempel 90 eller 1 tim 30 min.")
    hours, minutes = found["hours"], found["minutes"]
    return round(float((hours or "0").replace(",", ".")) * _HOUR) + int(minutes or 0)
