"""An open register: one SQLAlchemy connection over the one SQLite connection, with reading and writing as blocks.

A write outside `writing()` raises: the connection is query-only in between. Calls are serialised by one lock, so
a background worker and the window may share the file; long work takes a copy instead.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from uuid import UUID

from sqlalchemy import Connection, create_engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from itadmin.domain.calculations.spelling import spelling_key
from itadmin.domain.clock_times import minutes_of
from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.domain.text import fold, swedish_key
from itadmin.storage import file as files
from itadmin.storage import locks
from itadmin.storage.connection import connect, in_memory
from itadmin.storage.queries import demand, training_findings
from itadmin.storage.schema import schema_statements
from itadmin.storage.tables import FILE_INFO, SEARCH_TERMS_DDL

_SCHEMA = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\'"


@dataclass(frozen=True, slots=True)
class FileInfo:
    """What a file says of itself: its own id, whose it is, whether it is the sample region's, and when it was made.

    `created_at` is ISO, UTC.
    """

    register_id: UUID
    organisation: UUID
    sample: bool
    created_at: str


_OF_TEXT: Mapping[str, Callable[[str], str | int | None]] = {
    "fold": fold,
    "casefold": str.casefold,
    "swedish_key": swedish_key,
    "spelling_key": spelling_key,
    "minutes_of": minutes_of,
}
"""What SQL may ask of a text, by what it calls it."""


def _for_text(function: Callable[[str], str | int | None]) -> Callable[[str | None], str | int | None]:
    """The function as SQL has it: nothing of nothing."""
    return lambda text: None if text is None else function(text)


class RegisterFile:
    """An open register file, or a private copy of one.

    SQL may use what `_OF_TEXT` names of the domain's rules, `promises_less` of agreements and systems, and
    `first_that_holds` of months and a day. `before_first_change` is called before a step is written, for as long as it
    is there.

    Raises DamagedError when the file does not have exactly the tables of this version.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self.before_first_change: Callable[[], None] | None = None
        self._raw = raw
        self._lock = RLock()
        for name, function in _OF_TEXT.items():
            raw.create_function(name, 1, _for_text(function), deterministic=True)
        raw.create_function(training_findings.NAME, 2, training_findings.first_day, deterministic=True)
        raw.create_function(demand.NAME, demand.PARAMETERS, demand.is_less, deterministic=True)
        raw.execute(SEARCH_TERMS_DDL)
        raw.execute("PRAGMA query_only=ON")
        engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
        )
        self._connection = engine.connect()
        try:
            self.info = self._read_info()
        except BaseException:
            self._connection.close()
            raise

    def _read_info(self) -> FileInfo:
        with self.reading() as connection:
            found = {row.sql for row in connection.exec_driver_sql(_SCHEMA)}
            if found != set(schema_statements()):
                raise files.damaged(self.path, "tabellerna är inte de som programmet har gjort")
            row = connection.execute(select(FILE_INFO)).one()
        return FileInfo(UUID(row.register_id), UUID(row.organisation), bool(row.sample), row.created_at)

    @property
    def revision(self) -> int:
        """A number that is another one after every change to the file while it is open."""
        return self._raw.total_changes

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A block that reads. Raises KnownError when the file turns out to be broken."""
        with self._lock, self._telling():
            yield self._connection

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what the world does to the file into sentences; our own mistakes pass through."""
        try:
            yield
        except DBAPIError as error:
            known = self._known(error)
            if known is None:
                raise
            raise known from error
        except (UnicodeDecodeError, files.BrokenValueError) as error:
            raise files.damaged(self.path, str(error)) from error

    def _known(self, error: DBAPIError) -> KnownError | None:
        """What the world has done; None for what is our own mistake, such as writing in a block that reads."""
        cause = error.orig
        if not isinstance(cause, sqlite3.Error):
            return None
        if getattr(cause, "sqlite_errorname", "") == "SQLITE_READONLY" and not self._raw.in_transaction:
            return None
        return files.known_error(self.path, cause)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A block that writes: all of it is kept, or nothing. Raises ReadOnlyError on a copy, KnownError on trouble."""
        if not self.writable:
            raise ReadOnlyError("Filen är öppnad för läsning och kan inte ändras här.")
        with self.reading() as connection, files.known_errors(self.path):
            if self._raw.in_transaction:
                raise RuntimeError("one step may not be written inside another")
            if self.before_first_change is not None:
                self.before_first_change()
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                with self._telling():
                    self._raw.execute("BEGIN IMMEDIATE")
                    yield connection
                    self._raw.execute("COMMIT")
            finally:
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                self._raw.execute("PRAGMA query_only=ON")

    def set_beside(self, name: str, content: bytes = b"") -> None:
        """Let another database of our own making, or an empty one, stand beside the register under a name."""
        with self._lock:
            self._raw.execute(f"ATTACH ':memory:' AS \"{name}\"")
            if content:
                self._raw.deserialize(content, name=name)

    def take_away(self, name: str) -> None:
        """Let go of a database that stands beside."""
        with self._lock:
            self._raw.execute(f'DETACH "{name}"')

    @contextmanager
    def comparing(self) -> Iterator[Connection]:
        """A block that may write in what stands beside; it leaves the register as it is."""
        with self.reading() as connection:
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                yield connection
            finally:
                self._raw.execute("PRAGMA query_only=ON")

    def compact(self) -> None:
        """Write the file anew, so that nothing is left in it of what has been taken away. Raises KnownError.

        What is deleted is overwritten with zeros at once; this takes what may lie behind between pages too.
        """
        if not self.writable:
            raise ReadOnlyError("Filen är öppnad för läsning och kan inte ändras här.")
        with self._lock, files.known_errors(self.path):
            self._raw.execute("PRAGMA query_only=OFF")
            try:
                self._raw.execute("VACUUM")
            finally:
                self._raw.execute("PRAGMA query_only=ON")

    def content(self) -> bytes:
        """The whole database as bytes, as it is now."""
        with self._lock:
            content = self._raw.serialize()
            self._raw.execute("PRAGMA shrink_memory")  # all pages have been read, and would be kept besides
            return content

    def copy(self) -> RegisterFile:
        """A private read-only copy in memory, for long work on another thread."""
        return open_content(self.path, self.content())

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()
            self._raw.close()
        if self.writable:
            locks.forget_open(self.path)


def open_register(path: Path, who: str) -> RegisterFile:
    """Open a register file of today's version for reading and writing.

    `who` is what others are told while it is open. Raises KnownError: not ours, damaged, newer, older (migrate
    first), in use, or not writable.
    """
    if files.check_header(path, files.read_bytes(path, files.HEADER_SIZE)) < files.USER_VERSION:
        raise KnownError(f"Filen {path.name} är gjord med en äldre version av itadmin och behöver uppgraderas först.")
    files.require_writable(path)
    with files.known_errors(path):
        raw = connect(path)
    try:
        files.check_size(path, path.stat().st_size)
        files.check_content(path, raw)
        register = RegisterFile(path, raw, writable=True)
    except BaseException:
        raw.close()
        raise
    locks.note_open(path, who)
    return register


def open_content(path: Path, content: bytes) -> RegisterFile:
    """A private read-only copy in memory of a register's bytes; `path` is what to call it in messages.

    Raises KnownError.
    """
    raw = checked_copy(path, content)
    try:
        return RegisterFile(path, raw, writable=False)
    except BaseException:
        raw.close()
        raise


def checked_copy(path: Path, content: bytes) -> sqlite3.Connection:
    """The bytes of a register as a database in memory, to do with as one likes. Raises KnownError."""
    files.check_header(path, content[: files.HEADER_SIZE])
    files.check_size(path, len(content))
    with files.known_errors(path):
        raw = in_memory(content)
    try:
        files.check_content(path, raw)
    except BaseException:
        raw.close()
        raise
    return raw
