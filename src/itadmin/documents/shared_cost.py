"""The kostnadsfördelning that a paper about a case or an agreement tells, with what it comes to. No wording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations import Outcome, Simulation, outcome_of, simulation_of
from itadmin.services.allocations.standing import standing_of
from itadmin.services.allocations.states import allocation_of
from itadmin.services.reading import Reading


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
    """The fördelning that counts of an agreement or a case; None when there is none."""
    read = standing_of(reading, field, record_id)
    if read is None:
        return None
    allocation = allocation_of(read)
    outcome = outcome_of(reading, allocation)
    return Shared(read.label, allocation, outcome, simulation_of(reading, allocation, outcome))
