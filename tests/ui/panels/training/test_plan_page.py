"""The page of a utbildningsplan: what it is worth, its table, its versions, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.services.training.copying import next_year
from itadmin.services.training.versions import Adoption, adopt
from itadmin.services.workspace import Workspace
from itadmin.ui.panels import special_of
from itadmin.ui.panels.training.deeds import PlanDeedsPanel
from itadmin.ui.panels.training.table import PlanTablePanel
from itadmin.ui.panels.training.versions import PlanVersionsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.training.adopt_sheet import AdoptSheet
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.training.plan_window import PlanWindow
from itadmin.ui.widgets.chip import Chip

Page = Callable[[str], RecordPage]


@pytest.fixture
def page(page_of: Page, plan_id: UUID) -> RecordPage:
    page = page_of("training_plans")
    page.show_record(plan_id)
    QApplication.processEvents()
    return page


def part(page: RecordPage, kind: type[Any]) -> Any:
    found = page.findChild(kind)
    assert found is not None
    return found


def adopt_on(workspace: Workspace, plan_id: UUID, day: date) -> None:
    adoption = Adoption(day, function="Socialchef")
    workspace.records.apply(adopt(workspace.reading(), workspace.records, plan_id, adoption))


def show_again(page: RecordPage, plan_id: UUID) -> None:
    page.show_record(plan_id)
    QApplication.processEvents()


def buttons(panel: PlanDeedsPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.text()]


def test_a_draft_tells_what_it_is_and_what_can_be_done(page: RecordPage) -> None:
    panel = part(page, PlanDeedsPanel)
    assert panel.block.chip.text() == "Utkast"
    assert panel.block.told.text() == "Planen är inte fastställd."
    assert buttons(panel) == ["Fastställ…", "Kopiera till andra system…", "Utbildningsplan som PDF…"]


def test_one_that_is_outdated_tells_why(page: RecordPage, plan_id: UUID, workspace: Workspace) -> None:
    adopt_on(workspace, plan_id, date(2025, 9, 1))
    show_again(page, plan_id)
    panel = part(page, PlanDeedsPanel)
    assert panel.block.chip.text() == "Inaktuell"
    assert panel.block.told.text().startswith("Fastställd för mer än 12 månader sedan")
    told = ["Ny version", "Kopiera till andra system…", "Utbildningsplan som PDF…", "Vem saknar vad…"]
    assert buttons(panel) == told
    heads = [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]
    assert heads[0] == "Inaktuell"


def test_it_is_adopted_from_its_page(
    page: RecordPage, plan_id: UUID, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(part(page, PlanDeedsPanel).adopt, Qt.MouseButton.LeftButton)
    sheet = part(page, AdoptSheet)
    sheet.editors["registry_number"].show_plain("KS 2026/12")
    with qtbot.waitSignal(session.guide.said) as said:
        qtbot.mouseClick(sheet._save, Qt.MouseButton.LeftButton)
    assert said.args == ["Fastställde Utbildningsplan Lifecare.", True]
    plan: Any = workspace.reading().one("training_plans", plan_id).record
    assert (plan.status, plan.adopted_on, plan.registry_number) == ("faststalld", date(2026, 11, 22), "KS 2026/12")
    assert plan.revise_by == date(2027, 11, 22)
    workspace.undo.undo()
    plan = workspace.reading().one("training_plans", plan_id).record
    assert plan.status == "utkast"


def test_a_day_to_come_is_refused_at_the_sheet(page: RecordPage, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(page, PlanDeedsPanel).adopt, Qt.MouseButton.LeftButton)
    sheet = part(page, AdoptSheet)
    sheet.editors["adopted_on"].show_plain("2027-01-01")
    qtbot.mouseClick(sheet._save, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert workspace.reading().count("training_plans") == 1


def test_the_next_version_is_begun_and_opened(
    page: RecordPage, plan_id: UUID, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    adopt_on(workspace, plan_id, date(2026, 9, 1))
    show_again(page, plan_id)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(part(page, PlanDeedsPanel).next, Qt.MouseButton.LeftButton)
    new: Any = workspace.reading().one("training_plans", asked.args[1]).record
    assert new.replaces == plan_id
    show_again(page, plan_id)
    assert "Ny version" not in buttons(part(page, PlanDeedsPanel))


def test_versions_are_told_newest_first(page: RecordPage, plan_id: UUID, workspace: Workspace) -> None:
    assert not part(page, PlanVersionsPanel).isVisible()
    adopt_on(workspace, plan_id, date(2026, 9, 1))
    new_id, step = next_year(workspace.reading(), workspace.records, plan_id)
    workspace.records.apply(step)
    show_again(page, plan_id)
    panel = part(page, PlanVersionsPanel)
    assert panel.isVisible()
    links = [each.accessibleName() for each in panel.findChildren(QAbstractButton) if each.isVisible()]
    assert links == ["Version 2.0, utkast"]
    show_again(page, new_id)
    links = [each.accessibleName() for each in panel.findChildren(QAbstractButton) if each.isVisible()]
    assert links == ["Version 1.0, fastställd"]


def test_the_table_is_read_on_the_page_and_opened_by_click_and_enter(
    page: RecordPage, session: Session, qtbot: QtBot
) -> None:
    panel = part(page, PlanTablePanel)
    assert panel.model.rowCount() > 2
    table = panel.table
    assert table.height() >= table.whole_height(100)
    index = panel.model.index(1, 4)
    with qtbot.waitSignal(session.guide.command_wanted) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert asked.args == ["plan_grid"]
    with qtbot.waitSignal(session.guide.command_wanted) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["plan_grid"]


def test_on_a_narrow_page_words_give_way_to_those_who_must_know(page: RecordPage) -> None:
    table, model = part(page, PlanTablePanel).table, part(page, PlanTablePanel).model
    audiences = [column for column in range(model.columnCount()) if model.audience_at(column)]
    words = [column for column in range(model.columnCount()) if column not in audiences]
    table.setFixedWidth(1400)
    QApplication.processEvents()
    assert not any(table.isColumnHidden(column) for column in words)
    table.setFixedWidth(500)
    QApplication.processEvents()
    assert [model.key_at(column) for column in words if not table.isColumnHidden(column)] == ["title"]
    last = table.visualRect(model.index(1, audiences[-1]))
    assert 0 < last.right() < table.viewport().width()
    table.setFixedWidth(1400)
    QApplication.processEvents()
    assert not any(table.isColumnHidden(column) for column in words)


@pytest.mark.usefixtures("qtbot")
def test_the_command_opens_the_window(session: Session, plan_id: UUID) -> None:
    window = special_of("training_plans").windows["plan_grid"](session, plan_id)
    assert isinstance(window, PlanWindow)
    window.close()


def test_it_is_copied_from_its_page(page: RecordPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(part(page, PlanDeedsPanel).copy, Qt.MouseButton.LeftButton)
    dialog = part(page, MakingDialog)
    assert dialog.plan.plain()
    dialog.reject()


def test_its_paper_is_asked_for(page: RecordPage, plan_id: UUID, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.guide.paper_wanted) as asked:
        qtbot.mouseClick(part(page, PlanDeedsPanel).paper, Qt.MouseButton.LeftButton)
    assert asked.args == ["training_plan", plan_id]


def test_what_is_in_the_bin_has_no_deeds(page: RecordPage, plan_id: UUID, workspace: Workspace) -> None:
    workspace.records.delete("training_plans", [plan_id])
    show_again(page, plan_id)
    assert not part(page, PlanDeedsPanel).isVisible()
    assert not part(page, PlanTablePanel).isVisible()


def test_a_handling_that_is_not_signed_yet_is_told_before_it_is_adopted(
    page: RecordPage, plan_id: UUID, workspace: Workspace, qtbot: QtBot
) -> None:
    about = {"about_register": "training_plans", "about": str(plan_id), "status": "for_underskrift"}
    workspace.records.add("papers", {"number": "2026-0004", **about})
    qtbot.mouseClick(part(page, PlanDeedsPanel).adopt, Qt.MouseButton.LeftButton)
    told = {label.text() for label in part(page, AdoptSheet).findChildren(QLabel)}
    assert "2026-0004. Planen blir fastställd ändå, med det som fylls i här." in told
