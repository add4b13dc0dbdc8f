"""Owned rows are added, edited, moved and taken away by the keyboard, and saved as one value."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from itadmin.domain.record import described_fields
from itadmin.domain.registers.agreement_rows import PriceRow
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.rows_model import RowsModel
from itadmin.ui.register.value_row import ValueRow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Typing = Callable[..., None]
PRICES = [
    {"item": "Drift", "basis": None, "amount": 100_000_00},
    {"item": "Support", "basis": "per timme", "amount": 20_000_00},
]


@pytest.fixture
def agreement_id(workspace: Workspace, system_id: UUID) -> UUID:
    return workspace.records.add("agreements", {"title": "Driftavtal", "systems": [str(system_id)], "prices": PRICES})


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], agreement_id: UUID) -> RecordPage:
    page = page_of("agreements")
    page.show_record(agreement_id)
    return page


@pytest.fixture
def grid(page: RecordPage) -> QTableView:
    page.edit_field("prices")
    QApplication.processEvents()
    grid = QApplication.focusWidget()
    assert isinstance(grid, QTableView)
    return grid


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def prices(workspace: Workspace, agreement_id: UUID) -> list[tuple[str, str, int | None]]:
    agreement: Any = workspace.reading().one("agreements", agreement_id).record
    return [(row.item, row.basis, row.amount) for row in agreement.prices]


def test_arrows_move_typing_replaces_and_control_enter_saves_all(
    grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    key(Qt.Key.Key_Down)
    type_text("Stöd", Qt.Key.Key_Return)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Right)
    type_text("25 000", Qt.Key.Key_Return)
    before = len(workspace.reading().history(agreement_id))
    key(Qt.Key.Key_Return, CONTROL)
    assert prices(workspace, agreement_id) == [("Drift", "", 100_000_00), ("Stöd", "per timme", 25_000_00)]
    assert len(workspace.reading().history(agreement_id)) == before + 1


def test_what_is_being_typed_is_saved_when_one_leaves(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    type_text("Grundavgift")
    page.leave()
    assert prices(workspace, agreement_id)[0][0] == "Grundavgift"


def test_a_row_is_added_below_and_taken_away_again(
    grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    key(Qt.Key.Key_Insert)
    type_text("Licens", Qt.Key.Key_Return)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Delete, CONTROL)
    key(Qt.Key.Key_Return, CONTROL)
    assert [row[0] for row in prices(workspace, agreement_id)] == ["Drift", "Licens"]


def test_rows_change_places(grid: QTableView, workspace: Workspace, agreement_id: UUID) -> None:
    key(Qt.Key.Key_Down, ALT)
    assert grid.currentIndex().row() == 1
    key(Qt.Key.Key_Down, ALT)
    key(Qt.Key.Key_Return, CONTROL)
    assert [row[0] for row in prices(workspace, agreement_id)] == ["Support", "Drift"]


def test_delete_empties_a_cell_and_an_empty_row_is_no_row(
    grid: QTableView, workspace: Workspace, agreement_id: UUID
) -> None:
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Delete)
    key(Qt.Key.Key_Insert)
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Return, CONTROL)
    assert prices(workspace, agreement_id) == [("Drift", "", 100_000_00), ("Support", "", 20_000_00)]


def test_escape_leaves_the_cell_first_and_the_rows_then(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    type_text("Något annat", Qt.Key.Key_Escape)
    assert next(row for row in page.findChildren(ValueRow) if row.name == "prices").is_editing
    key(Qt.Key.Key_Escape)
    assert not next(row for row in page.findChildren(ValueRow) if row.name == "prices").is_editing
    assert prices(workspace, agreement_id)[0][0] == "Drift"


def test_escape_tells_of_rows_that_are_not_saved_before_it_throws_them_away(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    def told() -> bool:
        return any(label.text().startswith("Raderna är inte sparade.") for label in page.findChildren(QLabel))

    row = next(row for row in page.findChildren(ValueRow) if row.name == "prices")
    type_text("Något annat", Qt.Key.Key_Return)
    assert not told()
    key(Qt.Key.Key_Escape)
    assert row.is_editing
    assert told()
    key(Qt.Key.Key_Escape)
    assert not row.is_editing
    assert prices(workspace, agreement_id)[0][0] == "Drift"


def test_a_cell_that_cannot_be_read_is_told_by_row_and_column_and_kept(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID, type_text: Typing
) -> None:
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Right)
    type_text("mycket", Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, CONTROL)
    row = next(row for row in page.findChildren(ValueRow) if row.name == "prices")
    assert row.is_editing
    assert row.fault().startswith("Rad 1, Belopp:")
    assert grid.model().index(0, 2).data() == "mycket"
    page.leave()
    page.show_record(None)
    page.show_record(agreement_id)
    assert next(row for row in page.findChildren(ValueRow) if row.name == "prices").is_editing
    assert prices(workspace, agreement_id)[0][2] == 100_000_00


def test_rows_that_were_left_unaccepted_stand_there_when_one_comes_back(
    page: RecordPage,
    grid: QTableView,
    workspace: Workspace,
    agreement_id: UUID,
    type_text: Typing,
) -> None:
    other = workspace.records.add("agreements", {"title": "Annat avtal", "prices": PRICES})
    grid.setCurrentIndex(grid.model().index(1, 2))
    type_text("dyrt", Qt.Key.Key_Return)
    key(Qt.Key.Key_Insert)
    type_text("Jour", Qt.Key.Key_Return)
    page.leave()
    page.show_record(other)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.show_record(agreement_id)
    again = next(table for table in page.findChildren(QTableView) if table.isVisible())
    shown = [[again.model().index(row, column).data() for column in (0, 2)] for row in range(3)]
    assert shown == [["Drift", "100\u00a0000"], ["Support", "dyrt"], ["Jour", ""]]
    again.setFocus()
    again.edit(again.model().index(2, 2))
    type_text("4000", Qt.Key.Key_Return)
    again.edit(again.model().index(1, 2))
    type_text("30000", Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, CONTROL)
    assert prices(workspace, agreement_id) == [
        ("Drift", "", 100_000_00),
        ("Support", "per timme", 30_000_00),
        ("Jour", "", 4_000_00),
    ]


def test_the_buttons_do_what_the_keys_do(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    def press(name: str) -> None:
        button = next(
            item for item in page.findChildren(QAbstractButton) if name in (item.text(), item.accessibleName())
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    press("Flytta ned")
    press("Ta bort rad")
    press("Klar")
    assert [row[0] for row in prices(workspace, agreement_id)] == ["Support"]


def test_no_rows_begin_with_an_empty_one_to_write_in(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement_id: UUID, type_text: Typing, qtbot: QtBot
) -> None:
    workspace.records.save("agreements", agreement_id, {"prices": []})
    page = page_of("agreements")
    page.show_record(agreement_id)
    page.edit_field("prices")
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QTableView))
    type_text("Drift", Qt.Key.Key_Return)
    key(Qt.Key.Key_Return, CONTROL)
    assert prices(workspace, agreement_id) == [("Drift", "", None)]


def test_the_model_keeps_what_qt_expects_of_models(page: RecordPage) -> None:
    model = RowsModel(described_fields(PriceRow), page)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_rows(PRICES)
    model.add(1)
    model.setData(model.index(1, 2), "nej")
    model.swap(0, 1)
    with pytest.raises(ValueError, match="Rad 1, Belopp"):
        model.rows()
    model.remove(0)
    assert model.rows() == PRICES
    tester.deleteLater()


def test_keys_of_the_rows_are_not_taken_for_commands_of_the_window(
    page: RecordPage, grid: QTableView, workspace: Workspace, agreement_id: UUID
) -> None:
    taken: list[str] = []
    for keys in ("Ctrl+Del", "F2"):
        QShortcut(QKeySequence(keys), page, lambda keys=keys: taken.append(keys))
    key(Qt.Key.Key_Delete, CONTROL)
    key(Qt.Key.Key_F2)
    assert grid.state() is QTableView.State.EditingState
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_Return, CONTROL)
    assert taken == []
    assert prices(workspace, agreement_id) == [("Support", "per timme", 20_000_00)]


def test_a_kommun_is_shown_and_written_by_its_name(
    page_of: Callable[[str], RecordPage], workspace: Workspace, type_text: Typing
) -> None:
    rows = [{"municipality": "1461", "users": 5}]
    key_of = workspace.records.add("allocations", {"title": "Drift", "participants": rows})
    page = page_of("allocations")
    page.show_record(key_of)
    assert "Mellerud" in [label.text() for label in page.findChildren(QLabel)]
    page.edit_field("participants")
    QApplication.processEvents()
    grid = QApplication.focusWidget()
    assert isinstance(grid, QTableView)
    model = grid.model()
    assert [model.index(0, 0).data(), model.headerData(0, Qt.Orientation.Horizontal)] == ["Mellerud", "Kommun"]
    type_text("Bengtsfors kommun", Qt.Key.Key_Return)
    assert model.index(0, 0).data() == "Bengtsfors"
    key(Qt.Key.Key_Return, CONTROL)
    allocation: Any = workspace.reading().one("allocations", key_of).record
    assert [row.municipality for row in allocation.participants] == ["1460"]
