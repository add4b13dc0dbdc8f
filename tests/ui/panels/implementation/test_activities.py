"""The activities on a plan's page: numbered, edited where they stand, done and moved by mouse and keys."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.implementation.move_sheet import MoveSheet
from itadmin.ui.panels.implementation.activities import ActivitiesPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Make = Callable[..., UUID]
Record = Callable[[str, UUID], Any]
Press = Callable[[QWidget, str], None]
ACTIVITIES = "implementation_activities"


@pytest.fixture
def panel(page: RecordPage, make: Make) -> ActivitiesPanel:
    page.show_record(make())
    return page.findChild(ActivitiesPanel)


def stand_on(panel: ActivitiesPanel, row: int) -> UUID:
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(row, 1))
    return panel.model.read_at(row).record.id


def test_they_are_numbered_as_on_paper(panel: ActivitiesPanel) -> None:
    names = [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]
    assert names[0] == "1.1 Beskriva behovet och begära IT-yttrande"
    assert [name.split()[0] for name in names] == ["1.1", "1.2", "2.1", "3.1", "3.2", "3.3", "4.1", "5.1"]


def test_a_day_is_written_where_it_stands(
    panel: ActivitiesPanel, record: Record, qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    key = stand_on(panel, 0)
    panel.table.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    type_text("2026-12-31", Qt.Key.Key_Return)
    assert str(record(ACTIVITIES, key).ends_on) == "2026-12-31"


def test_what_is_done_is_noted_with_one_press(panel: ActivitiesPanel, record: Record, qtbot: QtBot) -> None:
    assert not panel.done.isEnabled()
    key = stand_on(panel, 1)
    assert panel.done.accessibleName().startswith("Klar: Klassa informationen")
    qtbot.mouseClick(panel.done, Qt.MouseButton.LeftButton)
    assert (record(ACTIVITIES, key).status, record(ACTIVITIES, key).done_percent) == ("klar", 100_00)


def test_one_is_moved_with_what_waits_for_it(
    panel: ActivitiesPanel, page: RecordPage, record: Record, qtbot: QtBot, sheet_of: Callable[..., Any]
) -> None:
    key = stand_on(panel, 3)
    qtbot.mouseClick(panel.move_it, Qt.MouseButton.LeftButton)
    sheet: MoveSheet = sheet_of(page, MoveSheet)
    sheet.lines[1].selectAll()
    qtbot.keyClicks(sheet.lines[1], "2027-01-20")
    assert "4 aktiviteter som väntar på den flyttas 3 arbetsdagar senare." in sheet.outcome.text()
    assert "blir inte klar före driftstarten" in sheet.remarks.text()
    qtbot.keyClick(sheet.lines[1], Qt.Key.Key_Return)
    assert str(record(ACTIVITIES, key).ends_on) == "2027-01-20"


def test_a_name_leads_to_its_page(session: Session, panel: ActivitiesPanel, qtbot: QtBot) -> None:
    key = panel.model.read_at(2).record.id
    place = panel.table.visualRect(panel.model.index(2, 0)).center()
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [ACTIVITIES, key]


def test_one_more_begins_in_the_phase_one_stands_in(
    panel: ActivitiesPanel, page: RecordPage, sheet_of: Callable[..., Any]
) -> None:
    stand_on(panel, 3)
    panel.follow_link()
    sheet: NewRecordDialog = sheet_of(page, NewRecordDialog)
    assert sheet.written("phase") == "uppsattning"
    assert sheet.written("status") == "ej_paborjad"


def test_a_plan_without_activities_says_so(page: RecordPage, workspace: Workspace) -> None:
    page.show_record(workspace.records.add("implementations", {"title": "Tom"}))
    panel = page.findChild(ActivitiesPanel)
    assert panel.table.isHidden()
    assert not panel.none.isHidden()
    assert panel.move_it.isHidden()
