"""Widgets flow onto new lines."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.widgets.flow_layout import FlowLayout


def block(width: int, height: int = 20) -> QWidget:
    widget = QWidget()
    widget.setFixedSize(width, height)
    return widget


def places(layout: FlowLayout, width: int) -> list[tuple[int, int]]:
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    widgets = [item.widget() for item in (layout.itemAt(number) for number in range(layout.count())) if item]
    return [(widget.x(), widget.y()) for widget in widgets]


def test_lines_break_when_full(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(8, holder)
    for width in (100, 60, 80):
        layout.addWidget(block(width))
    assert places(layout, 400) == [(0, 0), (108, 0), (176, 0)]
    assert places(layout, 170) == [(0, 0), (108, 0), (0, 28)]
    assert places(layout, 168) == [(0, 0), (108, 0), (0, 28)]
    assert places(layout, 167) == [(0, 0), (0, 28), (68, 28)]
    assert layout.heightForWidth(100) == 3 * 20 + 2 * 8
    assert layout.sizeHint() == QSize(256, 20)
    assert layout.minimumSize() == QSize(100, 20)
    assert layout.hasHeightForWidth()


def test_low_widgets_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(4, holder)
    layout.addWidget(block(10, 30))
    layout.addWidget(block(10, 10))
    assert places(layout, 100) == [(0, 0), (14, 10)]


def test_hidden_widgets_take_no_room_and_items_can_be_taken(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(4, holder)
    first, second = block(10), block(20)
    layout.addWidget(first)
    layout.addWidget(second)
    first.hide()
    assert layout.sizeHint().width() == 20
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is first
    assert layout.count() == 1
    assert layout.takeAt(9) is None
    assert layout.heightForWidth(100) == 20


def test_an_empty_flow_has_no_height() -> None:
    assert FlowLayout(4).heightForWidth(100) == 0
