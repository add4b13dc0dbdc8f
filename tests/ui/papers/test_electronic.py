"""A handling that is signed electronically: with a certificate file here, or by somebody else and brought back."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import Scan, file_of, paper_of, signed_file_of
from itadmin.services.signatures import is_same_paper, sign
from itadmin.services.workspace import Workspace
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.session import Session
from itadmin.ui.signing.dialog import SigningDialog

Make = Callable[..., IssuedPaper]
AT = datetime(2026, 11, 20, 13, 5, tzinfo=UTC)


@pytest.fixture
def desk(session: Session, host: QWidget) -> Iterator[PaperDesk]:
    yield PaperDesk(session, host)
    for dialog in host.findChildren(ReturnedDialog):
        dialog.close()


def returned(host: QWidget) -> ReturnedDialog:
    dialog = host.findChild(ReturnedDialog)
    assert dialog is not None
    return dialog


def test_its_signers_and_day_are_proposed(
    session: Session, host: QWidget, make_paper: Make, workspace: Workspace, certificate: Path
) -> None:
    paper = make_paper()
    ours = file_of(workspace.attachments, paper).content
    dialog = ReturnedDialog(session, host)
    dialog.take_scan(Scan("skrivet.pdf", sign(ours, certificate.read_bytes(), "", at=AT)))
    assert dialog.fields.day.text() == "2026-11-20"
    assert dialog.fields.signing_code() == "e_enkel"
    assert "utfärdat själv" in dialog.signatures.lines[0].told.text()
    assert dialog.fields.signatories.rows() == [{"title": "IT-chef", "party": "Melleruds kommun", "name": "Åsa Öberg"}]
    assert [line.chip.text() for line in dialog.signatures.lines] == ["Hel"]
    assert dialog.fields.told() == ("", "")
    dialog.carry_out()
    found = paper_of(workspace.reading(), paper.id)
    assert (found.status, found.signing, found.signed_on) == ("paskrivet", "e_enkel", date(2026, 11, 20))
    assert is_same_paper(signed_file_of(workspace.attachments, found).content, ours)


def test_another_paper_that_is_signed_is_noticed(
    session: Session, host: QWidget, make_paper: Make, certificate: Path, pdf_of: Callable[..., bytes]
) -> None:
    make_paper()
    signed = sign(pdf_of("2026-0001", "Något kort."), certificate.read_bytes(), "", at=AT)
    dialog = ReturnedDialog(session, host)
    dialog.take_scan(Scan("skrivet.pdf", signed))
    assert dialog.fields.told()[0].startswith("Sidorna i den underskrivna filen kan inte kännas igen")
    dialog.close()


def test_a_signature_that_is_damaged_is_told_and_nothing_typed_is_lost(
    session: Session, host: QWidget, make_paper: Make, workspace: Workspace, certificate: Path
) -> None:
    ours = file_of(workspace.attachments, make_paper()).content
    signed = sign(ours, certificate.read_bytes(), "", at=AT)
    dialog = ReturnedDialog(session, host)
    dialog.fields.signatories.line(0, "name").setText("Bo Ek")
    dialog.take_scan(Scan("skannat.png", b"\x89PNG\r\n\x1a\n"))
    assert dialog.fields.signatories.rows()[0]["name"] == "Bo Ek"
    dialog.take_scan(Scan("skrivet.pdf", signed.replace(b"/Contents <30", b"/Contents <31", 1)))
    texts = [line.chip.text() for line in dialog.signatures.lines]
    assert texts != ["Hel"]
    assert texts or dialog.fields.told()[0]
    dialog.close()


def test_it_can_be_signed_here_and_registered_or_passed_on(
    desk: PaperDesk,
    host: QWidget,
    make_paper: Make,
    workspace: Workspace,
    certificate: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    paper = make_paper()
    desk.sign(paper)
    signing = host.findChild(SigningDialog)
    assert signing is not None
    signing.set_file(certificate)
    qtbot.mouseClick(signing.act, Qt.MouseButton.LeftButton)
    dialog = returned(host)
    assert dialog.fields.signatories.rows()[0]["name"] == "Åsa Öberg"
    target = tmp_path / "vidare.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    assert dialog.other.text() == "Spara för fler underskrifter…"
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert is_same_paper(target.read_bytes(), file_of(workspace.attachments, paper).content)
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"


TWO = b'{"signatories": [{"title": "Socialchef", "party": "Bengtsfors kommun"}, {"title": "IT-chef", "party": "X"}]}'


def test_one_of_two_is_passed_on_first_and_registered_only_when_asked_twice(
    session: Session, host: QWidget, make_paper: Make, workspace: Workspace, certificate: Path
) -> None:
    paper = make_paper(values=TWO)
    dialog = ReturnedDialog(session, host, paper, "Spara för fler underskrifter…")
    ours = file_of(workspace.attachments, paper).content
    dialog.take_scan(Scan("a.pdf", sign(ours, certificate.read_bytes(), "", at=AT)))
    assert dialog.fields.told()[0] == ("1 av 2 har skrivit under. Vänta med att registrera tills alla har gjort det.")
    assert (dialog.other.isDefault(), dialog.act.isDefault()) == (True, False)
    dialog.act.click()
    assert dialog.act.text() == "Registrera ändå"
    assert paper_of(workspace.reading(), paper.id).status == "for_underskrift"
    dialog.act.click()
    assert paper_of(workspace.reading(), paper.id).status == "paskrivet"


@pytest.mark.parametrize("name", ["skannat.png", "skannat.pdf"])
def test_who_has_signed_on_paper_is_for_the_user_to_say(
    session: Session, host: QWidget, make_paper: Make, workspace: Workspace, name: str
) -> None:
    paper = make_paper(values=TWO)
    content = b"\x89PNG\r\n\x1a\n" if name.endswith("png") else file_of(workspace.attachments, paper).content
    dialog = ReturnedDialog(session, host, paper)
    dialog.take_scan(Scan(name, content))
    assert dialog.act.isDefault()
    dialog.carry_out()
    assert paper_of(workspace.reading(), paper.id).status == "paskrivet"
