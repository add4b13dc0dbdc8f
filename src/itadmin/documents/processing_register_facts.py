"""What registerförteckningen tells, gathered: behandlingar by the one who answers for them, biträden and contacts.

Only fields that may stand in open papers. Builds no blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.documents.gathering import confirmed_number_of
from itadmin.documents.open_systems import countable_systems, grouped
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.reading import ListQuery, Read, Reading

_AGREED = ("gallande", "uppsagt")
_OFFICER = "dataskyddsombud"
_OFFICER_TITLE = "Dataskyddsombud"

_ASKED = (
    "controller",
    "processing_purpose",
    "legal_basis",
    "data_subjects",
    "data_categories",
    "recipients",
    "third_country",
    "retention",
    "dpa_status",
)


@dataclass(frozen=True)
class Processing:
    """A behandling: the system that it is done in, and who are biträden by an agreement in force."""

    read: Read
    system: System
    processors: tuple[str, ...] = ()

    @property
    def gaps(self) -> tuple[str, ...]:
        """The fields that ought to tell something of it and do not."""
        empty = [name for name in _ASKED if getattr(self.system, name) in ("", None)]
        if self.processors and "dpa_status" in empty:
            empty.remove("dpa_status")
        if self.system.third_country and not self.system.third_country_basis:
            empty.append("third_country_basis")
        return tuple(empty)


@dataclass(frozen=True)
class Controller:
    """Who answers for behandlingar, how to reach them and their dataskyddsombud; `belongs` is None when not known."""

    belongs: Belonging | None
    officers: tuple[str, ...]
    processings: tuple[Processing, ...]

    @property
    def name(self) -> str:
        """What they are called among others in the file; "" when they are not known."""
        return self.belongs.unit_names or self.belongs.legal.name if self.belongs else ""

    @property
    def identity(self) -> str:
        """The juridical person and the part of it, with the organisation number when that is certain."""
        if self.belongs is None:
            return ""
        number = confirmed_number_of(self.belongs.legal)
        return f"{self.belongs.full_name}, org.nr\u00a0{number}" if number else self.belongs.full_name

    @property
    def contact(self) -> str:
        """Address, e-mail and telephone, of the nearest unit that has each."""
        return contact_of(self.belongs, "postal_address", "email", "phone")


def contact_of(belongs: Belonging | None, *fields: str) -> str:
    """How an organisation is reached, by these of its fields or those of what it belongs to."""
    return ", ".join(value for field in fields if (value := belongs.nearest(field))) if belongs else ""


def gather(reading: Reading) -> tuple[Controller, ...]:
    """Who answers for the behandlingar in the systems in use, in Swedish order; those not known come last."""
    processors = _processors(reading)
    processings = [
        Processing(read, system, tuple(sorted(processors[system.id])))
        for read, system in countable_systems(reading, personal_data=[True])
    ]
    places = {key: belonging(reading, key) for key in {item.system.controller for item in processings}}

    def place_of(item: Processing) -> Belonging | None:
        return places[item.system.controller]

    def name_of(item: Processing) -> str:
        place = place_of(item)
        return place.full_name if place else ""

    officers = _officers(reading)
    every = tuple(dict.fromkeys(told for group in officers.values() for told in group))
    return tuple(
        Controller(place_of(group[0]), _officers_of(group, officers) or every, tuple(group))
        for group in grouped(processings, name_of).values()
    )


def _processors(reading: Reading) -> Mapping[UUID, set[str]]:
    """The biträden of each system by the agreements on that which are in force."""
    found: dict[UUID, set[str]] = defaultdict(set)
    keys = reading.keys("agreements", ListQuery(where={"kind": ["pub_avtal"], "status": _AGREED}))
    for read in reading.many("agreements", keys).values():
        agreement = read.record
        if not isinstance(agreement, Agreement) or not agreement.shared:
            continue
        if agreement.term_ends_on is not None and agreement.term_ends_on < reading.day:
            continue
        party = belonging(reading, agreement.supplier or agreement.provider)
        if party is not None:
            for system in agreement.systems:
                found[system].add(party.full_name)
    return found


def _officers(reading: Reading) -> Mapping[UUID, tuple[str, ...]]:
    """The dataskyddsombud of each system on the day: function and how it is reached, never who the person is."""
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for read in reading.many("roles", reading.keys("roles", ListQuery(where={"kind": [_OFFICER]}))).values():
        role = read.record
        if isinstance(role, Role) and role.system and _is_held(role, reading):
            found[role.system] += (_officer(role, belonging(reading, role.organisation)),)
    return found


def _is_held(role: Role, reading: Reading) -> bool:
    """Whether a person or a function has the role on the day; that an office is named says not who has it."""
    begun = role.starts_on is None or role.starts_on <= reading.day
    told = role.person is not None or bool(role.function)
    return told and begun and (role.ends_on is None or role.ends_on >= reading.day)


def _officer(role: Role, place: Belonging | None) -> str:
    function = role.function or _OFFICER_TITLE
    if place is None:
        return function
    return ", ".join(part for part in (function, place.chain[0].name, contact_of(place, "email", "phone")) if part)


def _officers_of(group: list[Processing], officers: Mapping[UUID, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told for item in group for told in officers.get(item.system.id, ())))


def incomplete(controllers: tuple[Controller, ...]) -> Iterator[Processing]:
    """The behandlingar of which something is not known."""
    return (item for controller in controllers for item in controller.processings if item.gaps)
