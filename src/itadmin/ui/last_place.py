"""Where in a register file one was last, and whether the program is to open there or on the start page.

Kept among the program's settings; knows no page.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSettings

from itadmin.ui.trail import Place

_WHERE = "place/last"
_OPENS_THERE = "place/opens_where_left"
_PARTS = 3


def opens_where_left(settings: QSettings) -> bool:
    """Whether a file is opened where one was, instead of on the start page."""
    return str(settings.value(_OPENS_THERE, "")) == "yes"


def open_where_left(settings: QSettings, *, chosen: bool) -> None:
    """Keep what is chosen."""
    settings.setValue(_OPENS_THERE, "yes" if chosen else "no")


class LastPlace:
    """The place of one file."""

    def __init__(self, settings: QSettings, path: Path) -> None:
        self._settings = settings
        self._path = str(path.absolute())

    def keep(self, place: Place) -> None:
        """Remember it for the next time this file is opened."""
        self._settings.setValue(_WHERE, [self._path, place.page, str(place.record_id or "")])

    def value(self) -> Place | None:
        """Where one was; None when another file was open last, or nothing can be read."""
        kept = self._settings.value(_WHERE)
        if not isinstance(kept, list) or len(kept) != _PARTS or kept[0] != self._path:
            return None
        try:
            return Place(str(kept[1]), UUID(kept[2]) if kept[2] else None)
        except ValueError:
            return None
