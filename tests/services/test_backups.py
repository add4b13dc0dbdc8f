"""Backups: taken by themselves, verified, thinned with age, and put back without losing what stood there."""

import os
import stat
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.services.backups import Backups, kept
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.workspace import Workspace, open_reading, open_workspace
from itadmin.storage.connection import connect, journal_of
from itadmin.storage.file import BusyError, DamagedError, MissingFileError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def work(path: Path, around: Surroundings, *names: str) -> None:
    """Open the register, add systems and close it."""
    workspace = open_workspace(path, around)
    for name in names:
        workspace.records.add("systems", {"name": name})
    workspace.close()


def systems(path: Path, around: Surroundings) -> list[str]:
    reading = open_reading(path, around.today())
    return [read.label for read in reading.many("systems", reading.keys("systems")).values()]


# Taking


def test_one_is_taken_at_opening_if_something_has_changed(
    register_path: Path, around: Surroundings, clock: Any
) -> None:
    backups = Backups(register_path, around)
    assert backups.all() == []
    work(register_path, around, "A")
    clock.move(hours=1)
    work(register_path, around)
    clock.move(hours=1)
    work(register_path, around)
    newest, oldest = backups.all()
    assert (newest.path.name, oldest.path.name) == (
        f"bengtsfors {(NOW + timedelta(hours=1)).astimezone():%Y-%m-%d %H%M%S}.itadmin",
        f"bengtsfors {NOW.astimezone():%Y-%m-%d %H%M%S}.itadmin",
    )
    assert (systems(newest.path, around), systems(oldest.path, around)) == (["A"], [])
    assert newest.taken == NOW + timedelta(hours=1)


def test_a_broken_or_unreadable_newest_one_is_no_reason_not_to_take_one(
    register_path: Path, around: Surroundings, clock: Any
) -> None:
    work(register_path, around)
    (newest,) = Backups(register_path, around).all()
    newest.path.unlink()
    newest.path.mkdir()
    clock.move(hours=1)
    work(register_path, around)
    assert len(Backups(register_path, around).all()) == 2


def test_several_in_one_second_are_all_kept_newest_first(register_path: Path, around: Surroundings) -> None:
    backups = Backups(register_path, around)
    content = register_path.read_bytes()
    taken = [backups.keep(content) for _ in range(12)]
    assert [backup.path for backup in backups.all()] == taken[::-1]
    assert taken[11].name.endswith(" 12.itadmin")


def test_a_broken_register_is_not_kept_as_a_backup(register_path: Path, around: Surroundings) -> None:
    backups = Backups(register_path, around)
    with pytest.raises(DamagedError):
        backups.keep(register_path.read_bytes()[:-100])
    assert backups.all() == []


def test_one_can_be_taken_to_another_folder(register_path: Path, around: Surroundings, tmp_path: Path) -> None:
    backups = Backups(register_path, around)
    path = backups.keep(register_path.read_bytes(), tmp_path / "usb" / "kopior")
    assert path.parent == tmp_path / "usb" / "kopior"
    assert path.read_bytes() == register_path.read_bytes()
    assert backups.all() == []


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_backup_is_as_private_as_the_register(register_path: Path, around: Surroundings) -> None:
    register_path.chmod(0o600)
    path = Backups(register_path, around).keep(register_path.read_bytes())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["[a] *.itadmin", "register", "register.db", "å 2026-01-01 120000.itadmin"])
def test_a_register_may_be_called_anything(register_path: Path, around: Surroundings, name: str) -> None:
    path = register_path.rename(register_path.with_name(name))
    backups = Backups(path, around)
    kept_as = backups.keep(path.read_bytes())
    assert [backup.path for backup in backups.all()] == [kept_as]
    for other in ("x.itadmin", f"{path.stem}2 2026-01-01 120000.itadmin", "2026-13-45 999999.itadmin"):
        (backups.folder / other).write_bytes(b"")
    (backups.folder / kept_as.name.replace("2026-11-22", "2026-13-45")).write_bytes(b"")
    assert [backup.path for backup in backups.all()] == [kept_as]


# Thinning


def at(*moments: str) -> list[datetime]:
    return [datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in moments]


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], []),
        (["2001-01-01T10:00"], ["2001-01-01T10:00"]),
        (
            ["2026-11-22T11:00", "2026-11-22T10:00", "2026-11-21T00:00", "2026-11-21T23:59"],
            ["2026-11-22T11:00", "2026-11-22T10:00", "2026-11-21T00:00", "2026-11-21T23:59"],
        ),
        (
            ["2026-11-22T11:00", "2026-11-20T08:00", "2026-11-20T09:00", "2026-11-20T10:00"],
            ["2026-11-22T11:00", "2026-11-20T10:00"],
        ),
        (["2030-01-01T10:00", "2026-11-22T11:00"], ["2030-01-01T10:00", "2026-11-22T11:00"]),
    ],
)
def test_all_of_two_days_are_kept_and_one_a_day_before_that(taken: list[str], left: list[str]) -> None:
    assert kept(at(*taken), NOW) == set(at(*left))


def test_a_script_that_opens_the_file_all_day_leaves_the_newest_and_one_an_hour() -> None:
    now = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    taken = [now - timedelta(minutes=minutes) for minutes in range(600)]
    left = kept(taken, now)
    assert set(taken[:50]) <= left
    assert len(left) < 50 + 12
    assert {moment.hour for moment in left} == {moment.hour for moment in taken}


def test_years_of_daily_backups_become_days_weeks_and_months() -> None:
    taken = [NOW - timedelta(days=days, hours=hours) for days in range(1000) for hours in (0, 3)]
    left = sorted(kept(taken, NOW), reverse=True)
    assert [moment for moment in left if moment > NOW - timedelta(days=12)] == sorted(
        [NOW, NOW - timedelta(hours=3), NOW - timedelta(days=1, hours=3)]
        + [NOW - timedelta(days=days) for days in range(1, 12)],
        reverse=True,
    )
    assert len(left) <= 2 + 2 + 12 + 10 + 24
    assert left[-1] < NOW - timedelta(days=23 * 28)
    weeks = [moment for moment in left if moment > NOW - timedelta(weeks=9)]
    assert max(newer - older for newer, older in pairwise(weeks)) == timedelta(days=7)
    gaps = [newer - older for newer, older in pairwise(left)]
    assert max(gaps) <= timedelta(days=31)


@given(
    st.lists(st.integers(-300_000, 10_000).map(lambda quarters: NOW + timedelta(minutes=15 * quarters)), max_size=60)
)
def test_thinning_twice_is_thinning_once_and_the_newest_stays(taken: list[datetime]) -> None:
    left = kept(taken, NOW)
    assert left <= set(taken)
    assert kept(left, NOW) == left
    assert not taken or max(taken) in left


def test_old_ones_go_when_new_ones_are_taken(register_path: Path, around: Surroundings, clock: Any) -> None:
    backups = Backups(register_path, around)
    content = register_path.read_bytes()
    for _ in range(3):
        backups.keep(content)
        clock.move(hours=1)
    aside = backups.aside("ersatt")
    aside.write_bytes(b"gammalt")
    clock.move(days=3)
    newest = backups.keep(content)
    assert [backup.path.name for backup in backups.all()] == [
        newest.name,
        f"bengtsfors {(NOW + timedelta(hours=2)).astimezone():%Y-%m-%d %H%M%S}.itadmin",
    ]
    assert aside.exists()


# Restoring


@pytest.fixture
def restorable(register_path: Path, around: Surroundings, clock: Any) -> Path:
    """A register with system A in its backup, and B too in itself."""
    work(register_path, around, "A")
    clock.move(hours=1)
    work(register_path, around, "B")
    clock.move(hours=1)
    return register_path


def newest_of(path: Path, around: Surroundings) -> Path:
    return Backups(path, around).all()[0].path


def test_a_restored_register_is_the_backup_and_the_old_one_is_kept(restorable: Path, around: Surroundings) -> None:
    backup = newest_of(restorable, around)
    before = restorable.read_bytes()
    aside = Backups(restorable, around).restore(backup)
    assert systems(restorable, around) == ["A"]
    assert aside.read_bytes() == before
    assert aside.parent == backup.parent
    again = Backups(restorable, around).restore(aside)
    assert again != aside
    assert systems(restorable, around) == ["A", "B"]


def test_a_lost_register_can_be_restored(restorable: Path, around: Surroundings) -> None:
    restorable.unlink()
    Backups(restorable, around).restore(newest_of(restorable, around))
    assert systems(restorable, around) == ["A"]


@pytest.mark.parametrize(
    "broken", [b"", b"SQLite format 3\x00", b"\xff" * 20_000, None], ids=["empty", "short", "rubbish", "bent"]
)
def test_a_broken_register_can_be_restored_and_its_journal_harms_nobody(
    restorable: Path, around: Surroundings, broken: bytes | None
) -> None:
    content = restorable.read_bytes()
    restorable.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:] if broken is None else broken)
    journal_of(restorable).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"\xff" * 5000)
    Backups(restorable, around).restore(newest_of(restorable, around))
    assert not journal_of(restorable).exists()
    assert systems(restorable, around) == ["A"]
    work(restorable, around, "C")
    assert systems(restorable, around) == ["A", "C"]


def unchanged(path: Path, attempt: Any, error: type[KnownError], words: str) -> None:
    """Nothing beside or in the register changes when an attempt is refused."""
    files = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    with pytest.raises(error, match=words):
        attempt()
    assert {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == files


def test_an_open_register_is_not_replaced(restorable: Path, around: Surroundings) -> None:
    connection = connect(restorable)
    backups = Backups(restorable, around)
    unchanged(restorable, lambda: backups.restore(newest_of(restorable, around)), BusyError, "redan öppen")
    connection.close()


def test_a_backup_of_another_register_is_refused(restorable: Path, around: Surroundings, tmp_path: Path) -> None:
    other = tmp_path / "annan" / "annan.itadmin"
    create(other, "1438", "", around).close()
    backups = Backups(restorable, around)
    unchanged(restorable, lambda: backups.restore(other), KnownError, "ett annat register")


@pytest.mark.parametrize(
    ("source", "error"), [(b"", KnownError), (b"x" * 5000, KnownError), (None, MissingFileError), ("cut", DamagedError)]
)
def test_what_is_no_backup_is_refused(
    restorable: Path, around: Surroundings, tmp_path: Path, source: bytes | str | None, error: type[KnownError]
) -> None:
    path = tmp_path / "kopia.itadmin"
    if source is not None:
        whole = newest_of(restorable, around).read_bytes()
        path.write_bytes(whole[:-4096] if isinstance(source, str) else source)
    unchanged(restorable, lambda: Backups(restorable, around).restore(path), error, ".")


def test_a_restore_that_finds_no_room_changes_nothing(
    restorable: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = newest_of(restorable, around)

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    unchanged(restorable, lambda: Backups(restorable, around).restore(backup), KnownError, "skrivas|ersättas")


def test_undo_goes_on_from_where_the_backup_was(restorable: Path, around: Surroundings) -> None:
    Backups(restorable, around).restore(newest_of(restorable, around))
    workspace: Workspace = open_workspace(restorable, around)
    workspace.undo.undo()
    assert workspace.reading().keys("systems") == []
    workspace.close()
