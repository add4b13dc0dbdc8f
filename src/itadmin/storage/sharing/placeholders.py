"""Names that stand for records which are referred to and not here: set, named and dropped so that all hangs together.

A placeholder is there for as long as something refers to it, or it is one of those that a file always has. What it is
called is decided the same in whatever order files come: by the newest slice that refers to it, then by its owner's id.
Must be called inside `RegisterFile.writing()`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.changes import Plain
from itadmin.domain.registers import OWNERS
from itadmin.storage.records import referring_registers
from itadmin.storage.tables import TABLES
from itadmin.storage.unit_of_work import place

GONE_DDL = "CREATE TABLE {table} (register TEXT, id BLOB, owner BLOB, label TEXT)"
"""A table that keeps what has to be known of records when they are gone."""

_NEWEST = """
SELECT record AS id, record_owner AS owner, label FROM (
    SELECT refs.record, refs.record_owner, refs.label, row_number() OVER (
        PARTITION BY refs.record ORDER BY slices.version DESC, refs.owner
    ) AS number
    FROM received_refs AS refs JOIN received AS slices ON slices.owner = refs.owner AND slices.current = 1
    WHERE refs.register = ?
) WHERE number = 1
"""


def keep_names(connection: Connection, table: str, register: str, ids: str, *parameters: object) -> None:
    """Note in a table of `GONE_DDL` the records of a register that a query for ids gives, before they go."""
    main = TABLES[register].main.name
    connection.exec_driver_sql(
        f"INSERT INTO {table} SELECT '{register}', id, owner, label FROM {main} WHERE id IN ({ids})", parameters
    )


def settle(connection: Connection, always: Mapping[UUID, Plain], gone: Collection[str]) -> None:
    """Set the placeholders that are needed, name those that slices name, and drop those that nothing needs.

    `always` are organisations that stand in the file whatever refers to them, in plain form; `gone` the tables of
    records that have just gone.
    """
    for record_id, plain in always.items():
        place(connection, OWNERS, record_id, record_id, plain)
    set_missing(connection, gone)
    for register in _standing(connection):
        _drop(connection, register, frozenset(always))
        _name(connection, register, frozenset(always))


def set_missing(connection: Connection, gone: Collection[str]) -> None:
    """Set a placeholder for each record that is referred to, known by name and not here."""
    queries = (
        "SELECT DISTINCT register FROM received_refs",
        *(f"SELECT DISTINCT register FROM {each}" for each in gone),
    )
    for row in connection.exec_driver_sql(" UNION ".join(queries)).all():
        _set(connection, row[0], gone)


def _standing(connection: Connection) -> list[str]:
    """The registers that have placeholders."""
    queries = (
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {tables.main.name} WHERE placeholder = 1)"
        for name, tables in TABLES.items()
    )
    return [row[0] for row in connection.exec_driver_sql(" UNION ALL ".join(queries))]


def _set(connection: Connection, register: str, gone: Collection[str]) -> None:
    """Insert what is referred to and not here; what slices refer to comes before what has gone."""
    table = TABLES[register].main.name
    sources = [_NEWEST, *(f"SELECT id, owner, label FROM {name} WHERE register = ?" for name in gone)]
    for source in sources:
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO {table} (id, owner, revision, deleted, shared, placeholder, label, sort_key) "
            "WITH missing (id, owner, label) AS ("
            f"SELECT * FROM ({source}) AS w WHERE w.id NOT IN (SELECT id FROM {table})"
            ") SELECT id, owner, 0, 0, 0, 1, label, swedish_key(label) FROM missing "
            f"WHERE {_is_referred_to(register, 'missing.id')}",
            (register,),
        )


def _drop(connection: Connection, register: str, always: frozenset[UUID]) -> None:
    table = TABLES[register].main.name
    query = f"SELECT id FROM {table} AS p WHERE p.placeholder = 1 AND NOT ({_is_referred_to(register, 'p.id')})"
    unneeded = [row[0] for row in connection.exec_driver_sql(query) if UUID(bytes=row[0]) not in always]
    if unneeded:
        raw = [(record,) for record in unneeded]
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", raw)


def _name(connection: Connection, register: str, always: frozenset[UUID]) -> None:
    table = TABLES[register].main.name
    kept = ", ".join(f"x'{record.hex}'" for record in sorted(always)) or "NULL"
    connection.exec_driver_sql(
        f"UPDATE {table} AS p SET owner = r.owner, label = r.label, sort_key = swedish_key(r.label) "
        f"FROM ({_NEWEST}) AS r WHERE r.id = p.id AND p.placeholder = 1 AND p.id NOT IN ({kept}) "
        "AND (p.label <> r.label OR p.owner <> r.owner)",
        (register,),
    )


@cache
def _is_referred_to(register: str, record: str) -> str:
    """That something in the file refers to a record, in SQL."""
    exist = [
        f'SELECT 1 FROM "{table}" WHERE "{column}" = {record}'
        for other, fields in referring_registers(register).items()
        for table, column in (_place_of(other, field) for field in fields)
    ]
    return " OR ".join(f"EXISTS ({query})" for query in exist) or "0"


def _place_of(register: str, field: str) -> tuple[str, str]:
    """The table and column in which a register's reference stands."""
    tables = TABLES[register]
    return (tables.links[field].name, "target") if field in tables.links else (tables.main.name, field)
