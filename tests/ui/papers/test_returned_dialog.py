"""What has come back is told by its file; what is wrong or strange about it is said before anything is written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import paper_of, withdraw
from itadmin.services.workspace import Workspace
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.session import Session

Make = Callable[..., IssuedPaper]
Show = Callable[..., ReturnedDialog]
PdfOf = Callable[..., bytes]


@pytest.fixture
def show(session: Session, host: QWidget, qtbot: QtBot) -> Iterator[Show]:
    def make(first: IssuedPaper | None = None, other: str = "") -> ReturnedDialog:
        dialog = ReturnedDialog(session, host, first, other)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in host.findChildren(ReturnedDialog):
        dialog.close()


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def number(dialog: ReturnedDialog) -> str:
    return dialog.paper.number if dialog.paper else ""


def test_the_one_that_is_out_is_proposed_with_those_who_sign(show: Show, make_paper: Make) -> None:
    make_paper()
    dialog = show()
    assert number(dialog) == "2026-0001"
    assert dialog.fields.signatories.rows() == [{"title": "IT-chef", "party": "Melleruds kommun", "name": ""}]
    assert dialog.fields.day.text() == "2026-11-22"
    assert dialog.fields.signing.currentText() == "På papper"
    assert not dialog.other.isVisible()


def test_of_several_the_file_tells_which(
    show: Show, make_paper: Make, pdf_of: PdfOf, file_of: Callable[[str, bytes], Path]
) -> None:
    make_paper()
    make_paper("notice_letter")
    dialog = show()
    assert number(dialog) == ""
    dialog.carry_out()
    assert dialog.fields.told() == ("", "Välj filen med det påskrivna, eller släpp den här.")
    dialog.take_file(file_of("bild.png", b"\x89PNG\r\n\x1a\n..."))
    dialog.carry_out()
    assert dialog.fields.told() == ("", "Välj vilken handling filen är.")
    dialog.take_file(file_of("scan.pdf", pdf_of("2026-0002")))
    assert (number(dialog), dialog.fields.told()) == ("2026-0002", ("", ""))
    dialog.take_file(file_of("2026-0001 påskriven.png", b"\x89PNG\r\n\x1a\n..."))
    assert (number(dialog), dialog.fields.told()) == ("2026-0001", ("", ""))


def test_a_file_that_is_another_handling_is_believed_and_told(
    show: Show, make_paper: Make, pdf_of: PdfOf, file_of: Callable[[str, bytes], Path]
) -> None:
    first = make_paper()
    make_paper("notice_letter")
    dialog = show(first)
    dialog.take_file(file_of("scan.pdf", pdf_of("2026-0002")))
    assert number(dialog) == "2026-0002"
    assert dialog.fields.told()[0] == "Filen är handling 2026-0002, inte 2026-0001."
    dialog.fields.paper.setCurrentIndex(1)
    assert number(dialog) == "2026-0001"
    assert dialog.fields.told()[0] == "Filen ser ut att vara handling 2026-0002, inte 2026-0001."


def test_a_handling_of_the_same_number_from_another_register_is_noticed(
    show: Show, make_paper: Make, pdf_of: PdfOf, file_of: Callable[[str, bytes], Path]
) -> None:
    make_paper()
    dialog = show()
    other = " ".join(f"överenskommelse{each}" for each in range(60))
    dialog.take_file(file_of("scan.pdf", pdf_of("2026-0001", other)))
    assert dialog.fields.told()[0] == "Texten i filen liknar inte handlingens. Kontrollera att filen hör till just den."


def test_a_number_that_is_not_here_is_told(
    show: Show, make_paper: Make, pdf_of: PdfOf, file_of: Callable[[str, bytes], Path]
) -> None:
    make_paper()
    dialog = show()
    dialog.take_file(file_of("scan.pdf", pdf_of("2026-0099")))
    assert dialog.fields.told()[0].startswith("I filen står Handling 2026-0099, som inte finns i registret.")


@pytest.mark.parametrize(
    "content",
    [b"%PDF-", b"%PDF-1.7\n" + b"\x00\xff" * 400, b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<<>>"],
)
def test_a_pdf_that_cannot_be_read_is_taken_as_it_is(
    show: Show, make_paper: Make, file_of: Callable[[str, bytes], Path], content: bytes, workspace: Workspace
) -> None:
    paper = make_paper()
    dialog = show()
    dialog.take_file(file_of("trasig.pdf", content))
    assert dialog.fields.told() == ("", "")
    dialog.carry_out()
    assert paper_of(workspace.reading(), paper.id).status == "paskrivet"


def test_what_cannot_be_a_signed_copy_is_refused(
    show: Show, make_paper: Make, file_of: Callable[[str, bytes], Path], tmp_path: Path, workspace: Workspace
) -> None:
    paper = make_paper()
    dialog = show()
    huge = tmp_path / "stor.pdf"
    with huge.open("wb") as stream:
        stream.write(b"%PDF-1.4")
        stream.truncate(30 * 1024 * 1024)
    for path, sentence in (
        (file_of("brev.docx", b"PK\x03\x04"), "varken PDF eller bild"),
        (file_of("tom.pdf", b""), "är tom"),
        (huge, "Skanna med lägre upplösning"),
        (tmp_path / "borta.pdf", "går inte att läsa"),
        (tmp_path, "är ingen fil"),
    ):
        dialog.take_file(path)
        assert sentence in dialog.fields.told()[1]
        dialog.carry_out()
        assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("i övermorgon", "läsa som en dag"), ("2026-11-23", "Dagen ligger i framtiden."), ("", "läsa som en dag")],
)
def test_a_day_that_is_wrong_is_told(
    show: Show, make_paper: Make, file_of: Callable[[str, bytes], Path], day: str, sentence: str, workspace: Workspace
) -> None:
    paper = make_paper()
    dialog = show()
    dialog.take_file(file_of("scan.pdf", b"%PDF-1.4"))
    dialog.fields.day.setText(day)
    dialog.carry_out()
    assert sentence in dialog.fields.told()[1]
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"


def test_who_has_signed_is_written_with_the_mouse_and_the_keys(
    show: Show,
    make_paper: Make,
    file_of: Callable[[str, bytes], Path],
    workspace: Workspace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paper = make_paper()
    dialog = show()
    chosen = file_of("scan.pdf", b"%PDF-1.4")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    qtbot.mouseClick(dialog.fields.choose, Qt.MouseButton.LeftButton)
    rows = dialog.fields.signatories
    qtbot.keyClicks(rows.line(0, "name"), "Åsa Öberg")
    qtbot.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(rows.line(1, "title"), "Socialchef")
    qtbot.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(rows.line(1, "title"), Qt.Key.Key_Return)
    found = paper_of(workspace.reading(), paper.id)
    assert [(row.title, row.party, row.name) for row in found.signatories] == [
        ("IT-chef", "Melleruds kommun", "Åsa Öberg"),
        ("Socialchef", "", ""),
    ]
    assert {str(row.signed_on) for row in found.signatories} == {"2026-11-22"}


def test_a_file_may_be_dropped_on_the_dialog_or_only_attached(
    show: Show, make_paper: Make, file_of: Callable[[str, bytes], Path], workspace: Workspace, qtbot: QtBot
) -> None:
    paper = make_paper()
    dialog = show(other="Bifoga bara filen")
    assert not dialog.other.isEnabled()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of("scan.pdf", b"%PDF-1.4")))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(dialog.rect().center(), copy, data, left, none)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(dialog.rect().center()), copy, data, left, none))
    with qtbot.waitSignal(dialog.set_aside) as wanted:
        qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert wanted.args is not None
    assert wanted.args[0].name == "scan.pdf"
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"


def test_a_store_that_is_away_is_told_when_it_is_registered(
    show: Show, make_paper: Make, file_of: Callable[[str, bytes], Path], workspace: Workspace
) -> None:
    paper = make_paper()
    workspace.attachments.path.unlink()
    workspace.attachments.path.mkdir()
    dialog = show()
    assert dialog.fields.signatories.rows() == []
    dialog.take_file(file_of("scan.pdf", b"%PDF-1.4"))
    dialog.carry_out()
    assert "ingen bilagefil" in dialog.fields.told()[1]
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"


def test_there_must_be_something_out(show: Show, make_paper: Make, workspace: Workspace) -> None:
    withdraw(workspace, make_paper().id)
    with pytest.raises(KnownError, match="Ingen handling väntar på underskrift"):
        show()
