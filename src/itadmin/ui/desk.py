"""Which register lies on the desk: the welcome page when none, the workbench when one; opening, making and closing.

Loaded when the frame has been painted. The beginning of a file's start page, or its first list, is shown at once; the
database library, the workbench and the welcome page are loaded when they are wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.paths import sample_folder
from itadmin.services.clock import real_surroundings
from itadmin.ui.application import prepare_application
from itadmin.ui.attention.beginning import StartBeginning
from itadmin.ui.background import Background
from itadmin.ui.first_list import first_list
from itadmin.ui.frame import Frame
from itadmin.ui.help_commands import HelpCommands
from itadmin.ui.last_place import LastPlace, opens_where_left
from itadmin.ui.later import later
from itadmin.ui.look.look import apply_look
from itadmin.ui.look_settings import kept_look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.memory import Memory
from itadmin.ui.navigation import START
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.widgets.contrast_ring import ContrastRings

if TYPE_CHECKING:
    from itadmin.ui.opening import Opening
    from itadmin.ui.start.welcome import WelcomePage

_RECENT = "files/recent"
_MOST_RECENT = 6
_MAKE_SAMPLE = later("ui.start.sample_region:make")
_MAKING = "Fem kommuner med påhittade uppgifter görs och får höra av varandra. Det tar en halv minut."
_LOOKED_AT = 100
"""Milliseconds in which the first list is painted and answers, before loading the rest competes with it."""


def furnish(application: QApplication, frame: Frame) -> Desk:
    """Furnish the frame of the process's window and put a desk in it."""
    settings = frame.settings
    look = apply_look(application, *kept_look(settings))
    look.setParent(frame)  # it lives as long as the window it dresses
    ContrastRings(application, look)
    prepare_application(application)
    window = MainWindow(frame, look)
    HelpCommands(window)
    return Desk(window, Background(frame))


class Desk(QObject):
    """Opens and closes registers in a window."""

    def __init__(self, window: MainWindow, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.frame.settings
        self._around = real_surroundings()
        self._opening: Opening | None = None
        self._welcome: WelcomePage | None = None
        self._first: QWidget | None = None
        self.background = background
        window.frame.closing.connect(self.leave)
        window.commands.bind("new_file", self.show_welcome)
        window.commands.bind("open_file", self.ask_file)

    @property
    def welcome(self) -> WelcomePage:
        """The welcome page, made the first time it is wanted."""
        if self._welcome is None:
            import_module("itadmin.ui.crash").install_crash_handler()
            page: WelcomePage = import_module("itadmin.ui.start.welcome").WelcomePage(self._window.look)
            self._window.pages.addWidget(page)
            page.create_wanted.connect(self.create)
            page.open_wanted.connect(self.open)
            page.sample_wanted.connect(self.open_sample)
            self._welcome = page
        return self._welcome

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
        self._window.frame.setWindowTitle("itadmin")
        self._window.show_navigation(shown=False)
        self._window.pages.setCurrentWidget(self.welcome)
        self.welcome.setFocus()

    def ask_file(self) -> None:
        """Let the user choose a register file."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window.frame, "Öppna register", "", "Register (*.itadmin);;Alla filer (*)"
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a register file: its first list at once, if it opens there, and all of it when the rest is loaded.

        A refusal is shown on the welcome page.
        """
        self._close()
        pane = self._first_list(path)
        if pane is not None:
            self._show_list(pane)
        elif not opens_where_left(self._settings):
            self._show_first(StartBeginning(self._window.look, self._around.today()), START)
        QTimer.singleShot(_LOOKED_AT if pane is not None else 0, self, lambda: self._open_whole(path, pane))

    def create(self, code: str, name: str, path: Path, begin_with: str = "") -> None:
        """Make a register file and open it; `begin_with` is the key of the command to begin with, "" for none."""
        self._put_on_desk(lambda opening: opening.create(code, name, path))
        if begin_with and self._opening is not None:
            self._window.commands[begin_with].trigger()

    def open_sample(self, code: str) -> None:
        """Open a kommun's file of the sample region, which is made beside the window the first time."""
        folder = sample_folder()
        path = folder / f"{code}.itadmin"
        if path.exists():
            self._put_on_desk(lambda opening: opening.open(path))
            return
        self.welcome.show_making(_MAKING)
        self.background.run(
            "Gör exempelregionen",
            partial(_MAKE_SAMPLE, folder),
            lambda _result: self._open_made(path),
            self._fail_making,
        )

    def _open_made(self, path: Path) -> None:
        """Open what has been made, unless something else has been opened meanwhile."""
        if self._window.pages.currentWidget() is self.welcome:
            self._put_on_desk(lambda opening: opening.open(path))

    def _fail_making(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.show_welcome()
        self.welcome.show_error(error.sentence)

    def leave(self) -> None:
        """Close everything, when the window closes."""
        self._close()
        self.background.close()

    def _open_whole(self, path: Path, pane: ListPane | None) -> None:
        """Load the rest, when the list has been painted."""
        self.background.run(
            "Öppnar registret",
            _load_library,
            lambda _result: self._put_on_desk(lambda opening: opening.open(path, pane)),
            self._fail,
        )

    def _first_list(self, path: Path) -> ListPane | None:
        """The first list of a file; None when it opens elsewhere, or was left otherwise than at first."""
        last = LastPlace(self._settings, path).value()
        is_elsewhere = not opens_where_left(self._settings) or (last is not None and last.page == START)
        if is_elsewhere or Memory(self._settings, path).has_list(next(iter(REGISTERS))):
            return None
        return first_list(self._window.look, path, self._around.today())

    def _show_list(self, pane: ListPane) -> None:
        """Show a list where its page will show it."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        pane.setMaximumWidth(self._window.look.metrics.list_max)
        row.addWidget(pane)
        row.addStretch(1)
        self._show_first(holder, next(iter(REGISTERS)))
        pane.focus_table()

    def _show_first(self, beginning: QWidget, place: str) -> None:
        """Show the beginning of a page, and the window around it."""
        self._first = beginning
        self._window.navigation.fill(REGISTERS.values())
        self._window.mark_register(place)
        self._window.pages.addWidget(beginning)
        self._window.pages.setCurrentWidget(beginning)
        self._window.show_navigation(shown=True)

    def _put_on_desk(self, how: Callable[[Opening], None]) -> None:
        opening: Opening = import_module("itadmin.ui.opening").Opening(self._window, self.background, self._around)
        try:
            self._close()
            how(opening)
        except KnownError as error:
            self.show_welcome()
            self.welcome.show_error(error.sentence)
            return
        finally:
            self._forget_first()
        self._opening = opening
        opening.reopen_wanted.connect(self.open)
        opening.close_wanted.connect(self.show_welcome)
        self._remember(opening.path)
        self._window.show_navigation(shown=True)

    def _forget_first(self) -> None:
        if self._first is not None:
            self._window.pages.removeWidget(self._first)
            self._first.deleteLater()
            self._first = None

    def _fail(self, error: BaseException) -> None:
        raise error

    def _close(self) -> None:
        if self._opening is not None:
            self._opening.close()
            self._opening = None

    def _remember(self, path: Path) -> None:
        kept = [str(path.absolute()), *(name for name in self.recent() if name != str(path.absolute()))]
        self._settings.setValue(_RECENT, kept[:_MOST_RECENT])


def _load_library() -> None:
    """Load the database library, on the worker's thread so that the list answers meanwhile."""
    import_module("itadmin.services.workspace")
