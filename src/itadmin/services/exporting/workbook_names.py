"""Names that Excel accepts for sheets: short, without certain signs, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST = 31
_RESERVED = frozenset({"history"})


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """The names as sheets can bear them, in the same order."""
    found: list[str] = []
    for name in wanted:
        base = " ".join(_FORBIDDEN.sub(" ", name).split())[:_LONGEST].strip("' ") or "Blad"
        taken = _RESERVED | {other.casefold() for other in found}
        found.append(next(each for each in _versions(base) if each.casefold() not in taken))
    return found


def _versions(base: str) -> Iterable[str]:
    yield base
    number = 2
    while True:
        mark = f" ({number})"
        yield base[: _LONGEST - len(mark)].rstrip() + mark
        number += 1
