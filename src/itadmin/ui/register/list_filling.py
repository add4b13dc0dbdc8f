"""Takes a list piece by piece between the window's events, so that it never holds up a key. Knows no rows."""

from __future__ import annotations

from array import array
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.storage.reads import Piece

_FIRST_SECONDS = 0.01
"""So long a list may take before it answers with the rows that it has."""
_SURELY_LOOKED_AT = 3000
"""So much is looked at before it answers, however long it takes: small lists are always whole at once."""
_PAGE = 64
_LOOKED_AT_FOR_A_PAGE = 1200
_SECONDS_FOR_A_PAGE = 0.002
"""When a page is full and so much has been looked at for it, or so long, it is shown before the rest is looked for."""
_UNTIL_PAINTED = 15
"""Milliseconds until the rows that have come are painted, before more are looked for."""
_WAITED_FOR_A_PAGE = 0.04
"""After so many seconds less than a page is shown, rather than nothing."""
_SECONDS = 0.006
"""So long it may take between two events of the window after that."""
_UNTIL_MORE_IS_SHOWN = 0.25
"""Seconds; rows below those that are seen are told of now and then, as the window is painted anew for them."""


class Rest(Protocol):
    """A list that gives its records piece by piece; `total` is their number without filter, when that is known."""

    total: int | None

    def more(self) -> Piece | None:
        """The next piece; None when there is no more."""


class ListFilling(QObject):
    """`came` gives places, and whether they are the first of a list; `ended` tells that all have come.

    A list that is begun has shown its first places, one that is `pending` has more.
    """

    came = Signal(object, bool)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.begun = True
        self.total: int | None = None
        self._rest: Rest | None = None
        self._waiting = array("q")
        self._told_at = 0.0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(lambda: self._take(_SECONDS, 0))

    @property
    def pending(self) -> bool:
        """Whether more will come."""
        return self._rest is not None

    def start(self, rest: Rest) -> None:
        """Take this list instead of any before: at once as much as there is time for, then the rest."""
        self._rest, self.begun = rest, False
        self._told_at, self._waiting = perf_counter(), array("q")
        self._take(_FIRST_SECONDS, _SURELY_LOOKED_AT)

    def _take(self, seconds: float, surely: int) -> None:
        """Take pieces for so long, but look at so much in any case; then tell what has come."""
        started, looked_at = perf_counter(), 0
        while self._rest is not None and (looked_at < surely or perf_counter() - started < seconds):
            piece = self._rest.more()
            if piece is None:
                self.total, self._rest = self._rest.total, None
                break
            looked_at += piece.looked_at
            self._waiting.extend(piece.places)
            spent = looked_at >= _LOOKED_AT_FOR_A_PAGE or perf_counter() - started > _SECONDS_FOR_A_PAGE
            if not self.begun and len(self._waiting) >= _PAGE and spent:
                break
        was_begun = self.begun
        if self._is_time_to_tell():
            self._tell()
        if self._rest is None:
            self._next.stop()
            self.ended.emit()
        else:
            self._next.start(_UNTIL_PAINTED if self.begun and not was_begun else 0)

    def _is_time_to_tell(self) -> bool:
        if self._rest is None:
            return bool(self._waiting) or not self.begun
        waited = perf_counter() - self._told_at
        if self.begun:
            return bool(self._waiting) and waited > _UNTIL_MORE_IS_SHOWN
        return len(self._waiting) >= _PAGE or (bool(self._waiting) and waited > _WAITED_FOR_A_PAGE)

    def _tell(self) -> None:
        places, self._waiting = self._waiting, array("q")
        are_first, self.begun, self._told_at = not self.begun, True, perf_counter()
        self.came.emit(places, are_first)
