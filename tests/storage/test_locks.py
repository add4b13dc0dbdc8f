"""Who has a file open, and that looking at it disturbs nobody."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from itadmin.storage import locks
from itadmin.storage.connection import connect

IS_IT_FREE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("BEGIN EXCLUSIVE")
except sqlite3.OperationalError as error:
    print(error.sqlite_errorname)
else:
    print("free")
"""


def seen_from_elsewhere(path: Path) -> str:
    """What another process finds when it wants the file for itself."""
    command = [sys.executable, "-c", IS_IT_FREE, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout.strip()


@pytest.fixture
def held(register_path: Path) -> Iterator[Path]:
    """A register that this process has open, with its note."""
    connection = connect(register_path)
    locks.note_open(register_path, "Anna på DATOR7")
    yield register_path
    connection.close()


def test_a_free_file_is_free(register_path: Path) -> None:
    assert locks.lock_state(register_path) == ""


def test_an_open_file_is_busy_also_for_its_own_process(held: Path) -> None:
    assert locks.lock_state(held) == "SQLITE_BUSY"
    assert seen_from_elsewhere(held) == "SQLITE_BUSY"


def test_what_is_no_file_or_no_database_is_not_busy(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("x" * 5000, encoding="ascii")
    states = {locks.lock_state(path) for path in (tmp_path / "ingen", tmp_path, text)}
    assert not {state for state in states if state.startswith("SQLITE_BUSY")}


def test_looking_leaves_no_trace(register_path: Path) -> None:
    content, others = register_path.read_bytes(), sorted(register_path.parent.iterdir())
    locks.lock_state(register_path)
    assert register_path.read_bytes() == content
    assert sorted(register_path.parent.iterdir()) == others


@pytest.mark.usefixtures("interrupted")
def test_a_journal_that_a_crash_left_is_told(register_path: Path) -> None:
    assert locks.lock_state(register_path) == "SQLITE_READONLY_ROLLBACK"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX forgets locks")
def test_reading_the_bytes_of_an_open_file_does_not_let_go_of_its_lock(held: Path) -> None:
    for _ in range(3):
        assert locks.read(held, 16) == b"SQLite format 3\x00"
    assert len(locks.read(held)) == held.stat().st_size
    assert seen_from_elsewhere(held) == "SQLITE_BUSY"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX forgets locks")
def test_it_does_not_through_another_name_either(held: Path) -> None:
    link = held.with_name("annat-namn.itadmin")
    link.symlink_to(held)
    locks.read(link)
    assert seen_from_elsewhere(held) == "SQLITE_BUSY"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX forgets locks")
def test_a_file_read_often_costs_one_descriptor(held: Path) -> None:
    locks.read(held)
    before = len(list(Path("/dev/fd").iterdir()))
    for _ in range(20):
        locks.read(held)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_note_names_who_has_it_until_it_is_taken_away(register_path: Path) -> None:
    assert locks.who_has(register_path) == ""
    locks.note_open(register_path, "Åsa på DATOR7")
    assert locks.who_has(register_path) == "Åsa på DATOR7"
    locks.forget_open(register_path)
    locks.forget_open(register_path)
    assert locks.who_has(register_path) == ""


def test_a_note_is_shown_short_and_a_broken_one_not_at_all(register_path: Path) -> None:
    locks.note_open(register_path, "x" * 1000)
    assert len(locks.who_has(register_path)) == 120
    register_path.with_name(f".{register_path.name}.open").write_bytes(b"\xff\xfe\x00")
    assert locks.who_has(register_path) == ""


def test_a_folder_that_takes_no_note_is_no_hindrance(tmp_path: Path) -> None:
    locks.note_open(tmp_path / "finns-inte" / "a.itadmin", "Anna")
    assert locks.who_has(tmp_path / "finns-inte" / "a.itadmin") == ""


def test_a_stale_note_of_this_process_does_not_hide_a_free_file(register_path: Path) -> None:
    locks.note_open(register_path, "Anna")
    assert locks.read(register_path) == register_path.read_bytes()
