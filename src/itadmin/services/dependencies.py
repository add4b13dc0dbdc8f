"""What a system depends on and what depends on it, as the integrations of the register tell.

The receiving end of an integration depends on the giving one. Somebody outside is an end too, but one that nothing is
followed through. Only what lies within reach of the system is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.dependencies import Flow, distances
from itadmin.domain.record import Record
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.integrations import Integration
from itadmin.domain.text import fold, swedish_key
from itadmin.domain.values import LISTS
from itadmin.services.display import field_text
from itadmin.services.reading import ListQuery, Read, Reading

DEEPEST = 3
_SYSTEMS, _INTEGRATIONS = "systems", "integrations"
_OUTSIDE_GIVES, _OUTSIDE_RECEIVES = "from:", "to:"
_LEVELS = tuple(LISTS["kritikalitet"])
_CRITICAL = _LEVELS[-1]


@dataclass(frozen=True, slots=True)
class Part:
    """A system, or somebody outside when there is no `record_id`.

    `criticality` tells how critical it is, "" when nobody has said, and `weight` the place of that among the others,
    from 0 (nobody has said, or low); `is_critical` marks the highest.
    """

    key: str
    label: str
    record_id: UUID | None = None
    criticality: str = ""
    weight: int = 0
    is_critical: bool = False


@dataclass(frozen=True, slots=True)
class Dependencies:
    """Everything within reach of the centre: the parts by key, in the order of names, and what goes between them.

    `carried` holds the integrations behind each flow, in the order of their names.
    """

    centre: str
    parts: Mapping[str, Part]
    flows: tuple[Flow, ...]
    carried: Mapping[Flow, tuple[Read, ...]]


def dependencies(reading: Reading, system_id: UUID, depth: int = DEEPEST) -> Dependencies:
    """What lies at most `depth` integrations from a system, either way. Raises NotFoundError when there is none."""
    reading.one(_SYSTEMS, system_id)
    return joint_dependencies(reading, [system_id], depth)


def joint_dependencies(reading: Reading, system_ids: Sequence[UUID], depth: int = DEEPEST) -> Dependencies:
    """What lies at most `depth` integrations from any of the systems, either way; the centre is the first of them."""
    read = dict(reading.many(_SYSTEMS, system_ids))
    centres = [str(system_id) for system_id in read]
    carried: dict[Flow, list[Read]] = {}
    known: set[UUID] = set()
    asked: set[str] = set()
    for step in range(depth):
        edge = [key for key in _within(carried, centres, step) if key not in asked and not _is_outside(key)]
        asked.update(edge)
        found = [item for item in _touching(reading, edge) if item.record.id not in known]
        known.update(item.record.id for item in found)
        _read_ends(reading, found, read)
        for item in (item for item in found if _is_theirs_to_tell(item.record, read, reading.organisation_id)):
            for flow in _flows(item.record, read):
                carried.setdefault(flow, []).append(item)
    within = _within(carried, centres, depth)
    flows = [flow for flow in carried if flow.giver in within and flow.receiver in within]
    parts = {key: _part(key, read, carried) for key in within}
    in_order = sorted(parts, key=lambda key: (swedish_key(parts[key].label), key))
    places = {key: place for place, key in enumerate(in_order)}
    return Dependencies(
        next(iter(centres), ""),
        {key: parts[key] for key in in_order},
        tuple(sorted(flows, key=lambda flow: (places[flow.giver], places[flow.receiver]))),
        {flow: tuple(carried[flow]) for flow in flows},
    )


def _within(flows: Collection[Flow], centres: Sequence[str], depth: int) -> dict[str, None]:
    """What lies at most `depth` steps from any of the centres."""
    return dict.fromkeys(key for centre in centres for key in distances(flows, centre, depth))


def weight_of(code: str) -> int:
    """The place of a criticality among the others, from 0."""
    return _LEVELS.index(code) if code in _LEVELS else 0


def is_critical(code: str) -> bool:
    """Whether a criticality is the highest."""
    return code == _CRITICAL


def _is_outside(key: str) -> bool:
    return key.startswith((_OUTSIDE_GIVES, _OUTSIDE_RECEIVES))


def _touching(reading: Reading, systems: Collection[str]) -> list[Read]:
    """The integrations with an end in one of the systems, in the order of their names."""
    ids: dict[UUID, None] = {}
    for end in ("source", "target") if systems else ():
        query = ListQuery(where={end: list(systems)}, all_owners=True)
        ids |= dict.fromkeys(reading.keys(_INTEGRATIONS, query))
    found = reading.many(_INTEGRATIONS, ids).values()
    return sorted(found, key=lambda item: (swedish_key(item.label), str(item.record.id)))


def _read_ends(reading: Reading, found: Collection[Read], read: dict[UUID, Read]) -> None:
    """Read the systems that were not read before."""
    ends = (end for item in found for end in _ends(item.record) if end is not None and end not in read)
    read |= reading.many(_SYSTEMS, dict.fromkeys(ends))


def _is_theirs_to_tell(record: Record, read: Mapping[UUID, Read], own: UUID) -> bool:
    """Whether an integration is one's own or told by whose one of its ends is; nobody else's word counts."""
    owners = {read[end].record.owner for end in _ends(record) if end is not None and end in read}
    return record.owner == own or record.owner in owners


def _ends(record: object) -> tuple[UUID | None, UUID | None]:
    return (record.source, record.target) if isinstance(record, Integration) else (None, None)


def _flows(record: object, read: Mapping[UUID, Read]) -> Iterator[Flow]:
    """What an integration carries; nothing when an end is missing or lies in the bin."""
    if not isinstance(record, Integration):
        return
    giver = _end(record.source, record.external_party, _OUTSIDE_GIVES, read)
    receiver = _end(record.target, record.external_party, _OUTSIDE_RECEIVES, read)
    if giver and receiver and not (_is_outside(giver) and _is_outside(receiver)):
        yield Flow(giver, receiver)
        if record.both_ways:
            yield Flow(*(_turned(end) for end in (receiver, giver)))


def _end(system: UUID | None, outside: str, prefix: str, read: Mapping[UUID, Read]) -> str:
    if system is None:
        return f"{prefix}{fold(outside)}" if outside.strip() else ""
    found = read.get(system)
    return "" if found is None or found.record.deleted else str(system)


def _turned(key: str) -> str:
    """The same end seen the other way: who is outside stands once for giving and once for receiving."""
    for one, other in ((_OUTSIDE_GIVES, _OUTSIDE_RECEIVES), (_OUTSIDE_RECEIVES, _OUTSIDE_GIVES)):
        if key.startswith(one):
            return other + key.removeprefix(one)
    return key


def _part(key: str, read: Mapping[UUID, Read], carried: Mapping[Flow, list[Read]]) -> Part:
    if _is_outside(key):
        records = (
            item.record for flow, items in carried.items() if key in (flow.giver, flow.receiver) for item in items
        )
        names = (record.external_party for record in records if isinstance(record, Integration))
        return Part(key, next(names, key.partition(":")[2]))
    found = read[UUID(key)]
    code = str(getattr(found.record, "derived_criticality", ""))
    word = field_text(REGISTERS[_SYSTEMS], found, "derived_criticality")
    told = f"{word} kritikalitet" if word and not is_critical(code) else word
    return Part(key, found.label, found.record.id, told, weight_of(code), is_critical(code))
