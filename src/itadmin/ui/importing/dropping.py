"""Tables dropped on a window: one file at a time, by its ending."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from itadmin.services.tables.reading import ENDINGS


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file with a table that is being dropped; None when it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None


class DropsOnWindow(QObject):
    """Watches a window for tables that are dropped on it. `dropped` gives the file."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what may be a table and leave the rest."""
        if not isinstance(event, QDropEvent):
            return False
        path = dropped_file(event)
        if path is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(path)
        return True
