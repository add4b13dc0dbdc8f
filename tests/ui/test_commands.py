from collections import Counter

from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.commands import COMMANDS, Commands
from itadmin.ui.look.look import Look


def test_no_shortcut_means_two_things() -> None:
    used = Counter(part for command in COMMANDS for part in command.shortcut.split("; ") if part)
    assert [shortcut for shortcut, times in used.items() if times > 1] == []


def test_a_command_is_off_until_something_is_bound(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = Commands(window, look)
    done: list[str] = []
    assert not commands["new"].isEnabled()
    commands.bind("new", lambda: done.append("new"))
    commands["new"].trigger()
    commands.release("new")
    commands["new"].trigger()
    assert done == ["new"]


def test_every_command_stands_in_a_menu(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = Commands(window, look)
    bar = QMenuBar(window)
    commands.fill(bar)
    shown = {action.text() for menu in bar.actions() for action in menu.menu().actions() if action.text()}
    assert shown == {command.text for command in COMMANDS}


def test_shortcuts_are_told(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told = dict(Commands(window, look).shortcuts())
    assert told["Ångra"] == "Ctrl+Z"
    assert "Om itadmin" not in told
