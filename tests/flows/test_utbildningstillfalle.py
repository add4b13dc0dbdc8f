"""From who lacks a moment to the certificate of who has done it: the steps of `utbildningstillfalle.feature`."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.training.lacking import lacking
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui import desk
from itadmin.ui.panels.sessions.participants_table import ParticipantsTable
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.training_sessions.calendar_window import TrainingCalendarWindow
from itadmin.ui.training_sessions.lacking_window import LackingWindow
from itadmin.ui.training_sessions.session_sheet import SessionSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("utbildningstillfalle.feature")

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NBSP = "\u00a0"


def only(house: Any, kind: Any) -> Any:
    (window,) = house.bench.windows.of(kind)
    return window


def shown(kind: Any) -> Any:
    (found,) = (widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible())
    return found


def of_window(house: Any, hands: Any, key: Qt.Key) -> None:
    """Press Ctrl+Shift and a key in the main window, once the register is on the desk."""
    assert house.bench is not None
    hands.rest()
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.key(key, SHIFTED)


@given(parsers.parse('ett register där "{one}" och "{other}" ska ha momentet "{title}" i en fastställd plan'))
def register(
    house: Any,
    register_path: Path,
    around: Surroundings,
    one: str,
    other: str,
    title: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace = Workspace(open_register(register_path, "prov"), around)
    add, save = workspace.records.add, workspace.records.save
    system = str(add("systems", {"name": "Lifecare", "lifecycle": "i_drift"}))
    plan = add("training_plans", {"title": "Plan", "kind": "system", "system": system, "status": "utkast"})
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    module = {"title": title, "plan": str(plan), "valid_months": 24, "minutes": 180, "demands": demands}
    add("training_modules", module)
    save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2027-03-01"})
    for name in (one, other):
        person = str(add("people", {"name": name}))
        add("audience_members", {"audience": "slutanvandare", "person": person, "system": system})
    workspace.close()
    house.start(register_path)


@when("jag öppnar Vem saknar vad")
def open_lacking(house: Any, hands: Any) -> None:
    of_window(house, hands, Qt.Key.Key_S)
    with house.qtbot.waitActive(only(house, LackingWindow)):
        only(house, LackingWindow).activateWindow()


@then(parsers.parse('saknar "{one}" och "{other}" momentet'))
def both_lack(house: Any, one: str, other: str) -> None:
    window = only(house, LackingWindow)
    assert [row[0] for row in window.people.sheet.rows] == [one, other]
    assert window.told.text().replace(NBSP, " ").startswith("2 av 2 personer saknar något.")


@when(parsers.parse('jag väljer båda och skapar ett tillfälle den "{day}" klockan "{time}"'))
def sign_up(house: Any, hands: Any, day: str, time: str) -> None:
    window = only(house, LackingWindow)
    window.people.setFocus()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press("Anmäl till tillfälle…")
    sheet = shown(SessionSheet)
    with house.qtbot.waitActive(sheet):
        sheet.activateWindow()
    hands.press("Nytt tillfälle…")
    asked = shown(NewRecordDialog)
    with house.qtbot.waitActive(asked):
        asked.activateWindow()
    for name, text in (("starts_on", day), ("starts_at", time)):
        asked.editors[name].setFocus()
        hands.rest()
        hands.write(text, Qt.Key.Key_Tab)
    hands.press("Lägg till")


@then("är båda anmälda till det")
def both_signed_up(house: Any) -> None:
    assert only(house, LackingWindow).said.text() == "Grundkurs Lifecare: 2 anmälda. Ctrl+Z ångrar."


@when("jag öppnar tillfället i utbildningskalendern")
def open_session(house: Any, hands: Any) -> None:
    of_window(house, hands, Qt.Key.Key_U)
    window = only(house, TrainingCalendarWindow)
    with house.qtbot.waitActive(window):
        window.activateWindow()
    window.month.setFocus()
    hands.key(Qt.Key.Key_Return)


@then(parsers.parse('visas tillfället med "{told}"'))
def session_is_shown(house: Any, told: str) -> None:
    page = house.bench.page
    house.qtbot.waitUntil(lambda: page.register.name == "training_sessions")
    assert told in [label.text() for label in _labels(page)]


@when(parsers.parse('jag trycker på "{name}"'))
def press(house: Any, hands: Any, name: str) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    hands.press(name)


@when(parsers.parse('noterar med en tangent att "{name}" uteblev'))
def note_missed(hands: Any, name: str) -> None:
    table = shown(ParticipantsTable)
    model: Any = table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
    table.setFocus()
    table.setCurrentIndex(model.index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_U)
    hands.rest()


@then(parsers.parse('är tillfället genomfört och bara "{name}" saknar momentet'))
def given_to_one(house: Any, name: str) -> None:
    reading = house.workspace.reading()
    (session,) = reading.many("training_sessions", reading.keys("training_sessions")).values()
    assert session.record.status == "genomfort"
    assert [row.name for row in lacking(reading).rows] == [name]


@when(parsers.parse('skapar handlingen som "{name}"'))
def make_paper(house: Any, hands: Any, save_as: Callable[[Path], None], tmp_path: Path, name: str) -> None:
    (window,) = house.papers
    house.qtbot.waitUntil(lambda: window.pages.page_count() > 0)
    with house.qtbot.waitActive(window):
        window.activateWindow()
    save_as(tmp_path / name)
    hands.press("Skapa PDF")
    house.qtbot.waitUntil((tmp_path / name).exists)


@then(parsers.parse('intygar "{name}" att "{person}" har genomfört "{title}" till och med "{day}"'))
def certified(tmp_path: Path, name: str, person: str, title: str, day: str) -> None:
    text = pypdf.PdfReader(BytesIO((tmp_path / name).read_bytes())).pages[0].extract_text().replace(NBSP, " ")
    assert f"{person} har genomfört {title} den 22 november 2026." in " ".join(text.split())
    assert day in text


def _labels(page: Any) -> Any:
    return [label for label in page.findChildren(QLabel) if label.isVisible()]
