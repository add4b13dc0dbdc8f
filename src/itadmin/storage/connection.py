"""The SQLite connection to a register file, with the settings it is used under, and private copies in memory.

Never WAL: users copy "the file", and the rollback journal with synchronous=EXTRA loses no acknowledged commit. Knows
nothing of tables.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from itadmin.storage import file as files
from itadmin.storage import locks

_SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-2000",
)
_DURABLE = ("PRAGMA journal_mode=DELETE", "PRAGMA journal_size_limit=0", "PRAGMA synchronous=EXTRA")
_ATTEMPTS = 50
_PAUSE = 0.02
"""Seconds between looks at a file that is being written."""


def connect(path: Path) -> sqlite3.Connection:
    """The one connection to a register file, locked for us alone; rolls back what a crash left half done.

    While it is open SQLite keeps the journal beside the file, emptied between changes.

    Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=0.2
    )
    try:
        _run(connection, ("PRAGMA locking_mode=EXCLUSIVE", *_SETTINGS, *_DURABLE, "BEGIN EXCLUSIVE", "ROLLBACK"))
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory(content: bytes = b"") -> sqlite3.Connection:
    """A private database in memory, with these bytes of a register or empty. Raises sqlite3.Error."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        if content:
            connection.deserialize(content)
        _run(connection, _SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


def _run(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Run statements; an error whose text is broken too, as a damaged file may have it, becomes a readable one."""
    try:
        for statement in statements:
            connection.execute(statement)
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError(f"Could not decode an error: {error}") from error


def stable_bytes(path: Path, attempts: int = _ATTEMPTS) -> bytes:
    """A whole copy of a register file that may be open elsewhere; not a byte of it or beside it changes.

    Waits while it is written; what a crash left half done is rolled back in the copy. Raises KnownError.
    """
    for attempt in range(attempts):
        if attempt:
            time.sleep(_PAUSE)
        content = _undisturbed(path)
        if content is None and locks.lock_state(path) == "SQLITE_READONLY_ROLLBACK":
            content = _rolled_back(path)
        if content is not None:
            return content
    raise files.BusyError(f"Filen {path.name} skrivs just nu. Försök igen om en stund.")


def _undisturbed(path: Path) -> bytes | None:
    """The bytes of a file if no journal lay beside it and nothing was written while they were read."""
    before = _state_of(path)
    content = files.read_bytes(path)
    quiet = before == _state_of(path) and not has_unfinished(path)
    return content if quiet else None


def _state_of(path: Path) -> tuple[bytes, int, int]:
    """What changes when a file is written: its header with the change counter, its time and its size."""
    header = files.read_bytes(path, files.HEADER_SIZE)
    found = path.stat()
    return header, found.st_mtime_ns, found.st_size


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what is needed to take back an unfinished change."""
    return path.with_name(f"{path.name}-journal")


def has_unfinished(path: Path) -> bool:
    """Whether a journal beside a file tells of a change that is not finished; a finished one begins with a zero."""
    try:
        with journal_of(path).open("rb") as stream:
            return stream.read(1) not in (b"", b"\x00")
    except OSError:
        return False


def _rolled_back(path: Path) -> bytes | None:
    """The bytes of a file after its left-over journal has been played back, on copies of both; None if it is gone."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "register.itadmin")
        copy.write_bytes(files.read_bytes(path))
        try:
            journal_of(copy).write_bytes(journal_of(path).read_bytes())
        except FileNotFoundError:
            return None
        with files.known_errors(path):
            connection = connect(copy)
            connection.close()
        return copy.read_bytes()
