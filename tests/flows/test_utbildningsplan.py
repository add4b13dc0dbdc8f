"""A utbildningsplan from a template until it is adopted: the steps of `utbildningsplan.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.training.adopt_sheet import AdoptSheet
from itadmin.ui.training.coverage_window import CoverageWindow
from itadmin.ui.training.plan_window import PlanWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("utbildningsplan.feature")

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NBSP = "\u00a0"


@pytest.fixture
def table(house: Any) -> PlanWindow:
    """The window on the plan, once it is open."""
    found: PlanWindow = house.bench.windows.of(PlanWindow)[0]
    return found


def demand_shown(window: PlanWindow) -> str:
    index = window.pane.model.index(1, window.pane.model.column_of("slutanvandare"))
    return window.pane.model.cell(index).text


@given(parsers.parse('ett register där "{name}" är i drift utan utbildningsplan'))
def register(register_path: Path, around: Surroundings, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    values = {"name": name, "lifecycle": "i_drift", "category": "verksamhetssystem"}
    workspace.records.add("systems", {**values, "system_owner": {"function": "Socialchef"}})
    workspace.close()


@given("att systemets sida är öppen i fönstret")
def open_page(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    system = house.workspace.reading().named("systems", "Lifecare")
    house.bench.session.guide.open_record("systems", system)
    hands.rest()


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@then(parsers.parse('visas planen "{title}" som utkast'))
def plan_is_shown(house: Any, title: str) -> None:
    page = house.bench.page
    read = house.workspace.reading().one("training_plans", page.record.record_id)
    assert read.label == title
    assert read.record.status == "utkast"


@when("jag öppnar tabellen med Ctrl+Shift+M")
def open_table(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.key(Qt.Key.Key_M, SHIFTED)
    window: PlanWindow = house.bench.windows.of(PlanWindow)[0]
    window.resize(1320, 780)
    with house.qtbot.waitActive(window):
        window.activateWindow()


@when("jag ställer mig på det första momentet för slutanvändare")
def stand(table: PlanWindow, hands: Any) -> None:
    table.pane.table.setFocus()
    while table.pane.table.current_audience() != "slutanvandare":
        hands.key(Qt.Key.Key_Right)
    assert table.pane.table.current_module() == table.pane.model.modules[0]


@when(parsers.parse("jag trycker tangenten {key}"))
def press_key(table: PlanWindow, hands: Any, key: str) -> None:
    keys = {"V": Qt.Key.Key_V, "Insert": Qt.Key.Key_Insert}
    if key == "Ctrl+Z":
        hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        hands.key(keys[key])


@then("är det första momentet frivilligt för slutanvändare")
def is_voluntary(house: Any, table: PlanWindow) -> None:
    house.qtbot.waitUntil(lambda: demand_shown(table) == "Valfritt")


@then("är det första momentet före behörighet för slutanvändare")
def is_before_access(house: Any, table: PlanWindow) -> None:
    house.qtbot.waitUntil(lambda: demand_shown(table) == "Före behörighet")


@when(parsers.parse('jag skriver "{title}" som namn'))
def write_name(hands: Any, title: str) -> None:
    hands.write(title)


@then(parsers.parse('har planen momentet "{title}"'))
def has_module(table: PlanWindow, title: str) -> None:
    assert title in [module.title for module in table.pane.model.modules]


@when("jag tar bort momentet jag står på")
def remove(hands: Any, table: PlanWindow) -> None:
    before = len(table.pane.model.modules)
    hands.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(table.pane.model.modules) == before - 1


@when("jag fastställer planen med dagens datum")
def adopt(table: PlanWindow, hands: Any) -> None:
    QTest.mouseClick(table.adopt, Qt.MouseButton.LeftButton)
    hands.rest()
    sheet = table.findChild(AdoptSheet)
    assert sheet is not None
    assert sheet.editors["adopted_on"].plain() == "2026-11-22"
    assert sheet.editors["adopted_function"].plain() == "Socialchef"
    QTest.mouseClick(sheet._save, Qt.MouseButton.LeftButton)
    hands.rest()


@then("är planen fastställd och tabellen skrivskyddad")
def is_locked(house: Any, table: PlanWindow) -> None:
    house.qtbot.waitUntil(lambda: table.state.text() == "Fastställd")
    assert not table.pane.model.is_writable
    assert table.next.isVisible()


@when("jag öppnar täckningen")
def open_coverage(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.key(Qt.Key.Key_T, SHIFTED)


@then(parsers.parse('säger den "{told}"'))
def coverage_tells(house: Any, told: str) -> None:
    window: CoverageWindow = house.bench.windows.of(CoverageWindow)[0]
    assert window.told.text() == told.replace(" verksamhetssystem", f"{NBSP}verksamhetssystem")
    QApplication.processEvents()
