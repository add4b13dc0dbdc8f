"""Proving that the bytes of a register are whole, and putting them in place of a file without a moment between."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files
from itadmin.storage.connection import in_memory, journal_of

_ATTEMPTS = 6
_FIRST_WAIT = 0.05


def verify(path: Path, content: bytes) -> UUID:
    """The register id of a register's bytes, after every check SQLite has. Raises KnownError."""
    files.check_header(path, content[: files.HEADER_SIZE])
    files.check_size(path, len(content))
    try:
        connection = in_memory(content)
    except sqlite3.DatabaseError as error:
        raise files.damaged(path, str(error)) from error
    try:
        found = _faults(connection)
        if found:
            raise files.damaged(path, "; ".join(found))
        (register_id,) = connection.execute("SELECT register_id FROM file_info WHERE pk = 1").fetchone()
        return UUID(bytes=register_id)
    except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise files.damaged(path, str(error)) from error
    finally:
        connection.close()


def faults(content: bytes) -> list[str]:
    """What integrity and foreign key checks say about a register's bytes; empty when nothing."""
    try:
        connection = in_memory(content)
    except sqlite3.DatabaseError as error:
        return [str(error)]
    try:
        return _faults(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]
    finally:
        connection.close()


def _faults(connection: sqlite3.Connection) -> list[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    return found + [
        f"{row[0]}: hänvisar till en rad i {row[2]} som inte finns"
        for row in connection.execute("PRAGMA foreign_key_check")
    ]


def write_whole(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Write a file so that it is either the old or the new, also after a power cut.

    Its permissions are those of the file `like`, where there is one: a copy is as private as what it is a copy of.
    Raises KnownError.
    """
    write_whole_by(path, lambda stream: stream.write(content), like=like)


def write_whole_by(path: Path, write: Callable[[BinaryIO], object], *, like: Path | None = None) -> None:
    """The same of a file that `write` fills bit by bit; what it raises leaves the old file as it was."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path, write, like) as unfinished:
            replace(unfinished, path)
    except (OSError, ValueError) as error:
        raise KnownError(
            f"Filen {path} kunde inte skrivas. Kontrollera platsen på disken och att du får skriva i mappen.",
            details=str(error),
        ) from error


@contextmanager
def _beside(path: Path, write: Callable[[BinaryIO], object], like: Path | None) -> Iterator[Path]:
    """A finished file beside `path` under another name, for the block to put in place; gone afterwards."""
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        unfinished.unlink(missing_ok=True)
        mode = _mode_of(like)
        unfinished.touch(0o600 if mode is not None else 0o666)
        with unfinished.open("wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            unfinished.chmod(mode)
        yield unfinished
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _mode_of(path: Path | None) -> int | None:
    if path is None or os.name != "posix" or not path.exists():
        return None
    return stat.S_IMODE(path.stat().st_mode)


def replace(source: Path, target: Path) -> None:
    """Move a file over another; Windows programs that look into it get a moment to let go. Raises OSError."""
    for attempt in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if os.name == "posix" or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_FIRST_WAIT * 2**attempt)
        else:
            _sync_folder(target.parent)
            return


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap(path: Path, content: bytes, set_aside: Path) -> None:
    """Put a register's bytes in place of a file and keep what stood there as `set_aside`.

    A left-over journal follows the old file, so that it is never played back over the new one. Raises KnownError, and
    then the file and its journal are as they were.
    """
    try:
        if path.exists():
            write_whole(set_aside, files.read_bytes(path), like=path)
        with _beside(path, lambda stream: stream.write(content), path) as unfinished, _journal_moved(path, set_aside):
            replace(unfinished, path)
    except OSError as error:
        raise KnownError(
            f"Filen {path.name} kunde inte ersättas. Stäng andra program som har den öppen och försök igen.",
            details=str(error),
        ) from error


@contextmanager
def _journal_moved(path: Path, set_aside: Path) -> Iterator[None]:
    """A block during which the file's left-over journal, if any, lies beside `set_aside`; back again if it fails."""
    journal, moved = journal_of(path), journal_of(set_aside)
    if not journal.exists():
        yield
        return
    set_aside.parent.mkdir(parents=True, exist_ok=True)
    replace(journal, moved)
    try:
        yield
    except OSError:
        replace(moved, journal)
        raise
