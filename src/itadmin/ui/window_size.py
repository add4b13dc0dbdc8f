"""How large a window of its own is when it opens: as wanted, but never larger than its screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadmin.ui.look.look import Look

_MOST_OF_SCREEN = 0.92


def open_at_size(window: QWidget, look: Look, size: tuple[int, int]) -> None:
    """Give a window a width and height, in pixels of the usual text size."""
    room = window.screen().availableGeometry().size() * _MOST_OF_SCREEN
    width, height = (look.metrics.px(length) for length in size)
    window.resize(min(width, room.width()), min(height, room.height()))
