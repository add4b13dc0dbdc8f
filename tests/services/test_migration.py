"""Older files are upgraded on a copy; the old one is kept, and nothing happens to it when it goes wrong."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.operations import Operations

from itadmin.domain.problems import KnownError, NotFoundError
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.migration import current_bytes, migrate_if_older
from itadmin.services.workspace import Workspace, open_reading, open_workspace
from itadmin.storage import file as files
from itadmin.storage.connection import connect
from itadmin.storage.file import BusyError
from itadmin.storage.migrations import runner


@pytest.fixture
def older(workspace: Workspace) -> Path:
    """A register with one system, closed."""
    workspace.records.add("systems", {"name": "Lifecare"})
    workspace.close()
    return workspace.path


@pytest.fixture
def version(older: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A version that the register is older than; it changes what systems are called."""
    assert older.exists()

    def upgrade(operations: Operations) -> None:
        operations.execute("UPDATE systems SET name = name || ' (flyttad)', label = label || ' (flyttad)'")

    added = SimpleNamespace(REVISION="provning", upgrade=upgrade)
    monkeypatch.setattr(runner, "VERSIONS", (*runner.VERSIONS, added))
    monkeypatch.setattr(files, "USER_VERSION", files.USER_VERSION + 1)
    return added


def user_version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_a_register_of_today_is_left_alone(older: Path, around: Surroundings) -> None:
    before = older.read_bytes()
    assert migrate_if_older(older, Backups(older, around), around) is False
    assert current_bytes(older) == before
    assert list(older.parent.iterdir()) == [older]


@pytest.mark.usefixtures("version")
def test_opening_an_older_one_upgrades_it_and_keeps_it_twice(older: Path, around: Surroundings) -> None:
    before = older.read_bytes()
    workspace = open_workspace(older, around)
    assert workspace.reading().one("systems", workspace.reading().keys("systems")[0]).label == "Lifecare (flyttad)"
    workspace.close()
    assert user_version(older) == files.USER_VERSION
    backups = Backups(older, around)
    assert backups.all()[-1].path.read_bytes() == before
    (kept,) = [path for path in backups.folder.iterdir() if "fore-uppgradering" in path.name]
    assert kept.read_bytes() == before
    assert kept not in [backup.path for backup in backups.all()]
    open_workspace(older, around).close()


@pytest.mark.usefixtures("version")
def test_undo_stops_at_an_upgrade_but_history_does_not(older: Path, around: Surroundings) -> None:
    workspace = open_workspace(older, around)
    assert workspace.undo.state().undo == ""
    with pytest.raises(NotFoundError):
        workspace.undo.undo()
    system = workspace.reading().keys("systems")[0]
    assert [entry.step.title for entry in workspace.reading().history(system)] == ["La till Lifecare"]
    workspace.records.save("systems", system, {"product": "P"})
    workspace.undo.undo()
    assert workspace.undo.state().undo == ""
    workspace.close()


@pytest.mark.usefixtures("version")
def test_reading_an_older_one_leaves_it_as_it_is(older: Path, around: Surroundings) -> None:
    before = older.read_bytes()
    reading = open_reading(older, around.today())
    assert reading.one("systems", reading.keys("systems")[0]).label == "Lifecare (flyttad)"
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


@pytest.mark.usefixtures("version")
def test_one_that_is_open_elsewhere_is_not_upgraded(older: Path, around: Surroundings) -> None:
    connection = connect(older)
    before = older.read_bytes()
    with pytest.raises(BusyError):
        open_workspace(older, around)
    connection.close()
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]


def fails_in_sql(operations: Operations) -> None:
    operations.execute("UPDATE systems SET name = 'halv'")
    operations.execute("SELECT * FROM finns_inte")


def breaks_references(operations: Operations) -> None:
    operations.execute("UPDATE systems SET supplier = x'00000000000000000000000000000000'")


@pytest.mark.parametrize("upgrade", [fails_in_sql, breaks_references])
def test_an_upgrade_that_goes_wrong_changes_nothing(
    older: Path, around: Surroundings, version: SimpleNamespace, upgrade: Callable[[Operations], None]
) -> None:
    before = older.read_bytes()
    version.upgrade = upgrade
    for attempt in (lambda: open_workspace(older, around), lambda: migrate(older, around)):
        with pytest.raises(KnownError):
            attempt()
        assert older.read_bytes() == before
    assert user_version(older) == files.USER_VERSION - 1


def migrate(path: Path, around: Surroundings) -> bool:
    return migrate_if_older(path, Backups(path, around), around)


def test_an_upgrade_that_finds_no_room_changes_nothing(
    older: Path, around: Surroundings, version: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()
    assert version.REVISION
    real = Path.replace

    def fail_at_the_end(self: Path, target: Path) -> Path:
        if target == older:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_end)
    with pytest.raises(KnownError, match="kunde inte ersättas"):
        open_workspace(older, around)
    assert older.read_bytes() == before
