"""The year beside the work list: årshjulet in small, read after the list and anew when the register changes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.services.planner.wheel import Asked, wheel_of
from itadmin.services.reading import Reading
from itadmin.ui.attention.gathering import Gathering
from itadmin.ui.session import Session
from itadmin.ui.wheel.mini import MiniWheel

_NAME = "Ser efter vad som händer under året"
_COMMAND = "wheel"
_AFTER_LIST = 200
"""Milliseconds that the work list has to itself."""


class ThisYear(MiniWheel):
    """The year it is. Reads only while it is seen, or after a pause."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.look)
        self._gathering = Gathering(session, picture_of_year, _NAME, self)
        self._gathering.gathered.connect(self.show_picture)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_LIST)
        self._soon.timeout.connect(lambda: self._gathering.set_seen(seen=True))
        self.opened.connect(lambda: session.guide.do_command(_COMMAND))

    def close_down(self) -> None:
        """Read nothing more."""
        self._soon.stop()
        self._gathering.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is stale, once the list has been."""
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read with less haste while nobody looks."""
        super().hideEvent(event)
        self._soon.stop()
        self._gathering.set_seen(seen=False)


def picture_of_year(reading: Reading) -> YearPicture:
    """Årshjulet of the year that a reading is of."""
    return wheel_of(reading, Asked(reading.day.year)).picture
