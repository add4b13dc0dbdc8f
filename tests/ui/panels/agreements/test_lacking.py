"""What the paper of an agreement lacks is told on its page and leads to where it is filled in."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.lacking import LackingPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

TODAY = date(2026, 11, 22)


def test_what_the_paper_lacks_is_told_with_its_place_and_leads_there(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    qtbot: QtBot,
    seen: Callable[[QWidget], list[str]],
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: panel.missing_count() > 0)
    qtbot.waitUntil(lambda: "Diarienummer" in seen(panel))
    assert "Framsida" in seen(panel)
    assert any(text.startswith("avsnitt ") for text in seen(panel))
    assert f"{panel.missing_count()} saknas" in seen(panel.parentWidget())
    fill = next(item for item in panel.findChildren(QAbstractButton) if item.accessibleName() == "Fyll i diarienummer")
    with qtbot.waitSignal(session.guide.field_wanted) as asked:
        QTest.keyClick(fill, Qt.Key.Key_Space)
    assert asked.args == ["agreements", agreement, "registry_number"]


def test_what_is_filled_in_is_not_missed_any_more(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    qtbot: QtBot,
    seen: Callable[[QWidget], list[str]],
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: "Diarienummer" in seen(panel))
    before = panel.missing_count()
    workspace.records.save("agreements", agreement, {"registry_number": "KS 2026/7"})
    qtbot.waitUntil(lambda: "Diarienummer" not in seen(panel))
    assert panel.missing_count() == before - 1


@pytest.mark.parametrize(("status", "told"), [("gallande", True), ("uppsagt", True), ("invantar_underskrift", False)])
def test_of_what_is_signed_it_is_told_that_it_stays_as_it_is(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    qtbot: QtBot,
    seen: Callable[[QWidget], list[str]],
    status: str,
    told: bool,
) -> None:
    workspace.records.save("agreements", agreement, {"status": status, "signed_on": "2026-11-20"})
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: bool(seen(panel)))
    assert any(text.startswith("Påskrivet 2026-11-20.") for text in seen(panel)) is told
    qtbot.waitUntil(lambda: (panel.missing_count() == 0) is told)


@pytest.mark.parametrize("kind", ["supportavtal", "gemensamt_personuppgiftsansvar"])
def test_other_agreements_have_no_paper_to_lack_anything(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    kind: str,
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement, {"kind": kind})
    page = page_of("agreements")
    page.show_record(agreement)
    QApplication.processEvents()
    assert not page.findChild(LackingPanel).isVisible()
    assert not any(item.text() == "Skapa dokument…" for item in page.findChildren(QAbstractButton) if item.isVisible())
    with qtbot.waitSignal(session.guide.said) as said:
        page.make_paper()
    assert said.args[0] == "Det finns inget dokument för den här sortens post."


def test_changing_the_kind_shows_and_hides_what_belongs_to_a_paper(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(panel.isVisible)
    workspace.records.save("agreements", agreement, {"kind": "licensavtal"})
    assert not panel.isVisible()
    workspace.undo.undo()
    qtbot.waitUntil(panel.isVisible)


def test_a_pub_avtal_gets_its_instruktion(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    seen: Callable[[QWidget], list[str]],
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement, {"kind": "pub_avtal"})
    opened: list[tuple[str, UUID]] = []
    session.guide.paper_wanted.connect(lambda *wanted: opened.append(wanted))
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(LackingPanel)
    qtbot.waitUntil(lambda: "Ändamål med behandlingen" in seen(panel))
    (button,) = [item for item in page.findChildren(QAbstractButton) if item.text() == "Skapa dokument…"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page.make_paper()
    assert opened == [("dpa_instruction", agreement)] * 2
