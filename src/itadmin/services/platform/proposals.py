"""Systems that may stand on what is changed: proposed by what the register says of their technique, never chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.services.reading import Reading
from itadmin.storage.queries.platform import Technique, techniques

_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "klient": ("client_requirements",),
    "server": ("operating_system", "servers"),
    "nat": ("protocols", "placement"),
    "databas": ("database",),
    "identitet": ("sign_in",),
    "molnplattform": ("cloud_provider",),
    "telefoni": ("area",),
}
"""The fields that tell of each kind of platform; of another kind any of them may."""
_OWN_SERVERS, _CLOUD = ("egen_drift", "hybrid", "annan_kommun", "kommunalforbund"), ("saas", "hybrid")
_SHORTEST_WORD = 3
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    {"byte", "till", "fran", "och", "for", "med", "alla", "den", "det", "som", "ny", "nya", "uppgradering", "version"}
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A system that may be touched, and why in a few words. `is_likely` when its technique names what is changed."""

    system: UUID
    name: str
    reason: str
    is_likely: bool


def proposed_systems(reading: Reading, kind: str, words: str, chosen: Sequence[UUID] = ()) -> tuple[Proposal, ...]:
    """Own systems that may stand on a kind of platform, the likely ones first; those `chosen` already are left out.

    `words` is what is changed, as "Byte till Windows Server 2025".
    """
    with reading.file.reading() as connection:
        rows = techniques(connection)
    left = {system.bytes for system in chosen}
    wanted = _words(words)
    hostings = reading.words.all_of("driftform")
    found = [item for row in rows if row.system not in left for item in _proposed(row, kind, wanted, hostings)]
    return tuple(sorted(found, key=lambda proposal: not proposal.is_likely))


def _proposed(row: Technique, kind: str, wanted: frozenset[str], hostings: Mapping[str, str]) -> Iterator[Proposal]:
    told = {field: text for field in _fields(kind) if (text := getattr(row, field))}
    naming = {field: text for field, text in told.items() if wanted & _words(text)}
    if not naming and not _stands_on(row, kind, told):
        return
    fields = REGISTERS["systems"].fields
    said = [f"{fields[field].label}: {text}" for field, text in (naming or told).items()]
    hosting = hostings.get(row.hosting, "")
    yield Proposal(UUID(bytes=row.system), row.name, "; ".join(said) or hosting, bool(naming))


def _stands_on(row: Technique, kind: str, told: Mapping[str, str]) -> bool:
    """Whether a system may stand on a kind of platform though nothing of its technique names what is changed."""
    if kind == "telefoni":
        return kind in fold(row.area)
    if kind not in _TOLD_BY:
        return False
    if kind == "server":
        return bool(told) or row.hosting in _OWN_SERVERS
    return bool(told) or (kind == "molnplattform" and row.hosting in _CLOUD)


def _fields(kind: str) -> tuple[str, ...]:
    """The fields that tell of a kind of platform; of one that is not listed any of them."""
    return _TOLD_BY.get(kind) or tuple(dict.fromkeys(field for fields in _TOLD_BY.values() for field in fields))


def _words(text: str) -> frozenset[str]:
    """The words that name something: neither common ones nor years and versions alone."""
    found = _WORD.findall(fold(text))
    return frozenset(word for word in found if len(word) >= _SHORTEST_WORD and word not in _COMMON)
