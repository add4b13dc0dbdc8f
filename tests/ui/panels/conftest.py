"""A record page of any register, and a way to type with letters that are not ASCII."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.ui.panels import special_of
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session


@pytest.fixture
def page_of(session: Session, qtbot: QtBot) -> Callable[[str], RecordPage]:
    """Make the page of a register, shown and with the keyboard."""

    def make(register: str) -> RecordPage:
        page = RecordPage(session, REGISTERS[register], special_of(register))
        qtbot.addWidget(page)
        page.resize(900, 900)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


@pytest.fixture
def type_text() -> Callable[..., None]:
    """Type into what has the keyboard, wherever it goes meanwhile, and end with a key."""

    def typing(text: str, end: Qt.Key | None = None) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(_focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        if end is not None:
            QTest.keyClick(_focused(), end)
        QApplication.processEvents()

    return typing


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
