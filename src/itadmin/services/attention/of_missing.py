"""Lines about what records are expected to say and do not: one for each, and never what another line asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from uuid import UUID

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import small_initial
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told

_IN_FULL: Mapping[str, frozenset[str]] = {
    "utan_klassning": frozenset(("confidentiality", "integrity", "availability")),
}
"""What lines about several fields ask for; all others are about the field they are mended in."""
_NOTHING: frozenset[str] = frozenset()


def of_missing(known: Known, lines: Iterable[AttentionLine]) -> Iterator[tuple[str, UUID, Told]]:
    """What each record lacks beside what its `lines` ask for already, by register and id."""
    asked = _asked(known, lines)
    for register, records in known.facts.lacking.items():
        for record_id, names in records.items():
            said = asked.get(record_id, _NOTHING)
            left = [name for name in names if name not in said]
            if left:
                yield register, record_id, _told(register, left)


def _asked(known: Known, lines: Iterable[AttentionLine]) -> Mapping[UUID, AbstractSet[str]]:
    asked: dict[UUID, set[str]] = defaultdict(set)
    for line in lines:
        if line.record_id in known.facts.lacking.get(line.register, ()):
            asked[line.record_id] |= _IN_FULL.get(line.kind, {line.field})
    return asked


def _told(register: str, names: list[str]) -> Told:
    labels = [small_initial(REGISTERS[register].fields[name].label) for name in names]
    listed = f"{', '.join(labels[:-1])} och {labels[-1]}" if len(labels) > 1 else labels[0]
    return Told("saknar_uppgifter", f"Saknar {listed}.", field=names[0], act=Act.FILL_IN, undated=Band.SENARE)
