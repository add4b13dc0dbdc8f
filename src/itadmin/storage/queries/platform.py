"""Whom a change of the platform touches by what the register knows, and which systems may stand on a platform."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.keys import Key

_HERE = "deleted = 0 AND placeholder = 0"
_THEIR_OWN = "owner IN ((SELECT organisation FROM file_info), (SELECT owner FROM systems WHERE id = {}.system))"
_CHOSEN = "SELECT target FROM platform_changes_systems WHERE record = :change"
_TOUCHED = f"""
SELECT touched.organisation, touched.system, touched.way, unit.label, unit.kind, system.label
FROM (
    SELECT department AS organisation, id AS system, 'forvaltning' AS way FROM systems
    WHERE {_HERE} AND id IN ({_CHOSEN})
    UNION ALL
    SELECT organisation, system, 'anvander' FROM system_uses AS used
    WHERE {_HERE} AND used.{_THEIR_OWN.format("used")} AND COALESCE(status, '') <> 'upphort' AND system IN ({_CHOSEN})
    UNION ALL
    SELECT COALESCE(role.organisation, person.organisation), role.system, 'agare' FROM roles AS role
    LEFT JOIN people AS person ON person.id = role.person
    WHERE role.{_THEIR_OWN.format("role")}
        AND role.deleted = 0 AND role.placeholder = 0 AND role.kind = 'systemagare' AND role.system IN ({_CHOSEN})
        AND (role.starts_on IS NULL OR role.starts_on <= :today) AND (role.ends_on IS NULL OR role.ends_on >= :today)
) AS touched
JOIN organisations AS unit ON unit.id = touched.organisation AND unit.deleted = 0
JOIN systems AS system ON system.id = touched.system AND system.deleted = 0
ORDER BY unit.sort_key, unit.pk, system.sort_key, system.pk
"""
_OWNERS = f"""
SELECT COALESCE(role.organisation, person.organisation), role.person, COALESCE(role.function, person.title, '')
FROM roles AS role LEFT JOIN people AS person ON person.id = role.person
WHERE role.{_THEIR_OWN.format("role")}
        AND role.deleted = 0 AND role.placeholder = 0 AND role.kind = 'systemagare' AND role.system IN ({_CHOSEN})
    AND (role.starts_on IS NULL OR role.starts_on <= :today) AND (role.ends_on IS NULL OR role.ends_on >= :today)
ORDER BY role.starts_on, role.pk
"""
_TECHNIQUE = (
    "hosting",
    "operating_system",
    "servers",
    "database",
    "client_requirements",
    "protocols",
    "sign_in",
    "cloud_provider",
    "placement",
    "area",
)
_SYSTEMS = f"""
SELECT id, label, {", ".join(f"COALESCE({field}, '')" for field in _TECHNIQUE)} FROM systems
WHERE {_HERE} AND owner = (SELECT organisation FROM file_info) AND suggestion IS NOT 1
    AND COALESCE(lifecycle, '') <> 'avvecklad'
ORDER BY sort_key, pk
"""


class Touched(NamedTuple):
    """That an organisation is touched by way of a system: as its `forvaltning`, by using it, or as its owner's."""

    organisation: Key
    system: Key
    way: str
    name: str
    kind: str
    system_name: str


class Owner(NamedTuple):
    """Who owns some of the systems at an organisation; the function is "" where none is said."""

    organisation: Key | None
    person: Key | None
    function: str


class Technique(NamedTuple):
    """What a system stands on, in the words of the register; "" where nothing is said."""

    system: Key
    name: str
    hosting: str
    operating_system: str
    servers: str
    database: str
    client_requirements: str
    protocols: str
    sign_in: str
    cloud_provider: str
    placement: str
    area: str


def touched_by(connection: Connection, change: Key, day: date) -> Sequence[Touched]:
    """Whom the systems of a change touch on a day, organisation by organisation."""
    rows = connection.exec_driver_sql(_TOUCHED, {"change": change, "today": day.isoformat()}).all()
    return [Touched(unit, system, way, name or "", kind or "", label) for unit, system, way, name, kind, label in rows]


def owners_of(connection: Connection, change: Key, day: date) -> Sequence[Owner]:
    """Who owns the systems of a change on a day."""
    rows = connection.exec_driver_sql(_OWNERS, {"change": change, "today": day.isoformat()}).all()
    return [Owner(*row) for row in rows]


def techniques(connection: Connection) -> Sequence[Technique]:
    """What each own system that is not retired stands on."""
    return [Technique(*row) for row in connection.exec_driver_sql(_SYSTEMS).all()]
