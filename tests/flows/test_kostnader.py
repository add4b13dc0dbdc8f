"""What a year costs, as a user meets it: the steps of `kostnader.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.money import parse_kronor
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.costs.window import CostsWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("kostnader.feature")

_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def costs(house: Any) -> CostsWindow:
    (window,) = house.bench.windows.of(CostsWindow)
    assert isinstance(window, CostsWindow)
    return window


def lines_of(house: Any, year: int) -> list[tuple[str, int | None]]:
    reading = house.workspace.reading()
    reads = reading.many("cost_lines", reading.keys("cost_lines")).values()
    return [(read.record.text, read.record.budget) for read in reads if read.record.year == year]


@given(
    parsers.parse('systemet "{system}" hos "{unit}" med ett supportavtal på {price} kr sedan {day}'),
    target_fixture="closed",
)
def with_agreement(
    register_path: Path, around: Surroundings, system: str, unit: str, price: str, day: str
) -> Workspace:
    workspace = Workspace(open_register(register_path, "prov"), around)
    add = workspace.records.add
    department = add("organisations", {"name": unit, "kind": "forvaltning"})
    about = add("systems", {"name": system, "department": str(department), "lifecycle": "i_drift"})
    term = {"starts_on": day, "first_term_months": 36, "renewal_months": 12, "notice_months": 3}
    usual = {"title": f"Supportavtal {system}", "kind": "supportavtal", "status": "gallande"}
    add("agreements", {**usual, **term, "annual_price": parse_kronor(price), "systems": [str(about)]})
    return workspace


@given(parsers.parse('kostnadsraden "{text}" på {amount} kr för {year:d}'))
def with_line(house: Any, closed: Workspace, text: str, amount: str, year: int) -> None:
    (system,) = closed.reading().keys("systems")
    values = {"kind": "drift", "year": year, "system": str(system), "text": text, "budget": parse_kronor(amount)}
    closed.records.add("cost_lines", values)
    path = closed.path
    closed.close()
    house.start(path)


@when("jag öppnar kostnaderna med tangenterna")
def open_it(house: Any, hands: Any) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_O, _SHIFTED)
    costs(house).activateWindow()
    hands.rest()


@then(parsers.parse('kostar "{name}" "{now}" i år och "{before}" förra året'))
def costing(house: Any, name: str, now: str, before: str) -> None:
    model = costs(house).table.sheet
    texts = [[model.index(row, column).data().replace("\N{NBSP}", " ") for column in range(3)] for row in (0, 1)]
    assert texts == [[name, now, before], ["Summa", now, before]]


@when(parsers.parse('jag summerar "{word}"'))
def sum_by(house: Any, hands: Any, word: str) -> None:
    box = costs(house).controls.groupings
    box.setFocus()
    while box.currentText() != word:
        hands.key(Qt.Key.Key_Down)


@then(parsers.parse('förklaringen säger "{words}"'))
def explained(house: Any, words: str) -> None:
    assert words in costs(house).pieces.told.text().replace("\N{NBSP}", " ")


@when(parsers.parse('jag väljer år "{year}" och kopierar förra årets rader som budget'))
def copy_lines(house: Any, hands: Any, year: str) -> None:
    hands.choose(costs(house).controls.years, year)
    hands.press(f"Kopiera {int(year) - 1} som budget")


@then(parsers.parse('finns raden "{text}" med budget {amount} kr för {year:d}'))
def there(house: Any, text: str, amount: str, year: int) -> None:
    assert lines_of(house, year) == [(text, parse_kronor(amount))]


@when("jag ångrar")
def undo(house: Any, hands: Any) -> None:
    costs(house).table.setFocus()
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@then(parsers.parse("finns ingen rad för {year:d}"))
def none_there(house: Any, year: int) -> None:
    assert lines_of(house, year) == []
