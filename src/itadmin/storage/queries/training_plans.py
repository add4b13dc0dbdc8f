"""Utbildningsplaner set by set: which plan each system has, which systems there are, and how many use them.

Which of several plans counts is settled here, for lists and findings alike: the newest of those that are adopted, else
the newest draft. What a plan is worth is the domain's affair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.training_plans import IN_FORCE, OUT_OF_USE, REPLACED, PlanTime
from itadmin.domain.keys import Key
from itadmin.domain.registers.system_record import IN_USE
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN
from itadmin.storage.queries.speaking import spoken

_PLANS = f"""
SELECT plan.id, plan.system, COALESCE(plan.kind, ''), plan.label, plan.replaces, COALESCE(systems.version, ''),
    person.label, plan.responsible, COALESCE(plan.responsible_function, ''),
    COALESCE(plan.status, ''), plan.adopted_on, plan.valid_until, plan.revise_by, COALESCE(plan.system_version, ''),
    CASE WHEN plan.replaces IS NULL THEN plan.valid_from END
FROM (SELECT * FROM training_plans WHERE {OWN} AND status IS NOT '{REPLACED}') AS plan
LEFT JOIN systems ON systems.id = plan.system LEFT JOIN people AS person ON person.id = plan.responsible
ORDER BY CASE plan.status WHEN '{IN_FORCE}' THEN 0 WHEN '{OUT_OF_USE}' THEN 1 ELSE 2 END,
    plan.adopted_on DESC, plan.pk DESC
"""
_SYSTEMS = f"""
SELECT id, label, COALESCE(area, ''), COALESCE(category, ''), COALESCE(version, ''), department
FROM systems WHERE {OWN} AND suggestion IS NOT 1 AND lifecycle IN {IN_USE}
ORDER BY sort_key, pk
"""
_ORGANISATIONS = """
SELECT id, label, COALESCE(kind, ''), parent, COALESCE(municipality_code, '') FROM organisations WHERE deleted = 0
"""
_USERS = """
SELECT system, organisation, owner, user_count FROM system_uses
WHERE deleted = 0 AND placeholder = 0 AND user_count IS NOT NULL
    AND COALESCE(status, '') NOT IN ('upphort', 'planeras')
    AND (until IS NULL OR until >= substr(?, 1, length(until)))
ORDER BY pk
"""
_MUNICIPALITY = "kommun"
_DEEPEST = 20


class StoredPlan(NamedTuple):
    """A plan that is not replaced. `system` is None for one that holds for all, or for the IT staff.

    `system_version` is the one its system has now.
    """

    key: Key
    system: Key | None
    kind: str
    label: str
    replaces: Key | None
    system_version: str
    responsible: Responsible
    time: PlanTime


class UsedSystem(NamedTuple):
    """A system in use; codes and texts are "" where nothing is said."""

    key: Key
    name: str
    area: str
    category: str
    version: str
    department: Key | None


class Unit(NamedTuple):
    """An organisation: what it is called, what it is, and what it is part of."""

    name: str
    kind: str
    parent: Key | None
    municipality_code: str


def stored_plans(connection: Connection) -> list[StoredPlan]:
    """All own plans outside the bin that are not replaced, the one that counts first. Raises BrokenValueError."""
    try:
        return [
            StoredPlan(
                key,
                system,
                kind,
                label,
                replaces,
                version,
                Responsible(name or "", UUID(bytes=person)) if person else Responsible(function),
                PlanTime(status, _day(adopted), _day(until), _day(revised), of_version, _day(starts)),
            )
            for (
                key,
                system,
                kind,
                label,
                replaces,
                version,
                name,
                person,
                function,
                status,
                adopted,
                until,
                revised,
                of_version,
                starts,
            ) in connection.exec_driver_sql(_PLANS).all()
        ]
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def used_systems(connection: Connection) -> list[UsedSystem]:
    """All own confirmed systems outside the bin that are in use, in name order."""
    return [UsedSystem(*row) for row in connection.exec_driver_sql(_SYSTEMS).all()]


def units(connection: Connection) -> dict[Key, Unit]:
    """All organisations outside the bin."""
    return {key: Unit(*rest) for key, *rest in connection.exec_driver_sql(_ORGANISATIONS).all()}


def municipality_of(known: Mapping[Key, Unit], organisation: Key | None) -> Key | None:
    """The kommun that an organisation is, or is part of; None when none is known."""
    for _step in range(_DEEPEST):
        unit = known.get(organisation) if organisation is not None else None
        if unit is None or unit.kind == _MUNICIPALITY:
            return organisation if unit is not None else None
        organisation = unit.parent
    return None


def users_by_municipality(connection: Connection, day: date) -> Mapping[Key, Mapping[str, int]]:
    """How many use each system on a day in each kommun, by its kommunkod; what belongs to no kommun is left out.

    How many a kommun has is told by itself alone, once it has spoken, and else by oneself.
    """
    known, said = units(connection), spoken(connection)
    found: dict[Key, dict[str, int]] = defaultdict(dict)
    for system, organisation, owner, people in connection.exec_driver_sql(_USERS, (day.isoformat(),)).all():
        municipality = municipality_of(known, organisation)
        code = known[municipality].municipality_code if municipality is not None else ""
        if code and said.holds(owner, municipality):
            found[system][code] = found[system].get(code, 0) + people
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
