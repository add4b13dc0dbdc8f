"""Windows of their own are as large as wanted, grow with the text and stay within the screen."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.window_size import open_at_size


@pytest.mark.parametrize(("factor", "size"), [(1.0, (300, 200)), (1.5, (450, 300))])
def test_a_window_has_the_size_that_is_wanted(factor: float, size: tuple[int, int], look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.set_text_factor(factor)
    open_at_size(window, look, (300, 200))
    assert (window.width(), window.height()) == pytest.approx(size, rel=0.05)


def test_no_window_is_larger_than_its_screen(look: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at_size(window, look, (90_000, 90_000))
    room = window.screen().availableGeometry()
    assert window.width() < room.width()
    assert window.height() < room.height()
