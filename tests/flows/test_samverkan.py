"""The region as an IT manager meets it: the steps of `samverkan.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.allocation.window import AllocationWindow
from itadmin.ui.last_place import open_where_left
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.samverkan.cost_sheet import CostSheet
from itadmin.ui.samverkan.sheets import BeginSheet
from itadmin.ui.samverkan.window import SamverkanWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("samverkan.feature")

OWN, MELLERUD = "1460", "1461"


def matrix(house: Any) -> SamverkanWindow:
    (window,) = house.bench.windows.of(SamverkanWindow)
    assert isinstance(window, SamverkanWindow)
    return window


def stand_on(house: Any, hands: Any, system: str, column: int = 0) -> SamverkanWindow:
    window = matrix(house)
    names = [row.name for row in window.model.rows]
    window.activateWindow()
    window.table.setFocus()
    window.table.stand_on(names.index(system), column)
    house.qtbot.waitUntil(lambda: window.panel.heading.text() == system)
    hands.rest()
    return window


@given('ett register där Bengtsfors och Mellerud har "Kvarnen" och Bengtsfors är på nivå 2')
def keep(house: Any, register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    add = workspace.records.add
    members = [str(municipality_id(code)) for code in (OWN, MELLERUD)]
    add("regions", {"name": "Dalsland", "members": members})
    system = add("systems", {"name": "Kvarnen", "lifecycle": "i_drift", "annual_cost": 90_000_00})
    for code in (OWN, MELLERUD):
        use = {"system": str(system), "organisation": str(municipality_id(code)), "status": "anvands"}
        add("system_uses", use)
    add("cooperation_levels", {"system": str(system), "municipality": str(municipality_id(OWN)), "level": "2"})
    workspace.close()
    open_where_left(house.settings, chosen=False)
    house.start(register_path)


@when("jag öppnar samverkansmatrisen")
def open_matrix(house: Any, hands: Any) -> None:
    house.window.commands["samverkan"].trigger()
    hands.rest()


@when(parsers.parse('jag anger nivå {level} för Mellerud i "{system}"'))
def enter_level(house: Any, hands: Any, level: str, system: str) -> None:
    window = stand_on(house, hands, system, 2)
    QTest.keyClick(window.table, Qt.Key.Key_F2)
    hands.rest()
    (sheet,) = window.findChildren(NewRecordDialog)
    with house.qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.editors["level"].setFocus()
    hands.key(Qt.Key(ord(level)))
    hands.press("Lägg till")
    hands.rest()


@when(parsers.parse('startar ett samverkansärende om "{system}"'))
def begin(house: Any, hands: Any, system: str) -> None:
    window = stand_on(house, hands, system)
    window.panel.begin.click()
    hands.rest()
    (sheet,) = window.findChildren(BeginSheet)
    QTest.keyClick(sheet.title, Qt.Key.Key_Return)
    hands.rest()


@when(parsers.parse('räknar på kostnaden för "{system}"'))
def share_cost(house: Any, hands: Any, system: str) -> None:
    window = stand_on(house, hands, system)
    window.panel.cost.click()
    hands.rest()
    (sheet,) = window.findChildren(CostSheet)
    QTest.keyClick(sheet.amount, Qt.Key.Key_Return)
    hands.rest()


@when("jag ångrar i matrisen")
def undo(house: Any, hands: Any) -> None:
    window = matrix(house)
    window.activateWindow()
    hands.rest()
    window.status.undo.click()
    hands.rest()


@then(parsers.parse('står "{system}" på nivå {level:d} som helhet'))
def joint_level(house: Any, system: str, level: int) -> None:
    assert {row.name: row.level for row in matrix(house).model.rows}[system] == level


@then(parsers.parse('på trappan står "{system}" på steg {level:d}'))
def on_step(house: Any, system: str, level: int) -> None:
    step = matrix(house).ladder.ladder.steps[level - 1]
    assert [standing.name for standing in step.systems] == [system]


@then(parsers.parse('visar huvudfönstret ärendet "{title}"'))
def shows_case(house: Any, title: str) -> None:
    page = house.bench.page
    assert page.register.name == "cooperation_cases"
    reading = house.workspace.reading()
    assert reading.label("cooperation_cases", page.record.record_id) == title


@then("ärendet har båda kommunerna")
def has_both(house: Any) -> None:
    reading = house.workspace.reading()
    (read,) = reading.many("cooperation_cases", reading.keys("cooperation_cases")).values()
    assert isinstance(read.record, CooperationCase)
    assert set(read.record.participants) == {municipality_id(OWN), municipality_id(MELLERUD)}


@then(parsers.parse('visas fördelningen "{title}" i sitt fönster'))
def shows_allocation(house: Any, title: str) -> None:
    (window,) = house.bench.windows.of(AllocationWindow)
    assert window.heading.text() == title


@then("finns ingen fördelning")
def no_allocation(house: Any) -> None:
    assert not house.workspace.reading().keys("allocations")
