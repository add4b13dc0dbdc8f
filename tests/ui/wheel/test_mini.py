"""The year in small: heard as a sentence, and a way to the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.look.look import Look
from itadmin.ui.wheel.mini import MiniWheel


def test_it_tells_the_year_and_both_ways_lead_to_the_window(
    qtbot: QtBot, look: Look, picture: Callable[..., YearPicture]
) -> None:
    mini = MiniWheel(look)
    qtbot.addWidget(mini)
    mini.show()
    bare = mini.grab().toImage()
    mini.show_picture(picture())
    assert mini.ring.accessibleName() == "Årshjul 2026: åtta dagar."
    assert mini.ring.toolTip()
    assert mini.grab().toImage() != bare
    opened: list[bool] = []
    mini.opened.connect(lambda: opened.append(True))
    qtbot.mouseClick(mini.ring, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(mini.ring, Qt.MouseButton.RightButton)
    qtbot.keyClick(mini.way, Qt.Key.Key_Space)
    assert opened == [True, True]
