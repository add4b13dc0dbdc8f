"""Windows of their own that stand beside the main one while a register is open: they close with it.

Knows nothing of what they show.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


class SideWindows(QObject):
    """Keeps the windows that are open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[int, QWidget] = {}

    def __len__(self) -> int:
        return len(self._open)

    def open(self, window: QWidget) -> None:
        """Show a window; it is forgotten when it is closed."""
        number = id(window)
        self._open[number] = window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._open.pop(number, None))
        window.show()

    def close(self) -> None:
        """Close them all."""
        for window in list(self._open.values()):
            window.close()
