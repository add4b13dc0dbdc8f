"""A goal that the register counts, from the start page to what is left and back: the steps of `mal.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.goals import goal_of
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.attention.page import StartPage
from itadmin.ui.last_place import open_where_left
from itadmin.ui.panels.goals.measure import MeasurePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("mal.feature")

GOAL = "Alla system har en systemägare."
NBSP = "\u00a0"


@given(parsers.parse('ett register där "{name}" är det enda av {number:d} system utan systemägare'))
def register(
    house: Any, register_path: Path, around: Surroundings, name: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    open_where_left(house.settings, chosen=False)
    workspace = Workspace(open_register(register_path, "prov"), around)
    workspace.records.add("systems", {"name": name, "lifecycle": "i_drift"})
    owner = {"system_owner": {"function": "Socialchef"}}
    for other in range(1, number):
        workspace.records.add("systems", {"name": f"System {other}", "lifecycle": "i_drift", **owner})
    workspace.close()


@given(parsers.parse("ett mål för {year:d} om att alla system har en systemägare"))
def goal(register_path: Path, around: Surroundings, year: int) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    values = {"wording": GOAL, "year": year, "measure": "andel_systemagare", "target_percent": 10_000}
    workspace.records.add("goals", values)
    workspace.close()


@when("jag öppnar registret på startsidan")
def open_start(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    assert house.bench is not None
    hands.rest()


@when("jag går tillbaka till startsidan")
def back_to_start(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    house.qtbot.waitUntil(start_page().isVisible)


@then(parsers.parse('står det på startsidan "{words}"'))
def start_tells(house: Any, words: str) -> None:
    link = start_page().figures._goals.link
    house.qtbot.waitUntil(lambda: link.accessibleName() == words)


@then(parsers.parse('Kräver åtgärd säger "{reason}"'))
def list_tells(reason: str) -> None:
    assert reason.replace(" %", f"{NBSP}%") in reasons()


@then("Kräver åtgärd säger inget om målet")
def list_is_silent() -> None:
    assert not [reason for reason in reasons() if "målet" in reason]


@when("jag öppnar målet från startsidan")
def open_goal(hands: Any) -> None:
    page = start_page()
    names = (link.accessibleName() for link in page.goals.findChildren(type(page.figures._goals.link)))
    hands.press(next(name for name in names if name.startswith(GOAL)))


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when("systemet får en systemägare")
def appoint(house: Any, hands: Any) -> None:
    key = house.workspace.reading().named("systems", "Ekot")
    house.workspace.records.save("systems", key, {"system_owner": {"function": "Rektor"}})
    hands.rest()


@then(parsers.parse('säger målet "{sentence}"'))
def goal_tells(sentence: str) -> None:
    assert shown(MeasurePanel).sentence.text() == sentence.replace(" %", f"{NBSP}%")


@then(parsers.parse('visar listan bara "{name}"'))
def list_shows(house: Any, name: str) -> None:
    model = house.bench.page.model
    house.qtbot.waitUntil(lambda: [model.index(row, 0).data() for row in range(model.rowCount())] == [name])


@then(parsers.parse("är utfallet {percent:d} % noterat"))
def is_noted(house: Any, percent: int) -> None:
    reading = house.workspace.reading()
    (key,) = reading.keys("goals")
    assert [each.percent for each in goal_of(reading, key).readings] == [percent * 100]


def start_page() -> StartPage:
    page: StartPage = next(each for each in QApplication.allWidgets() if isinstance(each, StartPage))
    return page


def reasons() -> list[str]:
    page = start_page()
    rows = (page.model.row(number) for number in range(page.model.rowCount()))
    return [line.reason for row in rows for line in getattr(row, "lines", ())]


def shown(kind: type[Any]) -> Any:
    return next(widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible())
