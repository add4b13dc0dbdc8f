"""What is done from the courses: sessions are made of one, and needs are added or made of what the register knows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.training.joining import NEEDS, Joined
from itadmin.services.training.needs import needs_of_head_counts, needs_of_lacking
from itadmin.ui.competence.sessions_sheet import SessionsSheet
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

_ONE_MADE = "Tillfället är skapat."
_NO_LACK = "Alla som saknar utbildning har redan ett behov {}."
_NO_COUNTS = "Alla antal i fastställda utbildningsplaner har redan ett behov {}."

Make = Callable[[Records, Reading, int], ChangeSet | None]


class CourseDeeds(QObject):
    """Does it over `window`, each as one step that can be undone.

    `done` is what was done, `said` what was not, and why.
    """

    done = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._work = WindowWork(session, window)
        self._work.said.connect(self.said)
        self._work.failed.connect(lambda error: self.said.emit(error.sentence))

    def make_sessions(self, joined: Joined) -> None:
        """Ask when, where and of what the sessions of a course are, and make them."""
        number = joined.course.sessions
        made = f"{number} tillfällen är skapade." if number > 1 else _ONE_MADE
        sheet = SessionsSheet(self._session, joined, self._window)
        sheet.accepted.connect(lambda: self.done.emit(made))
        sheet.open()

    def add_need(self) -> None:
        """Ask for a need, of the own kommun and next year unless something else is said."""
        register, reading = REGISTERS[NEEDS], self._session.reading()
        begun = {"year": reading.day.year + 1, "municipality": reading.organisation_id}
        sheet = NewRecordDialog(self._session, register, {}, self._window, also=("cost_alone",), begun=begun)
        sheet.added.connect(lambda _made: self.done.emit(added_words(register)))
        sheet.open()

    def make_of_lacking(self, year: int | None) -> None:
        """Make needs of those who lack training; of next year when no year is given."""
        self._make(needs_of_lacking, year, _NO_LACK)

    def make_of_head_counts(self, year: int | None) -> None:
        """Make needs of how many plans are for; of next year when no year is given."""
        self._make(needs_of_head_counts, year, _NO_COUNTS)

    def _make(self, make: Make, year: int | None, nothing: str) -> None:
        """Work out beside the window which needs would be made, show them, and make them when that is wanted."""
        workspace = self._session.workspace
        reading = workspace.snapshot()
        wanted = year or reading.day.year + 1

        def work() -> ChangeSet | None:
            with closing(reading):
                return make(workspace.records, reading, wanted)

        self._work.run("Behoven räknas", work, lambda step: self._show_step(step, nothing.format(wanted)))

    def _show_step(self, step: ChangeSet | None, nothing: str) -> str:
        """Show the needs that would be made; what is said where there are none."""
        if step is None:
            return nothing
        records = self._session.workspace.records
        dialog = ChangesDialog(self._session, step, self._window, choosing=True)
        dialog.accepted.connect(lambda: self._attempt(lambda: records.apply(dialog.wanted), f"{step.title}."))
        dialog.open()
        return ""

    def _attempt(self, work: Callable[[], object], made: str) -> None:
        try:
            work()
        except KnownError as error:
            self.said.emit(error.sentence)
        else:
            self.done.emit(made)
