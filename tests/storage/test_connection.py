"""The connection locks the file and sets it up; reading copies disturb nothing and are never half."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from itadmin.storage import connection as connections
from itadmin.storage import locks
from itadmin.storage.connection import connect, has_unfinished, in_memory, journal_of, stable_bytes
from itadmin.storage.file import BusyError

SETTINGS = {
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "temp_store": 2,
    "cache_size": -2000,
}


def setting(connection: sqlite3.Connection, name: str) -> object:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


def test_the_file_is_used_under_safe_settings(register_path: Path) -> None:
    connection = connect(register_path)
    found = {name: setting(connection, name) for name in SETTINGS}
    durable = (
        setting(connection, "journal_mode"),
        setting(connection, "synchronous"),
        setting(connection, "locking_mode"),
    )
    connection.close()
    assert {**found, "mmap_size": found["mmap_size"] or 0} == SETTINGS
    assert durable == ("delete", 3, "exclusive")


def test_a_copy_in_memory_is_used_under_the_same(register_path: Path) -> None:
    connection = in_memory(register_path.read_bytes())
    found = {name: setting(connection, name) for name in SETTINGS}
    assert {**found, "mmap_size": found["mmap_size"] or 0} == SETTINGS
    assert connection.execute("SELECT count(*) FROM file_info").fetchone() == (1,)
    connection.close()


def test_two_cannot_have_it_at_once(register_path: Path) -> None:
    connection = connect(register_path)
    with pytest.raises(sqlite3.OperationalError) as caught:
        connect(register_path)
    assert caught.value.sqlite_errorname == "SQLITE_BUSY"
    connection.close()
    connect(register_path).close()


@pytest.mark.usefixtures("interrupted")
def test_opening_takes_back_what_a_crash_left(register_path: Path) -> None:
    connection = connect(register_path)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'halvgjort'").fetchone() == (0,)
    connection.close()
    assert not journal_of(register_path).exists()


@pytest.mark.parametrize("name", ["å ä ö.itadmin", "100%.itadmin", "a?b#c.itadmin", "två  ord;.itadmin"])
def test_a_file_may_be_called_anything(register_path: Path, name: str) -> None:
    path = register_path.rename(register_path.with_name(name))
    connection = connect(path)
    assert connection.execute("SELECT count(*) FROM file_info").fetchone() == (1,)
    connection.close()


# Reading copies


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir() if path.is_file()}


def test_a_copy_is_the_file_and_leaves_no_trace(register_path: Path) -> None:
    before = everything_in(register_path.parent)
    assert stable_bytes(register_path) == before[register_path.name][0]
    assert everything_in(register_path.parent) == before


@pytest.fixture
def held(register_path: Path) -> Iterator[sqlite3.Connection]:
    """The register open in this process, as the note beside it says."""
    connection = connect(register_path)
    connection.execute("CREATE TABLE mycket (a, b)")
    locks.note_open(register_path, "Anna")
    yield connection
    connection.close()


def test_between_changes_the_journal_is_empty(register_path: Path, held: sqlite3.Connection) -> None:
    held.execute("INSERT INTO mycket VALUES (1, 2)")
    assert journal_of(register_path).stat().st_size == 0
    assert not has_unfinished(register_path)


def test_a_journal_whose_beginning_is_cleared_is_finished(register_path: Path) -> None:
    journal_of(register_path).write_bytes(bytes(512))
    assert not has_unfinished(register_path)
    assert stable_bytes(register_path, attempts=1) == register_path.read_bytes()


def test_a_copy_can_be_taken_while_the_file_is_open_and_changed(register_path: Path, held: sqlite3.Connection) -> None:
    for number in range(3):
        held.execute("INSERT INTO mycket VALUES (?, ?)", (number, "x" * 500))
        copy = in_memory(stable_bytes(register_path, attempts=1))
        assert copy.execute("SELECT count(*) FROM mycket").fetchone() == (number + 1,)
        copy.close()
    assert locks.lock_state(register_path) == "SQLITE_BUSY"


def begin_a_big_change(connection: sqlite3.Connection) -> None:
    """Begin a change that is too big for memory, so that the file itself is half changed."""
    connection.execute("PRAGMA cache_size=5")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO mycket VALUES (1, ?)", [("x" * 500,)] * 500)


def test_a_copy_waits_until_a_change_is_finished(
    register_path: Path, held: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_a_big_change(held)
    assert has_unfinished(register_path)
    waits = []

    def finish_at_the_third_look(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            held.execute("COMMIT")

    monkeypatch.setattr(connections.time, "sleep", finish_at_the_third_look)
    copy = in_memory(stable_bytes(register_path))
    assert len(waits) == 3
    assert copy.execute("SELECT count(*) FROM mycket").fetchone() == (500,)
    copy.close()


def test_a_change_that_never_ends_is_said(
    register_path: Path, held: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_a_big_change(held)
    monkeypatch.setattr(connections.time, "sleep", lambda _seconds: None)
    with pytest.raises(BusyError, match="skrivs just nu"):
        stable_bytes(register_path)
    held.execute("ROLLBACK")


@pytest.mark.usefixtures("interrupted")
def test_what_a_crash_left_is_taken_back_in_the_copy_only(register_path: Path) -> None:
    before = everything_in(register_path.parent)
    copy = in_memory(stable_bytes(register_path))
    assert copy.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'halvgjort'").fetchone() == (0,)
    assert copy.execute("SELECT count(*) FROM organisations WHERE label LIKE '%halvgjort'").fetchone() == (0,)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    assert everything_in(register_path.parent) == before


def test_copies_are_whole_while_somebody_writes_all_the_time(register_path: Path, held: sqlite3.Connection) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            held.execute("BEGIN IMMEDIATE")
            held.executemany("INSERT INTO mycket VALUES (?, ?)", [(number, "x" * 3000)] * 2)
            held.execute("COMMIT")

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(15):
            copy = in_memory(stable_bytes(register_path, attempts=1000))
            (rows,) = copy.execute("SELECT count(*) FROM mycket").fetchone()
            verdict = copy.execute("PRAGMA integrity_check").fetchone()
            copy.close()
            assert rows % 2 == 0
            assert verdict == ("ok",)
    finally:
        stop.set()
        thread.join()
