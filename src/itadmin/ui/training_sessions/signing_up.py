"""Signing up those who lack something: asks to which session, does it in one step, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.sessions.sign_up import SESSIONS, sign_up
from itadmin.services.sessions.words import signed_up_words
from itadmin.services.training.lacking import LackRow
from itadmin.ui.session import Session
from itadmin.ui.training_sessions.session_sheet import SessionSheet

_UNDOABLE = "Ctrl+Z ångrar."


class SigningUp:
    """Asks over `window`; `say` tells what was done, what to see to, or what was refused."""

    def __init__(self, session: Session, window: QWidget, say: Callable[[str], None]) -> None:
        self._session = session
        self._window = window
        self._say = say

    def ask(self, rows: Sequence[LackRow]) -> None:
        """Ask to which session the people of these rows are to be signed up: one that gives what they lack."""
        people = list(dict.fromkeys(row.person for row in rows))
        versions = list(dict.fromkeys(row.version for row in rows))
        sheet = SessionSheet(self._session, len(people), {row.module for row in rows}, versions, self._window)
        sheet.chosen.connect(lambda session_id: self._sign_up(session_id, people))
        sheet.open()

    def _sign_up(self, session_id: UUID, people: Sequence[UUID]) -> None:
        workspace = self._session.workspace
        try:
            made = sign_up(workspace.reading(), workspace.records, session_id, people)
            if made.changes.changes:
                workspace.records.apply(made.changes)
        except KnownError as error:
            self._say(error.sentence)
            return
        title = workspace.reading().label(SESSIONS, session_id)
        undoable = _UNDOABLE if made.changes.changes else ""
        notes = (f"{note.name}: {note.text}" for note in made.notes)
        told = (f"{title}: {signed_up_words(made)}", undoable, *notes)
        self._say(" ".join(part for part in told if part))
