"""Undo and redo in the window: a step that changed several records is shown before it is taken back or done again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.ui.background import known
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.session import Guide, Session


class Stepping:
    """Takes steps back and forth for a window, those that take long beside it.

    `preview` is what was shown last; it holds nothing that holds us.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent
        self.preview: ChangesDialog | None = None

    def undo(self) -> None:
        """Take back the newest step. Raises KnownError."""
        undo = self._session.workspace.undo
        if undo.undo_takes_long():
            self._run("Ångrar", undo.take_back)
        else:
            self._show(f"Ångra: {undo.state().undo}", undo.undo_changes(), undo.undo)

    def redo(self) -> None:
        """Do the step that was taken back again. Raises KnownError."""
        undo = self._session.workspace.undo
        if undo.redo_takes_long():
            self._run("Gör om", undo.do_again)
        else:
            self._show(f"Gör om: {undo.state().redo}", undo.redo_changes(), undo.redo)

    def _run(self, name: str, work: Callable[[], ChangeSet]) -> None:
        session = self._session

        def tell(changes: ChangeSet) -> None:
            session.workspace.records.announce(changes)
            session.guide.say(changes.title)

        session.background.run(name, work, tell, lambda error: session.guide.say(known(error).sentence))

    def _show(self, asked: str, changes: ChangeSet, work: Callable[[], ChangeSet]) -> None:
        take = partial(_take, self._session.guide, work)
        if not changes_several(changes):
            take()
            return
        self.preview = ChangesDialog(self._session, changes, self._parent)
        self.preview.heading.setText(asked)
        self.preview.accepted.connect(take)
        self.preview.open()


def _take(guide: Guide, work: Callable[[], ChangeSet]) -> None:
    try:
        title = work().title
    except KnownError as error:
        title = error.sentence
    guide.say(title)


def changes_several(changes: ChangeSet) -> bool:
    """Whether a step does the same to several records of a register.

    A record changed together with one that it needed made, or a role that passes from one to another, is one thing.
    """
    alike = Counter((change.register, _deed(change)) for change in changes.changes)
    return any(number > 1 for number in alike.values())


def _deed(change: Change) -> str:
    if change.before is None:
        return "made"
    return "gone" if change.after is None else "changed"
