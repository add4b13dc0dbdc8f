"""The register of a share file, written into an empty database: the same content gives the same bytes.

Knows the form of tables and nothing of what stands in them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from contextlib import closing

from itadmin.storage.connection import in_memory
from itadmin.storage.sharing.schema import APPLICATION_ID, PAGE_SIZE, USER_VERSION, Row, ShareTable, statement

_CHANGES, _CHANGES_AGAIN, _WRITTEN_BY = 24, 92, 96
"""Where the header has its change counter, the counter again for what follows it, and the version of SQLite."""
_ONE, _SQLITE = struct.pack(">L", 1), struct.pack(">L", 3_037_000)
"""Counters of a file that is written once, and the SQLite that can read tables that are STRICT."""


def register_bytes(content: Iterable[tuple[ShareTable, Iterable[Row]]]) -> bytes:
    """The bytes of a register with these tables and their rows; tables that have none are left out.

    Rows may come in any order. Raises sqlite3.Error for rows that do not fit their table.
    """
    with closing(in_memory()) as raw:
        for setting, value in (("page_size", PAGE_SIZE), ("application_id", APPLICATION_ID)):
            raw.execute(f"PRAGMA {setting}={value}")
        raw.execute(f"PRAGMA user_version={USER_VERSION}")
        raw.execute("BEGIN")
        for table, rows in content:
            ordered = sorted(rows, key=table.key_of)
            if not ordered:
                continue
            raw.execute(statement(table))
            marks = ", ".join("?" * len(table.all_columns))
            raw.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', ordered)
        raw.execute("COMMIT")
        return _settled(raw.serialize())


def _settled(content: bytes) -> bytes:
    """The bytes without what tells how often and by which SQLite they were written."""
    header = bytearray(content[:PAGE_SIZE])
    for place, value in ((_CHANGES, _ONE), (_CHANGES_AGAIN, _ONE), (_WRITTEN_BY, _SQLITE)):
        header[place : place + len(value)] = value
    return bytes(header) + content[PAGE_SIZE:]
