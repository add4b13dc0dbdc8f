"""Lines about rights in systems that soon end by themselves: to be decided anew, or taken away in the system."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from itadmin.domain.calculations.attention import Act, is_within
from itadmin.domain.calendar import spoken_day
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told

_MONTHS = 1


def of_rights(known: Known) -> Iterator[tuple[UUID, Told]]:
    """The access decisions that end within a month."""
    for right in known.facts.rights:
        if is_within(right.ends_on, known.day, _MONTHS):
            reason = f"Behörigheten upphör {spoken_day(right.ends_on, known.day)}."
            yield right.record_id, Told("behorighet_upphor", reason, right.ends_on, field="ends_on", act=Act.OPEN)
