"""A staged slice held against what is here of the same owner: which records are new, changed and gone.

Worked out by tables alone, in the staging database itself: `touched` says it of each record. Knows nothing of files,
versions or trust.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Table

from itadmin.domain.fields import Choice
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.tables import TABLES, RegisterTables

NEW, CHANGED, GONE = "ny", "andrad", "borttagen"
TOUCHED = "touched"

_TOUCHED_DDL = (
    'CREATE TABLE "{at}".touched (register TEXT, id BLOB, deed TEXT, PRIMARY KEY (register, id)) WITHOUT ROWID'
)
_SLICE = "owner = ? AND placeholder = 0"


@dataclass(frozen=True, slots=True)
class Beside:
    """A staging database that stands beside the register under a name, and whose records it has.

    `registers` are those it has tables for.
    """

    name: str
    owner: UUID
    registers: frozenset[str]

    def table(self, table: Table | str) -> str:
        """A table of it in SQL."""
        return f'"{self.name}"."{table}"'


def beside(connection: Connection, name: str, owner: UUID) -> Beside:
    """What stands beside the register under a name."""
    rows = connection.exec_driver_sql(f'SELECT name FROM "{name}".sqlite_schema WHERE type = ?', ("table",))
    return Beside(name, owner, frozenset(row[0] for row in rows) & REGISTERS.keys())


def compare(connection: Connection, staged: Beside) -> None:
    """Work out what a slice touches.

    Raises RefusedError when it has a record that is another owner's.
    """
    connection.exec_driver_sql(_TOUCHED_DDL.format(at=staged.name))
    for register, tables in TABLES.items():
        if register in staged.registers:
            _refuse_others(connection, staged, tables)
            _find_new(connection, staged, tables)
            _find_changed(connection, staged, tables)
    for register in _of_owner(connection, staged.owner):
        _find_gone(connection, staged, TABLES[register])


def _of_owner(connection: Connection, owner: UUID) -> list[str]:
    """The registers that an owner has records in here."""
    queries = [
        f"SELECT '{register}' WHERE EXISTS (SELECT 1 FROM {tables.main.name} WHERE owner = ?1 AND placeholder = 0)"
        for register, tables in TABLES.items()
    ]
    return [row[0] for row in connection.exec_driver_sql(" UNION ALL ".join(queries), (owner.bytes,))]


def counts(connection: Connection, staged: Beside) -> Mapping[tuple[str, str], int]:
    """How many records of which register are new, changed and gone, by register and deed."""
    query = f"SELECT register, deed, count(*) FROM {staged.table(TOUCHED)} GROUP BY register, deed"
    return {(row[0], row[1]): row[2] for row in connection.exec_driver_sql(query)}


def number_here(connection: Connection, owner: UUID) -> int:
    """How many records of an owner are here."""
    tables = (TABLES[register].main.name for register in _of_owner(connection, owner))
    queries = [f"SELECT count(*) FROM {table} WHERE {_SLICE}" for table in tables]
    return sum(connection.exec_driver_sql(query, (owner.bytes,)).scalar_one() for query in queries)


def touched(
    connection: Connection, staged: Beside, deed: str, after: tuple[str, bytes], limit: int
) -> list[tuple[str, UUID]]:
    """Register and id of records that a slice does something to, from after one of them on, in the order of both."""
    query = (
        f"SELECT register, id FROM {staged.table(TOUCHED)} "
        "WHERE deed = ? AND (register, id) > (?, ?) ORDER BY register, id LIMIT ?"
    )
    rows = connection.exec_driver_sql(query, (deed, *after, limit))
    return [(row[0], UUID(bytes=row[1])) for row in rows]


def _refuse_others(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    query = (
        f"SELECT count(*) FROM {staged.table(tables.main)} AS s JOIN {tables.main.name} AS m ON m.id = s.id "
        "WHERE m.owner <> ? AND m.placeholder = 0"
    )
    if connection.exec_driver_sql(query, (staged.owner.bytes,)).scalar_one():
        raise RefusedError("a record that another owner has")


def _find_new(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    _note(
        connection,
        staged,
        tables,
        NEW,
        f"SELECT id FROM {staged.table(tables.main)} AS s WHERE NOT EXISTS "
        f"(SELECT 1 FROM {tables.main.name} AS m WHERE m.id = s.id AND m.placeholder = 0)",
    )


def _find_gone(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    stays = f" AND id NOT IN (SELECT id FROM {staged.table(tables.main)})"
    query = f"SELECT id FROM {tables.main.name} WHERE {_SLICE}"
    has = tables.register.name in staged.registers
    _note(connection, staged, tables, GONE, query + stays if has else query, staged.owner.bytes)


def _find_changed(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    main = tables.main.name
    columns = [*tables.columns, *(() if _is_named_by_a_word(tables.register) else ("label",))]
    differs = " OR ".join(f'm."{name}" IS NOT s."{name}"' for name in columns)
    both = f"{staged.table(main)} AS s JOIN {main} AS m ON m.id = s.id AND m.owner = ? AND m.placeholder = 0"
    parts = [f"SELECT s.id FROM {both} WHERE {differs}"]
    for side in (*tables.links.values(), *tables.rows.values()):
        parts += _differing_sides(staged, main, side)
    _note(connection, staged, tables, CHANGED, " UNION ".join(parts), *[staged.owner.bytes] * len(parts))


def _differing_sides(staged: Beside, main: str, side: Table) -> Iterator[str]:
    """Records of which a link or row is another one here, is only there, or only here."""
    values = [column.name for column in side.c if column.name not in ("record", "ordinal")]
    differs = " OR ".join(f'h."{name}" IS NOT s."{name}"' for name in values)
    on = "h.record = s.record AND h.ordinal = s.ordinal"
    there, here = f"{staged.table(side)} AS s", f"{side.name} AS h"
    own = "m.owner = ? AND m.placeholder = 0"
    yield (
        f"SELECT s.record FROM {there} JOIN {main} AS m ON m.id = s.record AND {own} "
        f"LEFT JOIN {here} ON {on} WHERE h.record IS NULL OR {differs}"
    )
    yield (
        f"SELECT h.record FROM {main} AS m JOIN {staged.table(main)} AS t ON t.id = m.id "
        f"JOIN {here} ON h.record = m.id LEFT JOIN {there} ON {on} WHERE {own} AND s.record IS NULL"
    )


def _is_named_by_a_word(register: Register) -> bool:
    """Whether records are called by a word of a value list, which is settled when all words are known."""
    return any(isinstance(register.fields[name], Choice) for name in register.title_fields)


def _note(
    connection: Connection, staged: Beside, tables: RegisterTables, deed: str, ids: str, *parameters: bytes
) -> None:
    statement = f"INSERT INTO {staged.table(TOUCHED)} (id, register, deed) SELECT id, ?, ? FROM ({_as_id(ids)})"
    connection.exec_driver_sql(statement, (tables.register.name, deed, *parameters))


def _as_id(ids: str) -> str:
    """A query of one column under the name that is noted."""
    return f"WITH found (id) AS ({ids}) SELECT id FROM found"
