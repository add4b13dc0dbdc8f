"""What the tests of the screens share: a light look, and a session on a new register with a little in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.frame import Frame
from itadmin.ui.look.look import Look, Scheme, apply_look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.panels import special_of
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Guide, Session


@pytest.fixture
def base_font() -> QFont:
    font = QFont("DejaVu Sans")
    font.setPixelSize(13)
    return font


@pytest.fixture
def look(qapp: QApplication, base_font: QFont) -> Iterator[Look]:
    """A light look on the application as the system would have it, taken off afterwards. No key is held."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_A)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    own_font, own_palette = QFont(qapp.font()), QPalette(qapp.palette())
    qapp.setFont(base_font)
    look = apply_look(qapp, Scheme.LIGHT, 1.0)
    yield look
    look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(own_palette)
    qapp.setFont(own_font)


@pytest.fixture
def session(workspace: Workspace, look: Look) -> Iterator[Session]:
    """An open register and what a page is handed; work in the background is done at once."""
    bus, guide, background = Bus(), Guide(), Background(at_once=True)
    workspace.listeners.append(bus.tell)
    yield Session(workspace, look, bus, guide, background)
    background.close()
    workspace.listeners.remove(bus.tell)


@pytest.fixture
def window(look: Look, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window without a register, as it is on an ordinary screen."""
    frame = Frame(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    window = MainWindow(frame, look)
    window.show_navigation(shown=True)
    frame.resize(1440, 900)
    frame.show()
    return window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files and folders that the system was asked to show; it says that it could."""
    asked: list[str] = []

    def show(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return asked


@pytest.fixture
def system_id(workspace: Workspace) -> UUID:
    """A system with an owner, a supplier and a class."""
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    return workspace.records.add(
        "systems",
        {
            "name": "Lifecare",
            "purpose": "Stöd för vård och omsorg.",
            "lifecycle": "i_drift",
            "supplier": str(supplier),
            "confidentiality": "3",
            "system_owner": {"function": "Socialchef"},
        },
    )


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
