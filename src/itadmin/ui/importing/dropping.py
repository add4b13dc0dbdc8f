"""Files dropped on a window, known by their ending: tables, one at a time, unless something else is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from itadmin.services.tables.endings import ENDINGS


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file with a table that is being dropped; None when it is anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None


class DropsOnWindow(QObject):
    """Watches a window for what is dropped on it. `dropped` gives what `taken` makes of that, unless that is None."""

    dropped = Signal(object)

    def __init__(
        self,
        window: QWidget,
        parent: QObject | None = None,
        taken: Callable[[QDropEvent], object | None] = dropped_file,
    ) -> None:
        super().__init__(parent)
        self._taken = taken
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is asked for and leave the rest."""
        if not isinstance(event, QDropEvent):
            return False
        taken = self._taken(event)
        if taken is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(taken)
        return True
