"""A sheet of fields is filled in by the keyboard, and done with only when one says so."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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
