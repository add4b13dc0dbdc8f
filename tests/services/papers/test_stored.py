"""The stored files can be shown again, and it is told whether they are what they were."""

import sqlite3
from collections.abc import Callable

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import (
    Issued,
    Scan,
    Signed,
    file_of,
    paper_of,
    register_signed_paper,
    signed_file_of,
    verify,
)
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]


@pytest.fixture
def signed(workspace: Workspace, make_paper: Make) -> IssuedPaper:
    paper_id = make_paper().paper_id
    scan = Scan("skannat.pdf", b"%PDF-1.4 skannat")
    register_signed_paper(workspace, paper_id, Signed(workspace.around.today(), "papper", (), scan))
    return paper_of(workspace.reading(), paper_id)


def test_whole_files_are_told_of(workspace: Workspace, signed: IssuedPaper) -> None:
    assert [(told.is_whole, told.sentence) for told in verify(workspace.attachments, signed)] == [
        (True, "Handlingen: oförändrat innehåll, kontrollsumman SHA-256 stämmer."),
        (True, "Det påskrivna exemplaret: oförändrat innehåll, kontrollsumman SHA-256 stämmer."),
    ]
    assert signed_file_of(workspace.attachments, signed).name == "skannat.pdf"


def test_a_store_that_has_been_moved_away_is_told_of(workspace: Workspace, signed: IssuedPaper) -> None:
    workspace.attachments.path.rename(workspace.path.with_name("undan"))
    for told in verify(workspace.attachments, signed):
        assert not told.is_whole
        assert "Lägg filen bengtsfors.bilagor bredvid registret" in told.sentence
    with pytest.raises(KnownError, match="finns inte här"):
        file_of(workspace.attachments, signed)


def test_a_content_that_has_been_changed_is_told_of(workspace: Workspace, signed: IssuedPaper) -> None:
    content = workspace.attachments.path.read_bytes()
    workspace.attachments.path.write_bytes(content.replace(b"%PDF-1.7 2026-0001", b"%PDF-1.7 2026-0009"))
    ours, theirs = verify(workspace.attachments, signed)
    assert (ours.is_whole, theirs.is_whole) == (False, True)
    assert "är skadad" in ours.sentence


def test_a_paper_without_files_is_told_of(workspace: Workspace) -> None:
    paper = paper_of(workspace.reading(), workspace.records.add("papers", {"number": "7"}))
    (told,) = verify(workspace.attachments, paper)
    assert (told.is_whole, told.sentence) == (False, "Handlingen har ingen lagrad fil att kontrollera.")
    for ask in (file_of, signed_file_of):
        with pytest.raises(KnownError, match="har ingen"):
            ask(workspace.attachments, paper)


def test_a_store_that_is_no_store_is_told_of(workspace: Workspace, signed: IssuedPaper) -> None:
    workspace.attachments.path.unlink()
    with sqlite3.connect(workspace.attachments.path) as other:
        other.execute("CREATE TABLE annat (x)")
    other.close()
    assert not any(told.is_whole for told in verify(workspace.attachments, signed))
