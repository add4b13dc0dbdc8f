"""A paper from draft to signed, as a user takes it there: the steps of `handling.feature`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.problems import KnownError
from itadmin.domain.record import row_to_plain
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.agreements import operations_agreement_draft
from itadmin.services.clock import Surroundings
from itadmin.services.papers import file_of, papers_about
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.widgets.prose import plain_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("handling.feature")

Table = Sequence[Sequence[str]]
_SIGNATORIES = [
    {"party": "systemagare", "position": "Socialchef", "authority": "Delegation 4.1"},
    {"party": "driftenhet", "position": "IT-chef", "authority": "Delegation 2.3"},
]


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """The letters that were begun: the file's name, and to whom."""
    begun: list[tuple[str, tuple[str, ...]]] = []

    def begin(path: Path, _subject: str, to: tuple[str, ...]) -> str:
        begun.append((path.name, to))
        return "Ett brev är påbörjat."

    monkeypatch.setattr("itadmin.ui.papers.desk.begin_letter", begin)
    monkeypatch.setattr("itadmin.ui.papers.desk.print_folder", lambda: tmp_path / "kopior")
    return begun


def keep(path: Path, around: Surroundings, **values: Any) -> None:
    """A driftavtal of which nothing is missing but what the keywords leave out."""
    workspace = Workspace(open_register(path, "prov"), around)
    records, reading = workspace.records, workspace.reading()
    unit = {"name": "IT-enheten Mellerud", "kind": "it_enhet", "parent": str(reading.named("organisations", "1461"))}
    contact = {"servicedesk_phone": "0530-180 00", "servicedesk_email": "servicedesk@mellerud.example"}
    owner = {"name": "Vårdförvaltningen", "kind": "forvaltning", "parent": str(reading.organisation_id)}
    system = records.add(
        "systems",
        {
            "name": "Lifecare",
            "purpose": "Stöd för vård och omsorg.",
            "operating_unit": str(records.add("organisations", {**unit, **contact})),
            "department": str(records.add("organisations", owner)),
            "user_count": 120,
            "confidentiality": "3",
            "integrity": "2",
            "availability": "3",
            "personal_data": False,
            "annual_cost": 100_000_00,
        },
    )
    reading = workspace.reading()
    agreement_id = records.add("agreements", operations_agreement_draft(reading, system, reading.day))
    agreement: Any = workspace.reading().one("agreements", agreement_id).record
    contacts = [{**row_to_plain(row), "email": "vard@bengtsfors.example"} for row in agreement.contacts]
    rest = {"modules": "HSL", "contacts": contacts, "signatories": _SIGNATORIES}
    records.save("agreements", agreement_id, {**rest, **values})
    workspace.close()


@given("ett driftavtal som bara saknar diarienummer")
def nearly_whole(register_path: Path, around: Surroundings) -> None:
    keep(register_path, around)


@given("ett driftavtal som ingenting saknas i")
def whole(register_path: Path, around: Surroundings) -> None:
    keep(register_path, around, registry_number="KS 2026/7")


def agreement_of(house: Any) -> UUID:
    key: UUID = house.workspace.reading().named("agreements", "Driftavtal Lifecare")
    return key


def newest(house: Any) -> IssuedPaper:
    return papers_about(house.workspace.reading(), "agreements", agreement_of(house))[0]


def told(house: Any) -> str:
    message = house.papers[0].head.notice.shown()
    return plain_text(message.prose) if message else ""


@given("att dess dokument är öppet")
def open_it(house: Any, hands: Any, register_path: Path, letters: list[Any]) -> None:
    house.start(register_path)
    house.bench.session.guide.open_paper("operations_agreement", agreement_of(house))
    paper: DocumentWindow = house.papers[0]
    with house.qtbot.waitActive(paper):
        paper.activateWindow()
    house.qtbot.waitUntil(lambda: paper.pages.page_count() > 0)
    hands.rest()
    assert letters == []


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when(parsers.parse('jag skriver "{text}"'))
def write(hands: Any, text: str) -> None:
    hands.write(text)


@when(parsers.parse('jag skapar handlingen som "{name}"'))
def make(hands: Any, house: Any, save_as: Callable[[Path], None], tmp_path: Path, name: str) -> None:
    save_as(tmp_path / name)
    hands.press("Skapa PDF")
    house.qtbot.waitUntil((tmp_path / name).exists)
    hands.rest()


@when(parsers.parse('jag släpper en påskriven "{name}" på fönstret'))
def drop(house: Any, hands: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "scan0001.pdf"
    path.write_bytes((tmp_path / name).read_bytes() + b"\n% inscannad\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(QPoint(9, 9), *how), QDropEvent(QPointF(9, 9), *how)):
        QApplication.sendEvent(house.papers[0], event)
    hands.rest()


@when("jag trycker Ctrl+Z i fönstret")
def undo(house: Any, hands: Any) -> None:
    paper: DocumentWindow = house.papers[0]
    with house.qtbot.waitActive(paper):
        paper.activateWindow()
    paper.pages.setFocus()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@then(parsers.parse('står det i dokumentet "{words}"'))
def is_told(house: Any, words: str) -> None:
    house.qtbot.waitUntil(lambda: told(house).startswith(words))


@then(parsers.parse('står "{words}" på varje sida i "{name}"'))
def is_on_every_page(tmp_path: Path, words: str, name: str) -> None:
    pages = PdfReader(tmp_path / name).pages
    assert len(pages) > 5
    assert all(words in page.extract_text().replace("\u00a0", " ") for page in pages)


@then(parsers.parse('har handlingen läget "{status}"'))
def stands(house: Any, status: str) -> None:
    assert newest(house).status == status


@then(parsers.parse('handlingen har läget "{status}"'))
def stands_too(house: Any, status: str) -> None:
    assert newest(house).status == status


@then(parsers.parse('avtalet har läget "{status}"'))
def agreement_stands(house: Any, status: str) -> None:
    record: Any = house.workspace.reading().one("agreements", agreement_of(house)).record
    assert record.status == status


@then(parsers.parse('ett brev till "{address}" är påbörjat med filen'))
def letter_is_begun(letters: list[tuple[str, tuple[str, ...]]], address: str) -> None:
    ((name, to),) = letters
    assert name.startswith("2026-0001_")
    assert to == (address,)


@then("handlingen går inte att ändra")
def is_locked(house: Any) -> None:
    with pytest.raises(KnownError, match="kan inte ändras"):
        house.workspace.records.save("papers", newest(house).id, {"title": "Annat"})


@then("visas handlingen som den skapades")
def is_shown(house: Any, tmp_path: Path) -> None:
    assert told(house).startswith("Handling 2026-0001 som den skapades")
    stored = file_of(house.workspace.attachments, newest(house)).content
    assert stored == (tmp_path / "avtal.pdf").read_bytes()


@then(parsers.parse('sägs det att "{words}"'))
def is_said(house: Any, words: str) -> None:
    assert words in house.papers[0].status.said.text()


@then("är handlingarna")
def are(house: Any, datatable: Table) -> None:
    papers = papers_about(house.workspace.reading(), "agreements", agreement_of(house))
    assert [[paper.number, str(paper.version), paper.status] for paper in papers] == [list(row) for row in datatable]
