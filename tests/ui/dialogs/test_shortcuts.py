"""All shortcuts, narrowed by what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.commands import COMMANDS, Commands
from itadmin.ui.dialogs.shortcuts import ShortcutsDialog
from itadmin.ui.key_words import ELSEWHERE
from itadmin.ui.look.look import Look

PLACES = (
    ("I listan", (("Kopiera som tabell", "Ctrl+C"), ("Markera alla", "Ctrl+A"))),
    ("I posten", (("Följ", "Ctrl+F9"),)),
)


@pytest.fixture
def dialog(look: Look, qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = ShortcutsDialog(look, Commands(host, look).shortcuts(), PLACES, host)
    dialog.show()
    yield dialog
    host.close()


def test_every_command_with_a_shortcut_is_there(dialog: ShortcutsDialog) -> None:
    commands = [command.text for command in COMMANDS if command.shortcut]
    assert dialog.shown() == [*commands, "Kopiera som tabell", "Markera alla", "Följ"]
    assert "F1" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("ångra", ["Ångra"]),
        ("angra", ["Ångra"]),
        ("F2", ["Ändra värdet"]),
        ("som tabell", ["Kopiera som tabell"]),
        ("finns inte", []),
    ],
)
def test_typing_narrows_the_list(dialog: ShortcutsDialog, qtbot: QtBot, words: str, shown: list[str]) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert dialog.search.hasFocus()
    dialog.search.setText(words)
    assert dialog.shown() == shown
    none = next(label for label in dialog.findChildren(QLabel) if label.text() == "Inget kommando passar.")
    assert none.isVisible() is (not shown)


def test_where_keys_work_is_told_while_any_of_them_is_shown(dialog: ShortcutsDialog) -> None:
    headings = {label.text(): label for label in dialog.findChildren(QLabel) if label.text().startswith("I ")}
    dialog.search.setText("markera alla")
    assert {word: label.isVisible() for word, label in headings.items()} == {"I listan": True, "I posten": False}
    dialog.search.clear()
    assert all(label.isVisible() for label in headings.values())


def test_what_is_told_of_keys_elsewhere_is_whole() -> None:
    assert all(where.startswith("I ") and keys for where, keys in ELSEWHERE)
    assert all(word and shortcut for _where, keys in ELSEWHERE for word, shortcut in keys)


def test_escape_closes_also_from_the_search(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
