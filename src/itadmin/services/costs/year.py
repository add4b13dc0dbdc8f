"""A year's costs with the year before beside: summed by what is wanted, per inhabitant and per user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from itadmin.domain.calculations.cost_table import CostSum, Group, Grouping, divided, sums, within
from itadmin.domain.calculations.costs import Cost
from itadmin.domain.keys import Key
from itadmin.services.costs.gathering import Costs
from itadmin.services.costs.own_share import own_code
from itadmin.services.populations import Figure, populations_of
from itadmin.services.reading import Reading


@dataclass(frozen=True, slots=True)
class CostYear:
    """The costs of a year and of the one before. `inhabitants` are the newest known at the end of the year."""

    year: int
    costs: tuple[Cost, ...]
    costs_before: tuple[Cost, ...]
    users: Mapping[Key, int]
    inhabitants: Figure | None

    def within(self, chosen: Mapping[Grouping, Group]) -> CostYear:
        """The same of the costs of chosen groups only."""
        return replace(self, costs=within(self.costs, chosen), costs_before=within(self.costs_before, chosen))

    def sums(self, grouping: Grouping) -> list[CostSum]:
        """The sum of each group, in no particular order."""
        return sums(grouping, self.costs, self.costs_before)

    @property
    def total(self) -> CostSum:
        """All of it."""
        return CostSum(None, self.costs, self.costs_before)

    def per_inhabitant(self, cost: CostSum) -> int | None:
        """The year's cost per inhabitant in öre; None where the number of them is not known."""
        return divided(cost.amount, self.inhabitants.number if self.inhabitants else None)

    def per_user(self, cost: CostSum) -> int | None:
        """The year's cost of a system per user in öre; None for other groups, as one may use several systems."""
        return divided(cost.amount, self.users.get(cost.group)) if isinstance(cost.group, bytes) else None


def year_of(reading: Reading, costs: Costs, year: int) -> CostYear:
    """A year's costs."""
    return CostYear(
        year,
        costs.sources.costs(year),
        costs.sources.costs(year - 1),
        costs.users,
        populations_of(reading).newest(own_code(reading), min(costs.day, date(year, 12, 31))),
    )


def years_of(costs: Costs) -> list[int]:
    """The years that can be told of, the newest first: those of the lines, and last year to next year."""
    this = costs.day.year
    return sorted({*costs.sources.lines, this - 1, this, this + 1}, reverse=True)
