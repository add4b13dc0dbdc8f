"""Rebuilds a table with its full definition: what `ALTER TABLE` leaves is not the text that a new file gets."""

from __future__ import annotations

from collections.abc import Iterable

from alembic.operations import Operations


def rebuild(operations: Operations, table: str, definition: str, indexes: Iterable[str]) -> None:
    """Make `table` anew by its `CREATE TABLE` text and keep its rows; columns that are new are empty.

    Foreign keys must be off. The old table is renamed the old-fashioned way, so that what refers to it keeps its text.
    """
    found = operations.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")
    names = ", ".join(row.name for row in found)
    operations.execute("PRAGMA legacy_alter_table=ON")
    operations.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
    operations.execute("PRAGMA legacy_alter_table=OFF")
    operations.execute(definition)
    operations.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table}_before")
    operations.execute(f"DROP TABLE {table}_before")
    for index in indexes:
        operations.execute(index)
