"""Opening a register and putting a workbench on it. The one door to the database library from the frame.

An earlier day of the register takes the workbench's place while it is looked at; the register stays open behind it.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.services.clock import Surroundings
from itadmin.services.first_backup import FirstBackup
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.ui.background import Background, known
from itadmin.ui.crash import install_crash_handler
from itadmin.ui.later import later
from itadmin.ui.main_window import MainWindow
from itadmin.ui.problems import show_known_error
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.workbench import Workbench

_CREATE = later("services.creation:create")
_PAST = later("services.time_machine:past_workspace")
_PAST_DAY = later("ui.history.past_day:PastDayDialog")
_UNTIL_BACKUP = 3000
"""Milliseconds from the opening of a large register to its backup: until its list is filled."""


class Opening(QObject):
    """A register being opened, and open. Everything raises KnownError before anything is shown."""

    reopen_wanted = Signal(Path)
    close_wanted = Signal()

    def __init__(self, window: MainWindow, background: Background, around: Surroundings) -> None:
        super().__init__(window)
        install_crash_handler()
        self._window = window
        self._background = background
        self._around = around
        self._workspace: Workspace | None = None
        self._bench: Workbench | None = None
        self.path = Path()

    @property
    def workspace(self) -> Workspace:
        """The register that is open, as it is now."""
        if self._workspace is None:
            raise RuntimeError("nothing is open")
        return self._workspace

    @property
    def bench(self) -> Workbench:
        """The workbench that is shown."""
        if self._bench is None:
            raise RuntimeError("nothing is shown")
        return self._bench

    def open(self, path: Path, first: ListPane | None = None) -> None:
        """Open an existing file; `first` is its list as it is shown already."""
        workspace = open_workspace(path, self._around, may_wait=True)
        self._work_on(workspace, first)
        if workspace.first_backup is not None:
            QTimer.singleShot(_UNTIL_BACKUP, self, partial(self._keep, workspace.first_backup))

    def create(self, code: str, name: str, path: Path) -> None:
        """Make a new file and open it."""
        self._work_on(Workspace(_CREATE(path, code, name, self._around), self._around))

    def close(self) -> None:
        """Let go of the file."""
        self._clear()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None
        self.deleteLater()

    def ask_day(self) -> None:
        """Ask for a day, and show the register as it was then."""
        if self._workspace is not None:
            made = datetime.fromisoformat(self._workspace.file.info.created_at).astimezone().date()
            dialog = _PAST_DAY(self._window.look, made, self._around.today(), self._window.frame)
            dialog.chosen.connect(self.show_day)
            dialog.open()

    def show_day(self, day: date) -> None:
        """Show the register as it was on a day, when it has been worked out."""
        if self._workspace is None or self._bench is None:
            return
        self._bench.leave_all()
        path, content, around = self.path, self._workspace.file.content(), self._around
        self._background.run(
            "Tar fram registret",
            lambda: _PAST(path, content, day, around),
            self._show_past,
            self._fail,
        )

    def show_today(self) -> None:
        """Show the register as it is now."""
        if self._workspace is not None and self._bench is not None:
            self._clear()
            self._put_on(self._workspace, stays=True)

    def _work_on(self, workspace: Workspace, first: ListPane | None = None) -> None:
        self.path = workspace.path
        self._workspace = workspace
        self._put_on(workspace, first)

    def _put_on(self, workspace: Workspace, first: ListPane | None = None, *, stays: bool = False) -> None:
        """Put a workbench on the register, as it is now or as it was; one `stays` where one was on another day."""
        bench = self._bench = Workbench(self._window, workspace, self._background, first, stays=stays)
        bench.restored.connect(lambda: self.reopen_wanted.emit(self.path))
        bench.close_wanted.connect(self.close_wanted)
        bench.day_wanted.connect(self.ask_day)
        bench.today_wanted.connect(self.show_today)

    def _show_past(self, past: Workspace) -> None:
        if self._workspace is None:
            past.close()
            return
        self._clear()
        self._put_on(past, stays=True)

    def _clear(self) -> None:
        """Take away the workbench, and with it an earlier day that it shows."""
        if self._bench is not None:
            self._bench.put_away()
            if self._bench.session.workspace is not self._workspace:
                self._bench.session.workspace.close()
            self._bench = None

    def _keep(self, backup: FirstBackup) -> None:
        """Back up a large register, which has been shown by now."""
        self._background.run("Säkerhetskopierar", backup.keep, lambda _done: None, self._fail)

    def _fail(self, error: BaseException) -> None:
        show_known_error(self._window.frame, known(error))
