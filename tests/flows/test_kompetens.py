"""Competence and joint courses as a user meets them: the steps of `kompetens.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.services.attention import work_list
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.competence.courses_window import CoursesWindow
from itadmin.ui.competence.window import CompetenceWindow
from itadmin.ui.last_place import open_where_left

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("kompetens.feature")

NBSP = "\u00a0"
FEW = "Färre än två personer i regionen behärskar området."


def of_kind(house: Any, kind: type) -> Any:
    (window,) = house.bench.windows.of(kind)
    return window


def stand_on(house: Any, person: str, area: str) -> CompetenceWindow:
    window: CompetenceWindow = of_kind(house, CompetenceWindow)
    rows = [row.name for row in window.shown.rows]
    columns = [column.topic.name for column in window.shown.columns]
    window.activateWindow()
    window.view.setFocus()
    window.view.go_to((rows.index(person), columns.index(area)))
    return window


def few(house: Any) -> list[str]:
    return [line.record for line in work_list(house.workspace.reading()).lines if line.reason == FEW]


@given('ett register där "Anna Ek" och "Bo Åberg" hör till IT-enheten och områdena är "Nät" och "Säkerhet"')
def keep(house: Any, register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    add = workspace.records.add
    own = str(workspace.file.info.organisation)
    unit = add("organisations", {"name": "IT-enheten", "kind": "it_enhet", "parent": own})
    for name in ("Anna Ek", "Bo Åberg"):
        add("people", {"name": name, "organisation": str(unit), "email": "it@bengtsfors.example"})
    for name in ("Nät", "Säkerhet"):
        add("networks", {"name": name})
    workspace.close()
    open_where_left(house.settings, chosen=False)
    house.start(register_path)


@given(parsers.parse('att Bengtsfors och Mellerud behöver "{topic}" i samma system'))
def needs(house: Any, topic: str) -> None:
    add = house.workspace.records.add
    system = add("systems", {"name": "Kvarnen"})
    for code in ("1460", "1461"):
        values = {"topic": topic, "system": str(system), "municipality": str(municipality_id(code))}
        add("training_needs", {**values, "year": 2027, "people": 4, "cost_alone": 10_000_00})


@when("jag öppnar kompetenskartan")
def open_map(house: Any, hands: Any) -> None:
    house.window.commands["competence"].trigger()
    hands.rest()


@when(parsers.re('(?:jag )?sätter nivå (?P<level>[0-4]) för "(?P<person>.+)" i "(?P<area>.+)"'))
def set_level(house: Any, hands: Any, level: str, person: str, area: str) -> None:
    stand_on(house, person, area)
    hands.key(Qt.Key(Qt.Key.Key_0.value + int(level)))
    hands.rest()


@when(parsers.parse('önskar nivå {level:d} för "{person}" i "{area}"'))
def wish(house: Any, hands: Any, level: int, person: str, area: str) -> None:
    stand_on(house, person, area)
    hands.key(Qt.Key(Qt.Key.Key_0.value + level), Qt.KeyboardModifier.AltModifier)
    hands.rest()


@when("jag ångrar i kartan")
def undo(house: Any, hands: Any) -> None:
    window = of_kind(house, CompetenceWindow)
    window.activateWindow()
    window.view.setFocus()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.rest()


@when("föreslår åtgärder och genomför dem")
def propose(hands: Any) -> None:
    hands.press("Föreslå åtgärder…")
    hands.press("Genomför")


@when("jag öppnar gemensamma kurser")
def open_courses(house: Any, hands: Any) -> None:
    house.window.commands["courses"].trigger()
    hands.rest()


@when("jag skapar tillfällena")
def make(hands: Any) -> None:
    hands.press("Skapa tillfällen…")
    hands.press("Skapa tillfället")


@then(parsers.parse('säger Kräver åtgärd att färre än två behärskar "{area}"'))
def is_thin(house: Any, area: str) -> None:
    assert few(house) == [area]


@then(parsers.parse('säger Kräver åtgärd inget om "{area}"'))
def is_safe(house: Any, area: str) -> None:
    assert area not in few(house)


@then(parsers.parse('finns åtgärden "{title}" för "{person}"'))
def action_is_there(house: Any, title: str, person: str) -> None:
    reading = house.workspace.reading()
    record = reading.one("competence_actions", reading.named("competence_actions", title)).record
    assert [reading.label("people", each) for each in record.people] == [person]


@then(parsers.parse('sparar kursen "{title}" "{amount}"'))
def saves(house: Any, title: str, amount: str) -> None:
    model = of_kind(house, CoursesWindow).model
    assert model.index(0, 0).data() == title
    assert model.index(0, 7).data() == amount.replace(" ", NBSP)


@then(parsers.parse('finns tillfället "{title}" för båda kommunerna'))
def session_is_there(house: Any, title: str) -> None:
    reading = house.workspace.reading()
    record = reading.one("training_sessions", reading.named("training_sessions", title)).record
    assert set(record.municipalities) == {municipality_id(code) for code in ("1460", "1461")}
