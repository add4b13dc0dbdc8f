"""Rows into a bare table of a new database file, in one transaction as safely kept as the register's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter


def insert_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> float:
    """Write the rows and return how many seconds it took."""
    names = ", ".join(f'"{column}" TEXT' for column in columns)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(f"CREATE TABLE systems (pk INTEGER PRIMARY KEY, {names}) STRICT")
        before = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" for _ in columns)
        connection.executemany(f"INSERT INTO systems VALUES (NULL, {marks})", rows)
        connection.execute("COMMIT")
        return perf_counter() - before
