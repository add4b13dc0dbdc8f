"""What is done with a styrande dokument from its page: adopted, begun anew, and its versions shown."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.papers import papers_about
from itadmin.services.steering import new_version
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.steering.adopt_dialog import AdoptDialog
from itadmin.ui.panels.steering.decisions import DecisionsPanel
from itadmin.ui.panels.steering.deeds import DeedsPanel
from itadmin.ui.panels.steering.validity import ValidityPanel
from itadmin.ui.panels.steering.versions import VersionsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def page(page_of: Page) -> RecordPage:
    return page_of("steering_documents")


def part(page: RecordPage, document: UUID, kind: type[Any]) -> Any:
    page.show_record(document)
    return page.findChild(kind)


def document(workspace: Workspace, document_id: UUID) -> Any:
    return workspace.reading().one("steering_documents", document_id).record


def note_own_decision(workspace: Workspace, decided: dict[str, UUID]) -> None:
    values = {"status": "faststalld", "decided_on": "2026-11-04", "paragraph": "§ 96"}
    workspace.records.save("steering_decisions", decided["own"], values)


@pytest.fixture
def ask_to_adopt(
    page: RecordPage,
    workspace: Workspace,
    guideline: UUID,
    decided: dict[str, UUID],
    press: Press,
    sheet_of: Callable[..., Any],
) -> Callable[[], Any]:
    """Call it for the sheet that adopts the riktlinje, one's own decision on which it notes first."""

    def ask() -> Any:
        note_own_decision(workspace, decided)
        press(part(page, guideline, DeedsPanel), "Fastställ…")
        return sheet_of(page, AdoptDialog)

    return ask


def test_adopting_leads_to_ones_own_decision_that_waits(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], press: Press
) -> None:
    workspace.records.save("steering_decisions", decided["own"], {"registry_number": "KS 2026/12"})
    press(part(page, guideline, DeedsPanel), "Fastställ…")
    assert not page.findChildren(AdoptDialog)
    decisions = page.findChild(DecisionsPanel)
    assert decisions.asked_for.accessibleName().startswith("Anteckna först det egna beslutet: instans, dag")
    cell = decisions.table.currentIndex()
    assert decisions.model.read_at(cell.row()).record.id == decided["own"]
    assert decisions.model.field_at(cell.column()).label == "Beslutsdag"
    assert decisions.table.state() is ReadsTable.State.EditingState
    note_own_decision(workspace, decided)
    assert decisions.asked_for.isHidden()


def test_adopting_asks_for_ones_own_decision_where_there_is_none(
    page: RecordPage, workspace: Workspace, guideline: UUID, press: Press, sheet_of: Callable[..., Any]
) -> None:
    press(part(page, guideline, DeedsPanel), "Fastställ…")
    assert isinstance(sheet_of(page, NewRecordDialog), NewRecordDialog)
    assert not page.findChild(DecisionsPanel).asked_for.isHidden()
    assert workspace.reading().count("steering_decisions") == 0
    other = workspace.records.add("steering_documents", {"title": "Annat"})
    page.show_record(other)
    assert page.findChild(DecisionsPanel).asked_for.isHidden()


def test_what_else_is_to_be_done_first_is_said(
    page: RecordPage, workspace: Workspace, guideline: UUID, session: Session, qtbot: QtBot
) -> None:
    panel = part(page, guideline, DeedsPanel)
    workspace.records.save("steering_documents", guideline, {"status": "faststalld"})
    with qtbot.waitSignal(session.guide.said) as said:
        panel.adopt.click()
    assert said.args[0]


def test_adopting_locks_the_page_and_keeps_its_paper(
    page: RecordPage,
    workspace: Workspace,
    guideline: UUID,
    ask_to_adopt: Callable[[], Any],
    press: Press,
    seen: Seen,
) -> None:
    sheet = ask_to_adopt()
    told = " ".join(seen(sheet))
    assert "Handlingen får nummer 20" in told
    assert "-0001 och lagras med sin kontrollsumma" in told
    assert "blir skrivskyddade" in told
    assert "Andra kommuners beslut kan antecknas också efteråt." in told
    press(sheet, "Fastställ")
    assert document(workspace, guideline).status == "faststalld"
    (paper,) = papers_about(workspace.reading(), "steering_documents", guideline)
    assert paper.number.endswith("-0001")
    assert seen(page.findChild(DeedsPanel)) == ["Visa text…", "Ny version"]


def test_what_the_paper_lacks_is_listed_and_led_to(
    workspace: Workspace,
    guideline: UUID,
    ask_to_adopt: Callable[[], Any],
    session: Session,
    press: Press,
    qtbot: QtBot,
) -> None:
    workspace.records.save("steering_documents", guideline, {"responsible_function": None})
    sheet = ask_to_adopt()
    assert any(label.text().startswith("Dokumentet är inte färdigt: 1 ") for label in sheet.findChildren(QLabel))
    assert not sheet.adopt.isEnabled()
    with qtbot.waitSignal(session.guide.paper_wanted) as asked:
        press(sheet, "Visa dokumentet…")
    assert asked.args == ["steering_document", guideline]
    assert document(workspace, guideline).status == "utkast"


def test_what_is_refused_meanwhile_is_told_in_the_dialog(
    workspace: Workspace,
    guideline: UUID,
    decided: dict[str, UUID],
    ask_to_adopt: Callable[[], Any],
    press: Press,
) -> None:
    sheet = ask_to_adopt()
    workspace.records.save("steering_decisions", decided["own"], {"status": "aterremitterad"})
    press(sheet, "Fastställ")
    assert sheet.isVisible()
    assert sheet.fault.text().startswith("Anteckna först det egna beslutet")
    assert document(workspace, guideline).status == "utkast"


def test_a_document_written_elsewhere_is_adopted_without_a_paper(
    page: RecordPage,
    workspace: Workspace,
    guideline: UUID,
    ask_to_adopt: Callable[[], Any],
    press: Press,
    seen: Seen,
) -> None:
    workspace.records.save("steering_documents", guideline, {"template": None})
    sheet = ask_to_adopt()
    assert "Redigera text…" not in seen(page.findChild(DeedsPanel))
    assert any("Bifoga den beslutade filen" in words for words in seen(sheet))
    press(sheet, "Fastställ")
    assert document(workspace, guideline).status == "faststalld"
    assert workspace.reading().count("papers") == 0


def test_a_new_version_is_begun_gone_to_and_listed(
    page: RecordPage, workspace: Workspace, guideline: UUID, session: Session, press: Press, seen: Seen, qtbot: QtBot
) -> None:
    workspace.records.save("steering_documents", guideline, {"status": "faststalld"})
    panel = part(page, guideline, DeedsPanel)
    assert "Jämför versioner…" not in seen(panel)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(panel, "Ny version")
    new = asked.args[1]
    assert (document(workspace, new).version, document(workspace, new).replaces) == ("2.0", guideline)
    assert seen(panel) == ["Visa text…", "Jämför versioner…"]
    versions = part(page, new, VersionsPanel)
    assert {"Versioner", "2.0"} <= set(seen(page))
    assert [chip.text() for chip in versions.findChildren(Chip) if chip.isVisible()] == ["Utkast", "Fastställd"]
    (link,) = [link for link in versions.findChildren(ElidedLink) if link.isVisible()]
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["steering_documents", guideline]


def test_texts_and_comparison_are_opened_by_their_commands(
    page: RecordPage, workspace: Workspace, guideline: UUID, session: Session, press: Press, qtbot: QtBot
) -> None:
    workspace.records.add("steering_documents", {"title": "Riktlinje för lösenord", "replaces": str(guideline)})
    panel = part(page, guideline, DeedsPanel)
    for words, key in (("Redigera text…", "chapters"), ("Jämför versioner…", "compare_versions")):
        with qtbot.waitSignal(session.guide.command_wanted) as asked:
            press(panel, words)
        assert asked.args == [key]


def test_the_usual_time_is_proposed_and_taken(page: RecordPage, workspace: Workspace, press: Press, seen: Seen) -> None:
    values = {"title": "IT-policy", "kind": "policy", "valid_from": "2027-01-01"}
    policy = workspace.records.add("steering_documents", values)
    panel = part(page, policy, ValidityPanel)
    told = "Förslag: gäller i 5 år, 2027-01-01–2031-12-31, och revideras senast 2031-06-30."
    assert told in seen(panel)
    press(panel, "Använd förslaget")
    taken = document(workspace, policy)
    assert (taken.valid_until.isoformat(), taken.revise_by.isoformat()) == ("2031-12-31", "2031-06-30")
    assert not panel.isVisible()
    assert workspace.undo.state().undo


def test_nothing_is_proposed_where_nothing_is_usual_or_all_is_said(
    page: RecordPage, workspace: Workspace, guideline: UUID
) -> None:
    assert not part(page, guideline, ValidityPanel).isVisible()
    workspace.records.save("steering_documents", guideline, {"open_ended": None, "revise_by": None})
    assert not part(page, guideline, ValidityPanel).isVisible()
    workspace.records.save("steering_documents", guideline, {"kind": "policy"})
    assert part(page, guideline, ValidityPanel).isVisible()
    workspace.records.save("steering_documents", guideline, {"status": "inaktuell"})
    assert not part(page, guideline, ValidityPanel).isVisible()


@pytest.mark.parametrize("status", ["utkast", "faststalld"])
def test_the_paper_is_shown_from_the_page_also_when_it_is_locked(
    page: RecordPage, workspace: Workspace, guideline: UUID, session: Session, press: Press, qtbot: QtBot, status: str
) -> None:
    workspace.records.save("steering_documents", guideline, {"status": status})
    page.show_record(guideline)
    with qtbot.waitSignal(session.guide.paper_wanted) as wanted:
        press(page, "Visa dokumentet…")
    assert wanted.args == ["steering_document", guideline]


def test_the_head_tells_which_version_is_replaced(page: RecordPage, workspace: Workspace, guideline: UUID) -> None:
    second, step = new_version(workspace.reading(), workspace.records, guideline)
    workspace.records.apply(step)
    for document_id, is_told in ((guideline, False), (second, True)):
        page.show_record(document_id)
        told = [label.text() for label in page.findChildren(QLabel) if "Fastställt i" in label.text()]
        assert any("Ersätter version 1.0." in text for text in told) is is_told
