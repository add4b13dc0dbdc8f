"""The decisions stand in a table that is filled in where they stand, and the page tells how far the kommuner are."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.steering.decisions import DecisionsPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox

Page = Callable[[str], RecordPage]
KOMMUN, BODY, STATUS, DAY, PARAGRAPH = range(5)


@pytest.fixture
def page(page_of: Page) -> RecordPage:
    return page_of("steering_documents")


def panel_of(page: RecordPage, document: UUID) -> DecisionsPanel:
    page.show_record(document)
    panel = page.findChild(DecisionsPanel)
    assert isinstance(panel, DecisionsPanel)
    QApplication.processEvents()
    return panel


def cell(table: ReadsTable, row: int, column: int) -> QModelIndex:
    return table.model().index(row, column)


def click(qtbot: QtBot, table: ReadsTable, row: int, column: int) -> None:
    index = cell(table, row, column)
    table.scrollTo(index)
    place: QPoint = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def type_into(qtbot: QtBot, table: ReadsTable, text: str) -> None:
    line = table.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() is not ReadsTable.State.EditingState)


def decision(workspace: Workspace, decision_id: UUID) -> Any:
    return workspace.reading().one("steering_decisions", decision_id).record


def test_it_tells_how_far_the_kommuner_have_come(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID]
) -> None:
    panel = panel_of(page, guideline)
    assert panel.told.text() == "Fastställt i 0 av 2 – väntar på Bengtsfors kommun och Dals-Eds kommun."
    workspace.records.save("steering_decisions", decided["other"], {"status": "faststalld"})
    assert panel.told.text() == "Fastställt i 1 av 2 – väntar på Bengtsfors kommun."


def test_rows_stand_by_kommun(page: RecordPage, guideline: UUID, decided: dict[str, UUID]) -> None:
    table = panel_of(page, guideline).table
    assert [cell(table, row, KOMMUN).data() for row in range(2)] == ["Bengtsfors", "Dals-Ed"]
    assert [cell(table, 0, BODY).data(), cell(table, 0, BODY).data(Qt.ItemDataRole.ToolTipRole)] == [
        "KS",
        "Kommunstyrelsen",
    ]
    spoken = cell(table, 1, STATUS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Dals-Eds kommun, Läge: Väntar på beslut"


def test_a_day_is_typed_where_it_stands(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], qtbot: QtBot
) -> None:
    table = panel_of(page, guideline).table
    click(qtbot, table, 0, DAY)
    type_into(qtbot, table, "2026-11-04")
    assert decision(workspace, decided["own"]).decided_on.isoformat() == "2026-11-04"
    assert cell(table, 0, DAY).data() == "2026-11-04"
    workspace.undo.undo()
    assert cell(table, 0, DAY).data() == ""


def test_a_state_is_chosen_and_saved_at_once(
    page: RecordPage,
    workspace: Workspace,
    guideline: UUID,
    decided: dict[str, UUID],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[ComboBox] = []

    def note(box: ComboBox) -> None:
        opened.append(box)

    monkeypatch.setattr(ComboBox, "showPopup", note)
    table = panel_of(page, guideline).table
    table.setFocus()
    table.setCurrentIndex(cell(table, 0, STATUS))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened) == 1)
    qtbot.keyClicks(opened[0], "fast")
    assert decision(workspace, decided["own"]).status == "faststalld"
    assert table.state() is not ReadsTable.State.EditingState


def test_what_cannot_be_read_is_kept_and_told(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], qtbot: QtBot
) -> None:
    panel = panel_of(page, guideline)
    click(qtbot, panel.table, 0, DAY)
    type_into(qtbot, panel.table, "nyss")
    assert decision(workspace, decided["own"]).decided_on is None
    assert cell(panel.table, 0, DAY).data() == "nyss"
    assert panel.fault.isVisible()
    assert panel.fault.text().startswith("Bengtsfors kommun, beslutsdag: ")
    workspace.records.save("steering_decisions", decided["other"], {"paragraph": "§ 7"})
    assert (cell(panel.table, 0, DAY).data(), cell(panel.table, 1, PARAGRAPH).data()) == ("nyss", "§ 7")
    click(qtbot, panel.table, 0, DAY)
    type_into(qtbot, panel.table, "")
    assert not panel.fault.isVisible()


def test_delete_empties_a_cell_and_the_kommun_leads_to_the_decision(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], session: Session, qtbot: QtBot
) -> None:
    workspace.records.save("steering_decisions", decided["own"], {"paragraph": "§ 9"})
    table = panel_of(page, guideline).table
    table.setFocus()
    table.setCurrentIndex(cell(table, 0, PARAGRAPH))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert decision(workspace, decided["own"]).paragraph == ""
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        click(qtbot, table, 1, KOMMUN)
    assert asked.args == ["steering_decisions", decided["other"]]


def test_decisions_are_open_also_when_the_document_is_adopted(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], qtbot: QtBot
) -> None:
    workspace.records.save("steering_documents", guideline, {"status": "faststalld"})
    table = panel_of(page, guideline).table
    click(qtbot, table, 1, PARAGRAPH)
    type_into(qtbot, table, "§ 12")
    assert decision(workspace, decided["other"]).paragraph == "§ 12"


def test_a_register_that_is_only_read_has_no_open_cells(
    page: RecordPage, guideline: UUID, decided: dict[str, UUID], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Session, "may_change", lambda _session, _read: False)
    panel = panel_of(page, guideline)
    click(qtbot, panel.table, 0, DAY)
    assert panel.table.findChild(QLineEdit) is None
    assert not panel.propose.isVisible()


def test_usual_decisions_are_added_as_one_step(
    page: RecordPage, workspace: Workspace, guideline: UUID, press: Callable[[QWidget, str], None]
) -> None:
    panel = panel_of(page, guideline)
    assert panel.none.isVisible()
    press(panel, "Lägg till 2 vanliga beslut")
    reads = workspace.reading().referring("steering_decisions", "document", guideline)
    found: list[Any] = [read.record for read in reads]
    assert {each.municipality for each in found} == {municipality_id("1460"), municipality_id("1438")}
    assert {(each.body, each.status) for each in found} == {("KS", "vantar")}
    assert panel.table.isVisible()
    assert not panel.propose.isVisible()
    workspace.undo.undo()
    assert workspace.reading().count("steering_decisions") == 0


def test_one_more_decision_is_asked_for(
    page: RecordPage,
    guideline: UUID,
    press: Callable[[QWidget, str], None],
    sheet_of: Callable[..., Any],
) -> None:
    panel = panel_of(page, guideline)
    press(panel.parentWidget(), "Nytt beslut …")
    sheet = sheet_of(page, NewRecordDialog)
    assert sheet.written("document") == str(guideline)


def test_what_one_looks_for_fits_and_the_wheel_scrolls_the_page(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], qtbot: QtBot
) -> None:
    values = {"decided_on": "2026-11-04", "paragraph": "§ 112", "registry_number": "KS 2026-00211"}
    workspace.records.save("steering_decisions", decided["own"], {**values, "status": "aterremitterad"})
    table = panel_of(page, guideline).table
    ends = [table.columnViewportPosition(column) + table.columnWidth(column) for column in range(6)]
    assert max(ends) <= table.viewport().width()
    is_inverted = False
    middle = QPointF(table.viewport().rect().center())
    event = QWheelEvent(
        middle,
        table.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        is_inverted,
    )
    QApplication.sendEvent(table.viewport(), event)
    assert (event.isAccepted(), table.horizontalScrollBar().value()) == (False, 0)


def test_the_usual_ones_are_proposed_until_it_is_adopted(
    page: RecordPage, workspace: Workspace, guideline: UUID
) -> None:
    panel = panel_of(page, guideline)
    assert panel.propose.isVisible()
    workspace.records.save("steering_documents", guideline, {"status": "faststalld"})
    assert not panel.propose.isVisible()
    assert any(button.text() == "Nytt beslut …" for button in page.findChildren(QAbstractButton) if button.isVisible())


def test_other_rows_are_shown_from_their_first_column_on(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID]
) -> None:
    workspace.records.save("steering_decisions", decided["own"], {"part": "Allt om lösenord och inloggning hos oss"})
    table = panel_of(page, guideline).table
    page.resize(500, 700)
    QApplication.processEvents()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.horizontalScrollBar().value() > 0
    values = {"document": str(guideline), "municipality": str(municipality_id("1492")), "body": "KS"}
    workspace.records.add("steering_decisions", values)
    assert table.horizontalScrollBar().value() == 0


def test_what_cannot_be_read_is_there_when_one_comes_back(
    page: RecordPage, workspace: Workspace, guideline: UUID, decided: dict[str, UUID], qtbot: QtBot
) -> None:
    panel = panel_of(page, guideline)
    click(qtbot, panel.table, 0, DAY)
    type_into(qtbot, panel.table, "nyss")
    page.show_record(workspace.records.add("steering_documents", {"title": "Riktlinje"}))
    assert not panel.fault.isVisible()
    page.show_record(guideline)
    assert (cell(panel.table, 0, DAY).data(), panel.fault.isVisible()) == ("nyss", True)
