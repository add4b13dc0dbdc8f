"""The jump list follows the reader and is asked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.jump_list import JumpList, JumpSection

SECTIONS = [JumpSection("Översikt", 1), JumpSection("Roller"), JumpSection("Avtal", 2)]


@pytest.fixture
def jumps(qtbot: QtBot, look: Look) -> JumpList:
    jumps = JumpList(look)
    qtbot.addWidget(jumps)
    jumps.set_sections(SECTIONS)
    jumps.resize(jumps.sizeHint())
    jumps.show()
    return jumps


def test_following_is_not_asking(qtbot: QtBot, jumps: JumpList) -> None:
    with qtbot.assertNotEmitted(jumps.chosen):
        jumps.set_current(1)
        jumps.set_sections(SECTIONS)
    assert jumps.currentIndex().row() == 1


def test_keys_and_clicks_ask_once(qtbot: QtBot, jumps: JumpList) -> None:
    asked: list[int] = []
    jumps.chosen.connect(asked.append)
    jumps.set_current(0)
    qtbot.keyClick(jumps, Qt.Key.Key_Down)
    assert asked == [1]
    where = jumps.visualRect(jumps.model().index(2, 0)).center()
    qtbot.mouseClick(jumps.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [1, 2]
    qtbot.mouseClick(jumps.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked == [1, 2, 2]


def test_what_is_missing_is_said(jumps: JumpList) -> None:
    said = [jumps.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Översikt, 1 saknas", "Roller", "Avtal, 2 saknas"]


def test_it_is_as_high_as_its_sections(jumps: JumpList, look: Look) -> None:
    assert jumps.sizeHint().height() == 3 * look.metrics.saved_view + 2
