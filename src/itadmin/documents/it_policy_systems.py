"""The systems that an IT-policy tells of: how far the kommuner have come with each, who answers for it and operates it.

Only what anybody may know of a system is gathered, and the two judgements that its candidates rest on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.documents.open_systems import JOINT, countable_systems, may_be_named
from itadmin.domain.calculations.cooperation import SAME_PRODUCT, joint_level
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.cooperation_levels import CooperationLevel
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.system_uses import SystemUse
from itadmin.domain.registers.systems import REGISTER, System
from itadmin.services.competence.depth import able_by_system
from itadmin.services.cooperation import levels_by_system
from itadmin.services.display import field_text
from itadmin.services.organisations import belonging
from itadmin.services.reading import Holder, ListQuery, Read, Reading

_LIVING = ("utkast", "forhandling", "invantar_underskrift", "gallande", "uppsagt")
_OUT_OF_USE = "upphort"
_APPOINTED = "Utsedd"


@dataclass(frozen=True)
class PolicySystem:
    """A system in use. `levels` are by kommun, `users` the kommuner that are known to use the same product.

    `able` is how many in the region are able with it, None where nobody has said it.
    """

    system: System
    owner: str
    operated_by: str
    hosting: str
    levels: Mapping[UUID, int]
    target: int
    users: frozenset[UUID]
    agreements: tuple[Agreement, ...]
    able: int | None = None

    @property
    def level(self) -> int:
        """How far the kommuner have come together with it; 0 when they have not begun."""
        return joint_level(self.levels.values())

    @property
    def is_listed(self) -> bool:
        """Whether it is listed by name."""
        return may_be_named(self.system, self.levels)

    @property
    def is_joint(self) -> bool:
        """Whether several kommuner have it together."""
        return self.system.scope == JOINT or self.level >= SAME_PRODUCT


@dataclass(frozen=True)
class _Known:
    """What the register knows of its systems, by their ids."""

    owners: Mapping[UUID, str]
    levels: Mapping[UUID, Sequence[CooperationLevel]]
    users: Mapping[UUID, set[UUID]]
    agreements: Mapping[UUID, Sequence[Agreement]]
    able: Mapping[UUID, int]


def policy_systems(reading: Reading) -> tuple[PolicySystem, ...]:
    """Systems in use that anybody may know of, in name order."""
    found = list(countable_systems(reading))
    owners = _owners(reading, [read for read, _system in found])
    able = able_by_system(reading, [system for _read, system in found])
    known = _Known(owners, levels_by_system(reading), _users(reading), _agreements(reading), able)
    return tuple(_told(reading.organisation_id, read, system, known) for read, system in found)


def _told(own: UUID, read: Read, system: System, known: _Known) -> PolicySystem:
    levels = known.levels.get(system.id, ())
    by_kommun = {level.municipality: int(level.level) for level in levels if level.municipality and level.level}
    alike = {kommun for kommun, level in by_kommun.items() if level >= SAME_PRODUCT}
    return PolicySystem(
        system=system,
        owner=known.owners.get(system.id, ""),
        operated_by=field_text(REGISTER, read, "operating_unit"),
        hosting=field_text(REGISTER, read, "hosting"),
        levels=by_kommun,
        target=max((int(level.target_level) for level in levels if level.target_level), default=0),
        users=frozenset({own} | known.users.get(system.id, set()) | alike),
        agreements=tuple(known.agreements.get(system.id, ())),
        able=known.able.get(system.id),
    )


def _agreements(reading: Reading) -> Mapping[UUID, list[Agreement]]:
    """Agreements that are not over, by the systems they are about."""
    found: dict[UUID, list[Agreement]] = defaultdict(list)
    query = ListQuery(where={"status": _LIVING})
    for read in reading.many("agreements", reading.keys("agreements", query)).values():
        if isinstance(read.record, Agreement) and not _is_over(read.record, reading.day):
            for system in read.record.systems:
                found[system].append(read.record)
    return found


def _is_over(agreement: Agreement, day: date) -> bool:
    return agreement.ends_on is not None and agreement.ends_on < day


def _users(reading: Reading) -> Mapping[UUID, set[UUID]]:
    """The kommuner that use each system."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    kommun_of: dict[UUID, UUID | None] = {}
    for read in reading.many("system_uses", reading.keys("system_uses")).values():
        use = read.record
        if not isinstance(use, SystemUse) or use.system is None or use.organisation is None:
            continue
        if use.organisation not in kommun_of:
            unit = belonging(reading, use.organisation)
            kommun_of[use.organisation] = unit.legal.id if unit and unit.legal.kind == "kommun" else None
        kommun = kommun_of[use.organisation]
        if kommun is not None and use.status != _OUT_OF_USE:
            found[use.system].add(kommun)
    return found


def _owners(reading: Reading, systems: Iterable[Read]) -> Mapping[UUID, str]:
    """Who is systemägare, told by function; a person is never named."""
    held = {read.record.id: read.holders["system_owner"] for read in systems if "system_owner" in read.holders}
    roles = reading.many("roles", {holder.role_id for holder in held.values()})
    people = reading.many("people", {holder.person_id for holder in held.values() if holder.person_id})
    return {system: _owner(holder, roles, people) for system, holder in held.items()}


def _owner(holder: Holder, roles: Mapping[UUID, Read], people: Mapping[UUID, Read]) -> str:
    """The function of a holder, or else the unit."""
    role = roles.get(holder.role_id)
    person = people.get(holder.person_id) if holder.person_id else None
    function, unit = "", ""
    if role is not None and isinstance(role.record, Role):
        function = role.record.function
        unit = role.labels.get(role.record.organisation, "") if role.record.organisation else ""
    if person is not None and isinstance(person.record, Person):
        function = function or person.record.title
    return function or unit or _APPOINTED
