"""What the page of a system tells of training in it."""

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
from itadmin.ui.panels.training.of_system import TrainingPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.training.adopt_sheet import AdoptSheet
from itadmin.ui.training.making_choices import OTHER_PLAN
from itadmin.ui.training.making_dialog import MakingDialog


@pytest.fixture
def page(page_of: Callable[[str], RecordPage]) -> RecordPage:
    return page_of("systems")


def panel_of(page: RecordPage, system: UUID) -> TrainingPanel:
    page.show_record(system)
    QApplication.processEvents()
    found = page.findChild(TrainingPanel)
    assert found is not None
    return found


def buttons(panel: TrainingPanel) -> list[str]:
    return [each.text() for each in panel.block.findChildren(QAbstractButton) if not each.isHidden() and each.text()]


def words(panel: TrainingPanel) -> list[str]:
    return [each.text() for each in panel.table.findChildren(QLabel) if not each.isHidden()]


def adopt_on(workspace: Workspace, plan_id: UUID, day: date) -> None:
    adoption = Adoption(day, function="Socialchef")
    workspace.records.apply(adopt(workspace.reading(), workspace.records, plan_id, adoption))


def test_where_none_is_needed_nothing_is_missing(page: RecordPage, system_id: UUID, session: Session) -> None:
    panel = panel_of(page, system_id)
    assert panel.block.told.text() == (
        "Systemets kategori är inte angiven, så det går inte att säga om en plan behövs."
    )
    session.workspace.records.save("systems", system_id, {"category": "stodsystem"})
    panel = panel_of(page, system_id)
    assert panel.block.chip.isHidden()
    assert panel.block.told.text() == ("Systemet har ingen utbildningsplan. En plan krävs bara för verksamhetssystem.")
    assert "Ny plan från mall…" in buttons(panel)


def test_a_system_without_a_plan_says_so_and_offers_one(
    page: RecordPage, system_id: UUID, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.records.save("systems", system_id, {"category": "verksamhetssystem"})
    panel = panel_of(page, system_id)
    assert not panel.block.chip.isHidden()
    assert panel.block.chip.text() == "Saknas"
    assert panel.block.told.text() == "Systemet har ingen utbildningsplan."
    assert buttons(panel) == ["Ny plan från mall…", "Kopiera från…"]
    qtbot.mouseClick(panel.new, Qt.MouseButton.LeftButton)
    dialog: Any = page.findChild(MakingDialog)
    assert dialog.do_it.text() == "Gör planen"
    dialog.reject()


def test_copying_asks_for_the_plan(page: RecordPage, system_id: UUID, qtbot: QtBot) -> None:
    panel = panel_of(page, system_id)
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    dialog: Any = page.findChild(MakingDialog)
    assert dialog.like.currentData() == OTHER_PLAN
    dialog.reject()


def test_a_draft_is_told_opened_and_adopted(
    page: RecordPage, system_id: UUID, plan_id: UUID, session: Session, qtbot: QtBot
) -> None:
    panel = panel_of(page, system_id)
    assert panel.block.chip.text() == "Utkast"
    assert buttons(panel) == ["Öppna planen", "Fastställ…"]
    told = words(panel)
    assert "Utkast" in told
    assert any("slutanvändare" in each for each in told)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(panel.open, Qt.MouseButton.LeftButton)
    assert asked.args == ["training_plans", plan_id]
    qtbot.mouseClick(panel.adopt, Qt.MouseButton.LeftButton)
    sheet: Any = page.findChild(AdoptSheet)
    assert sheet is not None
    sheet.reject()


def test_an_adopted_one_tells_its_days_and_offers_a_new_version(
    page: RecordPage, system_id: UUID, plan_id: UUID, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    adopt_on(workspace, plan_id, date(2026, 9, 1))
    panel = panel_of(page, system_id)
    assert panel.block.chip.text() == "Fastställd"
    assert buttons(panel) == ["Öppna planen", "Ny version", "Vem saknar vad…"]
    with qtbot.waitSignal(session.guide.command_wanted) as wanted:
        qtbot.mouseClick(panel.lacking, Qt.MouseButton.LeftButton)
    assert wanted.args == ["who_lacks"]
    assert {"2026-09-01", "2027-09-01"} <= set(words(panel))
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert asked.args[1] != plan_id
    panel = panel_of(page, system_id)
    assert panel.block.told.text() == "En ny version är påbörjad."
    assert buttons(panel) == ["Öppna planen", "Fastställ…", "Vem saknar vad…"]


def test_a_new_main_version_of_the_system_makes_it_outdated(
    page: RecordPage, system_id: UUID, plan_id: UUID, workspace: Workspace
) -> None:
    workspace.records.save("systems", system_id, {"version": "4.2"})
    adopt_on(workspace, plan_id, date(2026, 9, 1))
    workspace.records.save("systems", system_id, {"version": "5.0"})
    panel = panel_of(page, system_id)
    assert panel.block.chip.text() == "Inaktuell"
    assert panel.block.told.text() == "Systemet har ny huvudversion 5 (planen gäller 4)."


def test_versions_that_are_replaced_are_not_told(
    page: RecordPage, system_id: UUID, plan_id: UUID, workspace: Workspace
) -> None:
    adopt_on(workspace, plan_id, date(2026, 9, 1))
    new_id, step = next_year(workspace.reading(), workspace.records, plan_id)
    workspace.records.apply(step)
    adopt_on(workspace, new_id, date(2026, 10, 1))
    panel = panel_of(page, system_id)
    links = [each.accessibleName() for each in panel.table.findChildren(QAbstractButton) if not each.isHidden()]
    assert [each for each in links if "Lifecare" in each] == ["Utbildningsplan Lifecare 2.0"]
