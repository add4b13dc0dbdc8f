"""A sheet of fields is filled in by the keyboard, and done with only when one says so."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.register.new_record import NewRecordDialog
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
