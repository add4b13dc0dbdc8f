"""Dialogs that are not modal follow the register: what they show is read anew when it changes, until closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from itadmin.ui.bus import Bus


def follow_until_closed(dialog: QDialog, bus: Bus, read_anew: Callable[[], None]) -> None:
    """Read anew, once for many changes, until the dialog is finished."""
    soon = QTimer(dialog, singleShot=True, interval=0)
    soon.timeout.connect(read_anew)

    def hear(_changes: object, _initiator: object) -> None:
        soon.start()

    def end() -> None:
        soon.stop()
        bus.changed.disconnect(hear)

    bus.changed.connect(hear)
    dialog.finished.connect(end)
