"""A compared slice takes the place of what is here of its owner: insert, update and delete by id, by tables alone.

Must be called inside `RegisterFile.writing()`, after `comparing.compare`. Foreign keys are asked at the end of the
step, when `placeholders.settle` has been called too.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table

from itadmin.storage import search
from itadmin.storage.sharing.comparing import CHANGED, GONE, NEW, TOUCHED, Beside
from itadmin.storage.sharing.placeholders import GONE_DDL, keep_names
from itadmin.storage.sharing.staging import BODY, REFS, WORDS
from itadmin.storage.tables import TABLES, RegisterTables

_FLAGS = ("owner", "deleted", "shared", "placeholder", "label", "sort_key")
"""What a received record has beside its fields, as staged."""


def apply(connection: Connection, staged: Beside) -> None:
    """Let the slice be what is here of its owner, in tables, search index and what it refers to."""
    connection.exec_driver_sql(GONE_DDL.format(table=gone_from(staged)))
    touched = connection.exec_driver_sql(f"SELECT DISTINCT register FROM {staged.table(TOUCHED)}")
    for register in [row[0] for row in touched]:
        tables = TABLES[register]
        _remove(connection, staged, tables)
        if register in staged.registers:
            _write(connection, staged, tables)
            _write_sides(connection, staged, tables)
            _index(connection, staged, tables)
    for table, columns in ((REFS, "record, register, record_owner, label"), (WORDS, "value_list, code, label")):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE owner = ?", (staged.owner.bytes,))
        if staged.registers:
            connection.exec_driver_sql(
                f"INSERT INTO {table} (owner, {columns}) SELECT ?, {columns} FROM {staged.table(table)}",
                (staged.owner.bytes,),
            )


def gone_from(staged: Beside) -> str:
    """The table that has the names of what has gone, for `placeholders.settle`."""
    return staged.table("gone")


def _chosen(staged: Beside, tables: RegisterTables, *deeds: str) -> str:
    """The ids of the records of a register that something is done to, as a query."""
    among = ", ".join(f"'{deed}'" for deed in deeds)
    return f"SELECT id FROM {staged.table(TOUCHED)} WHERE register = '{tables.register.name}' AND deed IN ({among})"


def _remove(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    gone, main = _chosen(staged, tables, GONE), tables.main.name
    first = search.numbers(connection).get(main, 0) * search.ROWS_OF_A_REGISTER
    places = f"SELECT pk + {first} FROM {main} WHERE id IN ({gone})"
    connection.exec_driver_sql(f"DELETE FROM search_index WHERE rowid IN ({places})")
    keep_names(connection, gone_from(staged), main, gone)
    connection.exec_driver_sql(f"DELETE FROM {main} WHERE id IN ({gone})")


def _write(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    main, there = tables.main.name, staged.table(tables.main)
    columns = (*_FLAGS, *tables.columns)
    sets = ", ".join(f'"{name}" = s."{name}"' for name in columns)
    connection.exec_driver_sql(
        f"UPDATE {main} AS m SET revision = m.revision + 1, {sets} FROM {there} AS s "
        f"WHERE s.id = m.id AND m.id IN ({_chosen(staged, tables, NEW, CHANGED)})"
    )
    names = ", ".join(f'"{name}"' for name in columns)
    connection.exec_driver_sql(
        f"INSERT INTO {main} (id, revision, {names}) SELECT id, revision, {names} FROM {there} AS s "
        f"WHERE id IN ({_chosen(staged, tables, NEW)}) AND NOT EXISTS (SELECT 1 FROM {main} AS m WHERE m.id = s.id)"
    )


def _write_sides(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    sides: Iterable[Table] = (*tables.links.values(), *tables.rows.values())
    for side in sides:
        names = ", ".join(f'"{column.name}"' for column in side.c)
        connection.exec_driver_sql(f"DELETE FROM {side.name} WHERE record IN ({_chosen(staged, tables, CHANGED)})")
        connection.exec_driver_sql(
            f"INSERT INTO {side.name} ({names}) SELECT {names} FROM {staged.table(side)} "
            f"WHERE record IN ({_chosen(staged, tables, NEW, CHANGED)})"
        )


def _index(connection: Connection, staged: Beside, tables: RegisterTables) -> None:
    """Let records be found by what they say now; those whose words are the same are left alone."""
    main, there = tables.main.name, staged.table(tables.main)
    first = search.number_of(connection, tables.register) * search.ROWS_OF_A_REGISTER
    changed = (
        f"SELECT m.pk + {first} FROM {there} AS s JOIN {main} AS m ON m.id = s.id "
        f"JOIN search_index AS i ON i.rowid = m.pk + {first} "
        f'WHERE s.id IN ({_chosen(staged, tables, CHANGED)}) AND (i.title <> s.label OR i.body <> s."{BODY}")'
    )
    connection.exec_driver_sql(f"DELETE FROM search_index WHERE rowid IN ({changed})")
    connection.exec_driver_sql(
        f'INSERT INTO search_index (rowid, title, body) SELECT m.pk + {first}, s.label, s."{BODY}" '
        f"FROM {there} AS s JOIN {main} AS m ON m.id = s.id WHERE s.id IN ({_chosen(staged, tables, NEW, CHANGED)}) "
        f"AND NOT EXISTS (SELECT 1 FROM search_index AS i WHERE i.rowid = m.pk + {first}) ORDER BY m.pk"
    )
