"""What leaves årshjulet: picture, paper, and its days as a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtWidgets import QWidget

from itadmin.services.planner.days import Dated, days_of
from itadmin.services.planner.wheel import Asked, Wheel, chosen
from itadmin.services.reading import Reading
from itadmin.ui.picture_output import Output, PictureOutput
from itadmin.ui.planner_file import PlannerFile
from itadmin.ui.session import Session
from itadmin.ui.wheel.painting import printed
from itadmin.ui.window_work import WindowWork

_MAKING = "itadmin.documents.making"


class WheelOutput:
    """Asks over `window`; `work` does what is asked for and says what came of it."""

    def __init__(self, session: Session, window: QWidget, work: WindowWork) -> None:
        self._session = session
        self._picture = PictureOutput(session, window, work)
        self._calendar = PlannerFile(session, window, work)

    def save(self, wheel: Wheel, asked: Asked) -> str:
        """Ask where and as what the picture is to lie, and write it; what was done at once is said.

        Raises KnownError.
        """
        return self._picture.save(self._output(wheel, asked))

    def copy(self, wheel: Wheel, asked: Asked) -> str:
        """Put the picture on the clipboard."""
        return self._picture.copy(self._output(wheel, asked))

    def print_out(self, wheel: Wheel, asked: Asked) -> None:
        """Make a paper of it and hand it over to be printed."""
        self._picture.print_out(self._output(wheel, asked))

    def save_days(self, asked: Asked) -> None:
        """Write the days that are shown as a calendar."""

        def gather(reading: Reading) -> Sequence[Dated]:
            return list(chosen(days_of(reading, asked.within), asked))

        self._calendar.save(asked.title, gather)

    def save_all_days(self, asked: Asked) -> None:
        """Write all days of the year as a calendar."""
        self.save_days(Asked(asked.year))

    def _output(self, wheel: Wheel, asked: Asked) -> Output:
        return Output(
            wheel.picture.title,
            lambda: printed(wheel.picture, self._session.look.theme),
            lambda reading: bytes(import_module(_MAKING).make_year_wheel(reading, asked)),
        )
