"""Bytes proven whole, and put in place of a file without a moment between."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from itadmin.domain.problems import KnownError
from itadmin.storage import backup
from itadmin.storage.backup import faults, replace, swap, verify, write_whole
from itadmin.storage.connection import journal_of
from itadmin.storage.file import DamagedError, NotOursError


def changed(path: Path, *statements: str) -> bytes:
    """The bytes of a register after something was done to it by hand."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path.read_bytes()


# Proof


def test_a_whole_register_has_no_faults(register_path: Path) -> None:
    content = register_path.read_bytes()
    assert faults(content) == []
    connection = sqlite3.connect(register_path)
    (register_id,) = connection.execute("SELECT register_id FROM file_info").fetchone()
    connection.close()
    assert verify(register_path, content).bytes == register_id


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM file_info",),
        ("PRAGMA ignore_check_constraints=ON", "UPDATE file_info SET register_id = x'00'"),
        ("PRAGMA foreign_keys=OFF", f"UPDATE organisations SET parent = x'{bytes(16).hex()}'"),
        ("PRAGMA ignore_check_constraints=ON", "UPDATE organisations SET name = printf('%.*c', 301, 'x')"),
        (
            "PRAGMA writable_schema=ON",
            "UPDATE sqlite_schema SET rootpage = 3 WHERE type = 'index' AND name = 'organisations_sort'",
        ),
    ],
)
def test_what_does_not_hang_together_is_no_register(register_path: Path, statements: tuple[str, ...]) -> None:
    content = changed(register_path, *statements)
    with pytest.raises(DamagedError):
        verify(register_path, content)


def test_faults_say_what_points_nowhere(register_path: Path) -> None:
    content = changed(
        register_path, "PRAGMA foreign_keys=OFF", f"UPDATE organisations SET parent = x'{bytes(16).hex()}' WHERE pk = 1"
    )
    assert faults(content) == ["organisations: hänvisar till en rad i organisations som inte finns"]


@pytest.mark.parametrize("length", [0, 99, 100, 4095, 4096, 5000, 8192, -4096, -1])
def test_a_file_cut_short_is_no_register(register_path: Path, length: int) -> None:
    content = register_path.read_bytes()[:length]
    with pytest.raises(KnownError):
        verify(register_path, content)


def test_something_else_is_no_register(register_path: Path) -> None:
    with pytest.raises(NotOursError):
        verify(register_path, b"%PDF-1.7" * 1000)


# Writing


def test_a_file_is_written_whole_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "fil"
    write_whole(path, b"nytt")
    write_whole(path, b"nyare")
    assert path.read_bytes() == b"nyare"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_copy_is_as_private_as_what_it_is_a_copy_of(tmp_path: Path) -> None:
    original, copy, new = tmp_path / "original", tmp_path / "kopia", tmp_path / "ny"
    original.write_bytes(b"")
    original.chmod(0o640)
    write_whole(copy, b"x", like=original)
    write_whole(new, b"x", like=tmp_path / "finns inte")
    plain = tmp_path / "vanlig"
    plain.write_bytes(b"")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def fail(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fil"
    path.write_bytes(b"gammalt")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError, match="kunde inte skrivas"):
        write_whole(path, b"nytt")
    assert path.read_bytes() == b"gammalt"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "mapp" / "fil").mkdir(parents=True)
    with pytest.raises(KnownError):
        write_whole(tmp_path / "mapp", b"nytt")
    assert list(tmp_path.iterdir()) == [tmp_path / "mapp"]


def test_a_program_that_looks_into_the_file_gets_a_moment_to_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "ny", tmp_path / "gammal"
    source.write_bytes(b"nytt")
    attempts, waits = [], []
    real = Path.replace

    def busy_twice(self: Path, other: Path) -> Path:
        attempts.append(other)
        if len(attempts) < 3:
            raise PermissionError(13, "WinError 32")
        return real(self, other)

    monkeypatch.setattr(Path, "replace", busy_twice)
    monkeypatch.setattr(backup.time, "sleep", waits.append)
    monkeypatch.setattr(backup.os, "name", "nt")
    replace(source, target)
    assert target.read_bytes() == b"nytt"
    assert waits == sorted(waits)
    assert len(waits) == 2


# Swapping


def test_a_swap_keeps_what_stood_there(tmp_path: Path) -> None:
    path, aside = tmp_path / "register", tmp_path / "undan" / "gammalt"
    path.write_bytes(b"gammalt")
    journal_of(path).write_bytes(b"journal")
    swap(path, b"nytt", aside)
    assert (path.read_bytes(), aside.read_bytes(), journal_of(aside).read_bytes()) == (b"nytt", b"gammalt", b"journal")
    assert not journal_of(path).exists()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["register", "undan"]


def test_a_swap_fills_an_empty_place_but_not_with_an_old_journal(tmp_path: Path) -> None:
    path, aside = tmp_path / "register", tmp_path / "undan" / "gammalt"
    journal_of(path).write_bytes(b"journal")
    swap(path, b"nytt", aside)
    assert path.read_bytes() == b"nytt"
    assert not journal_of(path).exists()
    assert journal_of(aside).read_bytes() == b"journal"


@pytest.mark.parametrize("failing", range(4))
def test_a_swap_that_fails_anywhere_leaves_file_and_journal_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    path, aside = tmp_path / "register", tmp_path / "undan" / "gammalt"
    path.write_bytes(b"gammalt")
    journal_of(path).write_bytes(b"journal")
    real = Path.replace
    calls = []

    def fail_once(self: Path, other: Path) -> Path:
        calls.append(other)
        if len(calls) == failing + 1:
            raise OSError(5, "Input/output error")
        return real(self, other)

    monkeypatch.setattr(Path, "replace", fail_once)
    if failing == 3:
        swap(path, b"nytt", aside)
        assert path.read_bytes() == b"nytt"
        return
    with pytest.raises(KnownError):
        swap(path, b"nytt", aside)
    assert (path.read_bytes(), journal_of(path).read_bytes()) == (b"gammalt", b"journal")
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".tmp")]
