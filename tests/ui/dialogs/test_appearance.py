"""Colours and text size are changed at once, with keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.dialogs.appearance import AppearanceDialog
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.palette import contrast_tokens


@pytest.fixture
def dialog(look: Look, qtbot: QtBot) -> Iterator[AppearanceDialog]:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = AppearanceDialog(look, host)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    host.close()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def test_it_shows_what_holds(dialog: AppearanceDialog) -> None:
    assert dialog.schemes[Scheme.LIGHT].isChecked()
    assert dialog.size_slider.value() == 100
    assert dialog.percent.text() == "100\u00a0%"
    assert not dialog.usual.isEnabled()


def test_everything_is_done_by_keyboard(dialog: AppearanceDialog, look: Look, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down)
    assert look.scheme is Scheme.DARK
    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert dialog.percent.text() == "120\u00a0%"
    qtbot.waitUntil(lambda: look.text_factor == 1.2)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert look.text_factor == 1.0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert look.scheme is Scheme.DARK


@pytest.mark.parametrize(("put", "taken"), [(83, 0.8), (157, 1.6), (200, 2.0)])
def test_the_slider_stands_on_whole_tens(
    dialog: AppearanceDialog, look: Look, qtbot: QtBot, put: int, taken: float
) -> None:
    dialog.size_slider.setValue(put)
    qtbot.waitUntil(lambda: look.text_factor == taken)
    assert dialog.size_slider.value() == round(taken * 100)


def test_steps_that_follow_on_each_other_are_taken_as_one(dialog: AppearanceDialog, look: Look, qtbot: QtBot) -> None:
    changes: list[float] = []
    look.changed.connect(lambda: changes.append(look.text_factor))
    press(Qt.Key.Key_Tab, *[Qt.Key.Key_Right] * 4)
    qtbot.waitUntil(lambda: look.text_factor == 1.4)
    assert changes == [1.4]


def test_closing_takes_what_the_slider_says(dialog: AppearanceDialog, look: Look) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Left)
    dialog.reject()
    assert look.text_factor == 0.9


def test_it_grows_with_the_text_so_that_nothing_is_cut(dialog: AppearanceDialog, look: Look, qtbot: QtBot) -> None:
    before = dialog.width()
    look.set_text_factor(1.5)
    qtbot.waitUntil(lambda: dialog.width() > before)
    parts = [part for part in dialog.findChildren(QLabel) if part.isVisible()]
    qtbot.waitUntil(lambda: all(part.height() >= part.sizeHint().height() for part in parts))


def test_contrast_of_the_system_is_told(dialog: AppearanceDialog, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    told = next(label for label in dialog.findChildren(QLabel) if "Hög kontrast" in label.text())
    assert not told.isVisible()
    monkeypatch.setattr(Look, "_choose_tokens", lambda _look: contrast_tokens(QPalette()))
    look.set_scheme(Scheme.SYSTEM)
    assert told.isVisible()
