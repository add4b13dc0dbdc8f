"""In contrast mode the focus is seen on every kind of part, as a ring of our own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.palette import contrast_tokens
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton, LinkButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.contrast_ring import ContrastRing, ContrastRings

BLACK, WHITE, YELLOW = "#000000", "#FFFFFF", "#FFFF00"


def area(_look: Look) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(QLabel("Text i en yta"))
    return made


def tabs(_look: Look) -> QTabBar:
    made = QTabBar()
    made.addTab("Nya")
    return made


PARTS: dict[str, Callable[[Look], QWidget]] = {
    "filled": lambda look: Button(look, "Spara", ButtonKind.PRIMARY),
    "plain": lambda look: Button(look, "Avbryt"),
    "quiet": lambda look: Button(look, "Villkor", ButtonKind.QUIET, "add"),
    "link": lambda look: LinkButton(look, "Lifecare"),
    "icon": lambda look: IconButton(look, "edit", "Ändra"),
    "line": lambda _look: QLineEdit("Namn"),
    "combo": ComboBox,
    "text": lambda _look: QPlainTextEdit("Text"),
    "tick": lambda _look: QCheckBox("Ja"),
    "round": lambda _look: QRadioButton("Ja"),
    "area": area,
    "tabs": tabs,
    "slider": lambda _look: QSlider(Qt.Orientation.Horizontal),
}


@pytest.fixture
def contrast(qapp: QApplication, look: Look, monkeypatch: pytest.MonkeyPatch) -> Look:
    """The look of a black contrast theme, as the system has it."""
    system, role = QPalette(), QPalette.ColorRole
    for ground in (role.Window, role.Base, role.Button):
        system.setColor(ground, QColor(BLACK))
    for ink in (role.WindowText, role.Text, role.ButtonText):
        system.setColor(ink, QColor(WHITE))
    system.setColor(role.Link, QColor(YELLOW))
    ContrastRings(qapp, look)
    monkeypatch.setattr(Look, "_choose_tokens", lambda _look: contrast_tokens(system))
    look.set_scheme(Scheme.SYSTEM)
    qapp.setPalette(system)
    return look


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    """An empty window in the look."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def beside(qtbot: QtBot, window: QWidget, part: QWidget) -> QLineEdit:
    """Show the part in the window, beside another one that has the focus."""
    column = QVBoxLayout(window)
    other = QLineEdit()
    for each in (other, part):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    return other


def edges(part: QWidget) -> set[str]:
    """The colours in the middle of the four edges, one pixel in."""
    image: QImage = part.grab().toImage()
    across, down = image.width() // 2, image.height() // 2
    places = ((across, 1), (across, image.height() - 2), (1, down), (image.width() - 2, down))
    return {image.pixelColor(*place).name().upper() for place in places}


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("kind", PARTS)
def test_the_focus_is_a_ring_around_the_part_and_goes_with_it(
    contrast: Look, window: QWidget, qtbot: QtBot, kind: str
) -> None:
    part = PARTS[kind](contrast)
    other = beside(qtbot, window, part)
    assert edges(part) != {YELLOW}
    part.setFocus()
    assert edges(part) == {YELLOW}
    part.setFixedHeight(part.height() + 30)
    QApplication.processEvents()
    assert edges(part) == {YELLOW}
    other.setFocus()
    assert edges(part) != {YELLOW}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert part.findChildren(ContrastRing) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_there_is_none_when_colours_are_our_own(qapp: QApplication, look: Look, window: QWidget, qtbot: QtBot) -> None:
    ContrastRings(qapp, look)
    part = Button(look, "Spara")
    beside(qtbot, window, part)
    part.setFocus()
    assert part.findChildren(ContrastRing) == []
