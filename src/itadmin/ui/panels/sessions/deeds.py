"""What is done with a session and those who take part in it, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.documents import attendance_list, course_certificate
from itadmin.domain.calculations.participation import ATTENDED, LEFT
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.filters import Condition
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.given import Given
from itadmin.services.reading import ListQuery, Read, Reading
from itadmin.services.sessions import occasion
from itadmin.services.sessions.entries import as_calendar
from itadmin.services.sessions.sign_up import (
    PARTICIPATIONS,
    SESSIONS,
    SignUp,
    leave,
    move_down,
    move_up,
    note_all_attended,
    note_attendance,
    sign_up,
)
from itadmin.services.sessions.words import signed_up_words
from itadmin.ui.batch.dialog import BatchDialog
from itadmin.ui.exporting.work import Listed
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.planner_file import PlannerFile
from itadmin.ui.register.saving import plain_of
from itadmin.ui.session import Session
from itadmin.ui.training_sessions.lacking_sheet import LackingSheet
from itadmin.ui.window_work import WindowWork

_NOTHING = "Inget att ändra."


class SessionDeeds(QObject):
    """Works on the session `session_id`, over `panel`. `noted` gives what to know of those who were signed up."""

    noted = Signal(tuple)

    def __init__(self, session: Session, panel: QWidget) -> None:
        super().__init__(panel)
        self.session_id = UUID(int=0)
        self._session = session
        self._panel = panel
        work = WindowWork(session, panel)
        work.said.connect(session.guide.say)
        work.failed.connect(lambda error: session.guide.say(error.sentence))
        self._file = PlannerFile(session, panel, work)

    def sign_up_named(self, meant: Any) -> None:
        """Sign up what a line of people holds: somebody known, or somebody new, who is made in the same step.

        Raises KnownError.
        """
        person, also = plain_of(self._session, REGISTERS[PARTICIPATIONS], "person", meant)
        self._sign_up([UUID(person)], also)

    def note(self, participation: UUID, status: str) -> None:
        """Note how somebody stands; who is taken off leaves the seat to who waits."""
        if status == LEFT:
            self.leave(participation)
        else:
            self._carry_out(lambda reading: note_attendance(reading, self.session_id, {participation: status}))

    def note_all(self) -> None:
        """Note that all were there of whom nothing is said yet."""
        self._carry_out(lambda reading: note_all_attended(reading, self.session_id))

    def leave(self, participation: UUID) -> None:
        """Take somebody off the session."""
        self._carry_out(lambda reading: leave(reading, self.session_id, [participation]))

    def move_up(self) -> None:
        """Give free seats to those who wait, who has waited longest first."""
        self._carry_out(lambda reading: move_up(reading, self.session_id))

    def move_down(self) -> None:
        """Let those wait for whom there is no seat, who was signed up last first."""
        self._carry_out(lambda reading: move_down(reading, self.session_id))

    def choose_lacking(self) -> None:
        """Choose among those who lack what the session gives, and sign them up."""
        sheet = LackingSheet(self._session, self.session_id, self._panel.window())
        sheet.chosen.connect(lambda people: self._session.guide.attempt(lambda: self._sign_up(people)))
        sheet.open()

    def read_in(self) -> None:
        """Open the wizard on a table of those who take part, here where it does not say in what."""
        label = self._session.reading().one(SESSIONS, self.session_id).label
        given = Given(PARTICIPATIONS, "session", self.session_id, label)
        ImportDialog(self._session, REGISTERS[PARTICIPATIONS], self._panel.window(), given).open()

    def open_attendance_list(self) -> None:
        """Open the document window on the list to sign."""
        self._session.guide.open_paper(attendance_list.TYPE, self.session_id)

    def open_certificates(self, parts: Sequence[Read], current: Read | None) -> None:
        """Make certificates of all who have done it; of the one alone that is done where only one has."""
        done = tuple(part.record.id for part in parts if getattr(part.record, "status", "") == ATTENDED)
        if len(done) == 1:
            self._session.guide.open_paper(course_certificate.TYPE, done[0])
            return
        chosen = (current.record.id,) if current is not None and current.record.id in done else ()
        register = REGISTERS[PARTICIPATIONS]
        about = Condition("session", "one_of", (str(self.session_id),))
        query = ListQuery(conditions=(about, Condition("status", "one_of", (ATTENDED,))))
        title = self._session.reading().label(SESSIONS, self.session_id)
        listed = Listed(register, query, register.columns, chosen, f"Genomförda av {title}", len(done))
        BatchDialog(self._session, listed, self._panel.window()).open()

    def save_calendar(self) -> None:
        """Write the session as a calendar file."""
        name, session_id = self._session.reading().label(SESSIONS, self.session_id), self.session_id

        def make(reading: Reading) -> tuple[int, bytes]:
            found = occasion(reading, session_id)
            sessions = [] if found is None else [found]
            return len(sessions), as_calendar(name, sessions, reading)

        self._file.save_made(name, make, ("1 tillfälle sparat", "{} tillfällen sparade"))

    def _sign_up(self, people: Iterable[UUID], also: Sequence[Change] = ()) -> None:
        workspace = self._session.workspace
        made = sign_up(workspace.reading(), workspace.records, self.session_id, people, also)
        if made.changes.changes:
            workspace.records.apply(made.changes)
            self._session.guide.say(_named(also, made) or signed_up_words(made), undoable=True)
        self.noted.emit(made.notes)

    def _carry_out(self, step: Callable[[Reading], ChangeSet]) -> None:
        workspace = self._session.workspace

        def do_it() -> None:
            changes = step(workspace.reading())
            if changes.changes:
                workspace.records.apply(changes)
                self._session.guide.say(f"{changes.title}.", undoable=True)
            else:
                self._session.guide.say(_NOTHING)

        self._session.guide.attempt(do_it)


def _named(new: Sequence[Change], made: SignUp) -> str:
    """What to say of somebody new by name; "" where nobody is new."""
    name = "".join((change.after or {}).get("name", "") for change in new)
    return name and f"{name} är {'anmäld' if made.seated else 'reserv: det är fullt'}."
