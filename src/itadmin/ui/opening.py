"""Opening a register and putting a workbench on it. The one door to the database library from the frame."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from itadmin.paths import sample_folder
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.sample import make_sample_region
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.ui.background import Background
from itadmin.ui.crash import install_crash_handler
from itadmin.ui.main_window import MainWindow
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.workbench import Workbench


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
        self._bench: Workbench | None = None
        self.path = Path()

    def open(self, path: Path, first: ListPane | None = None) -> None:
        """Open an existing file; `first` is its list as it is shown already."""
        self._work_on(open_workspace(path, self._around), first)

    def create(self, code: str, name: str, path: Path) -> None:
        """Make a new file and open it."""
        self._work_on(Workspace(create(path, code, name, self._around), self._around))

    def sample(self, code: str) -> None:
        """Open a kommun's file of the sample region, made the first time."""
        path = sample_folder() / f"{code}.itadmin"
        if not path.exists():
            make_sample_region(sample_folder())
        self.open(path)

    def close(self) -> None:
        """Let go of the file."""
        if self._bench is not None:
            self._bench.close()
            self._bench = None
        self.deleteLater()

    def _work_on(self, workspace: Workspace, first: ListPane | None = None) -> None:
        self.path = workspace.path
        self._bench = Workbench(self._window, workspace, self._background, first)
        self._bench.restored.connect(lambda: self.reopen_wanted.emit(self.path))
        self._bench.close_wanted.connect(self.close_wanted)
