"""Lines about what records are expected to say and do not: one for each, and never what another line asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import listed, small_initial
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told

_IN_FULL: Mapping[str, frozenset[str]] = {
    "utan_klassning": frozenset(("confidentiality", "integrity", "availability")),
}
"""What lines about several fields ask for; all others are about the field they are mended in."""
_NOTHING: frozenset[str] = frozenset()


def of_missing(known: Known, told: Iterable[tuple[str, Key, Told]]) -> Iterator[tuple[str, Key, Told]]:
    """What each record lacks beside what is `told` of it already, by register and id."""
    lacking = {
        key: (register, named.lacks)
        for register, records in known.facts.records.items()
        for key, named in records.items()
        if named.lacks
    }
    asked = _asked(lacking, told)
    for key, (register, lacks) in lacking.items():
        left = [name for name in lacks if name not in asked.get(key, _NOTHING)]
        if left:
            yield register, key, _told(register, left)


def _asked(
    lacking: Mapping[Key, tuple[str, Sequence[str]]], told: Iterable[tuple[str, Key, Told]]
) -> Mapping[Key, AbstractSet[str]]:
    """What is asked for already of the fields that records lack."""
    asked: dict[Key, set[str]] = defaultdict(set)
    for _register, key, said in told:
        if key in lacking and (said.kind in _IN_FULL or said.field in lacking[key][1]):
            asked[key].update(_IN_FULL.get(said.kind, (said.field,)))
    return asked


def _told(register: str, names: list[str]) -> Told:
    labels = [small_initial(REGISTERS[register].fields[name].label) for name in names]
    return Told("saknar_uppgifter", f"Saknar {listed(labels)}.", field=names[0], act=Act.FILL_IN, undated=Band.SENARE)
