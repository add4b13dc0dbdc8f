"""Lists: rows as wholes, in the heights of the look, opened with Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import TextDelegate


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> RowTable:
    table = RowTable(look)
    qtbot.addWidget(table)
    model = QStandardItemModel(6, 3, table)
    model.setHorizontalHeaderLabels(["Namn", "Ägare", "Kostnad, kr"])
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    model.setHeaderData(2, Qt.Orientation.Horizontal, right, Qt.ItemDataRole.TextAlignmentRole)
    table.setModel(model)
    table.setItemDelegate(TextDelegate(look, table))
    table.resize(500, 400)
    table.show()
    return table


def ground(table: RowTable, row: int) -> str:
    image: QImage = table.viewport().grab().toImage()
    return image.pixelColor(60, table.rowViewportPosition(row) + 10).name().upper()


def first_pixel(table: RowTable, row: int) -> str:
    return table.viewport().grab().toImage().pixelColor(1, table.rowViewportPosition(row) + 10).name().upper()


def chosen(table: RowTable) -> list[int]:
    return [index.row() for index in table.selectionModel().selectedRows()]


def test_a_key_that_is_held_is_not_meant_for_the_row_that_the_program_stands_on(qtbot: QtBot, table: RowTable) -> None:
    table.selectRow(1)
    qtbot.keyPress(table, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    table.setCurrentIndex(table.model().index(1, 0))
    assert chosen(table) == [1]


def test_keys_choose_more_rows_and_the_program_only_one(qtbot: QtBot, table: RowTable) -> None:
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(table) == [1, 2]
    table.setCurrentIndex(table.model().index(2, 0))
    assert chosen(table) == [2]


@pytest.mark.parametrize(
    ("height", "pixels"),
    [(RowHeight.COMPACT, 27), (RowHeight.NORMAL, 31), (RowHeight.AIRY, 35), (RowHeight.TWO_LINES, 44)],
)
def test_row_heights_follow_the_text(look: Look, qtbot: QtBot, height: RowHeight, pixels: int) -> None:
    table = RowTable(look, height)
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 1, table))
    assert table.rowHeight(0) == pytest.approx(pixels, abs=2)
    before = table.rowHeight(0)
    look.set_text_factor(1.5)
    assert table.rowHeight(0) > before


def test_chosen_rows_show_whether_the_list_has_the_keyboard(qtbot: QtBot, table: RowTable, look: Look) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.selectRow(2)
    assert ground(table, 2) == look.tokens.sel
    assert first_pixel(table, 2) == look.tokens.accent
    assert ground(table, 1) == look.tokens.surface
    table.clearFocus()
    assert ground(table, 2) == look.tokens.sel_off
    assert first_pixel(table, 2) == look.tokens.sel_off


def test_the_row_under_the_pointer_is_seen(table: RowTable, look: Look) -> None:
    place = QPointF(200, table.rowViewportPosition(3) + 8)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), move)
    assert table.is_hovered(3)
    assert ground(table, 3) == look.tokens.hover
    table.leaveEvent(None)
    assert not table.is_hovered(3)


def test_the_keyboard_is_seen_on_a_row_that_is_not_chosen(qtbot: QtBot, table: RowTable, look: Look) -> None:
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    index = table.model().index(4, 0)
    table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    assert first_pixel(table, 4) == look.tokens.accent
    assert ground(table, 4) == look.tokens.surface
    image = table.viewport().grab().toImage()
    right = table.row_rect(4).right()
    assert image.pixelColor(right - 1, table.rowViewportPosition(4) + 10).name().upper() == look.tokens.accent


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row(qtbot: QtBot, table: RowTable, key: Qt.Key) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(table, key)
    assert signal.args[0].row() == 1


def test_a_double_click_opens(qtbot: QtBot, table: RowTable) -> None:
    with qtbot.waitSignal(table.opened):
        table.doubleClicked.emit(table.model().index(0, 0))


def test_the_header_is_drawn_with_its_arrow_and_follows_the_look(
    table: RowTable, look: Look, drawn: Callable[[QWidget], bytes]
) -> None:
    header = table.horizontalHeader()
    table.setSortingEnabled(True)
    pictures = set()
    for section, order in (
        (0, Qt.SortOrder.AscendingOrder),
        (0, Qt.SortOrder.DescendingOrder),
        (2, Qt.SortOrder.AscendingOrder),
    ):
        header.setSortIndicator(section, order)
        pictures.add(drawn(header.viewport()))
    look.set_scheme(Scheme.DARK)
    pictures.add(drawn(header.viewport()))
    assert len(pictures) == 4
    assert header.sizeHint().height() == look.metrics.header
    assert header.sectionSizeHint(2) > header.sectionSizeHint(0)
