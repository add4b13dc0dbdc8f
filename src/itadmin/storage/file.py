"""The register file from outside: is it ours, whole and of a version we know – before anything heavy is loaded.

Plain sqlite3 only. Every trouble of the world becomes a KnownError here; what is none of the world's stays as it is.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from itadmin.domain.problems import KnownError
from itadmin.storage import locks

APPLICATION_ID = 0x49544131
"""Written in the header of every register file ("ITA1")."""
USER_VERSION = 6
"""The number of the newest migration this program knows."""
PAGE_SIZE = 4096
HEADER_SIZE = 100

_MAGIC = b"SQLite format 3\x00"
_ROLLBACK_JOURNAL = b"\x01\x01"


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


class BrokenValueError(Exception):
    """A column holds what cannot have been written there, so the file is damaged."""


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
        return locks.read(path, size)
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
    if len(header) < HEADER_SIZE or not header.startswith(_MAGIC):
        raise NotOursError(f"Filen {path.name} är ingen registerfil från itadmin. Välj en fil som slutar på .itadmin.")
    (application_id,) = struct.unpack(">I", header[68:72])
    if application_id != APPLICATION_ID:
        raise NotOursError(f"Filen {path.name} är en databas från ett annat program. Välj en registerfil från itadmin.")
    (page_size,) = struct.unpack(">H", header[16:18])
    if page_size != PAGE_SIZE or header[18:20] != _ROLLBACK_JOURNAL:
        raise damaged(path, "oväntade värden i filhuvudet")
    (user_version,) = struct.unpack(">I", header[60:64])
    if user_version > USER_VERSION:
        raise NewerError(
            f"Filen {path.name} är gjord med en nyare version av itadmin. Installera den nya versionen och öppna igen."
        )
    if user_version < 1:
        raise damaged(path, "versionsnummer saknas")
    return int(user_version)


def check_size(path: Path, size: int) -> None:
    """A register is whole pages; SQLite itself fills what is cut off with zeros. Raises DamagedError."""
    if size % PAGE_SIZE:
        raise damaged(path, f"filen är {size} byte, ett ojämnt antal sidor")


def check_content(path: Path, connection: sqlite3.Connection) -> None:
    """Ask SQLite whether the file hangs together, and whether the row that makes it a register is there.

    Raises DamagedError.
    """
    try:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        (rows,) = connection.execute("SELECT count(*) FROM file_info").fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise damaged(path, str(error)) from error
    if verdict != "ok" or rows != 1:
        raise damaged(path, str(verdict))


def require_writable(path: Path) -> None:
    """Refuse a file that may only be read, which SQLite would notice first when something is written.

    Raises KnownError.
    """
    if not os.access(path, os.W_OK):
        raise KnownError(_SENTENCES["SQLITE_READONLY"].format(name=path.name))


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the world into sentences; everything else passes through."""
    try:
        yield
    except sqlite3.Error as error:
        known = known_error(path, error)
        if known is None:
            raise
        raise known from error


def known_error(path: Path, error: sqlite3.Error) -> KnownError | None:
    """The KnownError for an error of SQLite's; None when the error is ours, not the world's."""
    name: str = getattr(error, "sqlite_errorname", "")
    if _tells_of_damage(name, str(error)):
        return damaged(path, str(error))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(f"Filen {path.name} är redan öppen{_who_has(path)}. Stäng den där och försök igen.")
    for beginning, sentence in _SENTENCES.items():
        if name.startswith(beginning):
            return KnownError(sentence.format(name=path.name), details=f"{name}: {error}")
    return None


_SENTENCES = {
    "SQLITE_FULL": "Disken är full. Frigör plats och försök igen; inget har ändrats.",
    "SQLITE_READONLY": "Filen {name} är skrivskyddad. Ta bort skrivskyddet eller kopiera filen till en egen mapp.",
    "SQLITE_CANTOPEN": "Filen {name} går inte att öppna för ändring. Kontrollera att du får skriva i mappen.",
    "SQLITE_PERM": "Filen {name} går inte att öppna för ändring. Kontrollera att du får skriva i mappen.",
    "SQLITE_IOERR": "Filen {name} kunde inte läsas eller skrivas. Kontrollera disken och försök igen; "
    "inget har ändrats.",
    "SQLITE_NOMEM": "Minnet räcker inte. Stäng andra program och försök igen; inget har ändrats.",
    "SQLITE_TOOBIG": "Texten är för stor för filen. Korta den och försök igen; inget har ändrats.",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "Uppgiften hänvisar till något som inte finns i filen. Läs om och försök igen.",
}


def _tells_of_damage(name: str, message: str) -> bool:
    """Whether an error means a broken file: FTS5 and the decoding of text tell it in words only."""
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return True
    return name in ("", "SQLITE_ERROR") and any(words in message for words in _WORDS_OF_DAMAGE)


_WORDS_OF_DAMAGE = ("fts5", "vtable", "Could not decode", "user-defined function raised")


def _who_has(path: Path) -> str:
    who = locks.who_has(path)
    return f" hos {who}" if who else " i ett annat fönster eller av någon annan"
