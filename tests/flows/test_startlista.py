"""The first registration: the steps of `startlista.feature`."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import parsers, scenarios, then, when

from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read
from itadmin.services.starter_list import starter_list
from itadmin.ui.starter.dialog import StarterDialog
from itadmin.ui.starter.model import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("startlista.feature")

_CONTROL = Qt.KeyboardModifier.ControlModifier


def page() -> StarterDialog:
    return next(each for each in QApplication.allWidgets() if isinstance(each, StarterDialog) and each.isVisible())


def systems(house: Any) -> dict[str, Read]:
    reading = house.workspace.reading()
    return {read.label: read for read in reading.many("systems", reading.keys("systems")).values()}


@when(parsers.parse('jag börjar ett register för "{kommun}" med startlistan'))
def begin_with_starter(house: Any, hands: Any, kommun: str) -> None:
    house.start()
    hands.choose(house.desk.welcome.owner.kommun, kommun)
    hands.press("Skapa filen och börja")
    with house.qtbot.waitActive(page()):
        page().activateWindow()


@when(parsers.parse('jag börjar ett register för "{kommun}" utan system'))
def begin_empty(house: Any, hands: Any, kommun: str) -> None:
    house.start()
    hands.choose(house.desk.welcome.owner.kommun, kommun)
    hands.press("Tomt")
    hands.press("Skapa filen och börja")


@when(parsers.parse('jag skriver "{owner}" som ägare för området "{area}"'))
def own_area(hands: Any, owner: str, area: str) -> None:
    table = page().table
    table.go_to(next(each for each in starter_list().areas if each.name == area), Column.OWNER)
    table.setFocus()
    hands.write(owner)


@when(parsers.parse('jag söker "{words}" och bockar för "{kind}"'))
def search_and_tick(hands: Any, words: str, kind: str) -> None:
    hands.key(Qt.Key.Key_F, _CONTROL)
    page().search.clear()
    hands.write(words, Qt.Key.Key_Down)
    tick(hands, kind)


@when(parsers.parse('jag söker "{words}" och bockar för "{kind}" med ägaren "{owner}"'))
def search_tick_and_own(hands: Any, words: str, kind: str, owner: str) -> None:
    search_and_tick(hands, words, kind)
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Tab)
    hands.write(owner)


@when(parsers.parse('jag bockar för "{kind}"'))
def find_and_tick(hands: Any, kind: str) -> None:
    page().search.clear()
    tick(hands, kind)


def tick(hands: Any, kind: str) -> None:
    table = page().table
    table.go_to(next(each for each in starter_list().kinds if each.name == kind))
    table.setFocus()
    hands.key(Qt.Key.Key_Space)


@when("jag lägger till det som är bockat")
def add(hands: Any) -> None:
    hands.press(page().add_to_register.text())


@when("jag öppnar startlistan igen")
def open_again(house: Any, hands: Any) -> None:
    house.window.commands["starter"].trigger()
    hands.rest()


@when("jag stänger programmet och startar det igen")
def restart(house: Any, hands: Any) -> None:
    house.close()
    house.start()
    for _turn in range(20):
        hands.rest()


@when("jag trycker Ctrl+Z och godkänner det som visas")
def undo(house: Any, hands: Any) -> None:
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_Z, _CONTROL)
    hands.press("Genomför")


@when(parsers.parse('jag börjar ett nytt system, skriver "{text}" och väljer det första förslaget'))
def name_by_offer(house: Any, hands: Any, text: str) -> None:
    house.window.commands["new"].trigger()
    hands.rest()
    QTest.keyClicks(QApplication.focusWidget(), text)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)


@then("har registret inga system")
def no_systems(house: Any) -> None:
    assert systems(house) == {}


@then(parsers.parse('visar listan "{names}"'))
def list_shows(house: Any, names: str) -> None:
    model = house.bench.page.model
    assert [model.index(line, 0).data() for line in range(model.rowCount())] == names.split(", ")


@then(parsers.parse('"{name}" har systemägaren "{owner}" och leverantören "{supplier}"'))
def has_owner_and_supplier(house: Any, name: str, owner: str, supplier: str) -> None:
    read = systems(house)[name]
    assert read.holders["system_owner"].label == owner
    assert supplier in read.labels.values()


@then(parsers.parse('"{name}" har området "{area}"'))
def has_area(house: Any, name: str, area: str) -> None:
    record = systems(house)[name].record
    assert isinstance(record, System)
    assert record.area == area


@then("ingen av dem är klassad")
def not_classified(house: Any) -> None:
    records = [read.record for read in systems(house).values()]
    assert [record.classified_on for record in records if isinstance(record, System)] == [None] * 3


@then(parsers.parse('är "{kind}" märkt "{words}"'))
def is_marked(kind: str, words: str) -> None:
    model = page().model
    line = next(each for each in starter_list().kinds if each.name == kind)
    assert model.index(model.row_of(line), Column.NAME).data() == words
    page().close()
