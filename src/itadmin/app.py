"""The window's entry: wires the parts together. Paints the frame first; the rest is loaded when it has been seen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from itadmin.ui.frame import Frame
from itadmin.ui.plain_imports import read_no_sources

_UNTIL_LOADED = 5000
"""Milliseconds until all that the window needs has been loaded, more or less."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, on the file named in the arguments if there is one, and run until it is closed."""
    if not has_display(sys.platform, os.environ):
        sys.stderr.write("Ingen skärm hittades. Starta programmet där det finns en, eller använd itadmin --help.\n")
        return 3
    files = [argument for argument in (sys.argv[1:] if arguments is None else arguments) if argument[:1] != "-"]
    application = QApplication(sys.argv[:1])
    frame = make_frame(application, QSettings("itadmin", "itadmin"), Path(files[0]) if files else None)
    frame.show()
    QTimer.singleShot(_UNTIL_LOADED, gc.freeze)  # what is loaded is no garbage, and looking through it is seen in lists
    return application.exec()


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether there is something to show a window on; only Linux can be without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in named)


def make_frame(application: QApplication, settings: QSettings, file: Path | None) -> Frame:
    """The window, which opens `file` (or what was open last, or the welcome page) when it has been painted."""
    read_no_sources()
    frame = Frame(settings)

    def furnish() -> None:
        import_module("itadmin.ui.desk").furnish(application, frame).start(file)

    frame.painted.connect(furnish, Qt.ConnectionType.QueuedConnection)
    return frame
