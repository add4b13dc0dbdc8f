"""Lines about rights in systems that soon end by themselves: to be decided anew, or taken away in the system."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.calculations.attention import Act, is_within
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told

_MONTHS = 1


def of_rights(known: Known) -> Iterator[tuple[Key, Told]]:
    """The access decisions that end within a month."""
    for key, last in known.facts.rights.items():
        if is_within(last, known.day, _MONTHS):
            reason = f"Behörigheten upphör {spoken_day(last, known.day)}."
            yield key, Told("behorighet_upphor", reason, last, field="ends_on", act=Act.OPEN)
