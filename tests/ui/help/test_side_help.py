"""The help of a window is one window, opened on its page and closed with it."""

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.help.window import HelpWindow
from itadmin.ui.look.look import Look


def opened() -> list[HelpWindow]:
    windows = QApplication.topLevelWidgets()
    return [window for window in windows if isValid(window) and isinstance(window, HelpWindow) and window.isVisible()]


def test_it_is_opened_once_on_its_page_and_closed(look: Look) -> None:
    side_help = SideHelp(look, "styrande-dokument")
    side_help.close()
    side_help.open()
    side_help.open()
    (window,) = opened()
    assert window.page == "styrande-dokument"
    side_help.close()
    assert opened() == []
