"""The start page: the steps of `start.feature`."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.calendar import add_months
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.acts.dialog import ActDialog
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.rows import LineRow
from itadmin.ui.last_place import open_where_left

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("start.feature")


@given(parsers.parse('ett avtal "{title}" som förlängs om det inte sägs upp senast {day}'))
def agreement(
    house: Any, register_path: Path, around: Surroundings, title: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    open_where_left(house.settings, chosen=False)
    workspace = Workspace(open_register(register_path, "prov"), around)
    values = {
        "title": title,
        "kind": "supportavtal",
        "status": "gallande",
        "starts_on": "2024-03-01",
        "first_term_ends_on": (add_months(date.fromisoformat(day), 3)).isoformat(),
        "renewal_months": 12,
        "notice_months": 3,
        "signed_on": "2024-02-20",
    }
    workspace.records.add("agreements", values)
    workspace.close()


@when("jag öppnar programmet")
def open_it(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    settle(house, hands)


@when("jag stänger programmet och startar det igen")
def restart(house: Any, hands: Any) -> None:
    house.close()
    house.start()
    settle(house, hands)


def settle(house: Any, hands: Any) -> None:
    assert house.bench is not None
    for _turn in range(20):
        hands.rest()


def page(house: Any) -> StartPage:
    found = house.window.pages.currentWidget()
    assert isinstance(found, StartPage)
    return found


def lines(house: Any) -> list[LineRow]:
    rows = (page(house).model.row(number) for number in range(page(house).model.rowCount()))
    return [row for row in rows if isinstance(row, LineRow)]


@then(parsers.parse('står "{name}" överst med knappen "{button}"'))
def stands_first(house: Any, hands: Any, name: str, button: str) -> None:
    hands.rest()
    row = lines(house)[0]
    assert (row.line.record, page(house).model.button(row)) == (name, button)


@then(parsers.parse('raden säger "{words}"'))
def row_says(house: Any, words: str) -> None:
    assert words in page(house).view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


@then(parsers.parse('knappen "{button}" finns inte för "{kind}"'))
def is_gone(house: Any, hands: Any, button: str, kind: str) -> None:
    hands.rest()
    shown = [(row.line.kind, page(house).model.button(row)) for row in lines(house)]
    assert (kind, button) not in shown


@when("jag trycker Enter och säger upp avtalet")
def give_notice(house: Any, hands: Any) -> None:
    hands.key(Qt.Key.Key_Return)
    dialog = next(each for each in house.window.frame.findChildren(ActDialog) if each.isVisible())
    with house.qtbot.waitActive(dialog):
        dialog.activateWindow()
    hands.press("Säg upp avtalet")
    hands.press("Genomför")


@when("jag trycker H")
def press_h(hands: Any) -> None:
    hands.key(Qt.Key.Key_H)


@when("jag trycker Ctrl+Z")
def undo(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@when("jag markerar alla rader och låter dem vila till i morgon")
def rest_all(house: Any, hands: Any) -> None:
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_Z)
    menu = next(each for each in page(house).view.findChildren(QMenu) if each.isVisible())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    hands.rest()


@when("en dag har gått")
def next_day(house: Any, hands: Any, clock: Any) -> None:
    clock.move(days=1)
    hands.key(Qt.Key.Key_F5)


@then(parsers.parse('säger statusraden "{sentence}"'))
def status_says(house: Any, sentence: str) -> None:
    assert sentence in [label.text() for label in house.window.status.findChildren(QLabel)]


@then(parsers.parse('sidan säger "{words}"'))
@then(parsers.parse('säger sidan "{words}"'))
def page_says(house: Any, hands: Any, words: str) -> None:
    hands.rest()
    assert page(house).empty.isVisible()
    assert words in [label.text() for label in page(house).empty.findChildren(QLabel)]


@then(parsers.parse('är läget för avtalet "{state}"'))
def state_is(house: Any, state: str) -> None:
    reading = house.workspace.reading()
    (key,) = reading.keys("agreements")
    assert reading.one("agreements", key).record.status == state
