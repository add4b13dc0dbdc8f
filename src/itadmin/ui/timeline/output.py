"""What is done with a picture of time: saved as paper or picture, printed, copied, or put in a calendar."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.calendar import Interval
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.domain.text import file_name
from itadmin.paths import print_folder
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.timeline import Charted, Shown
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.picture_files import PNG, SVG, image_of, save
from itadmin.ui.planner_file import PlannerFile
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.timeline.painting import printed
from itadmin.ui.window_work import WindowWork

MOST_ROWS = 600
"""A picture of more rows than this is nothing to look at."""

_PAPER = ".pdf"
_MAKING = "itadmin.documents.making"


class TimelineOutput:
    """Asks over `window`; `work` does what is asked for and says what came of it."""

    def __init__(self, session: Session, window: QWidget, work: WindowWork) -> None:
        self._session = session
        self._window = window
        self._work = work
        self._calendar = PlannerFile(session, window, work)

    def save(self, chart: TimeChart, shown: Shown) -> str:
        """Ask where and as what the picture is to lie, and write it; what was done at once is said. Raises KnownError.

        A paper is made beside the window.
        """
        proposal = self._session.workspace.path.parent / self._name(chart, _PAPER)
        path = ask_save_place(self._window, "Spara bilden", proposal, (_PAPER, PNG, SVG))
        if path is None:
            return ""
        if path.suffix.lower() == _PAPER:
            self._make(shown, path, lambda: f"Sparat som {path.name}.")
            return ""
        save(printed(_drawable(chart), self._session.look.theme), path)
        return f"Sparat som {path.name}."

    def copy(self, chart: TimeChart) -> str:
        """Put the picture on the clipboard. Raises KnownError."""
        QGuiApplication.clipboard().setImage(image_of(printed(_drawable(chart), self._session.look.theme)))
        return "Bilden är kopierad."

    def print_out(self, chart: TimeChart, shown: Shown) -> None:
        """Make a paper of it and hand it over to be printed."""
        path = print_folder() / self._name(chart, _PAPER)
        self._make(shown, path, lambda: hand_over_to_print(path, self._window))

    def save_shown_days(self, charted: Charted) -> None:
        """Write the days of what is shown as a calendar."""
        self._save_days(charted.chart, charted.rows)

    def save_all_days(self, chart: TimeChart) -> None:
        """Write the days of the whole register within the time of the picture as a calendar."""
        self._save_days(chart, None)

    def _save_days(self, chart: TimeChart, records: Container[UUID | None] | None) -> None:
        within = Interval(chart.today, chart.axis.last)

        def gather(reading: Reading) -> Sequence[Dated]:
            return [day for day in days_of(reading, within) if records is None or day.record_id in records]

        self._calendar.save(chart.title if records is not None else "Dagar ur registret", gather)

    def _make(self, shown: Shown, path: Path, told: Callable[[], str]) -> None:
        reading = self._session.workspace.snapshot()

        def work() -> None:
            with closing(reading):
                write_file(path, import_module(_MAKING).make_time_chart(reading, shown))

        self._work.run("Bilden görs", work, lambda _nothing: told())

    def _name(self, chart: TimeChart, ending: str) -> str:
        return file_name(f"{chart.title}_{chart.today.isoformat()}{ending}")


def _drawable(chart: TimeChart) -> TimeChart:
    """The picture, if it is one to look at. Raises KnownError."""
    if len(chart) > MOST_ROWS:
        raise KnownError(
            f"Bilden skulle få {grouped(len(chart))} rader. Välj en grupp eller listans urval, eller spara som PDF."
        )
    return chart
