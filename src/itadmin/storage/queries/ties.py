"""The systems of all kommuner that the file knows, by what ties them, and what has been said of pairs of them."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.products import Supplier
from itadmin.domain.calculations.ties import Verdict
from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_SYSTEMS = """
SELECT id, owner, COALESCE(starter_key, ''), COALESCE(product, ''), supplier
FROM systems WHERE deleted = 0 AND placeholder = 0 AND suggestion IS NOT 1 ORDER BY id
"""
_SUPPLIERS = """
SELECT id, COALESCE(organisation_number, ''), label FROM organisations
WHERE id IN (SELECT supplier FROM systems UNION SELECT supplier FROM agreements) ORDER BY id
"""
_CALLED = """
SELECT id, owner, label, COALESCE(product, ''), COALESCE(short_name, ''), COALESCE(aliases, ''),
    COALESCE(starter_key, ''), COALESCE(area, ''), supplier
FROM systems WHERE deleted = 0 AND placeholder = 0 AND suggestion IS NOT 1 AND lifecycle IS NOT 'avvecklad' ORDER BY id
"""
_TOLD = """
SELECT systems.id, systems.label, COALESCE(whose.label, ''), systems.owner = (SELECT organisation FROM file_info),
    COALESCE(short_name, ''), COALESCE(aliases, ''), COALESCE(product, ''), COALESCE(supplier.label, ''),
    COALESCE(supplier.organisation_number, ''), COALESCE(area, ''), user_count
FROM systems LEFT JOIN organisations AS whose ON whose.id = systems.owner
LEFT JOIN organisations AS supplier ON supplier.id = systems.supplier
WHERE systems.id = ?
"""
_AGREED_WITH = """
SELECT DISTINCT supplier.label, COALESCE(supplier.organisation_number, '') FROM agreements_systems AS link
JOIN agreements ON agreements.id = link.record JOIN organisations AS supplier ON supplier.id = agreements.supplier
WHERE link.target = ? AND agreements.deleted = 0 AND agreements.placeholder = 0 ORDER BY supplier.sort_key
"""
_AGREED = """
SELECT DISTINCT link.target, agreements.supplier FROM agreements_systems AS link
JOIN agreements ON agreements.id = link.record
WHERE agreements.supplier IS NOT NULL AND agreements.deleted = 0 AND agreements.placeholder = 0
"""
_VERDICTS = """
SELECT id, one, other, verdict = 'samma', owner = (SELECT organisation FROM file_info) FROM matches
WHERE deleted = 0 AND placeholder = 0 AND one IS NOT NULL AND other IS NOT NULL AND one <> other
"""
_OWN_OF_TWO = f"""
SELECT id, verdict FROM matches WHERE {OWN} AND (one = ? AND other = ? OR one = ? AND other = ?) ORDER BY id
"""


class Told(NamedTuple):
    """A system as it is told of to somebody; "" and None where nothing is said, `number` the supplier's."""

    id: Key
    name: str
    whose: str
    own: bool
    short_name: str
    aliases: str
    product: str
    supplier: str
    number: str
    area: str
    users: int | None


class TiedBy(NamedTuple):
    """A system of any kommun: whose it is and what may tie it; "" and None where nothing is said."""

    id: Key
    owner: Key
    kind: str
    product: str
    supplier: Key | None


class Called(NamedTuple):
    """What a system of any kommun is called, and what tells of it besides; "" and None where nothing is said."""

    id: Key
    owner: Key
    name: str
    product: str
    short_name: str
    aliases: str
    kind: str
    area: str
    supplier: Key | None


def systems(connection: Connection) -> list[TiedBy]:
    """All confirmed systems in use, own and received, in the order of their ids."""
    return list(map(TiedBy._make, connection.exec_driver_sql(_SYSTEMS).all()))


def called(connection: Connection) -> list[Called]:
    """The systems that are not retired, by what they are called."""
    return list(map(Called._make, connection.exec_driver_sql(_CALLED).all()))


def agreed_suppliers(connection: Connection) -> dict[Key, set[Key]]:
    """By system, those whom there are agreements with about it."""
    found: dict[Key, set[Key]] = defaultdict(set)
    for system, supplier in connection.exec_driver_sql(_AGREED).all():
        found[system].add(supplier)
    return found


def suppliers(connection: Connection) -> list[Supplier]:
    """Those who supply systems or have agreements, also where only their name is known."""
    return list(map(Supplier._make, connection.exec_driver_sql(_SUPPLIERS).all()))


def verdicts(connection: Connection) -> list[Verdict]:
    """What has been said of pairs, by whomever; of systems that are not here too, as others may hang on them."""
    rows = connection.exec_driver_sql(_VERDICTS).all()
    return [Verdict(number, one, other, bool(same), bool(own)) for number, one, other, same, own in rows]


def own_verdicts(connection: Connection, one: UUID, other: UUID) -> list[tuple[UUID, str]]:
    """What we have said of two systems, and the matches that say it, the oldest first."""
    asked = (one.bytes, other.bytes, other.bytes, one.bytes)
    return [(UUID(bytes=match), said) for match, said in connection.exec_driver_sql(_OWN_OF_TWO, asked)]


def told(connection: Connection, system: Key) -> Told | None:
    """What there is to tell of a system; None when it is not here."""
    row = connection.exec_driver_sql(_TOLD, (system,)).one_or_none()
    return Told._make(row) if row else None


def agreed_with(connection: Connection, system: Key) -> list[tuple[str, str]]:
    """Those whom there are agreements with about a system, by name and organisation number, in name order."""
    return [(name, number) for name, number in connection.exec_driver_sql(_AGREED_WITH, (system,))]
