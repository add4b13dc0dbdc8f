"""Which kostnadsfördelning counts of a case or an agreement, and what it says that a year costs. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from itadmin.domain.calculations.allocation_time import Span, yearly_costs
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.period import years_later
from itadmin.services.allocations.states import ADOPTED, ALLOCATIONS, REPLACED, allocation_of
from itadmin.services.reading import Read, Reading

_DAY = timedelta(days=1)


def standing_of(reading: Reading, field: Literal["agreement", "case"], record_id: UUID) -> Read | None:
    """The fördelning that counts of an agreement or a case; None when there is none.

    What is adopted goes before a draft, and of those the latest period.
    """
    reads = [read for read in reading.referring(ALLOCATIONS, field, record_id) if not read.record.deleted]
    ranked = sorted(_ranked(reads), key=lambda each: each[:3])
    return ranked[-1][3] if ranked else None


def cost_of_year(allocation: Allocation) -> int | None:
    """What a year of it costs, in öre; None without an amount, and where the period is shorter than a year."""
    starts, ends = allocation.period_starts, allocation.period_ends
    if allocation.amount is None or (starts and ends and ends < years_later(starts, 1) - _DAY):
        return None
    return yearly_costs(allocation.amount, Span(starts, ends), 1)[0]


def is_of_years(allocation: Allocation) -> bool:
    """Whether its amount is of more than one year."""
    return cost_of_year(allocation) not in (None, allocation.amount)


def _ranked(reads: list[Read]) -> Iterator[tuple[bool, date, bytes, Read]]:
    for read in reads:
        allocation = allocation_of(read)
        if allocation.status != REPLACED:
            yield allocation.status == ADOPTED, allocation.period_starts or date.min, allocation.id.bytes, read
