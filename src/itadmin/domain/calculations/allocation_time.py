"""Who takes part in a shared cost when, as stretches of days or of whole months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from itadmin.domain.calculations.allocation_models import Stretch
from itadmin.domain.calendar import add_months, days_in_month

BY_DAYS, BY_MONTHS = "dagar", "manader"
_DAY = timedelta(days=1)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last, both included; None is open."""

    starts_on: date | None = None
    ends_on: date | None = None

    def meets(self, other: Span) -> bool:
        """Whether they have a day in common."""
        return (self.starts_on or date.min) <= (other.ends_on or date.max) and (other.starts_on or date.min) <= (
            self.ends_on or date.max
        )


def stretches(period: Span, taking_part: Mapping[str, Span], unit: str) -> tuple[Stretch, ...]:
    """How long who takes part during a period, in days or (`BY_MONTHS`) in months, by kommunkod.

    A month counts whole for whoever takes part on any day of it. Any other unit, or a period that is open, is one
    stretch of all who take part on some day of it. Raises ValueError with a Swedish sentence for a period backwards.
    """
    starts_on, ends_on = period.starts_on, period.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        raise ValueError("Perioden slutar före sin första dag. Ändra dagen.")
    if unit not in (BY_DAYS, BY_MONTHS) or starts_on is None or ends_on is None:
        there = frozenset(code for code, span in taking_part.items() if span.meets(period))
        return (Stretch(1, there),) if there else ()
    cut = _months(starts_on, ends_on) if unit == BY_MONTHS else _days(starts_on, ends_on, taking_part)
    lengths: Counter[frozenset[str]] = Counter()
    for piece, length in cut:
        lengths[frozenset(code for code, span in taking_part.items() if span.meets(piece))] += length
    return tuple(Stretch(length, codes) for codes, length in lengths.items())


def yearly_costs(amount: int, period: Span, years: int) -> tuple[int, ...]:
    """What each of so many years costs, in öre, when a period costs `amount`; of whole years they add up to it.

    A period of a year or less, or one that is open, costs the same each year. A month that is begun counts whole.
    """
    months = _length(period)
    if months <= _YEAR:
        return (amount,) * years
    ends = [amount * _YEAR * year // months for year in range(years + 1)]
    return tuple(last - first for first, last in pairwise(ends))


def _length(period: Span) -> int:
    """How many months a period has begun; none when it is open."""
    if period.starts_on is None or period.ends_on is None:
        return 0
    starts_on, ends_on = period.starts_on, period.ends_on
    months = (ends_on.year - starts_on.year) * _YEAR + ends_on.month - starts_on.month
    return months + (add_months(starts_on, months) <= ends_on)


def _months(starts_on: date, ends_on: date) -> Iterator[tuple[Span, int]]:
    """The months of a period, as far as they are within it, each of length one."""
    first = starts_on
    while first <= ends_on:
        last = first.replace(day=days_in_month(first.year, first.month))
        yield Span(first, min(last, ends_on)), 1
        if last >= ends_on:
            return
        first = add_months(first.replace(day=1), 1)


def _days(starts_on: date, ends_on: date, taking_part: Mapping[str, Span]) -> Iterator[tuple[Span, int]]:
    """The stretches of a period within which nobody comes or leaves, each with its days."""
    comes = {span.starts_on for span in taking_part.values() if span.starts_on}
    leaves = {span.ends_on + _DAY for span in taking_part.values() if span.ends_on and span.ends_on < ends_on}
    turns = sorted(day for day in comes | leaves if starts_on < day <= ends_on)
    firsts = [starts_on, *turns]
    lasts = [*(day - _DAY for day in turns), ends_on]
    for first, last in zip(firsts, lasts, strict=True):
        yield Span(first, last), (last - first).days + 1
