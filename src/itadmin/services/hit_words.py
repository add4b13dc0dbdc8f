"""What is said beside the name of a hit: what the record is about, and the words around the hit.

A role is named by who has it, and eleven of them may be called the same: what tells them apart comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from itadmin.domain.columns import OWNER
from itadmin.domain.fields import Reference
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text, subtitle, subtitle_fields
from itadmin.services.reading import Hit, Read, Reading

_BETWEEN = " · "


def words_beside(reading: Reading, hits: Sequence[Hit]) -> list[str]:
    """What is said beside each hit's name, in their order; "" where there is nothing more to say.

    Quickest when the hits of a register stand together.
    """
    found = []
    for name, group in groupby(hits, key=lambda hit: hit.register):
        register, alike = REGISTERS[name], list(group)
        fields = subtitle_fields(register)
        reads = reading.rows(name, [hit.place for hit in alike], [*fields, OWNER])
        about = {place: subtitle(register, read) for place, read in reads.items()}
        whose = {place: _whose(reading, register, read) for place, read in reads.items()}
        is_about_others = any(isinstance(register.fields[field], Reference) for field in fields)
        for hit in alike:
            beside = _beside(hit, about.get(hit.place, ""), is_about_others)
            found.append(_BETWEEN.join(filter(None, (whose.get(hit.place, ""), beside))))
    return found


def _whose(reading: Reading, register: Register, read: Read) -> str:
    """From whom a neighbour's record is; "" of one's own."""
    is_own = read.record.owner in (reading.organisation_id, read.record.id)
    return "" if is_own else f"från {field_text(register, read, OWNER)}"


def _beside(hit: Hit, about: str, is_about_others: bool) -> str:
    """Where the hit is in the name, what it is about is enough; a system's own words are enough where they are hit."""
    context = hit.context.removeprefix(hit.label).lstrip(" ·")
    if hit.in_name:
        return about or context
    if not is_about_others:
        return context or about
    unsaid = [part for part in about.split(_BETWEEN) if part and part not in context]
    return _BETWEEN.join(filter(None, (*unsaid, context)))
