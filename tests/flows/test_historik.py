"""Nothing is lost: the steps of `historik.feature`."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.changes import Change, ChangeSet
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import open_workspace
from itadmin.ui import desk
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.history.overview import OverviewDialog
from itadmin.ui.history.past_day import PastDayDialog
from itadmin.ui.history.record_history import HistoryDialog
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.widgets.buttons import LinkButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("historik.feature")

_CTRL = Qt.KeyboardModifier.ControlModifier
_NAMES = ("Lifecare", "Raindance", "Treserva")


@given(parsers.parse('ett register där "{name}" i går fick område av en import som ändrade tre system'))
def imported(register_path: Path, around: Surroundings, clock: Any, name: str) -> None:
    assert name in _NAMES
    workspace = open_workspace(register_path, around)
    keys = [workspace.records.add("systems", {"name": each}) for each in _NAMES]
    clock.move(days=1)
    changes = tuple(Change("systems", key, {"area": None}, {"area": "Importerat"}) for key in keys)
    workspace.records.apply(ChangeSet("Importerade 3 system", changes))
    clock.move(days=1)
    workspace.close()


@given("att registret är öppet i fönstret i dag")
def open_it(house: Any, hands: Any, register_path: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    house.start(register_path)
    assert house.bench.page.register.name == "systems"
    hands.rest()


def to_the_list(house: Any, hands: Any) -> None:
    """Put the keyboard in the list of the main window."""
    with hands.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.list.focus_table()


def dialog(kind: type[Any]) -> Any:
    return next(item for item in QApplication.allWidgets() if isinstance(item, kind) and item.isVisible())


def overview_rows(overview: OverviewDialog) -> list[str]:
    model = overview.browser.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def area(house: Any, name: str) -> str:
    reading = house.workspace.reading()
    return str(reading.one("systems", reading.named("systems", name)).record.area)


@when("jag trycker Ctrl+Shift+H")
def what_has_changed(house: Any, hands: Any) -> None:
    to_the_list(house, hands)
    hands.key(Qt.Key.Key_H, _CTRL | Qt.KeyboardModifier.ShiftModifier)


@then(parsers.parse('står "{name}" bland det som har ändrats'))
def has_changed(name: str) -> None:
    assert name in overview_rows(dialog(OverviewDialog))


@when(parsers.parse('jag går till "{name}" med Enter'))
def follow(house: Any, hands: Any, name: str) -> None:
    overview = dialog(OverviewDialog)
    overview.activateWindow()
    row = overview_rows(overview).index(name)
    for _step in range(row):
        hands.qtbot.keyClick(overview.browser.table, Qt.Key.Key_Down)
    hands.qtbot.keyClick(overview.browser.table, Qt.Key.Key_Return)
    hands.rest()
    assert house.bench.page.record.record_id == house.workspace.reading().named("systems", name)
    overview.close()


@when("jag öppnar historiken med Ctrl+H")
def open_history(house: Any, hands: Any) -> None:
    to_the_list(house, hands)
    hands.key(Qt.Key.Key_H, _CTRL)


@then(parsers.parse('står steget "{words}" där'))
def step_stands_there(hands: Any, words: str) -> None:
    links = [link.accessibleName() for link in dialog(HistoryDialog).findChildren(LinkButton)]
    assert words in links


@when(parsers.parse('jag återställer "{label}"'))
def put_back(hands: Any, label: str) -> None:
    hands.press(f"Återställ {label.lower()} till tomt")
    dialog(HistoryDialog).close()
    hands.rest()


@then(parsers.parse('är området för "{name}" tomt'))
@then(parsers.parse('området för "{name}" är tomt'))
def no_area(house: Any, name: str) -> None:
    assert area(house, name) == ""


@then(parsers.parse('är området för "{name}" "{text}"'))
@then(parsers.parse('området för "{name}" är "{text}"'))
def has_area(house: Any, name: str, text: str) -> None:
    assert area(house, name) == text


@when("jag ångrar")
def undo(house: Any, hands: Any) -> None:
    to_the_list(house, hands)
    hands.key(Qt.Key.Key_Z, _CTRL)


@when("jag ångrar och läser igenom vad som ändras")
def undo_after_reading(house: Any, hands: Any) -> None:
    undo(house, hands)
    told = [label.text() for label in dialog(ChangesDialog).findChildren(QLabel)]
    assert "Ångra: Importerade 3 system" in told
    assert area(house, "Lifecare") == "Importerat"
    hands.press("Genomför")


@when(parsers.parse('jag visar registret som det var "{day}"'))
def show_day(house: Any, hands: Any, day: str) -> None:
    house.window.commands["past_day"].trigger()
    hands.rest()
    asking = dialog(PastDayDialog)
    asking.activateWindow()
    asking.line.setFocus()
    hands.write(day)
    hands.rest()


@then(parsers.parse('säger raden överst "{words}"'))
def banner_says(house: Any, words: str) -> None:
    assert house.window.banner.isVisible()
    assert house.window.banner.accessibleName() == words


@then("ingenting går att ändra")
def nothing_can_be_changed(house: Any, hands: Any) -> None:
    page = house.bench.page
    to_the_list(house, hands)
    for key, modifier in ((Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_N, _CTRL)):
        hands.key(key, modifier)
    page.record.setFocus()
    hands.key(Qt.Key.Key_F2)
    assert not any(row.is_editing for row in page.record.findChildren(ValueRow))
    assert not page.list.name.isVisible()
    assert page.model.rowCount() == len(_NAMES)


@when("jag går tillbaka till i dag")
def back_to_today(hands: Any) -> None:
    hands.press("Tillbaka till i dag")
