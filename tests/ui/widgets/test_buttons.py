"""Buttons do what they say, show the focus, and are named for those who do not see them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton, LinkButton


def test_the_primary_button_is_filled_and_heavier(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Skapa PDF", ButtonKind.PRIMARY, "document_pdf")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    ground = button.grab().toImage().pixelColor(6, button.height() // 2).name().upper()
    assert ground == look.tokens.accent
    assert button.font().weight() == 600
    button.set_kind(ButtonKind.PLAIN)
    ground = button.grab().toImage().pixelColor(6, button.height() // 2).name().upper()
    assert ground == look.tokens.raised
    assert button.font().weight() == 400


@pytest.mark.parametrize("kind", ButtonKind)
def test_focus_is_seen_on_every_kind(
    qtbot: QtBot, look: Look, kind: ButtonKind, drawn: Callable[[QWidget], bytes]
) -> None:
    button = Button(look, "Spara", kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    button.clearFocus()
    before = drawn(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert drawn(button) != before


def test_an_icon_follows_the_colours(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Ändra", icon="edit")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    look.set_scheme(Scheme.DARK)
    assert button.icon().cacheKey() != before


def test_an_icon_button_is_named_and_shows_its_keys(qtbot: QtBot, look: Look) -> None:
    button = IconButton(look, "print", "Skriv ut", QKeySequence("Ctrl+P"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Skriv ut"
    assert button.toolTip() == "Skriv ut (Ctrl+P)"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert IconButton(look, "print", "Skriv ut").toolTip() == "Skriv ut"


def test_a_link_is_followed_by_click_and_by_key(qtbot: QtBot, look: Look) -> None:
    link = LinkButton(look, "Drift & stöd")
    qtbot.addWidget(link)
    assert link.accessibleName() == "Drift & stöd"
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_a_link_has_room_for_its_words_in_its_own_style(qtbot: QtBot, look: Look) -> None:
    link = LinkButton(look, "Redigera", TextStyle.CHIP)
    qtbot.addWidget(link)
    link.ensurePolished()
    assert link.font().pixelSize() == 12
    words = look.fonts.width(TextStyle.CHIP, "Redigera")
    assert link.sizeHint().width() >= words + 2 * look.metrics.link_pad


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [Button, IconButton, LinkButton])
def test_a_button_is_pressed_by_enter_as_by_space_wherever_it_stands(
    qtbot: QtBot, look: Look, kind: type[Button], key: Qt.Key
) -> None:
    place = QWidget()
    button = kind(look, *(["add", "Ny"] if kind is IconButton else ["Ny"]))
    button.setParent(place)
    qtbot.addWidget(place)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
