"""A system from its plan until it is in operation: the steps of `inforande.feature`."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.problems import InvalidRecordError
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.implementation.gate_sheets import OperationSheet
from itadmin.ui.panels.implementation.checklist import ChecklistPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("inforande.feature")

PLANS = "implementations"


def plan_of(house: Any) -> Any:
    reading = house.workspace.reading()
    (key,) = reading.keys(PLANS)
    return reading.one(PLANS, key).record


def system_of(house: Any) -> Any:
    reading = house.workspace.reading()
    return reading.one("systems", reading.named("systems", "Kvarnen")).record


def checklist(house: Any) -> ChecklistPanel:
    found: list[ChecklistPanel] = house.window.frame.findChildren(ChecklistPanel)
    return next(panel for panel in found if panel.isVisible())


def sheet_shown() -> AskSheet:
    return next(item for item in QApplication.topLevelWidgets() if isinstance(item, AskSheet) and item.isVisible())


@given(parsers.parse('ett register där "{name}" är under införande'))
def register(register_path: Path, around: Surroundings, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    workspace.records.add("systems", {"name": name, "lifecycle": "inforande"})
    workspace.close()


@given("att systemets sida är öppen i fönstret")
def open_page(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    house.bench.session.guide.open_record("systems", system_of(house).id)
    hands.rest()


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@then(parsers.parse('visas planen "{title}" med {number:d} aktiviteter'))
def plan_is_shown(house: Any, title: str, number: int) -> None:
    page = house.bench.page
    assert page.record.record_id == plan_of(house).id
    assert plan_of(house).title == title
    assert house.workspace.reading().count("implementation_activities") == number


@when(parsers.parse('jag skriver dagen "{day}"'))
def write_day(hands: Any, day: str) -> None:
    sheet = sheet_shown()
    sheet.lines[0].setFocus()
    sheet.lines[0].selectAll()
    hands.write(day)


@then(parsers.parse('är driftstarten "{day}"'))
def go_live_is(house: Any, day: str) -> None:
    assert str(plan_of(house).go_live_on) == day


@when("någon försöker sätta systemet i drift", target_fixture="refused")
def try_to_start(house: Any) -> str:
    with pytest.raises(InvalidRecordError) as refused:
        house.workspace.records.save("systems", system_of(house).id, {"lifecycle": "i_drift"})
    return str(refused.value)


@then(parsers.parse("sägs det att ”{title}” inte är driftgodkänd"))
def is_refused(refused: str, title: str) -> None:
    assert refused.startswith(f"Systemet kan inte sättas i drift förrän ”{title}” är driftgodkänd.")


@then("står jag på den första punkten som är kvar")
def stands_on_first(house: Any) -> None:
    panel = checklist(house)
    assert panel.asked_for.isVisible()
    assert panel.table.currentIndex().row() == 0


def stand_in(house: Any, table: QWidget) -> None:
    """Let a table of the window have the keyboard."""
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    table.setFocus()


@when("jag svarar K på alla punkter utom den sista")
def answer_all(house: Any, hands: Any) -> None:
    table = checklist(house).table
    stand_in(house, table)
    for _row in range(checklist(house).model.rowCount() - 1):
        row = table.currentIndex().row()
        hands.key(Qt.Key.Key_K)
        if checklist(house).model.standings[row].is_left:
            sheet_shown().lines[0].setFocus()
            hands.write("Protokoll 7.")
            stand_in(house, table)
    assert table.currentIndex().row() == checklist(house).model.rowCount() - 1


@when(parsers.parse('jag avstår från den sista med skälet "{reason}"'))
def waive(hands: Any, reason: str) -> None:
    hands.key(Qt.Key.Key_A)
    sheet_shown().lines[0].setFocus()
    hands.write(reason)


@when("jag godkänner")
def confirm(hands: Any) -> None:
    sheet = sheet_shown()
    QTest.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    hands.rest()
    assert not [item for item in QApplication.topLevelWidgets() if isinstance(item, QDialog) and item.isVisible()]


@when("jag bekräftar att systemet är i drift före planerad dag")
def confirm_early(hands: Any) -> None:
    sheet = sheet_shown()
    assert isinstance(sheet, OperationSheet)
    assert "Planens driftstart var den 1 februari 2027 och ändras till den 22 november 2026." in sheet.remarks.text()
    assert not sheet.act.isEnabled()
    sheet.sure.click()
    confirm(hands)


@then("är systemet i drift sedan i dag")
def is_running(house: Any) -> None:
    assert (system_of(house).lifecycle, system_of(house).in_operation_since) == ("i_drift", "2026-11-22")
    assert str(plan_of(house).go_live_on) == "2026-11-22"
    assert (plan_of(house).status, plan_of(house).approved_by) == ("godkand", "Systemägare")


@then(parsers.parse('historiken har skälet "{reason}"'))
def history_has(house: Any, reason: str) -> None:
    key: UUID = plan_of(house).id
    assert any(reason in str(entry.change.after) for entry in house.workspace.reading().history(key))


@then("är systemet under införande")
def is_coming(house: Any) -> None:
    assert system_of(house).lifecycle == "inforande"
