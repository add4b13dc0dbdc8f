"""The starter list shown on a register that has one system and one person."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.starter_list import starter_list
from itadmin.ui.session import Session
from itadmin.ui.starter.dialog import StarterDialog
from itadmin.ui.starter.model import Column
from itadmin.ui.starter.opening import StarterOpening
from itadmin.ui.starter.ticking import Line


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def opening(session: Session, window: QWidget) -> StarterOpening:
    session.workspace.records.add("systems", {"name": "Vklass"})
    session.workspace.records.add("people", {"name": "Eva Lind"})
    return StarterOpening(session, window, window)


@pytest.fixture
def show(opening: StarterOpening, window: QWidget, qtbot: QtBot) -> Callable[[], StarterDialog]:
    """Open the list, with the keyboard."""

    def showing() -> StarterDialog:
        opening.open()
        dialog = window.findChildren(StarterDialog)[-1]
        dialog.resize(1200, 760)
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        return dialog

    return showing


@pytest.fixture
def dialog(show: Callable[[], StarterDialog]) -> StarterDialog:
    return show()


@pytest.fixture
def stand(dialog: StarterDialog) -> Callable[[str, Column], None]:
    """Stand on the line with this key, an area's or a kind's."""

    def standing(key: str, column: Column = Column.KIND) -> None:
        lines: dict[str, Line] = {line.key: line for line in (*starter_list().areas, *starter_list().kinds)}
        dialog.table.go_to(lines[key], column)
        dialog.table.setFocus()

    return standing


@pytest.fixture
def press() -> Callable[..., None]:
    """Press keys on what has the keyboard, wherever it goes meanwhile."""

    def pressing(*keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, held)
            QApplication.processEvents()

    return pressing
