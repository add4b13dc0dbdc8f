"""All shortcuts, narrowed by what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.commands import COMMANDS, Commands
from itadmin.ui.dialogs.shortcuts import ShortcutsDialog
from itadmin.ui.look.look import Look


@pytest.fixture
def dialog(look: Look, qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = ShortcutsDialog(look, Commands(host, look).shortcuts(), host)
    dialog.show()
    yield dialog
    host.close()


def test_every_command_with_a_shortcut_is_there(dialog: ShortcutsDialog) -> None:
    assert dialog.shown() == [command.text for command in COMMANDS if command.shortcut]
    assert "F1" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("words", "shown"), [("ångra", ["Ångra"]), ("angra", ["Ångra"]), ("F2", ["Ändra värdet"]), ("finns inte", [])]
)
def test_typing_narrows_the_list(dialog: ShortcutsDialog, qtbot: QtBot, words: str, shown: list[str]) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert dialog.search.hasFocus()
    dialog.search.setText(words)
    assert dialog.shown() == shown
    none = next(label for label in dialog.findChildren(QLabel) if label.text() == "Inget kommando passar.")
    assert none.isVisible() is (not shown)


def test_escape_closes_also_from_the_search(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
