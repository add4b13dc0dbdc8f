"""Two ways to share the same cost beside each other: what changes for each kommun, and how to come there over years.

Amounts are whole öre by kommunkod; percent are for showing only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.calculations.allocation_models import divided

LONGEST_PHASE_IN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What a kommun carries now and then, in öre."""

    now: int
    then: int

    @property
    def difference(self) -> int:
        """How much more, in öre."""
        return self.then - self.now

    @property
    def percent(self) -> int | None:
        """How much more, in hundredths of a percent of what it carries now, rounded half away from zero; None of 0."""
        if not self.now:
            return None
        size = (2 * abs(self.difference) * WHOLE_PERCENT + self.now) // (2 * self.now)
        return size if self.difference >= 0 else -size


def compared(now: Mapping[str, int], then: Mapping[str, int]) -> dict[str, Change]:
    """The change of each who carries anything in either way, in order of kommunkod."""
    return {code: Change(now.get(code, 0), then.get(code, 0)) for code in sorted(now.keys() | then.keys())}


def phased_in(now: Mapping[str, int], then: Mapping[str, int], costs: Sequence[int]) -> list[dict[str, int]]:
    """What each carries of the cost of each year, the last of which is shared as `then`; each adds up to its cost.

    The steps are alike in size. Raises ValueError for fewer than one year.
    """
    years = len(costs)
    if not 0 < years <= LONGEST_PHASE_IN:
        raise ValueError(f"Infasningen är mellan 1 och {LONGEST_PHASE_IN} år.")
    return [between(now, then, cost, Fraction(year, years)) for year, cost in enumerate(costs, start=1)]


def between(now: Mapping[str, int], then: Mapping[str, int], cost: int, way: Fraction) -> dict[str, int]:
    """What each carries of a cost that is shared part of the way from `now` (0) to `then` (1).

    Both share the same amount, which need not be the cost.
    """
    whole = sum(then.values())
    codes = sorted(now.keys() | then.keys())
    if not whole:
        return dict.fromkeys(codes, 0)
    return divided(cost, {code: (now.get(code, 0) * (1 - way) + then.get(code, 0) * way) / whole for code in codes})
