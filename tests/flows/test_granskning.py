"""The yearly review: the steps of `granskning.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.access.dialog import AccessDialog
from itadmin.ui.reviewing.dialog import ReviewDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("granskning.feature")

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFTED = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_SYSTEMS = 10


@given(parsers.parse('ett register där "{name}" är systemansvarig för tio system'))
def ten_systems(register_path: Path, around: Surroundings, name: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    person = workspace.records.add("people", {"name": name})
    for number in range(_SYSTEMS):
        workspace.records.add("systems", {"name": f"System {number}", "system_manager": str(person)})
    workspace.close()


@given(parsers.parse('ett register där "{name}" har behörigheten "{right}" i "{system}"'))
def one_right(register_path: Path, around: Surroundings, name: str, right: str, system: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    person = workspace.records.add("people", {"name": name})
    key = workspace.records.add("systems", {"name": system})
    values = {"access_right": right, "system": str(key), "person": str(person), "decided_on": "2026-01-01"}
    workspace.records.add("access_decisions", values)
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


@when(parsers.parse("jag trycker Ctrl+Shift+{letter}"))
def press_command(house: Any, hands: Any, letter: str) -> None:
    house.bench.page.list.focus_table()
    hands.key(getattr(Qt.Key, f"Key_{letter}"), _SHIFTED)
    opened = {"G": review, "B": rights}[letter](house)
    with house.qtbot.waitActive(opened):
        opened.activateWindow()
    hands.inputs.clear()


def review(house: Any) -> ReviewDialog:
    (found,) = house.bench.windows.of(ReviewDialog)
    return found


def rights(house: Any) -> AccessDialog:
    (found,) = house.bench.windows.of(AccessDialog)
    return found


@then(parsers.parse('står "{name}" med "{words}"'))
def stands(house: Any, hands: Any, name: str, words: str) -> None:
    hands.rest()
    model = review(house).model
    today = house.workspace.around.today().isoformat()
    shown = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert f"{name}, {words.replace('i dag', today)}" in shown


@when("jag granskar de tio systemen och rättar antalet användare i två av dem")
def go_through(house: Any, hands: Any) -> None:
    for number in range(_SYSTEMS):
        if number in (3, 7):
            hands.go_to("Antal användare")
            hands.write("25")
        hands.inputs.append("Enter")
        hands.key(Qt.Key.Key_Return)


@then(parsers.parse("det tog högst {most:d} inmatningar"))
def few_inputs(hands: Any, most: int) -> None:
    assert len(hands.inputs) <= most, hands.inputs


@then(parsers.parse('historiken har tio steg som börjar med "{word}"'))
def ten_steps(house: Any, word: str) -> None:
    reading = house.workspace.reading()
    histories = [reading.history(key) for key in reading.keys("systems")]
    titles = [entry.step.title for entries in histories for entry in entries if entry.step.title.startswith(word)]
    assert len(titles) == len(set(titles)) == _SYSTEMS


@when("jag trycker Ctrl+Z i granskningen")
def undo(house: Any, hands: Any) -> None:
    assert QApplication.activeWindow() is review(house)
    hands.key(Qt.Key.Key_Z, _CONTROL)


@then(parsers.parse('visas behörigheten "{words}"'))
def right_is_shown(house: Any, words: str) -> None:
    model = rights(house).model
    assert [", ".join(model.index(0, column).data() for column in range(3))] == [words]


@when(parsers.parse('jag återkallar den med skälet "{reason}"'))
def withdraw(hands: Any, reason: str) -> None:
    hands.key(Qt.Key.Key_Delete)
    hands.write(reason)


@then("visas ingen behörighet")
def none_is_shown(house: Any, hands: Any) -> None:
    hands.rest()
    assert rights(house).model.rowCount() == 0
    assert rights(house).empty.isVisible()


@then(parsers.parse('beslutet finns kvar som återkallat med skälet "{reason}"'))
def decision_is_kept(house: Any, reason: str) -> None:
    reading = house.workspace.reading()
    (key,) = reading.keys("access_decisions")
    record = reading.one("access_decisions", key).record
    assert (record.state, record.withdrawn_reason) == ("aterkallad", reason)
