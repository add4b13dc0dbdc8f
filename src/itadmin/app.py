"""The window's entry: wires the parts together. Paints the frame first; the rest is loaded when it has been seen."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt

from itadmin.ui.application import make_application
from itadmin.ui.desk import Desk
from itadmin.ui.look.look import Scheme, apply_look
from itadmin.ui.main_window import MainWindow


def main(arguments: list[str] | None = None) -> int:
    """Open the window, on the file named in the arguments if there is one, and run until it is closed."""
    wanted = [
        argument for argument in (sys.argv[1:] if arguments is None else arguments) if not argument.startswith("-")
    ]
    application = make_application()
    settings = QSettings("itadmin", "itadmin")
    look = apply_look(
        application,
        Scheme(str(settings.value("look/scheme", Scheme.SYSTEM.value))),
        float(str(settings.value("look/text_factor", 1.0))),
    )
    window = MainWindow(look, settings)
    window.show_navigation(shown=False)
    desk = Desk(window, settings)
    window.painted.connect(lambda: desk.start(Path(wanted[0]) if wanted else None), Qt.ConnectionType.QueuedConnection)
    window.show()
    return application.exec()
