"""Agreements on an axis of time, as a user meets them: the steps of `avtalskalender.feature`."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.timeline.window import TimelineWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("avtalskalender.feature")

_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TERM = {"starts_on": "2024-06-01", "first_term_months": 36, "notice_months": 3}


def calendar(house: Any) -> TimelineWindow:
    (window,) = house.bench.windows.of(TimelineWindow)
    assert isinstance(window, TimelineWindow)
    return window


@given(
    parsers.parse('avtalen "{renewed}", som ska sägas upp senast 2027-02-28, och "{ended}", som löper ut 2027-05-31')
)
def keep(house: Any, register_path: Path, around: Surroundings, renewed: str, ended: str) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    usual = {"kind": "supportavtal", "status": "gallande", **_TERM}
    workspace.records.add("agreements", {**usual, "title": renewed, "renewal_months": 12})
    workspace.records.add("agreements", {**usual, "title": ended})
    workspace.close()
    house.start(register_path)


@when("jag öppnar avtalskalendern med tangenterna")
def open_it(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.show_register("agreements")
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_K, _SHIFTED)
    calendar(house).activateWindow()
    hands.rest()


@then(parsers.parse('visar kalendern "{names}"'))
def shows(house: Any, names: str) -> None:
    assert [lane.name for lane in calendar(house).shown.lanes()] == names.split('" och "')


@when(parsers.parse('jag väljer dagen "{word}"'))
def choose_day(house: Any, hands: Any, word: str) -> None:
    hands.choose(calendar(house).controls.counted_box, word)


@when("jag går ned en rad och trycker Enter")
def open_agreement(house: Any, hands: Any) -> None:
    chart = calendar(house).chart
    chart.setFocus()
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)


@then(parsers.parse('är "{title}" öppet i huvudfönstret'))
def is_open(house: Any, title: str) -> None:
    page = house.bench.page
    assert house.workspace.reading().label(page.register.name, page.record.record_id) == title


@when("jag sparar dagarna som visas till kalendern")
def save_days(house: Any, hands: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "dagar.ics"), ""))
    window = calendar(house)
    window.calendar.menu().popup(window.calendar.mapToGlobal(window.calendar.rect().bottomLeft()))
    hands.pick("Dagarna som visas…")


@then(parsers.parse('har filen dagarna "{first}" och "{second}"'))
def has_days(tmp_path: Path, first: str, second: str) -> None:
    events = Calendar.from_ical((tmp_path / "dagar.ics").read_bytes()).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {first, second}
