"""How far kommuner have come together with a system.

Levels are whole numbers, 0 for none and 5 the highest. Knows no register.
"""

from __future__ import annotations

from collections.abc import Iterable

LEVELS = range(1, 6)
"""The levels of cooperation; 0 is none."""

SAME_PRODUCT = 3
"""From this level on, those who cooperate use the same product."""

COMMON_OPERATION = 4
"""From this level on, one unit operates the system for several."""


def joint_level(levels: Iterable[int], of_guests: Iterable[int] = ()) -> int:
    """The highest level that at least two kommuner have reached, one of them a member; 0 when there are not two.

    `levels` are those of the members; guests come as far with a member as both have come, never by themselves.
    """
    members = sorted(levels, reverse=True)
    _highest, second, *_rest = *sorted((*members, *of_guests), reverse=True), 0, 0
    return min(second, members[0]) if members else 0
