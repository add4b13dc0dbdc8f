"""Panes have a hairline between them and never vanish."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.splitter import Splitter


def test_the_handle_is_a_hairline(qtbot: QtBot, look: Look) -> None:
    splitter = Splitter(look, Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    for _ in range(2):
        pane = QWidget()
        pane.setMinimumWidth(50)
        splitter.addWidget(pane)
    splitter.resize(301, 100)
    splitter.show()
    splitter.setSizes([150, 150])
    first, second = splitter.widget(0), splitter.widget(1)
    assert second.x() - first.width() == 1
    assert splitter.handle(1).width() > 1
    assert splitter.grab().toImage().pixelColor(first.width(), 50).name().upper() == look.tokens.line
    splitter.setSizes([0, 300])
    assert splitter.sizes()[0] == 50
