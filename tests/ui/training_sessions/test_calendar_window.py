"""The calendar of utbildningstillfällen: month and list go together, and both lead to the sessions."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.identifiers import municipality_id
from itadmin.ui.look.tokens import LIGHT
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.training_sessions.calendar_window import TrainingCalendarWindow
from itadmin.ui.widgets.buttons import Button

Add = Callable[..., UUID]
Sessions = dict[str, UUID]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sessions(add: Add) -> Sessions:
    """By name: two on 24 November, one of three days in December, one cancelled in October."""
    system = add("systems", name="Lifecare")
    plan = add("training_plans", title="Plan Lifecare", system=system)
    module = add("training_modules", title="Grund", plan=plan)
    course = {"starts_at": "09:00", "ends_at": "12:00", "venue": "Sal 2", "seats": 12}
    days = {"starts_on": "2026-12-02", "ends_on": "2026-12-04"}
    return {
        "Grund": add(
            "training_sessions", title="Grund", modules=[module], status="oppet", starts_on="2026-11-24", **course
        ),
        "Eftermiddag": add("training_sessions", title="Eftermiddag", starts_on="2026-11-24", starts_at="13:00"),
        "Läger": add("training_sessions", title="Läger", municipalities=[municipality_id("1438")], **days),
        "Inställd": add("training_sessions", title="Inställd", status="installt", starts_on="2026-10-01"),
    }


@pytest.fixture
def window(qtbot: QtBot, session: Session, sessions: Sessions) -> Iterator[TrainingCalendarWindow]:
    del sessions
    window = TrainingCalendarWindow(session)
    window.resize(1400, 820)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.month.setFocus()
    yield window
    if isValid(window):
        window.close()


def names(window: TrainingCalendarWindow) -> list[str]:
    return [str(window.model.index(row, 2).data()) for row in range(window.model.rowCount())]


def spot(window: TrainingCalendarWindow, day: date) -> QPoint:
    """A point in a day, below its sessions."""
    grid = window._picture.grid
    place = grid.place_of(day)
    assert place is not None
    return window.month.places().cell(*place).bottomLeft().toPoint() + QPoint(20, -6)


def bar_spot(window: TrainingCalendarWindow, name: str) -> QPoint:
    number = names(window).index(name)
    bar = next(bar for bar in window._picture.grid.bars if bar.number == number)
    return window.month.places().bar(bar).center().toPoint()


def press(qtbot: QtBot, window: TrainingCalendarWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.month, key)


def test_it_begins_with_the_month_of_today(window: TrainingCalendarWindow) -> None:
    assert window.windowTitle() == "Utbildningskalender november 2026 – itadmin"
    assert (
        window.told.text()
        == "Utbildningskalender november 2026: 2 tillfällen, 12 platser kvar, 1 till dagarna före och efter."
    )
    assert names(window) == ["Grund", "Eftermiddag", "Läger"]
    assert window.month.day == date(2026, 11, 22)
    assert window.said.text() == "Söndag den 22 november 2026. Inget tillfälle."


def test_arrows_walk_from_day_to_day_and_space_through_the_sessions_of_one(
    qtbot: QtBot, window: TrainingCalendarWindow
) -> None:
    press(qtbot, window, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert window.month.day == date(2026, 11, 24)
    assert window.table.currentIndex().row() == 0
    assert window.said.text().startswith("Den 24 november 2026, 09:00–12:00. Grund. Öppet för anmälan. 0 av 12")
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.table.currentIndex().row() == 1
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.table.currentIndex().row() == 0


def test_walking_out_of_the_month_goes_to_the_next(qtbot: QtBot, window: TrainingCalendarWindow) -> None:
    press(qtbot, window, *[Qt.Key.Key_Down] * 3)
    assert window.windowTitle().startswith("Utbildningskalender december 2026")
    assert window.month.day == date(2026, 12, 13)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert window.windowTitle().startswith("Utbildningskalender november 2026")


def test_months_are_stepped_through(qtbot: QtBot, window: TrainingCalendarWindow) -> None:
    assert not window.controls.back.isEnabled()
    qtbot.keyClick(window.month, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(window) == ["Läger"]
    qtbot.mouseClick(window.controls.after, LEFT)
    assert window.windowTitle().startswith("Utbildningskalender januari 2027")
    assert window.told.text() == "Utbildningskalender januari 2027: inga tillfällen."
    qtbot.mouseClick(window.controls.back, LEFT)
    assert window.month.day == date(2026, 11, 22)
    qtbot.mouseClick(window.controls.before, LEFT)
    assert names(window) == ["Inställd"]
    assert window.told.text() == "Utbildningskalender oktober 2026: inga tillfällen."


def test_a_click_goes_to_the_session_and_a_double_click_opens_it(
    qtbot: QtBot, window: TrainingCalendarWindow, sessions: Sessions, opened_records: list[tuple[str, UUID]]
) -> None:
    qtbot.mouseClick(window.month, LEFT, pos=bar_spot(window, "Eftermiddag"))
    assert window.table.currentIndex().row() == 1
    qtbot.mouseDClick(window.month, LEFT, pos=bar_spot(window, "Läger"))
    assert opened_records == [("training_sessions", sessions["Läger"])]


def test_enter_opens_the_session_one_stands_on(
    qtbot: QtBot, window: TrainingCalendarWindow, sessions: Sessions, opened_records: list[tuple[str, UUID]]
) -> None:
    press(qtbot, window, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert opened_records == [("training_sessions", sessions["Grund"])]


def test_the_list_goes_to_the_session_in_the_month(qtbot: QtBot, window: TrainingCalendarWindow) -> None:
    window.table.setFocus()
    window.table.setCurrentIndex(window.model.index(0, 0))
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    assert window.month.day == date(2026, 12, 2)
    assert window.month.accessibleDescription().startswith("Den 2 december 2026 till den 4 december 2026. Läger.")


def test_a_new_session_is_made_on_the_day_that_is_clicked_twice(
    qtbot: QtBot, window: TrainingCalendarWindow, type_text: Callable[..., None]
) -> None:
    day = date(2026, 11, 25)
    qtbot.mouseClick(window.month, LEFT, pos=spot(window, day))
    qtbot.mouseDClick(window.month, LEFT, pos=spot(window, day))
    sheet = window.findChild(NewRecordDialog)
    assert sheet is not None
    qtbot.waitUntil(sheet.isActiveWindow)
    type_text("Ny kurs")
    (button,) = (button for button in sheet.findChildren(Button) if button.text() == "Lägg till")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: "Ny kurs" in names(window))
    assert window.month.day == day
    assert [occasion.first for occasion in window.shown if occasion.title == "Ny kurs"] == [day]


def test_kommun_and_system_narrow_what_is_shown(qtbot: QtBot, window: TrainingCalendarWindow) -> None:
    towns, systems = window.controls.boxes["Kommun"], window.controls.boxes["System"]
    assert [towns.itemText(place) for place in range(towns.count())] == [
        "Alla kommuner",
        "Bengtsfors kommun",
        "Dals-Eds kommun",
    ]
    towns.setFocus()
    qtbot.keyClick(towns, Qt.Key.Key_Down)
    assert names(window) == ["Grund", "Eftermiddag"]
    systems.setFocus()
    qtbot.keyClick(systems, Qt.Key.Key_Down)
    assert names(window) == ["Grund"]


def test_it_follows_the_register(
    qtbot: QtBot, session: Session, window: TrainingCalendarWindow, sessions: Sessions
) -> None:
    session.workspace.records.save("training_sessions", sessions["Läger"], {"title": "Höstläger"})
    qtbot.waitUntil(lambda: "Höstläger" in names(window))


def test_what_is_shown_is_saved_as_a_calendar(
    qtbot: QtBot, window: TrainingCalendarWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    path = tmp_path / "kurser.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    window.save_shown()
    saved = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in saved} == {"Grund", "Eftermiddag", "Läger"}
    assert window.said.text() == "3 tillfällen sparade i kurser.ics."
    window.controls.step(-1)
    window.save_coming()
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 3


def test_the_picture_is_copied_and_the_paper_is_a_list(
    window: TrainingCalendarWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.copy_picture()
    image = QApplication.clipboard().image()
    assert image.pixelColor(0, 0).name().upper() == LIGHT.surface.upper()
    path = tmp_path / "november.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    window.save_picture()
    assert path.read_bytes().startswith(b"%PDF")
    assert session.workspace.path.exists()


def test_narrow_it_stands_above_its_list(qtbot: QtBot, window: TrainingCalendarWindow) -> None:
    window.resize(620, 800)
    qtbot.waitUntil(lambda: window.table.mapTo(window, QPoint()).y() > window.month.mapTo(window, QPoint()).y() + 300)


def test_what_collides_is_told_in_words_and_explained(
    qtbot: QtBot, session: Session, window: TrainingCalendarWindow, add: Add
) -> None:
    course = {"starts_on": "2026-11-24", "starts_at": "10:00", "ends_at": "11:00", "venue": "Sal 2"}
    add("training_sessions", title="Krock", **course)
    qtbot.waitUntil(lambda: window.told.text().endswith("2 av dem krockar med ett annat."))
    row = names(window).index("Krock")
    assert window.model.index(row, 7).data() == "Lokalen används av ett annat tillfälle samma tid."
    assert "Krockar med ett annat" in window.legend.accessibleName()
