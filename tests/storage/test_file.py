"""A file seen from outside: is it ours, whole, of a version we know – and what its troubles are called."""

import sqlite3
import struct
from pathlib import Path

import pytest

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files
from itadmin.storage.file import (
    BusyError,
    DamagedError,
    MissingFileError,
    NewerError,
    NotOursError,
    check_content,
    check_header,
    check_size,
    known_error,
    known_errors,
    read_bytes,
)

PATH = Path("/mapp/register.itadmin")


def header(**changed: bytes) -> bytes:
    places = {"page_size": 16, "journal": 18, "user_version": 60, "application_id": 68}
    made = bytearray(100)
    made[:16] = b"SQLite format 3\x00"
    made[16:18] = struct.pack(">H", files.PAGE_SIZE)
    made[18:20] = b"\x01\x01"
    made[60:64] = struct.pack(">I", files.USER_VERSION)
    made[68:72] = struct.pack(">I", files.APPLICATION_ID)
    for name, value in changed.items():
        made[places[name] : places[name] + len(value)] = value
    return bytes(made)


def test_a_header_of_ours_tells_its_version() -> None:
    assert check_header(PATH, header()) == files.USER_VERSION


@pytest.mark.parametrize(
    ("found", "error", "words"),
    [
        (b"", NotOursError, "ingen registerfil"),
        (header()[:99], NotOursError, "ingen registerfil"),
        (b"PK\x03\x04" + header()[4:], NotOursError, "ingen registerfil"),
        (header(application_id=b"\x00\x00\x00\x00"), NotOursError, "ett annat program"),
        (header(page_size=b"\x04\x00"), DamagedError, "skadad"),
        (header(journal=b"\x02\x02"), DamagedError, "skadad"),
        (header(user_version=struct.pack(">I", files.USER_VERSION + 1)), NewerError, "nyare version"),
        (header(user_version=b"\xff\xff\xff\xff"), NewerError, "nyare version"),
        (header(user_version=b"\x00\x00\x00\x00"), DamagedError, "skadad"),
    ],
)
def test_a_header_that_is_not_ours_is_refused(found: bytes, error: type[KnownError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        check_header(PATH, found)
    assert type(caught.value) is error


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="finns inte"):
        read_bytes(tmp_path / "ingen.itadmin")
    with pytest.raises(KnownError, match="är en mapp"):
        read_bytes(tmp_path)
    with pytest.raises(KnownError, match="behörighet"):
        read_bytes(tmp_path / ("x" * 300))


def test_only_as_much_as_asked_for_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    assert read_bytes(path, 4) == b"0123"
    assert read_bytes(path) == b"0123456789"


@pytest.mark.parametrize("statement", ["", "CREATE TABLE file_info (pk)"])
def test_a_database_without_the_row_that_makes_it_a_register_is_damaged(statement: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(statement)
    with pytest.raises(DamagedError):
        check_content(PATH, connection)
    connection.close()


def error_named(name: str, message: str = "") -> sqlite3.Error:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "message", "words"),
    [
        ("SQLITE_BUSY", "", "redan öppen"),
        ("SQLITE_LOCKED_SHAREDCACHE", "", "redan öppen"),
        ("SQLITE_FULL", "", "Disken är full"),
        ("SQLITE_READONLY_DBMOVED", "", "skrivskyddad"),
        ("SQLITE_CANTOPEN", "", "går inte att öppna"),
        ("SQLITE_PERM", "", "går inte att öppna"),
        ("SQLITE_IOERR_WRITE", "", "Kontrollera disken"),
        ("SQLITE_NOMEM", "", "Minnet"),
        ("SQLITE_TOOBIG", "", "för stor"),
        ("SQLITE_CONSTRAINT_FOREIGNKEY", "", "hänvisar till något som inte finns"),
        ("SQLITE_CORRUPT_VTAB", "", "skadad"),
        ("SQLITE_NOTADB", "", "skadad"),
        ("SQLITE_ERROR", "fts5: corruption found reading blob", "skadad"),
        ("SQLITE_ERROR", "vtable constructor failed: search_index", "skadad"),
        ("", "Could not decode to UTF-8 column 'name' with text 'x'", "skadad"),
    ],
)
def test_what_the_world_does_becomes_a_sentence(name: str, message: str, words: str) -> None:
    known = known_error(PATH, error_named(name, message))
    assert known is not None
    assert words in known.sentence
    assert known.sentence.endswith(".")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("SQLITE_ERROR", "no such column: nmae"),
        ("SQLITE_MISUSE", "bad parameter"),
        ("SQLITE_CONSTRAINT_UNIQUE", "UNIQUE constraint failed"),
        ("", "Cannot operate on a closed database."),
    ],
)
def test_what_is_our_own_mistake_stays_what_it_is(name: str, message: str) -> None:
    error = error_named(name, message)
    assert known_error(PATH, error) is None
    with pytest.raises(sqlite3.OperationalError) as caught, known_errors(PATH):
        raise error
    assert caught.value is error


def test_who_has_the_file_is_told_if_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.itadmin"
    known = known_error(path, error_named("SQLITE_BUSY"))
    assert isinstance(known, BusyError)
    assert "i ett annat fönster eller av någon annan" in known.sentence
    (tmp_path / ".a.itadmin.open").write_text("Anna på DATOR7\n1 DATOR7\n", encoding="utf-8")
    known = known_error(path, error_named("SQLITE_BUSY"))
    assert known is not None
    assert known.sentence == "Filen a.itadmin är redan öppen hos Anna på DATOR7. Stäng den där och försök igen."


@pytest.mark.parametrize(("size", "whole"), [(4096, True), (40_960, True), (4095, False), (40_961, False)])
def test_a_register_is_whole_pages(size: int, whole: bool) -> None:
    if whole:
        check_size(PATH, size)
    else:
        with pytest.raises(DamagedError):
            check_size(PATH, size)
