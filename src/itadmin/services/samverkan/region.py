"""Which kommuner are seen together: those of a region as it is kept, else the own kommun's surroundings, and guests.

A guest takes part in single systems only; so does any kommun that somebody says something of and that is no member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.keys import Key
from itadmin.domain.registers.regions import Region
from itadmin.domain.text import swedish_key
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.reference_data import municipalities, populations
from itadmin.storage.queries.samverkan import UnitRow

REGISTER = "regions"
_KOMMUN = "kommun"
_YEAR_END = (12, 31)
_DEEPEST = 20


class Kommun(NamedTuple):
    """A kommun that is seen. `name` is its name among other kommuner, `code` its kommunkod, "" where it has none."""

    key: Key
    name: str
    code: str
    is_guest: bool

    @property
    def id(self) -> UUID:
        """Its id."""
        return UUID(bytes=self.key)


@dataclass(frozen=True, slots=True)
class Members:
    """A region by name, "" where none is kept, with the keys of its kommuner and guests."""

    name: str
    kommuner: frozenset[Key]
    guests: frozenset[Key] = frozenset()
    record_id: UUID | None = None


def regions_of(reading: Reading) -> tuple[Members, ...]:
    """The regions that are kept, own ones first; those that neighbours keep count where the own kommun is a member."""
    own = reading.organisation_id
    kept = [region for region in _kept(reading) if region.owner == own or own in region.members]
    kept.sort(key=lambda region: (region.owner != own, own not in region.members, swedish_key(region.name)))
    return tuple(map(_members, kept))


def members_of(reading: Reading, region: UUID | None = None) -> Members:
    """The kommuner of a region, or of the first one that is kept; without any those around the own kommun.

    These are the kommuner whose inhabitants are known on the same newest day as the own kommun's.
    """
    chosen = next((_members(kept) for kept in _kept(reading) if kept.id == region), None) if region else None
    first = next(iter(regions_of(reading)), None) if chosen is None else chosen
    if first is not None:
        return first
    own = reading.organisation_id
    codes = {municipality_id(known.code).bytes: known.code for known in municipalities()}
    return Members("", frozenset({own.bytes, *_around(codes.get(own.bytes, ""))}))


def _kept(reading: Reading) -> list[Region]:
    reads = reading.many(REGISTER, reading.keys(REGISTER, ListQuery(all_owners=True))).values()
    return [read.record for read in reads if isinstance(read.record, Region)]


def _members(region: Region) -> Members:
    return Members(region.name, _keys(region.members), _keys(region.guests), region.id)


def seen(members: Members, found: Iterable[Key], units: Mapping[Key, UnitRow]) -> tuple[Kommun, ...]:
    """The members in name order, and after them those of others that there is something `found` of."""
    shipped = {municipality_id(known.code).bytes: known for known in municipalities()}

    def told(key: Key, *, is_guest: bool) -> Kommun:
        known, unit = shipped.get(key), units.get(key)
        name = known.town if known else unit.name if unit else ""
        return Kommun(key, name, known.code if known else unit.code if unit else "", is_guest)

    inside = [told(key, is_guest=False) for key in members.kommuner]
    beside = [told(key, is_guest=True) for key in set(found) - members.kommuner]
    return tuple(sorted((*inside, *beside), key=lambda kommun: (kommun.is_guest, swedish_key(kommun.name), kommun.key)))


def kommuner_among(units: Mapping[Key, UnitRow]) -> Mapping[Key, Key]:
    """The kommun that each organisation is or belongs to, by their keys; those that belong to none are left out."""
    kommuner = {key for key, unit in units.items() if unit.kind == _KOMMUN or unit.code}
    found = {key: next((step for step in _upwards(key, units) if step in kommuner), None) for key in units}
    return {key: kommun for key, kommun in found.items() if kommun is not None}


def _upwards(key: Key, units: Mapping[Key, UnitRow]) -> Iterator[Key]:
    following: Key | None = key
    for _step in range(_DEEPEST):
        if following is None or following not in units:
            return
        yield following
        following = units[following].parent


def _around(code: str) -> Iterator[Key]:
    days = [
        known.day for known in populations() if known.code == code and (known.day.month, known.day.day) == _YEAR_END
    ]
    newest = max(days, default=None)
    for known in populations():
        if known.day == newest:
            yield municipality_id(known.code).bytes


def _keys(ids: Iterable[UUID]) -> frozenset[Key]:
    return frozenset(key.bytes for key in ids)
