"""Who is held to which training and who has done it, set by set: plain rows with ids as the file has them.

What follows from them is the services' affair. Plans are told by `training_plans`, organisations too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from struct import Struct
from typing import Any, NamedTuple

from sqlalchemy import Connection

from itadmin.domain.calculations.training_plans import ADOPTED
from itadmin.domain.keys import Key
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries.speaking import spoken
from itadmin.storage.queries.training_plans import StoredPlan, Unit, municipality_of, stored_plans, units

_USED = "deleted = 0 AND placeholder = 0"
_TOLD = """(said.owner = (SELECT organisation FROM file_info)
    OR said.owner = (SELECT owner FROM people WHERE people.id = said.person)
    OR said.owner = (SELECT owner FROM systems WHERE systems.id = said.system))"""
_PEOPLE = f"""
SELECT id, label, organisation, owner FROM people
WHERE {_USED} AND anonymised_on IS NULL AND (left_on IS NULL OR left_on >= ?) ORDER BY sort_key, pk
"""
_BREADTHS = "SELECT id, COALESCE(all_staff, 0) FROM training_plans"
_MUNICIPALITIES = "SELECT record, target FROM training_plans_municipalities"
_LIVING = f"SELECT id, label FROM systems WHERE {_USED} AND suggestion IS NOT 1 AND lifecycle IS NOT 'avvecklad'"
_MODULES = f"""
SELECT id, plan, label, valid_months FROM training_modules
WHERE {_USED} AND owner = (SELECT owner FROM training_plans WHERE training_plans.id = plan)
ORDER BY plan, place IS NULL, place, code, pk
"""
_REPEATED = f"SELECT EXISTS (SELECT 1 FROM training_modules WHERE valid_months IS NOT NULL AND {_USED})"
_VERSIONS = "SELECT id, COALESCE(same_as, id) FROM training_modules"
_DEMANDS = "SELECT record, audience, demand FROM training_modules_demands ORDER BY record, ordinal"
_MEMBERS = f"""
SELECT system, audience, person FROM audience_members AS said
WHERE {_USED} AND {_TOLD} AND (starts_on IS NULL OR starts_on <= ?) AND (ends_on IS NULL OR ends_on >= ?)
"""
_HOLDERS = f"""
SELECT system, person FROM roles AS said
WHERE {_USED} AND {_TOLD} AND kind IN ('systemansvarig', 'ersattare') AND person IS NOT NULL
    AND (starts_on IS NULL OR starts_on <= ?) AND (ends_on IS NULL OR ends_on >= ?)
"""
_SESSION_MODULES = "SELECT record, target FROM training_sessions_modules"
_SESSION_DAYS = f"SELECT id, COALESCE(ends_on, starts_on) FROM training_sessions WHERE {_USED}"
_DONE = f"""
SELECT CAST(group_concat(person || COALESCE(session, module) || COALESCE(completed_on, '          '), '') AS BLOB)
FROM training_participations AS said WHERE status = 'genomford' AND {_USED}
    AND (said.owner = (SELECT organisation FROM file_info)
        OR said.owner = (SELECT owner FROM people WHERE people.id = said.person)
        OR said.owner = (SELECT owner FROM training_sessions WHERE training_sessions.id = said.session))
"""
_OF_ONE = "AND person = ?"
_DONE_ROW, _OCCASION = Struct("16s26s"), Struct("16s10s")


class Employed(NamedTuple):
    """A person who is there on a day."""

    key: Key
    name: str
    organisation: Key | None


class StoredModule(NamedTuple):
    """A module of a plan; `identity` is its first version."""

    key: Key
    identity: Key
    plan: Key
    title: str
    valid_months: int | None


class Membership(NamedTuple):
    """That a person belongs to a målgrupp of a system; None is the plans that are about none."""

    system: Key | None
    audience: str
    person: Key


class Occasion(NamedTuple):
    """When people have done the same: a session, or a module without one, and the day that is said of it, if any."""

    what: Key
    day: date | None


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """What is known on a day of who is held to what. `systems` are the names of those that are not retired."""

    people: Sequence[Employed]
    units: Mapping[Key, Unit]
    plans: Sequence[StoredPlan]
    plans_for_all: Mapping[Key, Collection[Key]]
    systems: Mapping[Key, str]
    modules: Sequence[StoredModule]
    identities: Mapping[Key, Key]
    demands: Mapping[Key, Sequence[tuple[str, str]]]
    memberships: Sequence[Membership]


@dataclass(frozen=True, slots=True)
class DoneFacts:
    """What is known of what has been done; `people` may say None for those that nobody asked about."""

    people: Mapping[Occasion, Sequence[int | None]]
    """The places of those who were there."""
    modules: Mapping[Key, Sequence[Key]]
    """Of each session, in the versions it names."""
    last_days: Mapping[Key, date]
    """Of each session that has any day."""


def training_facts(connection: Connection, day: date) -> TrainingFacts:
    """What training is demanded of whom. Raises BrokenValueError."""
    first_versions, organisations = identities(connection), units(connection)
    return TrainingFacts(
        people=employed(connection, day, organisations),
        units=organisations,
        plans=[plan for plan in stored_plans(connection) if plan.time.status in ADOPTED],
        plans_for_all=plans_for_all(connection),
        systems=living_systems(connection),
        modules=modules(connection, first_versions),
        identities=first_versions,
        demands=demands(connection),
        memberships=memberships(connection, day),
    )


def done_facts(connection: Connection, places: Mapping[Key, int], person: Key | None = None) -> DoneFacts:
    """What people have done that have `places`, or one person alone. Raises BrokenValueError."""
    try:
        return DoneFacts(
            people_done(connection, places, person),
            modules_of_sessions(connection),
            last_days_of_sessions(connection),
        )
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def is_ever_repeated(connection: Connection) -> bool:
    """Whether anything that is done holds for a time only: if not, nobody need ask who has done it when."""
    return bool(connection.exec_driver_sql(_REPEATED).scalar_one())


def employed(connection: Connection, day: date, organisations: Mapping[Key, Unit]) -> list[Employed]:
    """People who have not left before a day and are known by name, in name order.

    Who works in a kommun that has spoken for itself is told by it alone.
    """
    said = spoken(connection)

    @cache
    def kommun(organisation: Key | None) -> Key | None:
        return municipality_of(organisations, organisation)

    rows = connection.exec_driver_sql(_PEOPLE, (day.isoformat(),)).all()
    return [Employed(key, name, unit) for key, name, unit, owner in rows if said.holds(owner, kommun(unit))]


def plans_for_all(connection: Connection) -> dict[Key, frozenset[Key]]:
    """The plans that hold for everybody, with the kommuner they are limited to; none is no limit."""
    limits: dict[Key, set[Key]] = defaultdict(set)
    for plan, municipality in connection.exec_driver_sql(_MUNICIPALITIES).all():
        limits[plan].add(municipality)
    return {
        plan: frozenset(limits.get(plan, ()))
        for plan, for_all in connection.exec_driver_sql(_BREADTHS).all()
        if for_all
    }


def living_systems(connection: Connection) -> dict[Key, str]:
    """The names of confirmed systems that are not retired."""
    return _pairs(connection, _LIVING)


def modules(connection: Connection, first_versions: Mapping[Key, Key]) -> list[StoredModule]:
    """All modules outside the bin, those of a plan in its order."""
    rows = connection.exec_driver_sql(_MODULES).all()
    return [StoredModule(key, first_versions[key], *rest) for key, *rest in rows]


def identities(connection: Connection) -> dict[Key, Key]:
    """The first version of every module there has been, also where they follow on each other in steps or a ring."""
    before = _pairs(connection, _VERSIONS)
    return {key: _first_of(key, before) for key in before}


def _first_of(key: Key, before: Mapping[Key, Key]) -> Key:
    chain = [key]
    while (earlier := before.get(chain[-1], chain[-1])) not in chain:
        chain.append(earlier)
    return min(chain[chain.index(earlier) :])


def demands(connection: Connection) -> Mapping[Key, Sequence[tuple[str, str]]]:
    """Målgrupp and demand, by the module."""
    found: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for module, audience, demand in connection.exec_driver_sql(_DEMANDS).all():
        found[module].append((audience or "", demand or ""))
    return found


def memberships(connection: Connection, day: date) -> list[Membership]:
    """Who belongs to which målgrupp on a day, those that are known by their roles among them."""
    days = (day.isoformat(), day.isoformat())
    named = [Membership(*row) for row in connection.exec_driver_sql(_MEMBERS, days).all()]
    holders = connection.exec_driver_sql(_HOLDERS, days).all()
    return named + [Membership(system, "systemansvarig", person) for system, person in holders]


def modules_of_sessions(connection: Connection) -> Mapping[Key, Sequence[Key]]:
    """The modules of each session, in the versions it names."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for session, module in connection.exec_driver_sql(_SESSION_MODULES).all():
        found[session].append(module)
    return found


def last_days_of_sessions(connection: Connection) -> dict[Key, date]:
    """The last day of each session that has one. Raises ValueError for a day that is none."""
    rows = connection.exec_driver_sql(_SESSION_DAYS).all()
    return {key: date.fromisoformat(day) for key, day in rows if day}


def people_done(
    connection: Connection, places: Mapping[Key, int], person: Key | None = None
) -> Mapping[Occasion, Sequence[int | None]]:
    """The places of those who have done each thing, None for people without one; of one person if one is named.

    There may be hundreds of thousands: they come as one value, as reading rows takes three times as long. Raises
    ValueError for ids or days that are none.
    """
    statement, named = (_DONE, ()) if person is None else (f"{_DONE} {_OF_ONE}", (person,))
    packed = connection.exec_driver_sql(statement, named).scalar_one() or b""
    if len(packed) % _DONE_ROW.size:
        raise ValueError("an id is not 16 bytes")
    found: dict[bytes, list[int | None]] = defaultdict(list)
    place_of = places.get
    for one, occasion in _DONE_ROW.iter_unpack(packed):
        found[occasion].append(place_of(one))
    return {_occasion(occasion): people for occasion, people in found.items()}


def _occasion(packed: bytes) -> Occasion:
    what, day = _OCCASION.unpack(packed)
    said = day.decode().strip()
    return Occasion(what, _day_of(said) if said else None)


@lru_cache(maxsize=4096)
def _day_of(text: str) -> date:
    return date.fromisoformat(text)


def _pairs(connection: Connection, statement: str) -> dict[Any, Any]:
    return dict(tuple(row) for row in connection.exec_driver_sql(statement).all())
