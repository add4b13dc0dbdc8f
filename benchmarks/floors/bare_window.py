"""The floor of starting: a process that shows an empty PySide6 window, tells when it has been painted, and ends."""

from __future__ import annotations

import sys
from time import perf_counter_ns

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.children.witness import Witness

_SIZE = (1400, 880)


def main() -> int:
    """Show the window until it has been painted."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(*_SIZE)
    moments: list[int] = []

    def painted() -> None:
        moments.append(perf_counter_ns())
        application.quit()

    Witness(window, QRect(0, 0, 1, 1), painted)
    window.show()
    status = application.exec()
    sys.stdout.write(f"first_paint {moments[0]}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
