"""A sheet of fields is filled in by the keyboard, and done with only when one says so."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Instead, Writing
from itadmin.ui.session import Session


def test_what_is_taken_in_a_list_does_not_end_the_sheet(
    session: Session, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    sheet = NewRecordDialog(session, REGISTERS["integrations"], {})
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    source, kind = (sheet.editors[name].focusProxy() for name in ("source", "kind"))
    QTest.keyClicks(source, "life")
    QTest.keyClick(source, Qt.Key.Key_Down)
    QTest.keyClick(source, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.written("source") == str(system_id)
    QTest.keyClicks(kind, "fil")
    QTest.keyClick(kind, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.written("kind") == "filoverforing"
    assert workspace.reading().count("integrations") == 0


def test_the_field_that_is_written_in_is_always_seen(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itadmin.ui.register.fields_sheet._MOST_HEIGHT", 120)
    sheet = NewRecordDialog(session, REGISTERS["agreements"], {})
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    sheet.resize(sheet.minimumSizeHint())
    for name, editor in sheet.editors.items():
        QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        later = list(sheet.editors)[list(sheet.editors).index(name) + 1 :]
        if later:
            shown = sheet.editors[later[0]]
            assert shown.visibleRegion().boundingRect().height() >= shown.focusProxy().height(), later[0]


def begun(session: Session, qtbot: QtBot) -> NewRecordDialog:
    sheet = NewRecordDialog(session, REGISTERS["people"], {})
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    return sheet


def warned(sheet: NewRecordDialog) -> bool:
    told = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    return "Det som är skrivet är inte sparat. Esc en gång till slänger det." in told


def test_escape_tells_that_what_is_written_is_not_saved_before_it_throws_it_away(
    session: Session, qtbot: QtBot
) -> None:
    sheet = begun(session, qtbot)
    line = sheet.editors["name"].focusProxy()
    QTest.keyClicks(line, "Bo")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert sheet.isVisible()
    assert warned(sheet)
    QTest.keyClicks(line, " Ek")
    sheet.close()
    assert sheet.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))
    assert session.reading().count("people") == 0


def test_a_sheet_in_which_nothing_is_written_closes_at_once(session: Session, qtbot: QtBot) -> None:
    sheet = begun(session, qtbot)
    QTest.keyClick(sheet.editors["name"].focusProxy(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_avbryt_throws_away_what_is_written(session: Session, qtbot: QtBot) -> None:
    sheet = begun(session, qtbot)
    QTest.keyClicks(sheet.editors["name"].focusProxy(), "Bo")
    cancel = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Avbryt")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_another_way_to_a_new_record_takes_the_place_of_what_is_written(session: Session, qtbot: QtBot) -> None:
    sheet = begun(session, qtbot)
    turned: list[object] = []
    sheet.offer(Writing(instead=Instead("Från mall…", lambda *_given: turned.append("mall"))))
    QTest.keyClicks(sheet.editors["name"].focusProxy(), "Bo")
    other = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Från mall…")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert turned == ["mall"]
    qtbot.waitUntil(lambda: not isValid(sheet))
