"""Places that put records in an order of one's own: numbers with room between, so that one can be moved alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence

APART = 100
"""How far apart places are when they are given anew."""


def between(places: Sequence[int], at: int) -> int | None:
    """A place before the one at `at` and after the one before it; None when there is no room."""
    before = places[at - 1] if at else 0
    after = places[at] if at < len(places) else before + 2 * APART
    place = (before + after) // 2
    return place if before < place < after else None
