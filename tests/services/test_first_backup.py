"""A large register is backed up as it was when it was opened, whatever is done before there is time for it."""

import sqlite3
from pathlib import Path

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services import workspace as workspaces
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.first_backup import FirstBackup
from itadmin.services.workspace import Workspace, open_workspace


@pytest.fixture
def waiting(register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(workspaces, "_SOON_COPIED", 0)
    return open_workspace(register_path, around, may_wait=True)


def first_backup(workspace: Workspace) -> FirstBackup:
    assert workspace.first_backup is not None
    return workspace.first_backup


def kept(workspace: Workspace) -> list[Path]:
    return [backup.path for backup in Backups(workspace.path, workspace.around).all()]


def systems_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        (number,) = connection.execute("SELECT count(*) FROM systems").fetchone()
    finally:
        connection.close()
    return int(number)


def test_a_large_register_is_open_before_it_is_backed_up(waiting: Workspace) -> None:
    assert kept(waiting) == []
    first_backup(waiting).keep()
    assert len(kept(waiting)) == 1
    waiting.close()


def test_a_change_before_that_is_not_in_the_backup(waiting: Workspace) -> None:
    waiting.records.add("systems", {"name": "A"})
    waiting.records.add("systems", {"name": "B"})
    first_backup(waiting).keep()
    assert [systems_in(path) for path in kept(waiting)] == [0]
    waiting.close()


def test_a_change_after_it_takes_no_backup(waiting: Workspace) -> None:
    first_backup(waiting).keep()
    waiting.records.add("systems", {"name": "A"})
    first_backup(waiting).keep()
    assert [systems_in(path) for path in kept(waiting)] == [0]
    waiting.close()


def test_what_has_been_let_go_of_is_not_backed_up(waiting: Workspace) -> None:
    waiting.close()
    first_backup(waiting).keep()
    assert kept(waiting) == []


def test_a_backup_that_cannot_be_written_is_told(waiting: Workspace) -> None:
    Backups(waiting.path, waiting.around).folder.write_bytes(b"")
    with pytest.raises(KnownError):
        first_backup(waiting).keep()
    waiting.close()


def test_a_small_register_is_backed_up_when_it_is_opened(register_path: Path, around: Surroundings) -> None:
    workspace = open_workspace(register_path, around, may_wait=True)
    assert workspace.first_backup is None
    assert len(kept(workspace)) == 1
    workspace.records.add("systems", {"name": "A"})
    workspace.close()
