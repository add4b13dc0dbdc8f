"""Which register lies on the desk: the welcome page when none, the workbench when one; opening, making and closing.

Light, because it is loaded before the first paint; the workbench is loaded when a file is to be opened.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog

from itadmin.domain.problems import KnownError
from itadmin.ui.background import Background
from itadmin.ui.main_window import MainWindow
from itadmin.ui.start.welcome import WelcomePage

if TYPE_CHECKING:
    from itadmin.ui.opening import Opening

_RECENT = "files/recent"
_MOST_RECENT = 6


class Desk(QObject):
    """Opens and closes registers in a window."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._opening: Opening | None = None
        self.background = Background(self)
        self.welcome = WelcomePage(window.look)
        window.pages.addWidget(self.welcome)
        self.welcome.create_wanted.connect(self.create)
        self.welcome.open_wanted.connect(self.open)
        self.welcome.sample_wanted.connect(self.open_sample)
        window.closing.connect(self.leave)
        window.commands.bind("new_file", self.show_welcome)
        window.commands.bind("open_file", self.ask_file)

    def start(self, path: Path | None) -> None:
        """Begin with a file, or with the one of last time, or with the welcome page."""
        recent = self.recent()
        last = next((Path(name) for name in recent[:1] if Path(name).exists()), None)
        if path is not None:
            self.open(path)
        elif last is not None:
            self.open(last)
        else:
            self.show_welcome()

    def recent(self) -> list[str]:
        """The files opened lately, newest first."""
        value = self._settings.value(_RECENT, [])
        return [str(item) for item in (value if isinstance(value, list) else [value]) if item]

    def show_welcome(self) -> None:
        """Close what is open and show the welcome page."""
        self._close()
        self.welcome.set_recent([Path(name) for name in self.recent() if Path(name).exists()])
        self._window.setWindowTitle("itadmin")
        self._window.show_navigation(shown=False)
        self._window.pages.setCurrentWidget(self.welcome)
        self.welcome.setFocus()

    def ask_file(self) -> None:
        """Let the user choose a register file."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, "Öppna register", "", "Register (*.itadmin);;Alla filer (*)"
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a register file; a refusal is shown on the welcome page."""
        self._put_on_desk(lambda opening: opening.open(path))

    def create(self, code: str, name: str, path: Path) -> None:
        """Make a register file and open it."""
        self._put_on_desk(lambda opening: opening.create(code, name, path))

    def open_sample(self, code: str) -> None:
        """Make the sample region, if it is not there, and open one kommun's file."""
        self._put_on_desk(lambda opening: opening.sample(code))

    def leave(self) -> None:
        """Close everything, when the window closes."""
        self._close()
        self.background.close()

    def _put_on_desk(self, how: Callable[[Opening], None]) -> None:
        from itadmin.ui.opening import Opening  # noqa: PLC0415 - loads the database library, which waits for first paint

        opening = Opening(self._window, self.background)
        try:
            self._close()
            how(opening)
        except KnownError as error:
            self.show_welcome()
            self.welcome.show_error(error.sentence)
            return
        self._opening = opening
        opening.reopen_wanted.connect(self.open)
        opening.close_wanted.connect(self.show_welcome)
        self._remember(opening.path)
        self._window.show_navigation(shown=True)

    def _close(self) -> None:
        if self._opening is not None:
            self._opening.close()
            self._opening = None

    def _remember(self, path: Path) -> None:
        kept = [str(path.absolute()), *(name for name in self.recent() if name != str(path.absolute()))]
        self._settings.setValue(_RECENT, kept[:_MOST_RECENT])
