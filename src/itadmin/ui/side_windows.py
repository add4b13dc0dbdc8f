"""Windows of their own that stand beside the main one while a register is open: they close with it.

Knows nothing of what they show.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import count
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


@runtime_checkable
class Edited(Protocol):
    """A window in which something of the register is edited where it stands."""

    def leave_edited(self) -> None:
        """Save what is being edited."""


class SideWindows(QObject):
    """Keeps the windows that are open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[int, QWidget] = {}
        self._single: dict[Hashable, int] = {}
        self._numbers = count(1)

    def __len__(self) -> int:
        return len(self._open)

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The windows of a kind, the first opened first."""
        return [window for window in self._open.values() if isinstance(window, kind)]

    def open(self, window: QWidget) -> int:
        """Show a window; it is forgotten when it is closed. Gives the number it is kept under."""
        number = next(self._numbers)
        self._open[number] = window
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.destroyed.connect(lambda: self._open.pop(number, None))
        window.show()
        return number

    def open_once(self, key: Hashable, make: Callable[[], QWidget]) -> None:
        """Bring the window of a key forward, made anew when it is not shown."""
        window = self._open.get(self._single.get(key, 0))
        if window is None or not window.isVisible():
            window = make()
            self._single[key] = self.open(window)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def leave(self) -> None:
        """Save what is being edited in any of them."""
        for window in self._open.values():
            if isinstance(window, Edited):
                window.leave_edited()

    def close(self) -> None:
        """Close them all."""
        for window in list(self._open.values()):
            window.close()
