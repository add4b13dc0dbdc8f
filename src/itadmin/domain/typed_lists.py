"""Lists that people type into one field: modules on a line, points on lines of their own.

Strings in, strings out; the text itself is kept as it was typed.
"""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"\s*[,;\n]\s*|\s+och\s+")
_COMMAS = re.compile(r"\s*[,;\n]\s*")
_POINT = re.compile("^[-–—•*·]\\s+")


def items_of(text: str) -> tuple[str, ...]:
    """The items of a list on one line, separated by comma, semicolon or "och": "Produktion, test och utbildning"."""
    return tuple(item for item in _SEPARATORS.split(text.strip().rstrip(".")) if item)


def names_of(text: str) -> tuple[str, ...]:
    """The names on one line, separated by comma or semicolon alone, since a name may hold an "och"."""
    return tuple(name for name in _COMMAS.split(text.strip().rstrip(".")) if name)


def points_of(text: str) -> tuple[str, ...]:
    """The points of a text that has one on each line, without the dashes that may open them."""
    return tuple(point for line in text.splitlines() if (point := _POINT.sub("", line.strip()).strip()))
