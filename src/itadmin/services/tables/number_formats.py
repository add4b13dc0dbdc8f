"""What the number format of an Excel cell says of its number: a day (and how much of it), a percentage, or neither.

The built-in formats are those of ECMA-376, part 1, 18.8.30; the rest are format codes written out in the file.
"""

from __future__ import annotations

import re
from enum import Enum

_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Quoted text, escaped signs, padding, and brackets: colours, currencies, conditions. None of it formats the number."""

_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_MONTH_ONLY = 17
_TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
_DAYS = frozenset({14, 15, 16, 22, *range(27, 37), *range(50, 59)})
_PERCENTAGES = frozenset({9, 10})


class Meaning(Enum):
    """What a number under a format is."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    TIME = "time"


def meaning_of(number: int, code: str = "") -> Meaning:
    """What the format with this number means; `code` is its format code where the file gives one."""
    if code:
        return _meaning_of_code(code)
    if number in _PERCENTAGES:
        return Meaning.PERCENT
    if number in _TIMES:
        return Meaning.TIME
    if number == _MONTH_ONLY:
        return Meaning.MONTH
    return Meaning.DAY if number in _DAYS else Meaning.NUMBER


def _meaning_of_code(code: str) -> Meaning:
    first = code.partition(";")[0]
    if _ELAPSED.search(first):
        return Meaning.TIME
    letters = _NOT_CODE.sub("", first).casefold().replace("general", "").replace("standard", "")
    has_year = "y" in letters or "å" in letters
    if "d" in letters:
        return Meaning.DAY
    if "h" in letters or "s" in letters:
        return Meaning.DAY if has_year else Meaning.TIME
    if "m" in letters:
        return Meaning.MONTH
    if has_year:
        return Meaning.YEAR
    return Meaning.PERCENT if "%" in letters else Meaning.NUMBER
