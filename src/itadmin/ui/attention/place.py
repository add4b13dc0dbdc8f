"""The start page's place in the window: the counter in the navigation and the number in the status row.

What needs doing is gathered whether or not anybody looks; the page that shows it is made when it is first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from itadmin.domain.calculations.attention import Band
from itadmin.ui.attention.gathering import NAME, Gathered, Gathering, gather
from itadmin.ui.attention.titles import points
from itadmin.ui.later import later
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import START
from itadmin.ui.session import Session

if TYPE_CHECKING:
    from itadmin.ui.attention.page import StartPage

_PAGE = later("ui.attention.page:StartPage")
_PRESSING = (Band.FORSENAT, Band.INOM_30_DAGAR)


class StartPlace(QObject):
    """Puts the page in the window, and takes it out again."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._page: StartPage | None = None
        self._gathering = Gathering(session, gather, NAME, self)
        self._gathering.gathered.connect(self._on_gathered)

    @property
    def page(self) -> StartPage:
        """The page, made the first time it is wanted."""
        if self._page is None:
            page: StartPage = _PAGE(self._session, self._gathering, self._window.pages)
            page.hide()  # it is given its place when it is first shown
            self._window.stepped.connect(page.set_step)
            page.set_step(self._window.step)
            page.counted.connect(self._window.status.tell_number)
            self._page = page
        return self._page

    def show(self) -> None:
        """Show the page, with the keyboard in it."""
        if self._window.pages.indexOf(self.page) < 0:
            self._window.pages.addWidget(self.page)  # the first in an empty stack is shown at once, so not before
        self._window.pages.setCurrentWidget(self.page)
        self.page.focus_list()

    def close(self) -> None:
        """Take the page out of the window."""
        self._gathering.close()
        if self._page is not None:
            self._window.stepped.disconnect(self._page.set_step)
            self._page.close_down()
            self._window.pages.removeWidget(self._page)
            self._page.deleteLater()
        self._tell_waiting(0)
        self.deleteLater()

    def _on_gathered(self, found: Gathered) -> None:
        self._tell_waiting(sum(line.band in _PRESSING for line in found.work.lines))

    def _tell_waiting(self, number: int) -> None:
        told = f"Start, {points(number)} för sent eller inom 30 dagar" if number else ""
        self._window.navigation.set_count(START, "", number, told)
