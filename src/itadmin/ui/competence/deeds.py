"""What is done from the heat map: an area, a person or a judgement is added, and actions are proposed for the gaps."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.competence.actions import propose_all
from itadmin.services.competence.ground import AREAS, COMPETENCES, PEOPLE, ground_of
from itadmin.services.organisations import belonging
from itadmin.services.reading import ListQuery, Reading
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

_NO_GAPS = "Alla gap och sårbara områden har redan en åtgärd. Ange önskad nivå för fler för att få förslag."


class CompetenceDeeds:
    """Does it over `window`, each as one step that can be undone, and says there what was done."""

    def __init__(self, session: Session, window: PictureWindow) -> None:
        self._session = session
        self._window = window

    def attempt(self, work: Callable[[], object]) -> None:
        """Do something; what is refused is said in the window."""
        try:
            work()
        except KnownError as error:
            self._window.said.setText(error.sentence)

    def judge(self) -> None:
        """Ask for a judgement of anybody in anything; a person or an area that is new is made with it."""
        self._add(COMPETENCES, {})

    def add_area(self) -> None:
        """Ask for a new area."""
        self._add(AREAS, {})

    def add_person(self) -> None:
        """Ask for a new person, of the own IT unit unless something else is said."""
        unit = own_it_unit(self._session.reading())
        self._add(PEOPLE, {} if unit is None else {"organisation": unit})

    def propose(self) -> None:
        """Show the actions that would be added for the gaps, and add them when that is wanted."""
        workspace = self._session.workspace
        reading = workspace.reading()
        try:
            step = propose_all(workspace.records, reading, ground_of(reading))
        except KnownError as error:
            self._window.said.setText(error.sentence)
            return
        if step is None:
            self._window.said.setText(_NO_GAPS)
            return
        dialog = ChangesDialog(self._session, step, self._window, choosing=True)
        dialog.accepted.connect(lambda: self.attempt(lambda: self._apply(dialog.wanted)))
        dialog.open()

    def _apply(self, step: ChangeSet) -> None:
        self._session.workspace.records.apply(step)
        self._session.guide.say(f"{step.title}.", undoable=True)

    def _add(self, name: str, begun: dict[str, UUID]) -> None:
        register = REGISTERS[name]
        sheet = NewRecordDialog(self._session, register, {}, self._window, also=tuple(begun), begun=begun)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(register), undoable=True))
        sheet.open()


def own_it_unit(reading: Reading) -> UUID | None:
    """The first IT unit of the kommun whose file it is; None when there is none."""
    for key in reading.keys("organisations", ListQuery(where={"kind": ["it_enhet"]})):
        unit = belonging(reading, key)
        if unit is not None and unit.legal.id == reading.organisation_id:
            return key
    return None
