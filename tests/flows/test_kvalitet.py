"""What is wrong becomes right: the steps of `kvalitet.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.duplicates.dialog import DuplicatesDialog
from itadmin.ui.widgets.notice import Notice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("kvalitet.feature")

_CONTROL = Qt.KeyboardModifier.ControlModifier


@given(parsers.parse('ett register med systemen "{first}" och "{second}", båda i drift med systemägaren "{owner}"'))
def register_with(register_path: Path, around: Surroundings, first: str, second: str, owner: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    for name in (first, second):
        values = {"name": name, "lifecycle": "i_drift", "system_owner": {"function": owner}}
        workspace.records.add("systems", values)
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


@when("jag stänger programmet och startar det igen")
def restart(house: Any, hands: Any) -> None:
    house.close()
    open_it(house, hands, None)


def system_id(house: Any, name: str) -> Any:
    return house.workspace.reading().named("systems", name)


def pairs() -> DuplicatesDialog:
    return next(each for each in QApplication.allWidgets() if isinstance(each, DuplicatesDialog) and each.isVisible())


def line(house: Any) -> str:
    notice = house.bench.page.record.findChild(Notice)
    return "" if notice.isHidden() else notice.accessibleName()


@when(parsers.parse('jag öppnar "{name}"'))
def open_record(house: Any, hands: Any, name: str) -> None:
    house.bench.open_record("systems", system_id(house, name))
    hands.rest()


@then(parsers.parse('säger sidan att åtgärda "{words}"'))
def told(house: Any, words: str) -> None:
    assert line(house).startswith(f"Att åtgärda: {words}")


@then(parsers.parse('säger sidan inte längre "{words}"'))
def not_told(house: Any, words: str) -> None:
    assert words not in line(house)


@when(parsers.parse('jag trycker på "{button}" och skriver "{text}"'))
def press_and_write(hands: Any, button: str, text: str) -> None:
    hands.press(button)
    hands.write(text)


@then(parsers.parse('"{name}" har systemansvarig "{person}"'))
def manager(house: Any, name: str, person: str) -> None:
    holders = house.workspace.reading().one("systems", system_id(house, name)).holders
    assert holders["system_manager"].label == person


@when(parsers.parse('jag väljer ut "{words}" i listan'))
def choose_finding(house: Any, hands: Any, words: str) -> None:
    page = house.bench.page
    finding = next(finding for finding in page.register.findings if finding.label == words)
    page.state.find_wrong(finding.key)
    hands.rest()


@then(parsers.parse('visar listan "{names}"'))
def listed(house: Any, hands: Any, names: str) -> None:
    for _turn in range(20):
        hands.rest()
    model = house.bench.page.list.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == names.split(", ")


@when("jag trycker Ctrl+Shift+D")
def open_pairs(house: Any, hands: Any) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_D, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    with house.qtbot.waitActive(pairs()):
        pairs().activateWindow()


@then(parsers.parse('visas paret "{names}"'))
def pair_shown(names: str) -> None:
    assert [pairs().model.index(row).data() for row in range(pairs().model.rowCount())] == [names]


@then("visas inget par")
def no_pair() -> None:
    assert pairs().heading.text() == "Inga dubbletter"


@when("jag säger att de inte är samma")
def tell_apart(hands: Any) -> None:
    hands.key(Qt.Key.Key_Delete)


@when(parsers.parse('jag slår ihop dem och behåller "{name}"'))
def merge(house: Any, hands: Any, name: str) -> None:
    hands.press(f"Behåll: {name}")
    hands.press("Slå ihop…")
    hands.press("Genomför")
    pairs().close()
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()


@then(parsers.parse('"{name}" heter också "{other}"'))
def other_name(house: Any, name: str, other: str) -> None:
    assert house.workspace.reading().one("systems", system_id(house, name)).record.aliases == other


@when("jag trycker Ctrl+Z i listan och godkänner det som visas")
def undo(house: Any, hands: Any) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_Z, _CONTROL)
    hands.press("Genomför")
