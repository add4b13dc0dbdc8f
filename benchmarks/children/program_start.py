"""The program's own window in a process of its own: when the page it opens on is painted with what needs doing.

    python -m benchmarks.children.program_start FILE SETTINGS

Looks at the window as a user does, and knows nothing of its parts but that what needs doing is a list of rows.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QObject, QRect, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QWidget

from benchmarks.children.witness import Witness
from itadmin.app import make_frame

_TALLEST = 5000


class Trial(QObject):
    """Waits until the list that has got the keyboard is painted with rows in it, and closes the window."""

    def __init__(self, application: QApplication, window: QMainWindow) -> None:
        super().__init__(window)
        self.told: dict[str, int] = {}
        self._window = window
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QListView):
            Witness(new.viewport(), QRect(0, 0, 1, _TALLEST), partial(self._on_painted, new)).show()

    def _on_painted(self, page: QListView) -> None:
        if page.model().rowCount() and not self.told:
            self.told["start_page"] = perf_counter_ns()
            QTimer.singleShot(0, self._window.close)


def main(arguments: list[str]) -> int:
    """Open the window on a register file and try it."""
    file, settings = arguments
    application = QApplication(sys.argv[:1])
    window = make_frame(application, QSettings(settings, QSettings.Format.IniFormat), Path(file))
    trial = Trial(application, window)
    window.show()
    window.activateWindow()
    status = application.exec()
    sys.stdout.writelines(f"{name} {value}\n" for name, value in trial.told.items())
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
