"""Who has a register file open: SQLite's own lock, the note beside the file, and reading without disturbing either.

SQLite's lock is the truth; the note only names who has it. On POSIX a process lets go of all its locks on a file as
soon as it closes any descriptor of it, so a file that this very process has open is read through one that stays open.
"""

from __future__ import annotations

import os
import platform
import sqlite3
from contextlib import suppress
from functools import cache
from pathlib import Path

_LONGEST_NAME = 120


def lock_state(path: Path) -> str:
    """What SQLite says to a look at the file: "" when it is free, else the name of its error.

    SQLITE_BUSY: somebody has it open. SQLITE_READONLY_ROLLBACK: nobody has, but a journal waits to be rolled back.
    Nothing is written.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorname
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorname
    except UnicodeDecodeError:
        return ""
    finally:
        connection.close()
    return ""


def note_open(path: Path, who: str) -> None:
    """Leave a note beside the file of who has it open. A folder that takes no note is no hindrance."""
    with suppress(OSError):
        _note(path).write_text(f"{who}\n{_this_process()}\n", encoding="utf-8")


def forget_open(path: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        _note(path).unlink()


def who_has(path: Path) -> str:
    """Who noted that they have the file open, or ""."""
    return _read_note(path)[0][:_LONGEST_NAME]


def read(path: Path, size: int = -1) -> bytes:
    """The first `size` bytes of a file, or all of it. Raises OSError."""
    if os.name == "posix" and _open_here(path):
        found = path.stat()
        return _read_kept(_kept_descriptor(path, found.st_dev, found.st_ino), size)
    with path.open("rb") as stream:
        return stream.read(size)


def _open_here(path: Path) -> bool:
    return _read_note(path)[1] == _this_process() and lock_state(path).startswith("SQLITE_BUSY")


@cache
def _kept_descriptor(path: Path, _device: int, _inode: int) -> int:
    """A descriptor of the file that is never closed; one for each file, however often it is read."""
    return os.open(path, os.O_RDONLY)


def _read_kept(descriptor: int, size: int) -> bytes:
    length = os.fstat(descriptor).st_size
    return os.pread(descriptor, length if size < 0 else min(size, length), 0)


def _note(path: Path) -> Path:
    real = path.resolve()
    return real.with_name(f".{real.name}.open")


def _read_note(path: Path) -> tuple[str, str]:
    with suppress(OSError, ValueError):
        who, _, process = _note(path).read_text(encoding="utf-8").strip().partition("\n")
        return who, process
    return "", ""


def _this_process() -> str:
    return f"{os.getpid()} {platform.node()}"
