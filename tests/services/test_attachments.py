"""Attaching a file: the row tells it, the store keeps it, and what cannot be attached is refused before it is read."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.attached_files import MOST_BYTES
from itadmin.domain.problems import KnownError
from itadmin.services.attachments import Attachments
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.safekeeping import back_up, damage, restore
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.storage.attachments import digests


@pytest.fixture
def attached(workspace: Workspace) -> Attachments:
    return workspace.attachments


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def make(name: str, content: bytes) -> Path:
        path = tmp_path / "kalla" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    return make


def test_a_file_becomes_a_row_and_can_be_had_again(
    attached: Attachments, workspace: Workspace, file_of: Callable[[str, bytes], Path], tmp_path: Path
) -> None:
    row = attached.add(file_of("Drift.pdf", b"%PDF-"))
    assert (row["file_name"], row["size"], row["added_on"]) == ("Drift.pdf", 5, "2026-11-22")
    system = workspace.records.add("systems", {"name": "Lifecare", "attachments": [row]})
    workspace.undo.undo()
    workspace.undo.redo()
    record: Any = workspace.reading().one("systems", system).record
    (kept,) = record.attachments
    attached.save_as(kept.digest, tmp_path / "ut.pdf")
    assert (tmp_path / "ut.pdf").read_bytes() == b"%PDF-"
    opened = attached.opened_copy(kept.digest, kept.file_name, tmp_path / "titta")
    assert opened.read_bytes() == b"%PDF-"
    assert not opened.stat().st_mode & stat.S_IWUSR
    assert attached.opened_copy(kept.digest, kept.file_name, tmp_path / "titta") == opened


def test_a_kind_that_may_run_is_kept_but_not_opened(
    attached: Attachments, file_of: Callable[[str, bytes], Path], tmp_path: Path
) -> None:
    row = attached.add(file_of("verktyg.exe", b"MZ"))
    with pytest.raises(KnownError, match="öppnas inte härifrån"):
        attached.opened_copy(row["digest"], row["file_name"], tmp_path)


def test_a_missing_content_is_told(attached: Attachments, tmp_path: Path) -> None:
    assert attached.missing(["0" * 64]) == {"0" * 64}
    with pytest.raises(KnownError, match=r"Lägg filen bengtsfors\.bilagor bredvid registret"):
        attached.save_as("0" * 64, tmp_path / "ut")
    assert not (tmp_path / "ut").exists()


def test_a_huge_file_is_refused_unread(attached: Attachments, tmp_path: Path) -> None:
    huge = tmp_path / "stor.iso"
    with huge.open("wb") as stream:
        stream.truncate(500_000_000)
    with pytest.raises(KnownError, match="500,0\u00a0MB"):
        attached.add(huge)
    assert not attached.path.exists()


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_nothing_and_too_much_are_refused(
    attached: Attachments, file_of: Callable[[str, bytes], Path], size: int
) -> None:
    with pytest.raises(KnownError):
        attached.add(file_of("fil.bin", b"\x00" * size))


def test_what_is_no_file_is_refused(attached: Attachments, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="ingen fil"):
        attached.add(tmp_path)
    with pytest.raises(KnownError, match="går inte att läsa"):
        attached.add(tmp_path / "finns-inte.pdf")


def test_a_name_that_no_file_can_have_is_refused(
    attached: Attachments, file_of: Callable[[str, bytes], Path], tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="går inte att läsa"):
        attached.add(tmp_path / "a\x00b.pdf")
    row = attached.add(file_of("Drift.pdf", b"%PDF-"))
    with pytest.raises(KnownError, match="kunde inte skrivas"):
        attached.save_as(row["digest"], tmp_path / "a\x00b.pdf")


def test_an_attached_file_is_not_saved_over_a_register_or_something_that_is_no_file(
    attached: Attachments, file_of: Callable[[str, bytes], Path], workspace: Workspace, tmp_path: Path
) -> None:
    row = attached.add(file_of("Drift.pdf", b"%PDF-"))
    for target in (workspace.path, attached.path):
        with pytest.raises(KnownError, match="är en registerfil och skrivs inte över"):
            attached.save_as(row["digest"], target)
    assert workspace.path.read_bytes().startswith(b"SQLite")
    with pytest.raises(KnownError, match="är en mapp"):
        attached.save_as(row["digest"], tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="pipes and locks of POSIX")
def test_the_open_register_itself_can_be_attached_and_keeps_its_lock(
    attached: Attachments, workspace: Workspace
) -> None:
    attached.add(workspace.path)
    look = "import sys; from pathlib import Path; from itadmin.storage.locks import lock_state; "
    look += "print(lock_state(Path(sys.argv[1])))"
    told = subprocess.run([sys.executable, "-c", look, workspace.path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "SQLITE_BUSY"


@pytest.mark.skipif(os.name != "posix", reason="pipes and locks of POSIX")
def test_pipes_are_neither_attached_nor_written_to(
    attached: Attachments, file_of: Callable[[str, bytes], Path], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "ror.pdf")
    with pytest.raises(KnownError, match="ingen fil"):
        attached.add(tmp_path / "ror.pdf")
    row = attached.add(file_of("Drift.pdf", b"%PDF-"))
    with pytest.raises(KnownError, match="ingen fil"):
        attached.save_as(row["digest"], tmp_path / "ror.pdf")


# Kept safe with their register


def test_backups_take_what_is_new_and_restoring_brings_it_back(
    workspace: Workspace, file_of: Callable[[str, bytes], Path], around: Surroundings
) -> None:
    row = workspace.attachments.add(file_of("Drift.pdf", b"%PDF-"))
    workspace.records.add("systems", {"name": "Lifecare", "attachments": [row]})
    path, store = workspace.path, workspace.attachments.path
    workspace.close()
    open_workspace(path, around).close()
    kept = Backups(path, around).folder / store.name
    assert kept.exists()
    store.unlink()
    restore(path, Backups(path, around).all()[0].path, around)
    again = open_workspace(path, around)
    assert again.attachments.missing([row["digest"]]) == frozenset()
    again.close()


def test_a_broken_store_stops_neither_opening_nor_work_but_is_told(
    workspace: Workspace, file_of: Callable[[str, bytes], Path], around: Surroundings
) -> None:
    workspace.attachments.add(file_of("Drift.pdf", b"%PDF-" * 5000))
    path, store = workspace.path, workspace.attachments.path
    workspace.close()
    assert damage(path) == ()
    store.write_bytes(store.read_bytes()[:9000])
    open_workspace(path, around).close()
    assert damage(path)
    with pytest.raises(KnownError, match="bilagor är skadad"):
        back_up(path, around)


def test_a_backup_elsewhere_takes_them_along(
    workspace: Workspace, file_of: Callable[[str, bytes], Path], around: Surroundings, tmp_path: Path
) -> None:
    row = workspace.attachments.add(file_of("Drift.pdf", b"%PDF-"))
    path, register_id = workspace.path, workspace.file.info.register_id
    workspace.close()
    taken = back_up(path, around, tmp_path / "usb")
    assert digests(taken.parent / "bengtsfors.bilagor", register_id) == {row["digest"]}
