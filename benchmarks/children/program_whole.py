"""The whole program in a process of its own, on a large register: the memory it holds when it has been worked in.

    python -m benchmarks.children.program_whole FILE SETTINGS ROWS

The list is filled and what is a click away prepared, the file is backed up, all records are chosen, and some edited.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.acts import tell
from itadmin.app import make_frame
from itadmin.ui.last_place import open_where_left
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.workbench import Workbench

_EDITS = 5
_QUIET_SECONDS = 1.5
_BUSY = 0.05
"""A part of that time; the loop that waits is busy itself, for next to nothing."""
_PAUSE_MS = 10


class Trial:
    """The window, and what is done in it."""

    def __init__(self, application: QApplication, window: QMainWindow, rows: int) -> None:
        self._application = application
        self._window = window
        self._rows = rows

    def run(self) -> None:
        """Do everything, and wait after each of it."""
        self._wait(lambda: self._window.findChild(RegisterPage) is not None)
        page, bench = self._window.findChild(RegisterPage), self._window.findChild(Workbench)
        if page is None or bench is None:
            raise RuntimeError("no register is open")
        self._wait(lambda: page.model.rowCount() >= self._rows and not page.model.pending)
        self._rest()
        page.list.focus_table()
        QTest.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._rest()
        page.list.select_row(0)
        for row in range(1, _EDITS + 1):
            values = {"name": f"Ändrat {row}", "area": f"Område {row}"}
            bench.session.workspace.records.save(page.register.name, page.model.id_at(row), values)
            self._rest()

    def _wait(self, done: Callable[[], bool]) -> None:
        while not done():
            self._application.processEvents()
            QTest.qWait(_PAUSE_MS)

    def _rest(self) -> None:
        """Wait until the process has done next to nothing for a while."""
        since, worked = monotonic(), process_time()
        while monotonic() - since < _QUIET_SECONDS:
            QTest.qWait(_PAUSE_MS)
            if process_time() - worked > _QUIET_SECONDS * _BUSY:
                since, worked = monotonic(), process_time()


def main(arguments: list[str]) -> int:
    """Open the window on a register file, work in it, and tell its memory."""
    file, settings, rows = arguments
    application = QApplication(sys.argv[:1])
    kept = QSettings(settings, QSettings.Format.IniFormat)
    open_where_left(kept, chosen=True)
    window = make_frame(application, kept, Path(file))
    window.show()
    window.activateWindow()
    Trial(application, window, int(rows)).run()
    tell({})
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
