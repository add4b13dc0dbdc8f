"""What the region is seen by: systems, levels, use and agreements of everybody whose records are here, as plain rows.

Own records and those that neighbours have shared stand side by side, each with its owner. Read as plain SQL, set by
set: thousands of systems of ten kommuner are laid out each time the matrix is shown.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from itadmin.domain.calculations.notice import Terms
from itadmin.domain.calculations.opportunities import BINDING
from itadmin.domain.calculations.region_levels import Word
from itadmin.domain.keys import Key
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries.attention_agreements import TERM_COLUMNS, options_of, terms_of

_HERE = "deleted = 0 AND placeholder = 0"
_SYSTEMS = f"""
SELECT sort_key, id, owner, COALESCE(lifecycle, ''), user_count, annual_cost, COALESCE(function_rating, ''),
    COALESCE(competence_rating, ''), label, COALESCE(area, ''), competent_people,
    shared = 0 OR security_protection IS 1, COALESCE(starter_key, ''), COALESCE(product, ''), supplier
FROM systems WHERE {_HERE} AND suggestion IS NOT 1
"""
_LEVELS = f"""
SELECT system, municipality, owner, CASE WHEN level GLOB '[0-5]' THEN CAST(level AS INTEGER) END,
    CASE WHEN target_level GLOB '[0-5]' THEN CAST(target_level AS INTEGER) END, COALESCE(target_on, ''),
    COALESCE(starts_on, ''), COALESCE(ends_on, ''), id
FROM cooperation_levels WHERE {_HERE} AND system IS NOT NULL AND municipality IS NOT NULL
"""
_USES = f"""
SELECT system, organisation, user_count FROM system_uses
WHERE {_HERE} AND status IS NOT 'upphort' AND system IS NOT NULL AND organisation IS NOT NULL
"""
_UNITS = """
SELECT id, label, COALESCE(kind, ''), COALESCE(municipality_code, ''), parent FROM organisations WHERE deleted = 0
"""
_BINDING = ", ".join(f"'{kind}'" for kind in sorted(BINDING))
_BINDS = f"{_HERE} AND status IN ('gallande', 'uppsagt') AND COALESCE(kind, '') IN ({_BINDING})"
_AGREEMENTS = f"""
SELECT id, owner, label, annual_price, EXISTS (
    SELECT 1 FROM agreements AS later
    WHERE later.replaces = main.id AND later.status = 'gallande' AND later.deleted = 0 AND later.placeholder = 0
), {TERM_COLUMNS} FROM agreements AS main WHERE {_BINDS}
"""
_ABOUT = f"""
SELECT target, record FROM agreements_systems
WHERE record IN (SELECT id FROM agreements WHERE {_BINDS}) AND {{}} ORDER BY record, ordinal
"""
_CONNECTED = "SELECT record, target FROM agreements_connected_municipalities ORDER BY record, ordinal"


class SystemRow(NamedTuple):
    """A system, also a retired one; `cost` in öre a year, codes "" where nothing is said. Ordered by name.

    One that is `protected` is not for everybody to know of. `kind`, `product` and `supplier` may tie it to others.
    """

    sort_key: str
    key: Key
    owner: Key
    lifecycle: str
    users: int | None
    cost: int | None
    function_rating: str
    competence_rating: str
    name: str
    area: str
    competent_people: int | None
    protected: bool
    kind: str
    product: str
    supplier: Key | None


class UseRow(NamedTuple):
    """That an organisation uses a system, and how many there."""

    system: Key
    organisation: Key
    users: int | None


class UnitRow(NamedTuple):
    """An organisation and what it belongs to."""

    key: Key
    name: str
    kind: str
    code: str
    parent: Key | None


class AgreementRow(NamedTuple):
    """An agreement in force that binds its owner and those that are connected; `price` in öre a year.

    It `is_followed` when another one that replaces it is signed.
    """

    key: Key
    owner: Key
    title: str
    price: int | None
    is_followed: bool
    terms: Terms
    connected: Sequence[Key]


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """Systems, levels and use in no order, organisations by key, and agreements by the system that they are about."""

    systems: Sequence[SystemRow]
    levels: Sequence[Word]
    uses: Sequence[UseRow]
    units: Mapping[Key, UnitRow]
    agreements: Mapping[Key, Sequence[AgreementRow]]


_Row = TypeVar("_Row", SystemRow, UseRow, UnitRow, Word)


def region_facts(connection: Connection) -> RegionFacts:
    """Read all that the region is seen by. Raises BrokenValueError."""
    try:
        return RegionFacts(
            _rows(connection, _SYSTEMS, SystemRow),
            levels(connection),
            _rows(connection, _USES, UseRow),
            units(connection),
            _agreements(connection, ()),
        )
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def units(connection: Connection) -> Mapping[Key, UnitRow]:
    """All organisations, also those of which only a label is here."""
    return {unit.key: unit for unit in _rows(connection, _UNITS, UnitRow)}


def levels(connection: Connection, systems: Collection[Key] = ()) -> list[Word]:
    """All that is said of levels, now and before: of these systems, or of all without any."""
    return _rows(connection, f"{_LEVELS} AND {_among('system', systems)}", Word)


def binding_agreements(connection: Connection, systems: Collection[Key] = ()) -> Mapping[Key, Sequence[AgreementRow]]:
    """The agreements that bind to these systems, or to all without any, by system. Raises BrokenValueError."""
    try:
        return _agreements(connection, systems)
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def _agreements(connection: Connection, systems: Collection[Key]) -> Mapping[Key, Sequence[AgreementRow]]:
    about = _plain_rows(connection, _ABOUT.format(_among("target", systems)))
    only = f" AND {_among('id', {agreement for _system, agreement in about})}" if systems else ""
    options = options_of(connection)
    connected: dict[Key, list[Key]] = defaultdict(list)
    for agreement, kommun in _plain_rows(connection, _CONNECTED):
        connected[agreement].append(kommun)
    rows = {
        key: AgreementRow(
            key, owner, title, price, bool(followed), terms_of(terms, options.get(key, ())), connected.get(key, ())
        )
        for key, owner, title, price, followed, *terms in _plain_rows(connection, _AGREEMENTS + only)
    }
    found: dict[Key, list[AgreementRow]] = defaultdict(list)
    for system, agreement in about:
        found[system].append(rows[agreement])
    return found


def _among(column: str, keys: Collection[Key]) -> str:
    """The condition that a column is one of some ids; true of all without any."""
    return f"{column} IN ({', '.join(_literal(key) for key in keys)})" if keys else "1"


def _literal(key: Key) -> str:
    return f"x'{key.hex()}'"


def _rows(connection: Connection, statement: str, kind: type[_Row]) -> list[_Row]:
    return list(map(partial(tuple.__new__, kind), _plain_rows(connection, statement)))


def _plain_rows(connection: Connection, statement: str) -> list[tuple[Any, ...]]:
    """Rows as the driver gives them: those of SQLAlchemy would be made only to be copied."""
    try:
        cursor = connection.connection.cursor()
        cursor.execute(statement)
        return list(cursor.fetchall())
    except sqlite3.Error as error:
        raise DBAPIError(statement, None, error) from error
