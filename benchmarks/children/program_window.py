"""The program's own window in a process of its own: when it is painted, when its list answers, what memory it holds.

    python -m benchmarks.children.program_window FILE SETTINGS ROWS

Looks at the window as a user does, and knows nothing of its parts but that a list is a table of rows.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from time import perf_counter_ns, process_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from benchmarks.children.witness import Witness
from itadmin.app import make_frame
from itadmin.ui.last_place import open_where_left

_TALLEST = 5000
_REST_MS = 100
_RESTS = 20
"""Two seconds: what nobody looks at is gathered when nothing has happened for one and a half."""
_BUSY_SECONDS = 0.005
_MEMORY = Path("/proc/self/statm")


class Trial(QObject):
    """Waits for the window, then for its list, presses an arrow key, and waits until all loading is done."""

    def __init__(self, application: QApplication, window: QMainWindow, rows: int) -> None:
        super().__init__(window)
        self.told: dict[str, int] = {}
        self._window = window
        self._rows = rows
        self._row = -1
        self._rests = 0
        self._worked = 0.0
        self._resting = QTimer(self, interval=_REST_MS)
        self._resting.timeout.connect(self._rest)
        application.focusChanged.connect(self._on_focus)
        Witness(window, QRect(0, 0, 1, 1), self._on_window_painted)

    def _on_window_painted(self) -> None:
        self.told.setdefault("first_paint", perf_counter_ns())

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the list that has got the keyboard."""
        if isinstance(new, QTableView) and new.model().rowCount() >= self._rows:
            Witness(new.viewport(), QRect(0, 0, 1, _TALLEST), partial(self._on_list_painted, new)).show()

    def _on_list_painted(self, table: QTableView) -> None:
        """The first time, press the arrow key; when the row has moved and the list is painted anew, it is usable."""
        row = table.currentIndex().row()
        if "list_painted" not in self.told:
            self.told["list_painted"] = perf_counter_ns()
            self._row = row
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(table, QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
        elif row == self._row + 1 and "usable_list" not in self.told:
            self.told["usable_list"] = perf_counter_ns()
            self._worked = process_time()
            self._resting.start()

    def _rest(self) -> None:
        """Wait until the process has done next to nothing for a while; its memory is told then."""
        worked = process_time()
        self._rests = self._rests + 1 if worked - self._worked < _BUSY_SECONDS else 0
        self._worked = worked
        if self._rests == _RESTS:
            self._tell_memory()
            self._window.close()

    def _tell_memory(self) -> None:
        """The memory that is the process's own and resident, where the system keeps it in a file (Linux)."""
        if _MEMORY.exists():
            pages = int(_MEMORY.read_text(encoding="ascii").split()[1])
            self.told["memory_bytes"] = pages * os.sysconf("SC_PAGE_SIZE")


def main(arguments: list[str]) -> int:
    """Open the window on a register file and try it."""
    file, settings, rows = arguments
    application = QApplication(sys.argv[:1])
    kept = QSettings(settings, QSettings.Format.IniFormat)
    open_where_left(kept, chosen=True)  # which is in the list, the first time too
    window = make_frame(application, kept, Path(file))
    trial = Trial(application, window, int(rows))
    window.show()
    window.activateWindow()
    status = application.exec()
    sys.stdout.writelines(f"{name} {value}\n" for name, value in trial.told.items())
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
