"""Attached files beside a register: a second SQLite file that holds contents by their SHA-256, and only grows.

`NAME.bilagor` carries the id of its register. It is opened for one task at a time and never held open; a record says
which digest is its own, this says nothing of records.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files
from itadmin.storage.connection import journal_of

ENDING = ".bilagor"
APPLICATION_ID = 0x49544231
"""Written in the header of every such file ("ITB1")."""
_VERSION = 1
_APPLICATION_ID_AT, _VERSION_AT = slice(68, 72), slice(60, 64)

_SCHEMA = (
    "CREATE TABLE store_info (pk INTEGER PRIMARY KEY CHECK (pk = 1), register_id BLOB NOT NULL) STRICT",
    "CREATE TABLE contents (digest BLOB PRIMARY KEY CHECK (length(digest) = 32), content BLOB NOT NULL) STRICT",
    "CREATE TRIGGER contents_stay BEFORE UPDATE ON contents BEGIN SELECT RAISE(ABORT, 'contents stay'); END",
    "CREATE TRIGGER contents_remain BEFORE DELETE ON contents BEGIN SELECT RAISE(ABORT, 'contents remain'); END",
)
_SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)
_DURABLE = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")


def store_of(register: Path) -> Path:
    """Where the attached files of a register lie."""
    return register.with_name(register.name.removesuffix(".itadmin") + ENDING)


def digest_of(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def add(store: Path, register_id: UUID, content: bytes) -> str:
    """Keep a content and return its digest; one that is there already is kept once. Makes the store if needed.

    Raises KnownError, and then nothing has changed.
    """
    digest = digest_of(content)
    with _open(store, register_id, write=True) as connection, _transaction(connection):
        _insert(connection, digest, content)
    return digest


def read(store: Path, register_id: UUID, digest: str) -> bytes | None:
    """The content with a digest; None when it is not here. Raises DamagedError when it is no longer what it was."""
    key = _key(digest)
    if key is None or _is_empty(store):
        return None
    with _open(store, register_id) as connection:
        row = connection.execute("SELECT content FROM contents WHERE digest = ?", (key,)).fetchone()
    if row is None:
        return None
    content = bytes(row[0])
    if digest_of(content) != digest:
        raise _damaged(store, f"innehållet stämmer inte med {digest}")
    return content


def digests(store: Path, register_id: UUID) -> frozenset[str]:
    """The digests of what lies in a store; none when there is no store. Raises KnownError."""
    if _is_empty(store):
        return frozenset()
    with _open(store, register_id) as connection:
        return _digests(connection)


def copy_new(source: Path, target: Path, register_id: UUID) -> int:
    """Copy what a store has and another lacks; returns how many. Nothing is done when there is nothing to copy.

    Raises KnownError, and then the target is as it was.
    """
    lacking = digests(source, register_id) - digests(target, register_id)
    if lacking:
        with (
            _open(source, register_id) as here,
            _open(target, register_id, write=True) as there,
            _transaction(there),
        ):
            for digest in sorted(lacking):
                found = here.execute("SELECT content FROM contents WHERE digest = ?", (bytes.fromhex(digest),))
                _insert(there, digest, found.fetchone()[0])
    return len(lacking)


def faults(store: Path, register_id: UUID) -> list[str]:
    """What is broken in a store, in Swedish; empty when it is whole or not there."""
    if _is_empty(store):
        return []
    try:
        with _open(store, register_id) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            for digest, content in connection.execute("SELECT digest, content FROM contents"):
                if digest_of(content) != digest.hex():
                    found.append(f"bilagan {digest.hex()[:12]} har ändrats")
            return found
    except KnownError as error:
        return [error.details or error.sentence]


def _key(digest: str) -> bytes | None:
    """A digest as the store has it; None for what is none, as in a register that somebody has tampered with."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return None


def _is_empty(store: Path) -> bool:
    """Whether nothing has been kept yet: no file, or one that a crash has left without content."""
    return not store.exists() or (store.is_file() and store.stat().st_size == 0)


def _was_interrupted(store: Path) -> bool:
    """Whether a journal lies beside a store: a crash may have left it, and SQLite must write to take back the half."""
    return journal_of(store).exists()


def _digests(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(row[0].hex() for row in connection.execute("SELECT digest FROM contents"))


def _insert(connection: sqlite3.Connection, digest: str, content: bytes) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO contents (digest, content) VALUES (?, ?)", (bytes.fromhex(digest), content)
    )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def _open(store: Path, register_id: UUID, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """A block with a store open, checked to be ours and the register's. Raises KnownError."""
    is_new = _is_empty(store)
    if not is_new and not store.is_file():
        raise _not_ours(store)
    if not is_new:
        _check_header(store, files.read_bytes(store, files.HEADER_SIZE))
    mode = "rwc" if write and is_new else "rw" if write or _was_interrupted(store) else "ro"
    address = f"{store.absolute().as_uri()}?mode={mode}"
    with _telling(store), closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)) as connection:
        for statement in (*_SETTINGS, *(_DURABLE if write else ())):
            connection.execute(statement)
        if is_new:
            _make(connection, register_id)
        _check_owner(store, connection, register_id)
        yield connection


def _make(connection: sqlite3.Connection, register_id: UUID) -> None:
    with _transaction(connection):
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute("INSERT INTO store_info (pk, register_id) VALUES (1, ?)", (register_id.bytes,))
        connection.execute(f"PRAGMA user_version={_VERSION}")


def _check_header(store: Path, header: bytes) -> None:
    number = int.from_bytes(header[_APPLICATION_ID_AT], "big")
    if len(header) < files.HEADER_SIZE or number != APPLICATION_ID:
        raise _not_ours(store)
    if int.from_bytes(header[_VERSION_AT], "big") > _VERSION:
        raise files.NewerError(
            f"Filen {store.name} är gjord med en nyare version av itadmin. Installera den och försök igen."
        )


def _not_ours(store: Path) -> files.NotOursError:
    return files.NotOursError(f"Filen {store.name} är ingen bilagefil från itadmin. Flytta den och försök igen.")


def _check_owner(store: Path, connection: sqlite3.Connection, register_id: UUID) -> None:
    found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found != set(_SCHEMA):
        raise _damaged(store, "tabellerna är inte de som programmet har gjort")
    row = connection.execute("SELECT register_id FROM store_info").fetchone()
    if row is None or row[0] != register_id.bytes:
        raise KnownError(
            f"Filen {store.name} hör till ett annat register. Flytta den, eller lägg rätt bilagefil bredvid registret."
        )


@contextmanager
def _telling(store: Path) -> Iterator[None]:
    """Turn what the world does to the file into sentences."""
    try:
        yield
    except sqlite3.Error as error:
        name: str = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise _damaged(store, str(error)) from error
        if name.startswith("SQLITE_BUSY"):
            raise files.BusyError(f"Filen {store.name} används just nu. Försök igen om en stund.") from error
        known = files.known_error(store, error)
        if known is None:
            raise
        raise known from error
    except (UnicodeDecodeError, TypeError) as error:
        raise _damaged(store, str(error)) from error


def _damaged(store: Path, details: str) -> files.DamagedError:
    return files.DamagedError(
        f"Filen {store.name} med bilagor är skadad. Återställ den ur mappen med säkerhetskopior.", details=details
    )


def permissions_like(store: Path, register: Path) -> None:
    """Let a store be as private as its register; systems without such permissions are left alone."""
    if os.name == "posix":
        with suppress(OSError):
            store.chmod(register.stat().st_mode & 0o777)
