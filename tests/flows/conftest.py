"""The window as a user meets it: a desk in a frame, and hands that press, write and count every input."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from itadmin import paths
from itadmin.services.workspace import Workspace
from itadmin.ui import opening
from itadmin.ui.background import Background
from itadmin.ui.desk import Desk
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.frame import Frame
from itadmin.ui.last_place import open_where_left
from itadmin.ui.look.look import Scheme, apply_look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.workbench import Workbench

_MOST_STEPS = 400
Kind = TypeVar("Kind", bound=QWidget)


@dataclass
class House:
    """The program with one window. `start` opens it, on a file or as it was left; `close` closes it."""

    qtbot: QtBot
    settings: QSettings
    desk: Desk | None = None
    window: MainWindow | None = None

    def start(self, path: Path | None = None) -> None:
        look = apply_look(_application(), Scheme.LIGHT, 1.0)
        frame = Frame(self.settings)
        look.setParent(frame)
        self.qtbot.addWidget(frame)
        frame.resize(1440, 900)
        with self.qtbot.waitExposed(frame):
            frame.show()
        self.window = MainWindow(frame, look)
        self.desk = Desk(self.window, Background(at_once=True))
        self.desk.start(path)
        with self.qtbot.waitActive(frame):
            frame.activateWindow()
        self.qtbot.waitUntil(self.window.pages.isVisible)

    def close(self) -> None:
        if self.window is not None:
            self.window.close()
        self.desk = self.window = None

    @property
    def bench(self) -> Workbench:
        """The open register, once it is on the desk."""

        def found() -> Workbench | None:
            opening = self.desk._opening if self.desk is not None else None
            return opening._bench if opening is not None else None

        self.qtbot.waitUntil(lambda: found() is not None)
        bench = found()
        assert bench is not None
        return bench

    @property
    def workspace(self) -> Workspace:
        return self.bench.session.workspace

    @property
    def papers(self) -> list[DocumentWindow]:
        return self.bench.windows.of(DocumentWindow)


@dataclass
class Hands:
    """A user with keyboard and mouse. Every value written or chosen, and every press, is one input."""

    qtbot: QtBot
    inputs: list[str] = field(default_factory=list)

    def press(self, name: str) -> None:
        """Press a button or follow a link by its name."""
        found = [item for item in _shown(QAbstractButton) if name in (item.accessibleName(), _words(item.text()))]
        button = next((item for item in found if item.isEnabled()), None)
        assert button is not None, f"{name} is not there: {sorted({_words(b.text()) for b in _shown(QAbstractButton)})}"
        self.inputs.append(f"tryck {name}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def pick(self, word: str) -> None:
        """Choose in the menu that is open."""
        menu = next(item for item in _shown(QMenu))
        action = next(item for item in menu.actions() if _words(item.text()) == word)
        self.inputs.append(f"välj {word}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.rest()

    def write(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Write into what has the keyboard."""
        self.inputs.append(f"skriv {text}")
        for letter in text:
            self._letter(letter)
        self.rest()
        QTest.keyClick(focused(), end)
        self.rest()

    def _letter(self, letter: str) -> None:
        """Type a letter; QTest itself knows those of ASCII only."""
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused(), event)

    def choose(self, box: QComboBox, word: str) -> None:
        """Choose in a box with the keyboard."""
        self.inputs.append(f"välj {word}")
        box.setFocus()
        QTest.keyClicks(box, word.split(maxsplit=1)[0])
        assert box.currentText() == word

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that only moves about."""
        QTest.keyClick(focused(), key, modifier)
        self.rest()

    def go_to(self, label: str) -> None:
        """Tab to a value on the record page."""
        for _step in range(_MOST_STEPS):
            here = focused()
            if isinstance(here, ValueRow) and here.field.label == label:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {label}")

    def rest(self) -> None:
        """Let the program answer."""
        for _turn in range(3):
            QApplication.processEvents()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _words(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _shown(kind: type[Kind]) -> list[Kind]:
    return [item for item in QApplication.allWidgets() if isinstance(item, kind) and item.isVisible()]


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The program, not yet started, with settings and folders of its own."""
    monkeypatch.setattr(paths, "user_documents_path", lambda: tmp_path / "Dokument")
    monkeypatch.setattr(paths, "user_data_path", lambda *_args, **_kinds: tmp_path / "data")
    monkeypatch.setattr(opening, "install_crash_handler", lambda: None)
    own_font, own_palette = QFont(qapp.font()), QPalette(qapp.palette())
    font = QFont("DejaVu Sans")
    font.setPixelSize(13)
    qapp.setFont(font)
    house = House(qtbot, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    open_where_left(house.settings, chosen=True)  # most stories begin in a list; those of the start page say so
    yield house
    house.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(own_palette)
    qapp.setFont(own_font)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, hands: Hands) -> Callable[[Path], None]:
    """Say where the next file is to be saved; accepting the system's dialog is one input."""

    def answer(path: Path) -> None:
        def chosen(*_arguments: object) -> tuple[str, str]:
            hands.inputs.append(f"spara {path.name}")
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)

    return answer
