"""The help menu: help pages, shortcuts, about. What they show is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject

from itadmin.ui.key_words import ELSEWHERE
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import KEY


class HelpCommands(QObject):
    """Binds the commands of the help menu, which work with and without a register."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help: Any = None
        window.commands.bind("help", self.show_help)
        window.commands.bind("shortcuts", self.show_shortcuts)
        window.commands.bind("about", self.show_about)
        window.frame.closing.connect(self._close)

    def show_help(self) -> None:
        """Show the help window, one and the same each time, with what it says of the place one stands in."""
        if self._help is None:
            self._help = import_module("itadmin.ui.help.window").HelpWindow(self._window.look)
        page = import_module("itadmin.ui.help.places").OF_PLACES.get(self._window.nav.currentIndex().data(KEY))
        if page is not None:
            self._help.show_page(page)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        dialogs = import_module("itadmin.ui.dialogs.shortcuts")
        commands = self._window.commands.shortcuts()
        dialogs.ShortcutsDialog(self._window.look, commands, ELSEWHERE, self._window.frame).open()

    def show_about(self) -> None:
        """Show version and licences."""
        import_module("itadmin.ui.dialogs.about").AboutDialog(self._window.look, self._window.frame).open()

    def _close(self) -> None:
        if self._help is not None:
            self._help.close()
