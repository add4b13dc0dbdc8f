from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.ui.frame import Frame
from itadmin.ui.help.pages import PAGES
from itadmin.ui.help.places import OF_PLACES
from itadmin.ui.help.window import HelpWindow
from itadmin.ui.help_commands import HelpCommands
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import START


@pytest.fixture
def window(look: Look, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    frame = Frame(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    window = MainWindow(frame, look)
    HelpCommands(window)
    frame.show()
    return window


def test_help_is_one_window_that_goes_with_the_frame(window: MainWindow) -> None:
    window.commands["help"].trigger()
    window.commands["help"].trigger()
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible()]
    assert len(shown) == 1
    window.close()
    assert not shown[0].isVisible()


@pytest.mark.parametrize(
    ("place", "page"), [("start", "kraver-atgard"), ("agreements", "avtal"), ("cooperation_levels", "kom-igang")]
)
def test_help_tells_of_the_place_one_stands_in(window: MainWindow, place: str, page: str) -> None:
    window.navigation.fill(REGISTERS.values())
    line = window.navigation.line(place)
    assert line is not None
    window.nav.setCurrentIndex(line.index())
    window.commands["help"].trigger()
    (shown,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible())
    assert shown.page == page
    window.close()


def test_every_place_leads_to_a_page_that_is_there() -> None:
    assert set(OF_PLACES.values()) <= set(PAGES)
    assert set(OF_PLACES) <= {START, *REGISTERS}


@pytest.mark.parametrize("command", ["shortcuts", "about"])
def test_dialogs_open_over_the_frame(window: MainWindow, command: str) -> None:
    window.commands[command].trigger()
    dialogs = [each for each in window.frame.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()
