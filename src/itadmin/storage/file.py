"""The register file as a file: is it ours, whole, of a version we know, and free – before anything heavy is loaded.

Plain sqlite3 only. Every trouble of the world becomes a KnownError here. Never WAL: users copy "the file", and the
rollback journal with synchronous=EXTRA loses no acknowledged commit.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from itadmin.domain.problems import KnownError

APPLICATION_ID = 0x49544131
"""Written in the header of every register file ("ITA1")."""
USER_VERSION = 1
"""The number of the newest migration this program knows."""
PAGE_SIZE = 4096

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_SETTINGS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)


class NotOursError(KnownError):
    """The file is no itadmin register."""


class DamagedError(KnownError):
    """The file is a register, but broken."""


class NewerError(KnownError):
    """The file was written by a newer program."""


class BusyError(KnownError):
    """Somebody else has the file open."""


class MissingFileError(KnownError):
    """There is no such file."""


def damaged(path: Path, details: str = "") -> DamagedError:
    """The error for a broken file."""
    return DamagedError(
        f"Filen {path.name} är skadad och går inte att läsa. Återställ den senaste säkerhetskopian.", details=details
    )


def read_bytes(path: Path, size: int = -1) -> bytes:
    """The first `size` bytes of a file, or all of it.

    Raises KnownError when it is not there, is a folder, or may not be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except FileNotFoundError as error:
        raise MissingFileError(f"Filen {path} finns inte. Kontrollera namnet och mappen.") from error
    except IsADirectoryError as error:
        raise KnownError(f"{path} är en mapp. Välj en registerfil som slutar på .itadmin.") from error
    except OSError as error:
        raise KnownError(
            f"Filen {path} går inte att läsa. Kontrollera att du har behörighet till den.", details=str(error)
        ) from error


def check_header(path: Path, header: bytes) -> int:
    """The user_version of a register file from its first 100 bytes.

    Raises NotOursError, DamagedError or NewerError.
    """
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise NotOursError(f"Filen {path.name} är ingen registerfil från itadmin. Välj en fil som slutar på .itadmin.")
    (application_id,) = struct.unpack(">I", header[68:72])
    if application_id != APPLICATION_ID:
        raise NotOursError(f"Filen {path.name} är en databas från ett annat program. Välj en registerfil från itadmin.")
    (page_size,) = struct.unpack(">H", header[16:18])
    if page_size != PAGE_SIZE or header[18:20] != b"\x01\x01":
        raise damaged(path, "oväntade värden i filhuvudet")
    (user_version,) = struct.unpack(">I", header[60:64])
    if user_version > USER_VERSION:
        raise NewerError(
            f"Filen {path.name} är gjord med en nyare version av itadmin. Installera den nya versionen och öppna igen."
        )
    if user_version < 1:
        raise damaged(path, "versionsnummer saknas")
    return int(user_version)


def connect(path: Path, *, must_exist: bool = True) -> sqlite3.Connection:
    """The one connection to a register file, locked for us alone.

    Raises BusyError when somebody else has it, KnownError when it may not be written.
    """
    mode = "rw" if must_exist else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=0.2
    )
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def check_content(path: Path, connection: sqlite3.Connection) -> None:
    """Ask SQLite whether the file hangs together, and whether the row that makes it a register is there."""
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        rows = connection.execute("SELECT count(*) FROM file_info").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path, str(error)) from error
    if verdict != "ok" or rows != 1:
        raise damaged(path, str(verdict))


def stable_bytes(path: Path, attempts: int = 50) -> bytes:
    """A whole copy of a register file that may be open elsewhere.

    Taken while no journal lies beside it and its change counter is the same before and after.
    """
    journal = path.with_name(path.name + "-journal")
    for _ in range(attempts):
        before = read_bytes(path, _HEADER_SIZE)
        content = read_bytes(path)
        after = read_bytes(path, _HEADER_SIZE)
        if before == after == content[:_HEADER_SIZE] and (not journal.exists() or journal.stat().st_size == 0):
            return content
    raise BusyError(f"Filen {path.name} skrivs just nu. Försök igen om en stund.")


def open_copy(path: Path) -> sqlite3.Connection:
    """A private copy in memory of a register file; not a byte of the file changes."""
    content = stable_bytes(path)
    check_header(path, content[:_HEADER_SIZE])
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.deserialize(content)
        for setting in _SETTINGS:
            connection.execute(setting)
        check_content(path, connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise damaged(path, str(error)) from error
    except DamagedError:
        connection.close()
        raise
    return connection


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the world into sentences; everything else passes through."""
    try:
        yield
    except sqlite3.Error as error:
        raise sentence_for(path, error) from error


def sentence_for(path: Path, error: sqlite3.Error) -> KnownError:
    """The KnownError for an error of SQLite's."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(f"Filen {path.name} är redan öppen{_who_has(path)}. Stäng den där och försök igen.")
    if name.startswith("SQLITE_FULL"):
        return KnownError("Disken är full. Frigör plats och försök igen; inget har ändrats.", details=str(error))
    if name.startswith("SQLITE_READONLY"):
        return KnownError(
            f"Filen {path.name} är skrivskyddad. Ta bort skrivskyddet eller kopiera filen till en egen mapp.",
            details=str(error),
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path, str(error))
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return KnownError(
            f"Filen {path.name} går inte att öppna för ändring. Kontrollera att du får skriva i mappen.",
            details=str(error),
        )
    return KnownError(f"Filen {path.name} kunde inte läsas eller skrivas. Försök igen.", details=f"{name} {error}")


def _note_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.open")


def note_open(path: Path, who: str) -> None:
    """Leave a note beside the file of who has it open; SQLite's own lock is the truth, this is for the message."""
    with suppress(OSError):
        _note_path(path).write_text(who, encoding="utf-8")


def forget_open(path: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        _note_path(path).unlink()


def _who_has(path: Path) -> str:
    with suppress(OSError):
        return f" hos {_note_path(path).read_text(encoding='utf-8')[:120]}"
    return " i ett annat fönster eller av någon annan"
