"""What is done with activities from årshjulet: one is added, or a proposal made the kommun's own."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.planner.activities import REGISTER, make_own
from itadmin.services.planner.days import Dated
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session


class WheelDeeds:
    """Does it over `window`, each as one step that can be undone, and says what was done."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window

    def add(self) -> None:
        """Ask for a new activity."""
        register = REGISTERS[REGISTER]
        sheet = NewRecordDialog(self._session, register, {}, self._window)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(register), undoable=True))
        sheet.open()

    def take_in(self) -> None:
        """Make records of all proposals. Raises KnownError."""
        self._take_in("")

    def change(self, day: Dated) -> None:
        """Make a record of a proposal and open it, so that it can be changed or hidden. Raises KnownError."""
        made = self._take_in(day.key)
        if made is not None:
            self._session.guide.open_record(REGISTER, made)

    def _take_in(self, key: str) -> UUID | None:
        records = self._session.workspace.records
        changes = make_own(self._session.reading(), records, key)
        if changes is None:
            return None
        records.apply(changes)
        self._session.guide.say(f"{changes.title}.", undoable=True)
        return changes.changes[0].record_id
