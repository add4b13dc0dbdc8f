"""Who shares a cost when nobody is named: the kommuner of the region that the file's own kommun is one of."""

from __future__ import annotations

from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.services.allocations.naming import codes_of
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities
from itadmin.services.samverkan.region import members_of


def region_codes(reading: Reading) -> list[str]:
    """Their kommunkoder, in order."""
    members = {UUID(bytes=key) for key in members_of(reading).kommuner}
    shipped = {municipality_id(known.code): known.code for known in municipalities()}
    known = {key: code for key, code in shipped.items() if key in members}
    return sorted({*known.values(), *codes_of(reading, members - known.keys()).values()})
