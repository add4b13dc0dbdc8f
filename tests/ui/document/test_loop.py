"""The loop in the document window: numbered, shown again as stored, sent, back signed by dropping the file, undone."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.services import safekeeping
from itadmin.services.papers import file_of, paper_of, papers_about
from itadmin.services.workspace import Workspace
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.papers.send_dialog import SendDialog
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.widgets.notice import Concern
from itadmin.ui.widgets.prose import plain_text


def told(window: DocumentWindow) -> str:
    message = window.head.notice.shown()
    return plain_text(message.prose) if message else ""


def states(workspace: Workspace, agreement_id: UUID) -> list[tuple[str, str]]:
    return [(paper.number, paper.status) for paper in papers_about(workspace.reading(), "agreements", agreement_id)]


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the user wants the file."""
    path = tmp_path / "ut" / "avtal.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def issued(window: DocumentWindow, complete: Callable[[], None], pdf: Path) -> DocumentWindow:
    """The window when its paper has been made."""
    complete()
    window.top.make.click()
    assert pdf.exists()
    return window


@pytest.fixture
def drop() -> Callable[[DocumentWindow, Path], None]:
    """Drop a file on the window."""

    def on(window: DocumentWindow, path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(window.rect().center(), copy, data, left, none)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), copy, data, left, none))

    return on


def test_the_finished_paper_is_numbered_kept_and_shown_as_it_was_made(
    issued: DocumentWindow, workspace: Workspace, agreement_id: UUID, pdf: Path
) -> None:
    paper = papers_about(workspace.reading(), "agreements", agreement_id)[0]
    assert (paper.number, paper.version, paper.status) == ("2026-0001", 1, "for_underskrift")
    assert file_of(workspace.attachments, paper).content == pdf.read_bytes()
    assert told(issued) == "Handling 2026-0001 som den skapades 2026-11-22, med oförändrat innehåll."
    assert issued.status.fresh.text() == "Sidorna visar handlingen som den är lagrad"
    assert issued.top._number.text() == "Handling 2026-0001"
    assert issued.top._chip.text() == "För underskrift"
    issued.head.notice.acted.emit(issued.head.notice.shown())
    assert told(issued).startswith("Inget saknas.")
    assert issued.status.fresh.text() == "Sidorna visar uppgifterna som de är nu"


def test_what_is_shown_as_stored_stays_while_the_register_changes(
    issued: DocumentWindow, workspace: Workspace, agreement_id: UUID
) -> None:
    workspace.records.save("agreements", agreement_id, {"modules": ""})
    assert told(issued).startswith("Handling 2026-0001 som den skapades")
    issued.head.notice.acted.emit(issued.head.notice.shown())
    assert told(issued).startswith("1 uppgift saknas.")
    issued.loop.part.now.findChildren(ElidedLink)[0].click()
    assert told(issued).startswith("Handling 2026-0001 som den skapades")


def test_what_is_printed_is_what_is_shown(
    issued: DocumentWindow, opened: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pdf: Path
) -> None:
    monkeypatch.setattr("itadmin.ui.document.output.print_folder", lambda: tmp_path / "utskrift")
    issued.print_out()
    (path,) = opened
    assert Path(path).read_bytes() == pdf.read_bytes()
    assert Path(path).name.startswith("2026-0001_")


def test_undoing_takes_the_handling_back_and_shows_the_paper_as_it_is(
    issued: DocumentWindow, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClick(issued, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(workspace, agreement_id) == []
    assert told(issued).startswith("Inget saknas.")
    assert issued.loop.part.isHidden()
    assert not issued.top.returned.isVisible()
    issued.make()
    assert states(workspace, agreement_id) == [("2026-0002", "for_underskrift")]


def test_sent_it_waits_and_a_letter_is_begun(
    issued: DocumentWindow,
    workspace: Workspace,
    agreement_id: UUID,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    letters: list[tuple[str, str, tuple[str, ...]]] = []

    def begin(path: Path, subject: str, to: tuple[str, ...]) -> str:
        letters.append((path.name, subject, to))
        return "Ett brev är påbörjat."

    monkeypatch.setattr("itadmin.ui.papers.desk.begin_letter", begin)
    monkeypatch.setattr("itadmin.ui.papers.desk.print_folder", lambda: tmp_path / "kopior")
    qtbot.mouseClick(issued.loop.part.links.link("Skicka…"), Qt.MouseButton.LeftButton)
    dialog = issued.findChild(SendDialog)
    assert dialog is not None
    dialog.day_line.setText("2026-12-24")
    dialog.carry_out()
    assert "Dagen ligger i framtiden." in dialog.fault.text()
    dialog.day_line.setText("22 november 2026")
    qtbot.keyClicks(dialog.to_line, "Melleruds kommun, registrator@mellerud.example")
    qtbot.keyClick(dialog.to_line, Qt.Key.Key_Return)
    assert states(workspace, agreement_id) == [("2026-0001", "skickat")]
    ((name, subject, to),) = letters
    assert name.startswith("2026-0001_")
    assert subject == "För underskrift: Driftavtal för Lifecare (2026-0001)"
    assert to == ("registrator@mellerud.example",)
    assert issued.top._chip.text() == "Skickat"
    assert issued.status.said.text() == "Handling 2026-0001 är registrerad som skickad. Ett brev är påbörjat."


def test_without_a_letter_it_is_not_sent_and_that_is_told_in_the_dialog(
    issued: DocumentWindow,
    workspace: Workspace,
    agreement_id: UUID,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    def refuse(*_: object) -> str:
        raise KnownError("Det finns inget e-postprogram.")

    monkeypatch.setattr("itadmin.ui.papers.desk.begin_letter", refuse)
    monkeypatch.setattr("itadmin.ui.papers.desk.print_folder", lambda: tmp_path / "kopior")
    qtbot.mouseClick(issued.loop.part.links.link("Skicka…"), Qt.MouseButton.LeftButton)
    dialog = issued.findChild(SendDialog)
    assert dialog is not None
    dialog.carry_out()
    assert dialog.fault.text() == "Det finns inget e-postprogram."
    assert states(workspace, agreement_id) == [("2026-0001", "for_underskrift")]
    qtbot.mouseClick(dialog.letter, Qt.MouseButton.LeftButton)
    dialog.carry_out()
    assert states(workspace, agreement_id) == [("2026-0001", "skickat")]


def test_a_signed_copy_that_is_dropped_is_registered(
    issued: DocumentWindow,
    workspace: Workspace,
    agreement_id: UUID,
    drop: Callable[[DocumentWindow, Path], None],
    tmp_path: Path,
    pdf: Path,
    qtbot: QtBot,
) -> None:
    scan = tmp_path / "scan0001.pdf"
    scan.write_bytes(pdf.read_bytes() + b"\n%%EOF\n")
    drop(issued, scan)
    dialog = issued.findChild(ReturnedDialog)
    assert dialog is not None
    assert dialog.paper is not None
    assert dialog.paper.number == "2026-0001"
    assert dialog.fields.told() == ("", "")
    assert [row["title"] for row in dialog.fields.signatories.rows()] == ["Socialchef", "IT-chef"]
    qtbot.keyClicks(dialog.fields.signatories.line(0, "name"), "Åsa Öberg")
    qtbot.keyClick(dialog.fields.day, Qt.Key.Key_Return)
    assert states(workspace, agreement_id) == [("2026-0001", "paskrivet")]
    issued.head.notice.acted.emit(issued.head.notice.shown())
    assert told(issued) == "Handling 2026-0001 är påskriven 2026-11-22 och låst. En ny PDF blir en ny handling."
    message = issued.head.notice.shown()
    assert message is not None
    assert message.concern is Concern.READ_ONLY
    assert not issued.top.returned.isVisible()
    paper_id = papers_about(workspace.reading(), "agreements", agreement_id)[0].id
    with pytest.raises(KnownError, match="kan inte ändras"):
        workspace.records.save("papers", paper_id, {"title": "Annat"})
    qtbot.mouseClick(issued.loop.part.links.link("Kontrollera"), Qt.MouseButton.LeftButton)
    assert issued.status.said.text().count("kontrollsumman SHA-256 stämmer") == 2


def test_nothing_is_out_to_be_registered(window: DocumentWindow, tmp_path: Path) -> None:
    window.register_returned()
    assert window.findChild(ReturnedDialog) is None
    assert window.status.said.text() == "Ingen handling väntar på underskrift. Skapa handlingen som PDF först."


def test_a_file_that_cannot_be_written_registers_nothing_and_leaves_the_former(
    window: DocumentWindow,
    workspace: Workspace,
    agreement_id: UUID,
    complete: Callable[[], None],
    pdf: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    complete()
    pdf.parent.mkdir()
    pdf.write_bytes(b"det gamla")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("itadmin.storage.backup.replace", full)
    window.make()
    assert "kunde inte skrivas" in told(window)
    assert states(workspace, agreement_id) == []
    assert pdf.read_bytes() == b"det gamla"
    assert [path.name for path in pdf.parent.iterdir()] == ["avtal.pdf"]
    assert safekeeping.damage(workspace.path) == ()


def test_a_store_that_has_been_moved_away_is_told_of(issued: DocumentWindow, workspace: Workspace) -> None:
    issued.head.notice.acted.emit(issued.head.notice.shown())
    workspace.attachments.path.rename(workspace.path.with_name("undan"))
    issued.loop.part.now.findChildren(ElidedLink)[0].click()
    assert "Lägg filen bengtsfors.bilagor bredvid registret" in issued.status.said.text()
    assert told(issued).startswith("Inget saknas.")


def test_a_withdrawn_handling_is_folded_away(
    issued: DocumentWindow, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    qtbot.mouseClick(issued.loop.part.links.link("Makulera"), Qt.MouseButton.LeftButton)
    assert states(workspace, agreement_id) == [("2026-0001", "makulerat")]
    assert issued.loop.part.now.isHidden()
    assert issued.loop.part.earlier.isVisible()
    assert paper_of(workspace.reading(), papers_about(workspace.reading(), "agreements", agreement_id)[0].id)
