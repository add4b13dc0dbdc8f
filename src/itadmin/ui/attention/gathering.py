"""Gathers what a part of the start page tells: at once from a small register, beside the window from a large one.

Reads anew when the register changes – at once while it is looked at, after a pause otherwise – and when a day is over.
A very large one, which would take long and much memory, is read only when somebody asks for it. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from itadmin.domain.changes import ChangeSet
from itadmin.services.attention import Figures, WorkList, overview
from itadmin.services.reading import Reading
from itadmin.ui.session import Session

_LARGE = 12_000_000
"""Bytes from which a register is read beside the window, since it may take longer than a blink."""
_VERY_LARGE = 100_000_000
_PAUSE, _LONG_PAUSE = 1_500, 30_000
"""Milliseconds without a change until it is read unseen, which would compete with work in a large register."""
_DAY_CHECK = 60_000
NAME = "Ser efter vad som kräver åtgärd"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The work list and the figures of a day."""

    day: date
    work: WorkList
    figures: Figures


class Gathering(QObject):
    """`gathered` gives what `gather` finds in the register, each time it has been read; `name` tells that it is.

    `awaited` says that the register is so large that `read` must be asked for.
    """

    gathered = Signal(object)
    awaited = Signal()

    def __init__(
        self, session: Session, gather: Callable[[Reading], object], name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._gather = gather
        self._name = name
        self._seen = False
        self._is_stale = True
        self._day = session.reading().day
        self._asked = 0
        self.found: object = None
        """What was gathered last, None before anything was."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._later = QTimer(self, singleShot=True)
        self._days = QTimer(self, interval=_DAY_CHECK)
        self._soon.timeout.connect(self._read_unasked)
        self._later.timeout.connect(self._read_unasked)
        self._days.timeout.connect(self.see_day)
        self._days.start()
        self._read_later()
        session.bus.changed.connect(self._on_changed)

    def close(self) -> None:
        """Read nothing more."""
        for timer in (self._soon, self._later, self._days):
            timer.stop()
        self._asked += 1
        self._is_stale = False
        self._session.bus.changed.disconnect(self._on_changed)

    def set_seen(self, *, seen: bool) -> None:
        """Say whether what is gathered is looked at; what is stale is read at once then."""
        self._seen = seen
        if seen and self._is_stale:
            self._read_unasked()

    def read(self) -> None:
        """Read anew."""
        self._later.stop()
        self._is_stale = False
        self._asked += 1
        asked = self._asked
        reading = self._session.reading()
        self._day = reading.day
        if self._size() < _LARGE:
            self._tell(asked, self._gather(reading))
            return
        snapshot = self._session.workspace.snapshot_later()

        def work() -> object:
            with closing(snapshot()) as reading:
                return self._gather(reading)

        self._session.background.run(self._name, work, lambda found: self._tell(asked, found), self._fail)

    def _read_unasked(self) -> None:
        if self._size() < _VERY_LARGE:
            self.read()
        else:
            self.awaited.emit()

    def see_day(self) -> None:
        """Read anew when another day has come."""
        if self._session.reading().day != self._day:
            self._renew()

    def _tell(self, asked: int, found: object) -> None:
        """Tell of what was found, unless it has been asked for anew meanwhile."""
        if asked == self._asked:
            self.found = found
            self.gathered.emit(found)

    def _fail(self, error: BaseException) -> None:
        raise error

    def _renew(self) -> None:
        self._is_stale = True
        if self._seen:
            self._soon.start()
        else:
            self._read_later()

    def _read_later(self) -> None:
        size = self._size()
        if size < _VERY_LARGE:
            self._later.start(_PAUSE if size < _LARGE else _LONG_PAUSE)

    def _size(self) -> int:
        return self._session.workspace.path.stat().st_size

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        self._renew()


def gather(reading: Reading) -> Gathered:
    """What there is to tell on the day of a reading."""
    return Gathered(reading.day, *overview(reading))
