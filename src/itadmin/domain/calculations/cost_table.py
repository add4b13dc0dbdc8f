"""A year's costs grouped one way or another, with the year before beside; however they are grouped, the sums agree.

Pure arithmetic in whole öre. Knows neither names nor registers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from itadmin.domain.calculations.costs import Cost, Source
from itadmin.domain.keys import Key

_WHOLE_PERCENT = 100_00
_MOST_TIMES = 5
"""When a year costs more than so many times the one before, a percentage says nothing."""

Group = Key | str | None
"""The id or the code of a group; None for what belongs to none."""


class Grouping(StrEnum):
    """By what costs are summed."""

    SYSTEM = "system"
    BEARER = "bearer"
    SUPPLIER = "supplier"
    KIND = "kind"


_GROUPS: Mapping[Grouping, Callable[[Cost], Group]] = {
    Grouping.SYSTEM: lambda cost: cost.system,
    Grouping.BEARER: lambda cost: cost.bearer,
    Grouping.SUPPLIER: lambda cost: cost.supplier,
    Grouping.KIND: lambda cost: cost.kind or None,
}


@dataclass(frozen=True, slots=True)
class CostSum:
    """The costs of a group in a year and in the year before. Amounts in öre."""

    group: Group
    costs: tuple[Cost, ...]
    costs_before: tuple[Cost, ...]

    @property
    def budget(self) -> int | None:
        """What was budgeted; None when nothing was."""
        return _known_sum(cost.budget for cost in self.costs)

    @property
    def actual(self) -> int | None:
        """What has been noted as the outcome; None when nothing has."""
        return _known_sum(cost.actual for cost in self.costs)

    @property
    def amount(self) -> int:
        """What the year costs."""
        return sum(cost.amount for cost in self.costs)

    @property
    def before(self) -> int:
        """What the year before cost."""
        return sum(cost.amount for cost in self.costs_before)

    @property
    def change(self) -> int:
        """How much more the year costs than the one before."""
        return self.amount - self.before

    @property
    def begun(self) -> int:
        """How much of the change is agreements that have begun, though nobody knows what was paid before them.

        What they and their systems cost by themselves the year before is taken off. It may be more than the change.
        """
        new = [cost for cost in self.costs if cost.is_begun]
        agreements, systems = {cost.agreement for cost in new}, {cost.system for cost in new}
        before = sum(
            cost.amount
            for cost in self.costs_before
            if cost.agreement in agreements or (cost.source is Source.SYSTEM and cost.system in systems)
        )
        return sum(cost.amount for cost in new) - before

    @property
    def change_percent(self) -> int | None:
        """The change in hundredths of a percent of the year before, rounded half up.

        None where it would mean nothing: with next to nothing then, or when most of the change is agreements begun.
        """
        is_apparent = 2 * self.begun > self.change > 0
        if is_apparent or self.amount > _MOST_TIMES * self.before:
            return None
        return divided(self.change * _WHOLE_PERCENT, self.before)


def within(costs: Iterable[Cost], chosen: Mapping[Grouping, Group]) -> tuple[Cost, ...]:
    """The costs that are of the group that is chosen of each grouping; all of them where none is."""
    return tuple(cost for cost in costs if all(_GROUPS[grouping](cost) == group for grouping, group in chosen.items()))


def divided(amount: int, number: int | None) -> int | None:
    """An amount by a number, rounded half up; None where there is nothing to divide by."""
    return (2 * amount + number) // (2 * number) if number is not None and number > 0 else None


def sums(grouping: Grouping, costs: Iterable[Cost], costs_before: Iterable[Cost]) -> list[CostSum]:
    """The costs of both years by group, in the order the groups are met."""
    group_of = _GROUPS[grouping]
    now, before = _grouped(group_of, costs), _grouped(group_of, costs_before)
    return [CostSum(group, tuple(now.get(group, ())), tuple(before.get(group, ()))) for group in {**now, **before}]


def _grouped(group_of: Callable[[Cost], Group], costs: Iterable[Cost]) -> dict[Group, list[Cost]]:
    found: dict[Group, list[Cost]] = defaultdict(list)
    for cost in costs:
        found[group_of(cost)].append(cost)
    return found


def _known_sum(amounts: Iterable[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
