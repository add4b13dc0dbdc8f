"""A paper that nobody signs: finished when it is numbered, with nothing about signing; proposed until it is decided."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.documents.adopting import adopt
from itadmin.services.papers import papers_about
from itadmin.services.workspace import Workspace
from itadmin.ui import texts_document as texts
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.session import Session
from itadmin.ui.widgets.prose import plain_text

UNSIGNED_DEEDS = ["Öppna i PDF-läsaren", "Skicka med e-post", "Spara en kopia…", "Kontrollera"]


@pytest.fixture
def proposal(
    session: Session, guideline: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[DocumentWindow]:
    """The document window on it, and where its file goes."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "riktlinje.pdf"), ""))
    window = DocumentWindow(session, "steering_document", guideline)
    window.resize(1300, 850)
    window.show()
    yield window
    window.close()


def told(window: DocumentWindow) -> str:
    message = window.head.notice.shown()
    return plain_text(message.prose) if message else ""


def takes_a_file(window: DocumentWindow) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/scan.pdf")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    return enter.isAccepted()


def test_it_is_a_proposal_until_the_decision_is_noted(
    proposal: DocumentWindow, workspace: Workspace, guideline: UUID
) -> None:
    assert told(proposal).startswith("Inget saknas. Beslutet är inte antecknat, så FÖRSLAG står på varje sida.")
    own = str(workspace.reading().organisation_id)
    decision = {"document": str(guideline), "municipality": own, "body": "KS", "status": "faststalld"}
    workspace.records.add("steering_decisions", {**decision, "decided_on": "2026-11-18", "paragraph": "141"})
    assert told(proposal) == "Inget saknas. PDF:en får ett nummer och lagras som handling i registret."


def test_numbered_it_is_finished_and_keeps_its_own_version_and_state(
    proposal: DocumentWindow, workspace: Workspace, guideline: UUID
) -> None:
    proposal.top.make.click()
    (paper,) = papers_about(workspace.reading(), "steering_documents", guideline)
    assert (paper.number, paper.status, paper.version) == ("2026-0001", "fardig", None)
    assert proposal.top._number.text() == "Handling 2026-0001"
    assert (proposal.top._version.text(), proposal.top._chip.text()) == ("1.0", "Utkast")


def test_nothing_about_signing_is_offered(
    proposal: DocumentWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    subjects: list[str] = []

    def begin(_path: Path, subject: str, _to: tuple[str, ...]) -> str:
        subjects.append(subject)
        return "Ett brev är påbörjat."

    monkeypatch.setattr("itadmin.ui.papers.desk.begin_letter", begin)
    monkeypatch.setattr("itadmin.ui.papers.desk.print_folder", lambda: tmp_path / "kopior")
    proposal.top.make.click()
    assert not proposal.top.returned.isVisible()
    assert not takes_a_file(proposal)
    assert proposal.loop.part.links.words == UNSIGNED_DEEDS
    qtbot.mouseClick(proposal.loop.part.links.link("Skicka med e-post"), Qt.MouseButton.LeftButton)
    assert subjects == ["Riktlinje för lösenord – Bengtsfors kommun (2026-0001)"]


def test_one_made_anew_takes_its_place(
    proposal: DocumentWindow, workspace: Workspace, guideline: UUID, qtbot: QtBot
) -> None:
    proposal.top.make.click()
    qtbot.keyClick(proposal, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    papers = papers_about(workspace.reading(), "steering_documents", guideline)
    assert [(paper.number, paper.status) for paper in papers] == [("2026-0002", "fardig"), ("2026-0001", "ersatt")]
    assert proposal.loop.part.earlier.isVisible()


def test_a_paper_with_lines_for_signatures_takes_what_comes_back(
    window: DocumentWindow, complete: Callable[[], None]
) -> None:
    complete()
    assert takes_a_file(window)


@pytest.fixture
def adopted(workspace: Workspace, guideline: UUID) -> UUID:
    """The riktlinje, adopted here, so that its paper is stored."""
    own = str(workspace.reading().organisation_id)
    decision = {"document": str(guideline), "municipality": own, "body": "KS", "status": "faststalld"}
    workspace.records.add("steering_decisions", {**decision, "decided_on": "2026-11-18", "paragraph": "141"})
    adopt(workspace, workspace.reading(), guideline)
    return guideline


def test_what_is_adopted_is_shown_as_it_is_stored(
    adopted: UUID, proposal: DocumentWindow, workspace: Workspace, tmp_path: Path
) -> None:
    (paper,) = papers_about(workspace.reading(), "steering_documents", adopted)
    assert proposal.loop.shown == paper
    assert told(proposal).startswith(f"Handling {paper.number} som den skapades")
    assert not proposal.top.make.isVisible()
    assert proposal.top.draft.text() == "Spara en kopia…"
    proposal.top.draft.click()
    assert sha256((tmp_path / "riktlinje.pdf").read_bytes()).hexdigest() == paper.digest
    proposal.loop.show_present()
    assert told(proposal).endswith("Sidorna visar uppgifterna som de är i dag; handlingen nedan är den beslutade.")
    workspace.records.save("steering_documents", adopted, {"note": "Skickad till alla chefer."})
    assert proposal.loop.shown is None, "what one has turned from does not come back by itself"


def test_what_was_adopted_elsewhere_is_shown_without_a_mark_and_copied(
    workspace: Workspace, guideline: UUID, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    workspace.records.save("steering_documents", guideline, {"version": None, "status": "faststalld"})
    window: DocumentWindow = request.getfixturevalue("proposal")
    expected = "Dokumentet är beslutat. Sidorna visar uppgifterna som de är i dag; ingen beslutad handling är lagrad"
    assert told(window).startswith(expected)
    window.make()
    printed = window._printed
    assert printed is not None
    assert not printed.draft
    assert (tmp_path / "riktlinje.pdf").read_bytes() == printed.content
    assert papers_about(workspace.reading(), "steering_documents", guideline) == []


@pytest.fixture
def decided(workspace: Workspace, guideline: UUID) -> UUID:
    """The riktlinje, noted as adopted without its paper having been kept."""
    own = str(workspace.reading().organisation_id)
    decision = {"document": str(guideline), "municipality": own, "body": "KS", "status": "faststalld"}
    workspace.records.add("steering_decisions", {**decision, "decided_on": "2026-11-18", "paragraph": "141"})
    workspace.records.save("steering_documents", guideline, {"status": "faststalld"})
    return guideline


def test_what_is_decided_and_not_kept_can_be_kept_all_the_same(
    decided: UUID, proposal: DocumentWindow, workspace: Workspace
) -> None:
    assert told(proposal).endswith(
        "ingen beslutad handling är lagrad i registret. "
        "Skapa PDF ger den ett nummer och lagrar den som den beslutade handlingen."
    )
    assert proposal.top.make.isVisible()
    proposal.top.make.click()
    (paper,) = papers_about(workspace.reading(), "steering_documents", decided)
    assert (paper.status, proposal.loop.shown) == ("fardig", paper)
    assert not proposal.top.make.isVisible()
    workspace.undo.undo()
    assert proposal.top.make.isVisible()


def test_what_is_decided_but_lacks_something_says_why_it_is_not_kept() -> None:
    prose = texts.decided(is_stored=False, missing=2)
    assert plain_text(prose).endswith("lagrad i registret. Den kan inte lagras, för 2 uppgifter saknas.")
    assert plain_text(texts.decided(is_stored=True, missing=1)).endswith("handlingen nedan är den beslutade.")
