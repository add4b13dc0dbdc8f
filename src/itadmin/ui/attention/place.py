"""The start page's place in the window: the counter in the navigation and the number in the status row."""

from __future__ import annotations

from PySide6.QtCore import QObject

from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.titles import points
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import START
from itadmin.ui.session import Session


class StartPlace(QObject):
    """Puts the page in the window, and takes it out again."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self.page = StartPage(session, window.pages)
        self.page.hide()  # it is given its place when it is first shown
        window.stepped.connect(self.page.set_step)
        self.page.set_step(window.step)
        self.page.counted.connect(window.status.tell_number)
        self.page.waiting.connect(self._tell_waiting)

    def show(self) -> None:
        """Show the page, with the keyboard in it."""
        if self._window.pages.indexOf(self.page) < 0:
            self._window.pages.addWidget(self.page)  # the first in an empty stack is shown at once, so not before
        self._window.pages.setCurrentWidget(self.page)
        self.page.focus_list()

    def close(self) -> None:
        """Take the page out of the window."""
        self._window.stepped.disconnect(self.page.set_step)
        self.page.close_down()
        self._tell_waiting(0)
        self._window.pages.removeWidget(self.page)
        self.page.deleteLater()
        self.deleteLater()

    def _tell_waiting(self, number: int) -> None:
        told = f"Start, {points(number)} för sent eller inom 30 dagar" if number else ""
        self._window.navigation.set_count(START, "", number, told)
