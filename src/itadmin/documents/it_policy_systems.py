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
from itadmin.domain.calculations.cooperation import SAME_PRODUCT
from itadmin.domain.calculations.opportunities import PUBLIC, Reason
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import REGISTER, System
from itadmin.services.competence.depth import able_by_system
from itadmin.services.display import field_text
from itadmin.services.reading import Holder, ListQuery, Read, Reading
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.matrix import matrix_of

_LIVING = ("utkast", "forhandling", "invantar_underskrift", "gallande", "uppsagt")
_APPOINTED = "Utsedd"


@dataclass(frozen=True)
class PolicySystem:
    """A system in use. `levels` are by kommun, `users` the kommuner that are known to use the same product.

    `level` is how far the kommuner have come together with it, 0 when they have not begun.
    `able` is how many in the region are able with it, None where nobody has said it; `reasons` are those for trying
    cooperation that anybody may know of.
    """

    system: System
    owner: str
    operated_by: str
    hosting: str
    levels: Mapping[UUID, int]
    level: int
    target: int
    users: frozenset[UUID]
    agreements: tuple[Agreement, ...]
    able: int | None = None
    reasons: tuple[Reason, ...] = ()

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
    """What the register knows of its systems, by their ids, and the region they stand in."""

    owners: Mapping[UUID, str]
    region: Matrix
    agreements: Mapping[UUID, Sequence[Agreement]]
    able: Mapping[UUID, int]


def policy_systems(reading: Reading) -> tuple[PolicySystem, ...]:
    """Systems in use that anybody may know of, in name order."""
    found = list(countable_systems(reading))
    owners = _owners(reading, [read for read, _system in found])
    able = able_by_system(reading, [system for _read, system in found])
    known = _Known(owners, matrix_of(reading), _agreements(reading), able)
    return tuple(_told(reading.organisation_id, read, system, known) for read, system in found)


def _told(own: UUID, read: Read, system: System, known: _Known) -> PolicySystem:
    row = known.region.row_of(system.id)
    levels = {} if row is None else row.levels
    return PolicySystem(
        system=system,
        owner=known.owners.get(system.id, ""),
        operated_by=field_text(REGISTER, read, "operating_unit"),
        hosting=field_text(REGISTER, read, "hosting"),
        levels={UUID(bytes=kommun): level for kommun, level in levels.items()},
        level=0 if row is None else row.level,
        target=0 if row is None else row.target,
        users=frozenset({own, *(UUID(bytes=kommun) for kommun in (() if row is None else row.using))}),
        agreements=tuple(known.agreements.get(system.id, ())),
        able=known.able.get(system.id),
        reasons=() if row is None else tuple(reason for reason in row.reasons if reason in PUBLIC),
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
