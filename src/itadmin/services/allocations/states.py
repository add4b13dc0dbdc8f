"""What a kostnadsfördelning is to all services: its register, its states, and the record as what it is."""

from __future__ import annotations

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.services.reading import Read

ALLOCATIONS = REGISTER.name
DRAFT, ADOPTED, REPLACED = "utkast", "faststalld", "ersatt"


def allocation_of(read: Read) -> Allocation:
    """The record as what it is. Raises KnownError for another."""
    if not isinstance(read.record, Allocation):
        raise KnownError("Posten är ingen kostnadsfördelning.")
    return read.record
