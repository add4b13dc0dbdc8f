"""The checklist on a plan's page: what the register says beside each point, and answers by key and by mouse."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.implementation import plan_of
from itadmin.services.workspace import Workspace
from itadmin.ui.implementation.gate_sheets import AnswerSheet
from itadmin.ui.panels.implementation.checklist import ChecklistPanel
from itadmin.ui.panels.implementation.checklist_model import STATE
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Role

Make = Callable[..., UUID]
Record = Callable[[str, UUID], Any]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def panel(page: RecordPage, make: Make) -> ChecklistPanel:
    page.show_record(make())
    return page.findChild(ChecklistPanel)


def stand_on(panel: ChecklistPanel, point: str) -> None:
    rows = [standing.row.point for standing in panel.model.standings]
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(rows.index(point), 0))


def answered(panel: ChecklistPanel, point: str) -> Any:
    return next(each.row for each in panel.model.standings if each.row.point == point)


def test_each_point_stands_over_what_the_register_says(panel: ChecklistPanel) -> None:
    assert panel.left.text() == "11 av 11 punkter är kvar."
    cell = panel.model.index(0, 0)
    told = cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Systemägare är utsedd: Kvar. Finns i registret: systemägare är Ekonomichef."
    assert panel.table.height() >= panel.model.rowCount() * panel.table.rowHeight(0)


@pytest.mark.parametrize(
    ("key", "state", "reason"),
    [
        (Qt.Key.Key_K, "klart", "Finns i registret: systemägare är Ekonomichef."),
        (Qt.Key.Key_R, "klart", "Finns i registret: systemägare är Ekonomichef."),
    ],
)
def test_one_key_answers(panel: ChecklistPanel, qtbot: QtBot, key: Qt.Key, state: str, reason: str) -> None:
    stand_on(panel, "systemagare")
    qtbot.keyClick(panel.table, key)
    row = answered(panel, "systemagare")
    assert (row.state, row.reason, row.noted_by) == (state, reason, "Systemansvarig")
    assert panel.left.text() == "10 av 11 punkter är kvar."
    assert panel.table.currentIndex().row() == 1
    stand_on(panel, "systemagare")
    assert "Klart: noterat 2026-11-22 Systemansvarig." in panel.detail.text()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert answered(panel, "systemagare").state == "kvar"


def test_what_the_register_does_not_know_is_not_answered_by_it(
    page: RecordPage, panel: ChecklistPanel, qtbot: QtBot, sheet_of: Callable[..., Any]
) -> None:
    stand_on(panel, "riskanalys")
    assert not panel.buttons["registret"].isEnabled()
    qtbot.keyClick(panel.table, Qt.Key.Key_R)
    assert answered(panel, "riskanalys").state == "kvar"
    qtbot.keyClick(panel.table, Qt.Key.Key_K)
    sheet: AnswerSheet = sheet_of(page, AnswerSheet)
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert sheet.fault.text().startswith("Saknas i registret: ")
    assert sheet.fault.text().endswith("Fyll i det där, eller skriv var det finns.")
    assert answered(panel, "riskanalys").state == "kvar"
    qtbot.keyClicks(sheet.why, "Protokoll 7.")
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    row = answered(panel, "riskanalys")
    assert (row.state, row.reason, row.noted_by) == ("klart", "Protokoll 7.", "Systemansvarig")
    rows = [standing.row.point for standing in panel.model.standings]
    assert panel.table.currentIndex().row() == rows.index("riskanalys") + 1


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_A, "avstatt"), (Qt.Key.Key_I, "ej_aktuellt")])
def test_a_waiver_asks_for_its_reason(
    page: RecordPage,
    panel: ChecklistPanel,
    qtbot: QtBot,
    sheet_of: Callable[..., Any],
    key: Qt.Key,
    state: str,
) -> None:
    stand_on(panel, "klassning")
    qtbot.keyClick(panel.table, key)
    sheet: AnswerSheet = sheet_of(page, AnswerSheet)
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    assert sheet.fault.text() == "Skriv skälet: Informationen är klassad."
    assert answered(panel, "klassning").state == "kvar"
    qtbot.keyClicks(sheet.why, "Senare.")
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    row = answered(panel, "klassning")
    assert (row.state, row.reason) == (state, "Senare.")


def test_all_that_the_register_knows_is_noted_in_one_step(
    page: RecordPage, panel: ChecklistPanel, workspace: Workspace, coming: UUID, press: Press
) -> None:
    (plan,) = workspace.reading().keys("implementations")
    workspace.records.save("systems", coming, {"personal_data": False})
    press(page, "Notera det som registret vet (3)")
    states = {each.row.point: each.row.state for each in panel.model.standings if not each.is_left}
    assert states == {"systemagare": "klart", "personuppgifter": "ej_aktuellt", "registerforteckning": "ej_aktuellt"}
    assert panel.note_all.isHidden()
    workspace.undo.undo()
    assert {row.state for row in plan_of(workspace.reading().one("implementations", plan)).checklist} == {"kvar"}


def test_a_point_may_be_added(panel: ChecklistPanel) -> None:
    panel.add("aterlasning")
    assert panel.model.standings[-1].row.point == "aterlasning"
    assert panel.left.text() == "12 av 12 punkter är kvar."


def test_buttons_say_which_point_they_answer(panel: ChecklistPanel) -> None:
    stand_on(panel, "klassning")
    assert panel.buttons["avstatt"].accessibleName() == "Avstå med skäl… Informationen är klassad"


def test_an_approved_plan_is_only_shown(page: RecordPage, make: Make) -> None:
    page.show_record(make(status="avslutad", checklist=[{"point": "klassning", "state": "klart"}]))
    panel = page.findChild(ChecklistPanel)
    assert panel.left.text() == "Den enda punkten är besvarad."
    assert all(button.isHidden() for button in panel.buttons.values())
    assert panel.keys.isHidden()


def test_approving_leads_to_what_is_left(page: RecordPage, panel: ChecklistPanel, press: Press) -> None:
    press(page, "Driftgodkänn…")
    assert panel.asked_for.accessibleName() == (
        "Planen kan inte godkännas än. 11 punkter i checklistan är kvar. Gör dem klara, eller avstå med skäl."
    )
    assert panel.table.currentIndex().row() == 0


def test_a_plan_of_an_earlier_day_is_not_answered(session: Session, page: RecordPage, make: Make) -> None:
    key = make()
    session.workspace.records.delete("implementations", [key])
    page.show_record(key)
    panel = page.findChild(ChecklistPanel)
    assert panel.table.isHidden()
    assert panel.add_point.isHidden()


def test_what_is_said_to_be_done_and_the_register_does_not_have_stands_out(
    page: RecordPage, make: Make, workspace: Workspace
) -> None:
    key = make()
    rows = [{"point": "riskanalys", "state": "klart", "noted_on": None, "noted_by": None, "reason": None}]
    workspace.records.save("implementations", key, {"checklist": rows})
    page.show_record(key)
    cell = page.findChild(ChecklistPanel).model.index(0, STATE)
    assert (cell.data(), cell.data(Role.CHIP)) == ("Klart, ej i registret", ChipKind.SOON)
    told = [{**rows[0], "reason": "Underlaget ligger i ärendet."}]
    workspace.records.save("implementations", key, {"checklist": told})
    assert (cell.data(), cell.data(Role.CHIP)) == ("Klart", ChipKind.IN_FORCE)
