"""From a list of who has been at which course to what must be repeated: the steps of `deltagarlista.feature`."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.views import ListView
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.row_places import Part
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.training_sessions.lacking_window import LackingWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("deltagarlista.feature")

_REGISTER = "training_participations"


def shown(kind: type[Any]) -> Any:
    return next(widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible())


@given(parsers.parse('ett register där "{name}" ska ha momentet "{title}" som gäller i {months:d} månader'))
def register(
    house: Any,
    register_path: Path,
    around: Surroundings,
    name: str,
    title: str,
    months: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    add, save = workspace.records.add, workspace.records.save
    system = str(add("systems", {"name": "Lifecare", "lifecycle": "i_drift"}))
    plan = add("training_plans", {"title": "Plan", "kind": "system", "system": system})
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    add("training_modules", {"title": title, "plan": str(plan), "valid_months": months, "demands": demands})
    save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2027-03-01"})
    person = str(add("people", {"name": name}))
    add("audience_members", {"audience": "slutanvandare", "person": person, "system": system})
    workspace.close()
    house.start(register_path)


@given("en Excellista över deltagare")
def make_list(tmp_path: Path, datatable: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    for cells in datatable:
        book.worksheets[0].append([cell or None for cell in cells])
    path = tmp_path / "deltagare.xlsx"
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), "Excel (*.xlsx)"))


@when("jag trycker Ctrl+I bland deltaganden och väljer listan")
def open_import(house: Any, hands: Any) -> None:
    hands.rest()
    house.bench.open_list(_REGISTER, ListView())
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.list.focus_table()
    hands.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    hands.press("Välj fil…")


@when(parsers.re('jag trycker på "(?P<name>[^"]+)"$'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@then(parsers.parse('säger granskningen att "{new}" kan vara "{known}"'))
def preview_asks(new: str, known: str) -> None:
    page = shown(ImportDialog).preview_page
    assert f"”{new}” kan vara {known}, som redan finns." in page.models[page.shown()].told(0)


@then(parsers.parse('har "{one}" genomfört momentet och "{other}" uteblivit'))
def is_taken_in(house: Any, one: str, other: str) -> None:
    reading = house.workspace.reading()
    reads = reading.many(_REGISTER, reading.keys(_REGISTER)).values()
    told = {read.labels[read.record.person]: read.record.status for read in reads}
    assert told == {one: "genomford", other: "uteblev"}


@then(parsers.parse('Kräver åtgärd säger "{reason}"'))
def is_told(house: Any, hands: Any, reason: str) -> None:
    house.bench.show_start()
    hands.rest()
    house.qtbot.waitUntil(lambda: _row_saying(reason) >= 0)
    page = shown(StartPage)
    page.view.stand_on(_row_saying(reason))
    page.view.scrollTo(page.view.currentIndex())


def _row_saying(reason: str) -> int:
    model = shown(StartPage).model
    told = [[line.reason for line in getattr(model.row(number), "lines", ())] for number in range(model.rowCount())]
    return next((number for number, reasons in enumerate(told) if reason in reasons), -1)


@when(parsers.parse('jag trycker på "{name}" på raden'))
def press_on_row(hands: Any, name: str) -> None:
    page = shown(StartPage)
    index = page.view.currentIndex()
    rect = page.view.visualRect(index)
    places = (QPoint(x, rect.center().y()) for x in range(rect.left(), rect.right(), 4))
    place = next(place for place in places if page.view.parts.part_at(index, place.toPointF()) is Part.BUTTON)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(6, 0))
    hands.rest()


@then(parsers.parse('visar fönstret Vem saknar vad "{name}"'))
def window_tells(house: Any, name: str) -> None:
    (window,) = house.bench.windows.of(LackingWindow)
    window.people.selectAll()
    assert {row.name for row in window.chosen} == {name}
