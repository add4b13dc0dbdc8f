"""Proving that the bytes of a register are whole, and putting them in place of a file without a moment between."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files

_ATTEMPTS = 6
_FIRST_WAIT = 0.05


def verify(path: Path, content: bytes) -> UUID:
    """The register id of a register's bytes, after every check SQLite has. Raises KnownError."""
    files.check_header(path, content[:100])
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(content)
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchone()
        (register_id,) = connection.execute("SELECT register_id FROM file_info WHERE pk = 1").fetchone()
        if verdict != "ok" or orphans is not None:
            raise files.damaged(path, str(verdict if verdict != "ok" else orphans))
        return UUID(bytes=register_id)
    except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise files.damaged(path, str(error)) from error
    finally:
        connection.close()


def faults(content: bytes) -> list[str]:
    """What integrity and foreign key checks say about a register's bytes; empty when nothing."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(content)
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        return found + [
            f"{row[0]}: hänvisar till en rad i {row[2]} som inte finns"
            for row in connection.execute("PRAGMA foreign_key_check")
        ]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]
    finally:
        connection.close()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old or the new, also after a power cut. Raises KnownError."""
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise KnownError(
            f"Filen {path} kunde inte skrivas. Kontrollera platsen på disken och att du får skriva i mappen.",
            details=str(error),
        ) from error


def replace(source: Path, target: Path) -> None:
    """Move a file over another; Windows programs that look into it get a moment to let go. Raises OSError."""
    for attempt in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
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

    A left-over journal follows the old file, so that it is never played back over the new one. Raises KnownError.
    """
    unfinished = path.with_name(f".{path.name}.tmp")
    write_whole(unfinished, content)
    try:
        set_aside.parent.mkdir(parents=True, exist_ok=True)
        journal = path.with_name(path.name + "-journal")
        if path.exists():
            write_whole(set_aside, path.read_bytes())
        if journal.exists():
            replace(journal, set_aside.with_name(set_aside.name + "-journal"))
        replace(unfinished, path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise KnownError(
            f"Filen {path.name} kunde inte ersättas. Stäng andra program som har den öppen och försök igen.",
            details=str(error),
        ) from error
