"""The register of a share file opened as what it is: a database that somebody else wrote, and that may be made to harm.

It is looked at from outside first, then held against the DDL that its manifest gives, and only then is anything in it
read. Runs in the process that reads share files (`child.py`) and nowhere else. Needs no package.
"""

from __future__ import annotations

import sqlite3
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import (
    APPLICATION_ID,
    MOST_ROWS,
    PAGE_SIZE,
    USER_VERSION,
    ShareTable,
    filled,
    selection,
    statement,
)

HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_SECONDS = 25.0
"""Of the processor, for all that is asked of a register."""
_AT_ONCE = 500
_STEPS_BETWEEN_LOOKS = 50_000

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 64 * 1024,
    sqlite3.SQLITE_LIMIT_COLUMN: 300,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 50,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA query_only=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-8000",
)
_PRAGMAS = frozenset({"trusted_schema", "cell_size_check", "mmap_size", "query_only", "temp_store", "cache_size"})
_CHECKS = frozenset({"integrity_check"})
_SCHEMAS = frozenset({"sqlite_master", "sqlite_schema"})


def check_header(content: bytes) -> None:
    """Look at the header by hand, so that SQLite sees no file of another kind. Raises RefusedError."""
    if len(content) < PAGE_SIZE or not content.startswith(_MAGIC):
        raise RefusedError("the register is no database")
    (page_size,) = struct.unpack_from(">H", content, 16)
    pages, first_free, free = struct.unpack_from(">3L", content, 28)
    largest_root, encoding, user_version, incremental, application_id = struct.unpack_from(">5L", content, 52)
    demands = {
        "page size": page_size == PAGE_SIZE,
        "format": content[18:20] == b"\x01\x01",
        "reserved space and fractions": content[20:24] == bytes((0, 64, 32, 32)),
        "size": pages * PAGE_SIZE == len(content),
        "free pages": first_free == free == 0,
        "change counter": content[24:28] == content[92:96],
        "encoding": encoding == 1,
        "vacuum": largest_root == incremental == 0,
        "application id": application_id == APPLICATION_ID,
        "user version": user_version == USER_VERSION,
    }
    wrong = [name for name, holds in demands.items() if not holds]
    if wrong:
        raise RefusedError(f"the header of the register: {', '.join(wrong)}")


@contextmanager
def opened(content: bytes, tables: Sequence[ShareTable]) -> Iterator[sqlite3.Connection]:
    """A block that may read these tables of a register, and nothing else; those without rows are not in it.

    Raises RefusedError for a register that has anything else than them, sqlite3.Error or UnicodeDecodeError for one
    that is broken.
    """
    check_header(content)
    there = filled(tables)
    with closing(sqlite3.connect(":memory:", isolation_level=None, cached_statements=0)) as raw:
        raw.deserialize(content)
        _restrain(raw, frozenset(table.name for table in there))
        _require_schema(raw, there)
        if raw.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise RefusedError("the register does not hang together")
        yield raw


def rows_of(raw: sqlite3.Connection, table: ShareTable) -> Iterator[tuple[Any, ...]]:
    """The rows of a table, in the order of its key. Raises RefusedError when there are not as many as was said."""
    if not table.rows:
        return
    cursor, number = raw.execute(selection(table)), 0
    while rows := cursor.fetchmany(_AT_ONCE):
        number += len(rows)
        if number > min(table.rows, MOST_ROWS):
            break
        yield from rows
    if number != table.rows:
        raise RefusedError(f"the table {table.name} has another number of rows than was said")


def _restrain(raw: sqlite3.Connection, names: frozenset[str]) -> None:
    for limit, value in _LIMITS.items():
        raw.setlimit(limit, value)
    end = time.process_time() + _SECONDS
    raw.set_progress_handler(lambda: int(time.process_time() > end), _STEPS_BETWEEN_LOOKS)

    def judge(action: int, first: str | None, _second: str | None, _database: str | None, within: str | None) -> int:
        allowed = within is None and (
            action == sqlite3.SQLITE_SELECT
            or (action == sqlite3.SQLITE_READ and (first in names or first in _SCHEMAS))
            or (action == sqlite3.SQLITE_PRAGMA and (first in _PRAGMAS or first in _CHECKS))
        )
        return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

    raw.set_authorizer(judge)
    for setting in _SETTINGS:
        raw.execute(setting)


def _require_schema(raw: sqlite3.Connection, tables: Sequence[ShareTable]) -> None:
    """That the register has exactly the tables it should, letter by letter, and nothing that runs by itself."""
    wanted = [("table", table.name, table.name, statement(table)) for table in tables]
    found = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid").fetchmany(len(tables) + 1)
    if found != wanted:
        raise RefusedError("the tables are not those that were said")
