"""Everyday in the window: the steps of `vardag.feature`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.storage.engine import open_register
from itadmin.ui.register.value_row import ValueRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("vardag.feature")

_DYING = """
import os, sys
from pathlib import Path
from itadmin.services.clock import real_surroundings
from itadmin.services.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]), real_surroundings())
workspace.records.add("systems", {"name": sys.argv[2]})
os._exit(9)
"""


@pytest.fixture
def elsewhere(register_path: Path, around: Surroundings) -> Iterator[list[Workspace]]:
    opened: list[Workspace] = []
    yield opened
    for workspace in opened:
        workspace.close()


@given(parsers.parse('ett register med systemen "{first}" och "{second}"'))
def register_with(register_path: Path, around: Surroundings, first: str, second: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    for name in (first, second):
        workspace.records.add("systems", {"name": name})
    workspace.close()


@given("att registret är öppet i fönstret")
@when("jag öppnar registret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


@given("att mitten av filen är förstörd")
def damage(register_path: Path) -> None:
    content = bytearray(register_path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xff" * 20_000
    register_path.write_bytes(content)


@given("att någon annan har registret öppet")
def open_elsewhere(register_path: Path, around: Surroundings, elsewhere: list[Workspace]) -> None:
    elsewhere.append(open_workspace(register_path, around))


@given(parsers.parse('att programmet dog medan systemet "{name}" las till'))
def die(register_path: Path, name: str) -> None:
    died = subprocess.run([sys.executable, "-c", _DYING, str(register_path), name], env=_with_source(), check=False)
    assert died.returncode == 9


def _with_source() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def system_id(house: Any, name: str) -> Any:
    return house.workspace.reading().named("systems", name)


def row(house: Any, label: str) -> ValueRow:
    return next(row for row in house.bench.page.record.findChildren(ValueRow) if row.field.label == label)


@when(parsers.parse('jag skriver "{text}" i "{label}" för "{name}"'))
def write(house: Any, hands: Any, text: str, label: str, name: str) -> None:
    house.bench.open_record("systems", system_id(house, name))
    field = next(key for key, field in REGISTERS["systems"].fields.items() if field.label == label)
    house.bench.page.record.edit_field(field)
    hands.write(text, Qt.Key.Key_Tab)


@when("jag stänger programmet och startar det igen")
def restart(house: Any, hands: Any) -> None:
    house.close()
    open_it(house, hands, None)


@when(parsers.parse("jag trycker Ctrl+{key}"))
def shortcut(house: Any, hands: Any, key: str) -> None:
    house.bench.page.list.focus_table()
    hands.key(getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)


@when(parsers.parse('jag tar bort "{name}" med Delete i listan'))
def delete(house: Any, hands: Any, name: str) -> None:
    house.bench.open_record("systems", system_id(house, name))
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_Delete)


@when("jag öppnar papperskorgen")
def open_bin(house: Any, hands: Any) -> None:
    house.window.commands["bin"].trigger()
    hands.rest()


@when(parsers.parse('jag återställer "{name}"'))
def restore(house: Any, hands: Any, name: str) -> None:
    page = house.bench.page
    page.list.select_row(0)
    page.list.restore_wanted.emit()
    hands.press("Lämna papperskorgen")


@when(parsers.parse('jag visar organisationen "{name}" och försöker ändra den'))
def try_to_change(house: Any, hands: Any, name: str) -> None:
    reading = house.workspace.reading()
    house.bench.open_record("organisations", reading.named("organisations", name))
    house.bench.page.record.setFocus()
    hands.key(Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "x")


@when(parsers.parse('jag går till "{name}" i listan'))
def go_to(house: Any, hands: Any, name: str) -> None:
    page = house.bench.page
    page.list.select_row(page.model.row_of(system_id(house, name)))
    page.list.focus_table()
    hands.rest()
    assert page.record.record_id == system_id(house, name)


@then(parsers.parse('är "{label}" för "{name}" tomt'))
def is_empty(house: Any, label: str, name: str) -> None:
    assert _value(house, label, name) in ("", None)


@then(parsers.parse('är "{label}" för "{name}" "{text}"'))
def has_value(house: Any, label: str, name: str, text: str) -> None:
    assert _value(house, label, name) == text


def _value(house: Any, label: str, name: str) -> Any:
    field = next(key for key, field in REGISTERS["systems"].fields.items() if field.label == label)
    return getattr(house.workspace.reading().one("systems", system_id(house, name)).record, field)


@then(parsers.parse('statusraden säger "{words}"'))
def status_says(house: Any, words: str) -> None:
    assert words in [label.text() for label in house.window.status.findChildren(QLabel)]


@then(parsers.parse('visar listan "{names}"'))
def list_shows(house: Any, names: str) -> None:
    model = house.bench.page.model
    assert [model.index(line, 0).data() for line in range(model.rowCount())] == names.split(", ")


@then(parsers.parse('visas välkomstsidan med en mening om "{word}"'))
def welcome_says(house: Any, word: str) -> None:
    house.qtbot.waitUntil(lambda: house.window.pages.currentWidget() is house.desk.welcome)
    words = " ".join(label.text() for label in house.desk.welcome.notice.findChildren(QLabel))
    assert "Det gick inte." in words
    assert word in words


@then("filen är orörd")
def untouched(register_path: Path) -> None:
    assert b"\xff" * 20_000 in register_path.read_bytes()


@then("är ingenting öppet för ändring")
def nothing_open(house: Any) -> None:
    assert not any(each.is_editing for each in house.bench.page.record.findChildren(ValueRow))


@then("sidan säger att posten är skrivskyddad")
def says_read_only(house: Any) -> None:
    words = " ".join(label.text() for label in house.bench.page.record.findChildren(QLabel) if label.isVisible())
    assert "Skrivskyddat här." in words


@then(parsers.parse('står "{text}" kvar i "{label}" med en mening om varför'))
def draft_is_kept(house: Any, text: str, label: str) -> None:
    editor = row(house, label).editor
    assert editor is not None
    assert editor.draft() == text
    assert row(house, label).fault()
