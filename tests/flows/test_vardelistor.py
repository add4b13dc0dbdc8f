"""A kommun's own words in the lists one chooses from: the steps of `vardelistor.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.value_lists.dialog import ValueListsDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("vardelistor.feature")

_CONTROL = Qt.KeyboardModifier.ControlModifier


@given(parsers.parse('ett register med systemet "{name}" i kategorin "{word}"'))
def register_with(register_path: Path, around: Surroundings, name: str, word: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    code = workspace.reading().words.code_from("systemkategori", word)
    workspace.records.add("systems", {"name": name, "category": code})
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    assert house.bench.page.register.name == "systems"
    hands.rest()


@when("jag stänger programmet och startar det igen")
def restart(house: Any, hands: Any) -> None:
    house.close()
    open_it(house, hands, None)


def lists() -> ValueListsDialog:
    return next(each for each in QApplication.allWidgets() if isinstance(each, ValueListsDialog) and each.isVisible())


def open_lists(house: Any, hands: Any) -> ValueListsDialog:
    house.window.commands["value_lists"].trigger()
    hands.rest()
    dialog = lists()
    with house.qtbot.waitActive(dialog):
        dialog.activateWindow()
    return dialog


def close_lists(house: Any, hands: Any) -> None:
    hands.press("Stäng")
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()


def stand_on(dialog: ValueListsDialog, word: str) -> None:
    names = [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(names.index(word), 0))


@when(parsers.parse('jag öppnar värdelistorna och skriver "{text}" över "{word}"'))
def write_over(house: Any, hands: Any, text: str, word: str) -> None:
    dialog = open_lists(house, hands)
    stand_on(dialog, word)
    hands.key(Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    hands.write(text)


@when(parsers.parse('jag öppnar värdelistorna och lägger till "{text}"'))
def add(house: Any, hands: Any, text: str) -> None:
    open_lists(house, hands).new_word.setFocus()
    hands.write(text)


@when("jag stänger värdelistorna och trycker Ctrl+Z")
def take_back(house: Any, hands: Any) -> None:
    close_lists(house, hands)
    hands.key(Qt.Key.Key_Z, _CONTROL)


@when(parsers.parse('jag stänger värdelistorna och väljer "{word}" på systemet'))
def choose(house: Any, hands: Any, word: str) -> None:
    close_lists(house, hands)
    house.bench.page.record.edit_field("category")
    hands.rest()
    hands.write(word)


@then(parsers.parse('står det "{word}" på systemets sida'))
def told(house: Any, word: str) -> None:
    row = next(row for row in house.bench.page.record.findChildren(ValueRow) if row.name == "category")
    assert word in [label.text() for label in row.findChildren(QLabel)]


@then(parsers.parse('"{word}" går inte att ta bort ur värdelistorna'))
def cannot_be_removed(house: Any, hands: Any, word: str) -> None:
    dialog = open_lists(house, hands)
    stand_on(dialog, word)
    hands.press("Ta bort ordet")
    assert f"{word} används på en post" in dialog.notice.accessibleName()
    hands.press("Stäng")
