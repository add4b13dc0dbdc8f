"""The night of an incident: the steps of `incident.feature`."""

from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.graph.window import DependencyWindow
from itadmin.ui.incident.window import IncidentWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("incident.feature")

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
Kind = TypeVar("Kind", bound=QWidget)


def shown(kind: type[Kind]) -> Kind:
    return next(item for item in QApplication.topLevelWidgets() if isinstance(item, kind) and item.isVisible())


@given(parsers.parse('ett register där "{system}" från "{supplier}" lämnar uppgifter till "{other}"'))
def register_with(register_path: Path, around: Surroundings, system: str, supplier: str, other: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    add = workspace.records.add
    company = add("organisations", {"name": supplier, "kind": "leverantor", "incident_phone": "08-12 34 56"})
    owner = add("people", {"name": "Anna Ek", "phone": "0531-1 23 45"})
    hit = add("systems", {"name": system, "supplier": str(company), "system_owner": str(owner)})
    target = add("systems", {"name": other})
    add("integrations", {"name": "Utfall", "source": str(hit), "target": str(target)})
    workspace.close()


@given("att registret är öppet i fönstret")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    for _turn in range(20):
        hands.rest()


@when(parsers.parse('jag trycker Ctrl+Shift+I och skriver "{words}"'))
def ask_for_sheet(house: Any, hands: Any, words: str) -> None:
    house.bench.show_register("people")
    hands.key(Qt.Key.Key_I, _CONTROL | _SHIFT)
    window = shown(IncidentWindow)
    with house.qtbot.waitActive(window):
        window.activateWindow()
    window.line.setFocus()
    hands.write(words)


@then(parsers.parse('visas bladet för "{name}"'))
def sheet_is_shown(house: Any, name: str) -> None:
    house.qtbot.waitUntil(lambda: shown(IncidentWindow).pages.page_count() > 0)
    assert name in shown(IncidentWindow).windowTitle()


@when("jag sparar bladet", target_fixture="sheet")
def save_sheet(hands: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "blad.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    hands.press("Spara PDF…")
    return path


@then("står på bladet")
def sheet_says(sheet: Path, datatable: list[list[str]]) -> None:
    with pypdfium2.PdfDocument(sheet) as document:
        text = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    for (words,) in datatable:
        assert words in text.replace("\u00a0", " ")


@when(parsers.parse('jag öppnar "{name}" och trycker Ctrl+G'))
def ask_for_dependencies(house: Any, hands: Any, name: str) -> None:
    house.bench.open_record("systems", house.workspace.reading().named("systems", name))
    hands.key(Qt.Key.Key_G, _CONTROL)
    window = shown(DependencyWindow)
    with house.qtbot.waitActive(window):
        window.activateWindow()


@then(parsers.parse('visar bilden "{first}" och "{second}"'))
def picture_shows(first: str, second: str) -> None:
    boxes = shown(DependencyWindow).graph.placed.picture.boxes.values()
    assert {box.title for box in boxes} == {first, second}


@when("jag går till höger i bilden och trycker Enter")
def walk(hands: Any) -> None:
    shown(DependencyWindow).graph.setFocus()
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)


@then(parsers.parse('står jag på systemet "{name}"'))
def stands_on(house: Any, name: str) -> None:
    assert house.bench.page.record.record_id == house.workspace.reading().named("systems", name)
