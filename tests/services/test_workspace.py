"""Opening a register for work or for reading, whatever else is going on with it."""

import threading
from datetime import date
from pathlib import Path

import pytest

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace, open_reading, open_workspace
from itadmin.storage import locks
from itadmin.storage.file import BusyError, DamagedError, MissingFileError, NewerError, NotOursError

DAY = date(2026, 11, 22)


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_a_register_is_opened_noted_and_let_go(register_path: Path, around: Surroundings) -> None:
    workspace = open_workspace(register_path, around)
    assert workspace.path == register_path
    assert locks.who_has(register_path) == "Kim Berg på DATOR12"
    workspace.records.add("systems", {"name": "A"})
    workspace.close()
    assert locks.who_has(register_path) == ""
    assert sorted(path.name for path in register_path.parent.iterdir()) == [
        "bengtsfors-sakerhetskopior",
        "bengtsfors.itadmin",
    ]


def test_opening_it_twice_says_who_has_it(register_path: Path, around: Surroundings) -> None:
    workspace = open_workspace(register_path, around)
    with pytest.raises(BusyError, match="redan öppen hos Kim Berg på DATOR12"):
        open_workspace(register_path, around)
    workspace.records.add("systems", {"name": "A"})
    workspace.close()
    open_workspace(register_path, around).close()


def test_reading_does_not_touch_a_byte_and_works_while_it_is_open(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "A"})
    before = everything_in(workspace.path.parent)
    reading = open_reading(workspace.path, DAY)
    assert len(reading.keys("systems")) == 1
    reading.close()
    assert everything_in(workspace.path.parent) == before
    assert locks.lock_state(workspace.path) == "SQLITE_BUSY"
    workspace.records.add("systems", {"name": "B"})
    assert len(reading_keys(workspace)) == 2


def reading_keys(workspace: Workspace) -> list[object]:
    return list(open_reading(workspace.path, DAY).keys("systems"))


def test_a_snapshot_is_for_another_thread_and_stays_as_it_was(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "A"})
    snapshot = workspace.snapshot()
    workspace.records.add("systems", {"name": "B"})
    counts: list[int] = []
    thread = threading.Thread(target=lambda: counts.append(snapshot.count("systems")))
    thread.start()
    thread.join()
    assert counts == [1]
    snapshot.close()


def test_listeners_are_told_even_if_one_leaves_meanwhile(workspace: Workspace) -> None:
    told: list[str] = []

    def once(_changes: ChangeSet, _initiator: object) -> None:
        told.append("en gång")
        workspace.listeners.remove(once)

    workspace.listeners += [once, lambda changes, _initiator: told.append(changes.title)]
    workspace.records.add("systems", {"name": "A"})
    workspace.records.add("systems", {"name": "B"})
    assert told == ["en gång", "La till A", "La till B"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, MissingFileError),
        (b"", NotOursError),
        (b"%PDF-1.7 " * 1000, NotOursError),
        ("folder", KnownError),
        ("cut", DamagedError),
        ("newer", NewerError),
        ("broken", DamagedError),
    ],
)
def test_what_cannot_be_opened_is_said_and_left_as_it_is(
    tmp_path: Path, around: Surroundings, new_register: bytes, content: bytes | str | None, error: type[KnownError]
) -> None:
    path = tmp_path / "något.itadmin"
    made = {
        "cut": new_register[:-4096],
        "newer": new_register[:60] + b"\x00\x00\x00\x7f" + new_register[64:],
        "broken": new_register[:4096] + b"\xff" * 4096 * 3 + new_register[4096 * 4 :],
    }
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(made[content] if isinstance(content, str) else content)
    before = everything_in(tmp_path)
    for attempt in (lambda: open_workspace(path, around), lambda: open_reading(path, DAY)):
        with pytest.raises(error) as caught:
            attempt()
        assert caught.value.sentence.endswith(".")
    assert everything_in(tmp_path) == before


def test_a_backup_that_cannot_be_taken_lets_the_file_go(register_path: Path, around: Surroundings) -> None:
    register_path.with_name("bengtsfors-sakerhetskopior").write_bytes(b"")
    with pytest.raises(KnownError):
        open_workspace(register_path, around)
    assert locks.lock_state(register_path) == ""
    assert locks.who_has(register_path) == ""


def test_a_copy_that_is_made_later_shows_how_things_were(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "A"})
    later = workspace.snapshot_later()
    workspace.records.add("systems", {"name": "B"})
    found: list[int] = []

    def read() -> None:
        reading = later()
        found.append(reading.count("systems"))
        reading.close()

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert found == [1]
