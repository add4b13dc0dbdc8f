"""How far kommuner have come together with a system, and what speaks for trying to come further.

Levels are whole numbers, 0 for none and 5 the highest. Knows no register.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

LEVELS = range(1, 6)
"""The levels of cooperation; 0 is none."""

SAME_PRODUCT = 3
"""From this level on, those who cooperate use the same product."""

COMMON_OPERATION = 4
"""From this level on, one unit operates the system for several."""


class Reason(StrEnum):
    """What speaks for trying to cooperate about a system and may be known by anybody, in the order of the IT policy."""

    ENDING = "avtal_pa_vag_ut"
    SEVERAL = "flera_anvander_samma"


def joint_level(levels: Iterable[int]) -> int:
    """The highest level that at least two kommuner have reached; 0 when there are not two."""
    _highest, second, *_rest = *sorted(levels, reverse=True), 0, 0
    return second
