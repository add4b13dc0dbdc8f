"""Handlingar on record pages: those about the record, a file dropped on it, and a handling's own page."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import MadePaper, Scan, Signed, issue, next_number, paper_of, register_signed_paper
from itadmin.services.workspace import Workspace
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels.papers import PaperPanel, PapersPanel
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

Make = Callable[..., IssuedPaper]
PageOf = Callable[[str], RecordPage]


@pytest.fixture
def agreement_id(workspace: Workspace) -> UUID:
    return workspace.records.add("agreements", {"title": "Driftavtal Lifecare", "kind": "driftavtal"})


@pytest.fixture
def make_paper(workspace: Workspace, agreement_id: UUID) -> Make:
    def make(paper_type: str = "operations_agreement") -> IssuedPaper:
        reading = workspace.reading()
        number = next_number(reading)
        made = MadePaper(
            paper_type, "Driftavtal", number, "agreements", agreement_id, reading.day, "a.pdf", b"%PDF-1.7", b"{}"
        )
        issued = issue(workspace, made)
        workspace.records.announce(issued.changes)
        return paper_of(workspace.reading(), issued.paper_id)

    return make


def drop(page: RecordPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), copy, data, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, data, left, none))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "scan.pdf", tmp_path / "bilaga.pdf"]
    for path in paths:
        path.write_bytes(b"%PDF-1.4 " + path.name.encode())
    return paths


def test_what_is_made_of_a_record_stands_on_its_page(
    page_of: PageOf, session: Session, agreement_id: UUID, make_paper: Make, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement_id)
    panel = page.findChild(PapersPanel)
    assert panel is not None
    assert not panel.isVisible()
    paper = make_paper()
    assert panel.isVisible()
    asked: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: asked.append((register, key)))
    link = next(each for each in panel.part.now.findChildren(type(panel.part.earlier._link)) if each.isVisible())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == [("papers", paper.id)]
    assert "Skicka…" in panel.part.links.words
    make_paper("notice_letter")
    assert panel.part.links.isHidden()


def test_a_dropped_file_is_asked_about_while_a_handling_is_out(
    page_of: PageOf, workspace: Workspace, agreement_id: UUID, make_paper: Make, files: list[Path], qtbot: QtBot
) -> None:
    paper = make_paper()
    page = page_of("agreements")
    page.show_record(agreement_id)
    drop(page, files[0])
    dialog = page.findChild(ReturnedDialog)
    assert dialog is not None
    assert dialog.paper == paper
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"
    attached = page.findChild(AttachmentsPanel)
    assert attached is not None
    assert [row["file_name"] for row in attached._rows] == ["scan.pdf"]
    drop(page, *files)
    assert [row["file_name"] for row in attached._rows] == ["scan.pdf", "scan.pdf", "bilaga.pdf"]


def test_without_a_handling_that_is_out_files_are_attached(
    page_of: PageOf, agreement_id: UUID, files: list[Path]
) -> None:
    page = page_of("agreements")
    page.show_record(agreement_id)
    drop(page, files[0])
    assert page.findChild(ReturnedDialog) is None
    attached = page.findChild(AttachmentsPanel)
    assert attached is not None
    assert [row["file_name"] for row in attached._rows] == ["scan.pdf"]


def test_a_handlings_own_page_tells_whether_its_files_are_whole(
    page_of: PageOf, workspace: Workspace, session: Session, make_paper: Make, agreement_id: UUID, qtbot: QtBot
) -> None:
    paper = make_paper()
    page = page_of("papers")
    page.show_record(paper.id)
    panel = page.findChild(PaperPanel)
    assert panel is not None
    qtbot.waitUntil(panel.verdict.isVisible)
    assert panel.verdict.text() == (f"Handlingen: oförändrat innehåll, kontrollsumman SHA-256 stämmer.\n{paper.digest}")
    asked: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: asked.append((register, key)))
    assert panel.about.text() == "Gäller Driftavtal Lifecare"
    qtbot.mouseClick(panel.about, Qt.MouseButton.LeftButton)
    assert asked == [("agreements", agreement_id)]
    workspace.attachments.path.rename(workspace.path.with_name("undan"))
    page.show_record(paper.id)
    qtbot.waitUntil(lambda: "Lägg filen" in panel.verdict.text())


def test_a_signed_handling_can_only_be_looked_at(page_of: PageOf, workspace: Workspace, make_paper: Make) -> None:
    paper = make_paper()
    scan = Scan("scan.pdf", b"%PDF-1.4")
    register_signed_paper(workspace, paper.id, Signed(workspace.around.today(), "papper", (), scan))
    page = page_of("papers")
    page.show_record(paper.id)
    panel, attached = page.findChild(PaperPanel), page.findChild(AttachmentsPanel)
    assert panel is not None
    assert attached is not None
    assert panel.links.words == [
        "Öppna i PDF-läsaren",
        "Öppna det påskrivna…",
        "Skicka med e-post",
        "Spara en kopia…",
        "Kontrollera",
    ]
    assert not attached.takes_files()
    assert any("Skrivskyddat" in label.text() for label in page.findChildren(QLabel))


def test_a_handling_made_by_hand_has_nothing_to_check(page_of: PageOf, workspace: Workspace) -> None:
    page = page_of("papers")
    page.show_record(workspace.records.add("papers", {"number": "Dnr 7", "about": "ingenting"}))
    panel = page.findChild(PaperPanel)
    assert panel is not None
    assert not panel.about.isVisible()
    assert panel.links.words == ["Skicka…", "Registrera påskrivet…", "Makulera"]
