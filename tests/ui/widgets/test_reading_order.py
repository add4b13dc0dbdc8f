"""Tab goes as one reads, whatever was made first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from itadmin.ui.frame import Frame
from itadmin.ui.widgets.reading_order import step_focus, tab_stops


class Window(Frame):
    """A window whose parts are made in another order than they stand in."""

    def __init__(self) -> None:
        super().__init__(QSettings())
        last, self.area, middle, first = QPushButton("d"), QScrollArea(), QListWidget(), QLineEdit()
        for name, part in (("a", first), ("b", middle), ("d", last)):
            part.setObjectName(name)
        inside = QWidget()
        inside.setMinimumHeight(3000)
        column = QVBoxLayout(inside)
        self.deep = QLineEdit()
        self.deep.setObjectName("c")
        column.addStretch(1)
        column.addWidget(self.deep)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        central = QWidget()
        self.setCentralWidget(central)
        self.resize(400, 300)
        rows = QVBoxLayout(central)
        self.split = QSplitter()
        self.split.addWidget(middle)
        self.split.addWidget(self.area)
        line = QHBoxLayout()
        line.addWidget(first)
        rows.addLayout(line)
        rows.addWidget(self.split)
        rows.addWidget(last)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return show


def names(window: QWidget) -> str:
    return "".join(part.objectName() for part in tab_stops(window))


def standing() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_the_order_is_that_of_the_layouts(shown: Callable[[QWidget], None]) -> None:
    window = Window()
    shown(window)
    assert names(window) == "abcd"


def test_tab_goes_round_and_back(shown: Callable[[QWidget], None]) -> None:
    window = Window()
    shown(window)
    tab_stops(window)[0].setFocus()
    there = []
    for _step in range(4):
        press(Qt.Key.Key_Tab)
        there.append(standing())
    press(Qt.Key.Key_Backtab)
    assert there == ["b", "c", "d", "a"]
    assert standing() == "d"


def test_what_is_out_of_sight_is_brought_into_view(shown: Callable[[QWidget], None]) -> None:
    window = Window()
    shown(window)
    tab_stops(window)[1].setFocus()
    press(Qt.Key.Key_Tab)
    assert standing() == "c"
    assert window.area.verticalScrollBar().value() > 0


def test_what_is_hidden_or_off_is_passed_over(shown: Callable[[QWidget], None]) -> None:
    window = Window()
    shown(window)
    window.split.hide()
    tab_stops(window)[-1].setEnabled(False)
    assert names(window) == "a"
    tab_stops(window)[0].setFocus()
    assert not step_focus(window, forward=True)


def test_a_grid_is_read_row_by_row_and_parts_inside_a_box_are_no_stops(shown: Callable[[QWidget], None]) -> None:
    window = QWidget()
    grid = QGridLayout(window)
    for name, row, column in (("d", 1, 1), ("b", 0, 1), ("c", 1, 0), ("a", 0, 0)):
        box = QComboBox()
        box.setEditable(True)
        box.setObjectName(name)
        grid.addWidget(box, row, column)
    shown(window)
    assert names(window) == "abcd"


def test_from_inside_a_part_tab_goes_on_from_that_part(shown: Callable[[QWidget], None]) -> None:
    window = Window()
    shown(window)
    table = tab_stops(window)[1]
    editor = QLineEdit(table)
    editor.show()
    editor.setFocus()
    step_focus(window, forward=True)
    assert standing() == "c"
    window.split.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.split.setFocus()
    step_focus(window, forward=True)
    assert standing() == "b"
