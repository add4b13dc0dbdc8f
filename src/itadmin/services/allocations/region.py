"""Who shares a cost: when nobody is named the kommuner of the own kommun's region, and those one may choose among."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.naming import codes_of
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities
from itadmin.services.samverkan.region import members_of


def codes_to_choose(reading: Reading, allocation: Allocation) -> list[str]:
    """The kommunkoder, in order, of the region, of those who take part, and of those its case and agreement name."""
    named: list[UUID] = []
    for register, key in (("cooperation_cases", allocation.case), ("agreements", allocation.agreement)):
        for read in reading.many(register, [key]).values() if key else ():
            named += getattr(read.record, "participants", ()) or getattr(read.record, "connected_municipalities", ())
    taking_part = (row.municipality for row in allocation.participants)
    return sorted({*region_codes(reading), *taking_part, *codes_of(reading, named).values()})


def region_codes(reading: Reading) -> list[str]:
    """Their kommunkoder, in order."""
    members = {UUID(bytes=key) for key in members_of(reading).kommuner}
    shipped = {municipality_id(known.code): known.code for known in municipalities()}
    known = {key: code for key, code in shipped.items() if key in members}
    return sorted({*known.values(), *codes_of(reading, members - known.keys()).values()})
