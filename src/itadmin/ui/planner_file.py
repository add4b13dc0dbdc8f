"""Days as a calendar file that Outlook and others read: asks where it is to lie, and writes it beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from PySide6.QtWidgets import QWidget

from itadmin.domain.text import file_name
from itadmin.services.planner.calendar import ICS, as_calendar
from itadmin.services.planner.days import Dated
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

Gather = Callable[[Reading], Sequence[Dated]]
Make = Callable[[Reading], tuple[int, bytes]]

_DAYS = ("1 dag sparad", "{} dagar sparade")


class PlannerFile:
    """Asks over `window`; `work` does what is asked for and says what came of it."""

    def __init__(self, session: Session, window: QWidget, work: WindowWork) -> None:
        self._session = session
        self._window = window
        self._work = work

    def save(self, name: str, gather: Gather) -> None:
        """Ask where the calendar called `name` is to lie, and write the days that `gather` finds in a private copy."""

        def make(reading: Reading) -> tuple[int, bytes]:
            days = gather(reading)
            return len(days), as_calendar(name, days, reading)

        self.save_made(name, make)

    def save_made(self, name: str, make: Make, words: tuple[str, str] = _DAYS) -> None:
        """Ask where it is to lie, and write what `make` makes of a private copy: how many there are, and the bytes.

        `words` tell of one and of several that are saved.
        """
        folder = self._session.workspace.path.parent
        path = ask_save_place(self._window, "Till kalendern", folder / file_name(f"{name}{ICS}"), (ICS,))
        if path is None:
            return
        reading = self._session.workspace.snapshot()

        def work() -> int:
            with closing(reading):
                number, content = make(reading)
                write_file(path, content)
            return number

        self._work.run("Kalendern skrivs", work, lambda number: f"{words[number != 1].format(number)} i {path.name}.")
