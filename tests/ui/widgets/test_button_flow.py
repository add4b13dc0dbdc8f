"""Buttons stand beside each other while there is room, and each does its own work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.button_flow import ButtonFlow


def test_each_button_does_its_own_work_and_goes_below_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    buttons = ButtonFlow(look)
    window.setLayout(buttons)
    first = buttons.add("Först", "edit", lambda: done.append("först"))
    second = buttons.add("Sedan", "copy", lambda: done.append("sedan"))
    window.resize(600, 80)
    window.show()
    assert first.y() == second.y()
    for button in (second, first):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["sedan", "först"]
    window.resize(first.width() + 10, 80)
    qtbot.waitUntil(lambda: second.y() > first.y())
