import os
from pathlib import Path
from typing import Any

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.services.safekeeping import copy, write_file
from itadmin.services.workspace import Workspace, open_workspace


def test_a_file_is_written_whole_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mapp" / "papper.pdf"
    write_file(path, b"ett")
    write_file(path, b"tva")
    assert path.read_bytes() == b"tva"
    assert [item.name for item in path.parent.iterdir()] == ["papper.pdf"]


def test_a_folder_stays_a_folder(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Ange också filens namn"):
        write_file(tmp_path, b"x")


def test_a_register_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.itadmin"
    path.write_bytes(b"SQLite format 3\x00 och mer")
    with pytest.raises(KnownError, match="är en registerfil"):
        write_file(path, b"x")
    assert path.read_bytes().startswith(b"SQLite")


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(KnownError, match="kunde inte skrivas"):
        write_file(tmp_path / "fil" / "x.pdf", b"x")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
def test_a_link_to_a_register_is_no_way_round(tmp_path: Path) -> None:
    register, link = tmp_path / "a.itadmin", tmp_path / "b.pdf"
    register.write_bytes(b"SQLite format 3\x00")
    link.symlink_to(register)
    with pytest.raises(KnownError, match="är en registerfil"):
        write_file(link, b"x")


def test_a_copy_of_an_open_register_has_its_attached_files(
    workspace: Workspace, around: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "Drift.pdf").write_bytes(b"%PDF-")
    row = workspace.attachments.add(tmp_path / "Drift.pdf")
    system = workspace.records.add("systems", {"name": "Lifecare", "attachments": [row]})
    copy(workspace.path, tmp_path / "kopia" / "annan.itadmin")
    copied = open_workspace(tmp_path / "kopia" / "annan.itadmin", around)
    record: Any = copied.reading().one("systems", system).record
    copied.attachments.save_as(record.attachments[0].digest, tmp_path / "ut.pdf")
    copied.close()
    assert (tmp_path / "ut.pdf").read_bytes() == b"%PDF-"


def test_a_copy_of_a_register_without_attached_files_is_one_file(workspace: Workspace, tmp_path: Path) -> None:
    copy(workspace.path, tmp_path / "kopia" / "annan.itadmin")
    (copied,) = (tmp_path / "kopia").iterdir()
    assert copied.read_bytes() == workspace.path.read_bytes()
