"""The list as one lives in it: the steps of `listan.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.dialogs.changes import ChangesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("listan.feature")


def shown(kind: type[QWidget]) -> Any:
    """The one widget of a kind that is shown."""
    return next(each for each in QApplication.allWidgets() if isinstance(each, kind) and each.isVisible())


def names(house: Any) -> list[str]:
    model = house.bench.page.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@given("ett register med tre system utan ägare")
def register(register_path: Path, around: Surroundings) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    for name, lifecycle in (("Castor", "i_drift"), ("Lifecare", "i_drift"), ("Raindance", "under_avveckling")):
        workspace.records.add("systems", {"name": name, "lifecycle": lifecycle})
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    assert house.bench is not None
    hands.rest()


@when(parsers.parse('jag väljer vyn "{name}"'))
def choose_view(house: Any, hands: Any, name: str) -> None:
    line = house.window.navigation.line("systems", f"med:{name}")
    place = house.window.nav.visualRect(line.index()).center()
    QTest.mouseClick(house.window.nav.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.rest()


@when(parsers.parse('markerar allt och ändrar "{field}" till "{value}"'))
def change_all(house: Any, hands: Any, field: str, value: str) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press("Ändra flera…")
    hands.write(field)
    hands.write(value)


@then(parsers.parse("visas {number:d} system med den nya ägaren innan något är skrivet"))
def preview(house: Any, number: int) -> None:
    dialog = shown(ChangesDialog)
    assert dialog.heading.text() == f"{number} system ändras: Systemägare"
    lines = dialog.browser.model
    assert {lines.index(row, 3).data() for row in range(number)} == {"Systemägare: tomt → Kommunchef"}
    assert house.workspace.reading().count("roles") == 0


@when("jag genomför ändringen")
def carry_out(hands: Any) -> None:
    hands.press("Genomför")


@then("är vyn tom")
def is_empty(house: Any) -> None:
    assert names(house) == []


@when("jag ångrar och godkänner det som visas")
def undo(house: Any, hands: Any) -> None:
    house.window.commands["undo"].trigger()
    hands.rest()
    hands.press("Genomför")


@then(parsers.parse("visar vyn {number:d} system"))
def shows(house: Any, number: int) -> None:
    assert len(names(house)) == number


@when(parsers.parse('jag lägger till villkoret "{field}" "{value}" med tangenterna'))
def add_condition(house: Any, hands: Any, field: str, value: str) -> None:
    house.window.commands["condition"].trigger()
    hands.rest()
    hands.write(field)
    while True:
        box = QApplication.focusWidget()
        assert isinstance(box, QCheckBox)
        if box.text() == value:
            break
        hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Return)


@when(parsers.parse('sparar det som vyn "{name}"'))
def save(hands: Any, name: str) -> None:
    hands.press("Spara som vy")
    hands.write(name)


@when("stänger och öppnar programmet")
def again(house: Any, hands: Any, register_path: Path) -> None:
    house.close()
    house.start(register_path)
    assert house.bench is not None
    hands.rest()


@then(parsers.parse('visas vyn "{name}" med {number:d} system'))
def is_shown(house: Any, name: str, number: int) -> None:
    assert house.bench.page.list.heading.title.text() == name
    assert len(names(house)) == number
    assert house.window.nav.currentIndex().data() == name
