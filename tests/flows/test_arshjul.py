"""The year as a user meets it: the steps of `arshjul.feature`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.planner.activities import REGISTER
from itadmin.services.planner.wheel import Group
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.last_place import open_where_left
from itadmin.ui.wheel.window import WheelWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("arshjul.feature")


def wheel(house: Any) -> WheelWindow:
    (window,) = house.bench.windows.of(WheelWindow)
    assert isinstance(window, WheelWindow)
    return window


def rows(house: Any) -> list[tuple[str, str]]:
    return [(one.cells[1], one.name) for one in wheel(house).shown.picture.ring.happenings]


@given("ett register där ingen har lagt in några aktiviteter")
def keep(house: Any, register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    Workspace(open_register(register_path, "prov"), around).close()
    open_where_left(house.settings, chosen=False)
    house.start(register_path)


@when("jag öppnar årshjulet från startsidan")
def open_it(house: Any, hands: Any) -> None:
    hands.press("Öppna årshjulet")
    wheel(house).activateWindow()
    hands.rest()


@when(parsers.parse('jag lägger till mötet "{name}" den "{day}"'))
def add_meeting(hands: Any, name: str, day: str) -> None:
    hands.press("Ny aktivitet…")
    hands.write(name, Qt.Key.Key_Tab)
    hands.write("Möte", Qt.Key.Key_Tab)
    hands.write(day, Qt.Key.Key_Tab)
    hands.press("Lägg till")


@when("visar bara möten")
def only_meetings(house: Any, hands: Any) -> None:
    for group, tick in wheel(house).controls.ticks.items():
        if group is not Group.MEETINGS:
            hands.press(tick.text())


@when(parsers.parse('ändrar förslaget "{name}"'))
def change(house: Any, hands: Any, name: str) -> None:
    window = wheel(house)
    window.table.setFocus()
    hands.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    while rows(house)[window.ring.number][1] != name:
        hands.key(Qt.Key.Key_Down)
    hands.press("Ändra förslaget")


@when("jag ångrar det")
def undo(house: Any, hands: Any) -> None:
    house.window.frame.activateWindow()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@when("jag sparar årets dagar som visas till kalendern")
def save_days(house: Any, hands: Any, tmp_path: Path, save_as: Callable[[Path], None]) -> None:
    save_as(tmp_path / "dagar.ics")
    button = wheel(house).calendar
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    hands.pick("Dagarna som visas…")


@then(parsers.parse('finns förslaget "{name}" i året'))
def is_proposed(house: Any, name: str) -> None:
    house.qtbot.waitUntil(lambda: name in [told for kind, told in rows(house) if kind.endswith("(förslag)")])


@then(parsers.parse('visar årshjulet "{first}" och "{second}"'))
def shows(house: Any, first: str, second: str) -> None:
    assert [name for _kind, name in rows(house)] == [first, second]


@then(parsers.parse('är aktiviteten "{name}" öppen i huvudfönstret'))
def is_open(house: Any, name: str) -> None:
    page = house.bench.page
    assert page.register.name == REGISTER
    assert house.workspace.reading().label(REGISTER, page.record.record_id) == name
    assert name not in [told for kind, told in rows(house) if kind.endswith("(förslag)")]


@then(parsers.parse('har kalendern "{first}" och "{second}"'))
def has_days(tmp_path: Path, first: str, second: str) -> None:
    events = Calendar.from_ical((tmp_path / "dagar.ics").read_bytes()).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {first, second}
