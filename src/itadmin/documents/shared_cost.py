"""The kostnadsfördelning that a paper about a case or an agreement tells, with what it comes to. No wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations import Outcome, Simulation, outcome_of, simulation_of
from itadmin.services.allocations.adopting import ADOPTED, ALLOCATIONS, REPLACED, allocation_of
from itadmin.services.reading import Read, Reading


@dataclass(frozen=True)
class Shared:
    """A kostnadsfördelning and what it comes to."""

    label: str
    allocation: Allocation
    outcome: Outcome
    simulation: Simulation | None

    @property
    def is_adopted(self) -> bool:
        """Whether it is told as it was locked."""
        return self.outcome.is_locked


def shared_cost(reading: Reading, field: Literal["agreement", "case"], record_id: UUID) -> Shared | None:
    """The fördelning that counts of an agreement or a case; None when there is none.

    What is adopted goes before a draft, and of those the latest period.
    """
    reads = [read for read in reading.referring(ALLOCATIONS, field, record_id) if not read.record.deleted]
    ranked = sorted(_ranked(reads), key=lambda each: each[:3])
    if not ranked:
        return None
    read = ranked[-1][3]
    allocation = allocation_of(read)
    outcome = outcome_of(reading, allocation)
    return Shared(read.label, allocation, outcome, simulation_of(reading, allocation, outcome))


def _ranked(reads: list[Read]) -> Iterator[tuple[bool, date, bytes, Read]]:
    for read in reads:
        allocation = allocation_of(read)
        if allocation.status != REPLACED:
            yield allocation.status == ADOPTED, allocation.period_starts or date.min, allocation.id.bytes, read
