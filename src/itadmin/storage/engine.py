"""An open register: one SQLAlchemy connection over the one SQLite connection, with reading and writing as blocks.

A write outside `writing()` raises: the connection is query-only in between. Calls are serialised by one lock, so
a background worker and the window may share the file; long work takes a copy instead.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from uuid import UUID

from sqlalchemy import Connection, create_engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from itadmin.domain.problems import ReadOnlyError
from itadmin.storage import file as files
from itadmin.storage.tables import FILE_INFO


@dataclass(frozen=True, slots=True)
class FileInfo:
    """What a file says of itself: its own id, whose it is, and whether it is the sample region's."""

    register_id: UUID
    organisation: UUID
    sample: bool


class RegisterFile:
    """An open register file, or a private copy of one."""

    def __init__(self, path: Path, raw: sqlite3.Connection, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._raw = raw
        self._lock = RLock()
        engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        )
        self._connection = engine.connect()
        raw.execute("PRAGMA query_only=ON")
        self.info = self._read_info()

    def _read_info(self) -> FileInfo:
        with self.reading() as connection:
            row = connection.execute(select(FILE_INFO)).one()
        return FileInfo(UUID(row.register_id), UUID(row.organisation), bool(row.sample))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A block that reads. Raises KnownError when the file turns out to be broken."""
        with self._lock:
            try:
                yield self._connection
            except DBAPIError as error:
                if isinstance(error.orig, sqlite3.Error):
                    raise files.sentence_for(self.path, error.orig) from error
                raise
            except UnicodeDecodeError as error:
                raise files.damaged(self.path, str(error)) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A block that writes: all of it is kept, or nothing. Raises ReadOnlyError on a copy, KnownError on trouble."""
        if not self.writable:
            raise ReadOnlyError("Filen är öppnad för läsning och kan inte ändras här.")
        with self.reading() as connection:
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                self._raw.execute("BEGIN IMMEDIATE")
                yield connection
                self._raw.execute("COMMIT")
            except sqlite3.Error as error:
                raise files.sentence_for(self.path, error) from error
            finally:
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                self._raw.execute("PRAGMA query_only=ON")

    def content(self) -> bytes:
        """The whole database as bytes, as it is now."""
        with self._lock:
            return self._raw.serialize()

    def copy(self) -> RegisterFile:
        """A private read-only copy in memory, for long work on another thread."""
        raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        raw.deserialize(self.content())
        return RegisterFile(self.path, raw, writable=False)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()
            self._raw.close()
        if self.writable:
            files.forget_open(self.path)


def open_register(path: Path, who: str) -> RegisterFile:
    """Open a register file of today's version for reading and writing.

    `who` is what others are told while it is open. Raises KnownError: not ours, damaged, newer, older (migrate
    first), in use, or not writable.
    """
    files.check_header(path, files.read_bytes(path, 100))
    with files.known_errors(path):
        raw = files.connect(path)
    try:
        files.check_content(path, raw)
        register = RegisterFile(path, raw, writable=True)
    except BaseException:
        raw.close()
        raise
    files.note_open(path, who)
    return register


def open_copy(path: Path) -> RegisterFile:
    """Open a private copy of a register file for reading only; works while the file is open elsewhere."""
    return RegisterFile(path, files.open_copy(path), writable=False)
