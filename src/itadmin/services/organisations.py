"""Who belongs where: an organisation, the units above it and the juridical person they are part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.registers.organisations import Organisation
from itadmin.services.reading import Reading

LEGAL_PERSONS = frozenset({"kommun", "forbund", "leverantor"})
"""Kinds of organisation that are juridical persons; the other kinds are parts of one."""

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Belonging:
    """An organisation followed by what it belongs to, up to its juridical person."""

    chain: tuple[Organisation, ...]

    @property
    def legal(self) -> Organisation:
        """The juridical person; the topmost unit when none is known."""
        return self.chain[-1]

    @property
    def units(self) -> tuple[Organisation, ...]:
        """The units below the juridical person, the highest first; empty for the juridical person itself."""
        return tuple(reversed(self.chain[:-1]))

    @property
    def unit_names(self) -> str:
        """The names of the units, "Kommunstyrelsen, IT-enheten"."""
        return ", ".join(unit.name for unit in self.units)

    @property
    def full_name(self) -> str:
        """The juridical person and the units below it, "Åmåls kommun, IT-enheten"."""
        return ", ".join(step.name for step in reversed(self.chain))

    def nearest(self, field: str) -> str:
        """The value of a text field in the nearest organisation that has one, from the unit itself upwards."""
        return next((value for step in self.chain if (value := getattr(step, field))), "")


def belonging(reading: Reading, organisation_id: UUID | None) -> Belonging | None:
    """The organisation and what it belongs to; None when there is none or it is not in the file."""
    chain = tuple(_chain(reading, organisation_id))
    return Belonging(chain) if chain else None


def _chain(reading: Reading, following: UUID | None) -> Iterator[Organisation]:
    seen: set[UUID] = set()
    while following is not None and following not in seen and len(seen) < _DEEPEST:
        seen.add(following)
        read = reading.many("organisations", [following]).get(following)
        if read is None or not isinstance(read.record, Organisation):
            return
        yield read.record
        following = None if read.record.kind in LEGAL_PERSONS else read.record.parent
