"""Who shares a cost when nobody is named: the kommuner of the region that the file's own kommun is one of."""

from __future__ import annotations

from datetime import date

from itadmin.domain.registers.regions import Region
from itadmin.services.allocations.naming import codes_of
from itadmin.services.costs.own_share import own_code
from itadmin.services.populations import populations_of
from itadmin.services.reading import Reading

REGIONS = "regions"


def region_codes(reading: Reading) -> list[str]:
    """Their kommunkoder, in order: of the region that is noted, else those with figures of the same year end."""
    own = own_code(reading)
    for read in reading.many(REGIONS, reading.keys(REGIONS)).values():
        members = codes_of(reading, read.record.members if isinstance(read.record, Region) else ())
        if own in members.values():
            return sorted(members.values())
    populations = populations_of(reading)
    counted_on: date | None = populations.newest_common({own}, reading.day) if own else None
    return sorted(populations.on(counted_on))
