"""What changes with time on a record's page: the steps of `systemsidan.feature`."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.panels.handover import HandOverSheet
from itadmin.ui.panels.systems.classification import ClassificationPanel, ClassingSheet
from itadmin.ui.widgets.calculation_box import CalculationBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("systemsidan.feature")

Kind = TypeVar("Kind", bound=QWidget)


def shown(kind: type[Kind]) -> Kind:
    return next(item for item in QApplication.allWidgets() if isinstance(item, kind) and item.isVisible())


def owner_of(house: Any, system: str) -> str:
    reading = house.workspace.reading()
    return str(reading.one("systems", reading.named("systems", system)).holders["system_owner"].label)


@given(parsers.parse('att "{person}" ansvarar för "{one}" och "{other}"'))
def register_with(register_path: Path, around: Surroundings, person: str, one: str, other: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    owner = workspace.records.add("people", {"name": person})
    for name in (one, other):
        workspace.records.add("systems", {"name": name, "system_owner": str(owner)})
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


@when(parsers.parse('jag öppnar personen "{name}" och trycker på "{button}"'))
def open_person(house: Any, hands: Any, name: str, button: str) -> None:
    house.bench.open_record("people", house.workspace.reading().named("people", name))
    hands.rest()
    hands.press(button)


@when(parsers.parse('jag öppnar systemet "{name}" och trycker på "{button}"'))
def open_system(house: Any, hands: Any, name: str, button: str) -> None:
    house.bench.open_record("systems", house.workspace.reading().named("systems", name))
    hands.rest()
    hands.press(button)


@when(parsers.parse('jag lämnar över till "{name}" och läser vad som ändras'))
def hand_over(house: Any, hands: Any, name: str) -> None:
    sheet = shown(HandOverSheet)
    with house.qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.to.setFocus()
    hands.write(name, Qt.Key.Key_Tab)
    hands.press("Visa ändringarna …")


@when(parsers.parse('jag trycker på "{button}"'))
def press(hands: Any, button: str) -> None:
    hands.press(button)


@when("jag ångrar")
def undo(house: Any, hands: Any) -> None:
    house.workspace.undo.undo()
    hands.rest()


@when(parsers.parse('jag väljer "{level}" för konfidentialiteten och sparar'))
def class_it(house: Any, hands: Any, level: str) -> None:
    sheet = shown(ClassingSheet)
    with house.qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.editors["confidentiality"].setFocus()
    hands.write(level, Qt.Key.Key_Tab)
    hands.press("Spara klassningen")


@then(parsers.parse('ansvarar "{person}" fortfarande för "{system}"'))
def still(house: Any, person: str, system: str) -> None:
    assert owner_of(house, system) == person


@then(parsers.parse('ansvarar "{person}" för "{one}" och "{other}"'))
def both(house: Any, person: str, one: str, other: str) -> None:
    assert [owner_of(house, one), owner_of(house, other)] == [person, person]


@then(parsers.parse('förklarar sidan att kritikaliteten är "{word}"'))
def explained(word: str) -> None:
    box = shown(ClassificationPanel).findChild(CalculationBox)
    assert isinstance(box, CalculationBox)
    assert box.text().startswith(f"Kritikaliteten är {word}, eftersom konfidentialiteten är 3.")
