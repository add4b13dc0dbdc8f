"""Undo and redo: the inverse of a step is a step of its own, so the journal only grows and both survive a restart.

Neither goes past a gallring: what was taken away is nowhere to be had.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from itadmin.domain.changes import ChangeSet
from itadmin.domain.erasure import has_erased
from itadmin.domain.problems import NotFoundError
from itadmin.services.clock import Surroundings
from itadmin.storage import journal
from itadmin.storage.engine import RegisterFile
from itadmin.storage.records import RecordReader
from itadmin.storage.unit_of_work import StepNote, apply

_TURNING = "itadmin.services.receiving.turning_back"
"""What takes back a receiving; loads what reads share files, which few need."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """The titles of the steps that undo and redo would take; "" when there is none."""

    undo: str
    redo: str


class Undo:
    """Takes back the newest step not yet undone, whoever made it, and does it again until something new is done."""

    def __init__(
        self, file: RegisterFile, surroundings: Surroundings, announce: Callable[[ChangeSet, object], None]
    ) -> None:
        self._file = file
        self._around = surroundings
        self._announce = announce

    def state(self) -> UndoState:
        """What undo and redo would do."""
        with self._file.reading() as connection:
            undo, redo = journal.step_to_undo(connection), journal.step_to_redo(connection)
            return UndoState(
                journal.step(connection, undo).title if undo else "",
                journal.step(connection, redo).title if redo else "",
            )

    def undo_changes(self) -> ChangeSet:
        """What undo would do, to be shown before it is done. Raises NotFoundError when there is nothing."""
        return self._undoing()[1]

    def redo_changes(self) -> ChangeSet:
        """What redo would do. Raises NotFoundError when there is nothing."""
        return self._redoing()[1]

    def undo(self) -> ChangeSet:
        """Take back a step. Raises NotFoundError when there is none."""
        return self._announced(self.take_back())

    def redo(self) -> ChangeSet:
        """Do an undone step again. Raises NotFoundError when there is none."""
        return self._announced(self.do_again())

    def take_back(self) -> ChangeSet:
        """The same as `undo`, also on another thread than the window's; it must be announced afterwards."""
        return self._do("undo", self._undoing)

    def do_again(self) -> ChangeSet:
        """The same as `redo`, also on another thread than the window's; it must be announced afterwards."""
        return self._do("redo", self._redoing)

    def undo_takes_long(self) -> bool:
        """Whether share files are read to take the step back. Raises NotFoundError when there is none."""
        return self._is_receiving(self._undoing()[0])

    def redo_takes_long(self) -> bool:
        """Whether share files are read to do the step again. Raises NotFoundError when there is none."""
        return self._is_receiving(self._redoing()[0])

    def _announced(self, changes: ChangeSet) -> ChangeSet:
        self._announce(changes, None)
        return changes

    def _undoing(self) -> tuple[int, ChangeSet]:
        with self._file.reading() as connection:
            number = journal.step_to_undo(connection)
            if number is None:
                raise NotFoundError("Det finns inget att ångra.")
            step = _whole(journal.changes_of(connection, number))
        return number, step.inverse(f"Ångrade: {step.title}")

    def _redoing(self) -> tuple[int, ChangeSet]:
        with self._file.reading() as connection:
            number = journal.step_to_redo(connection)
            if number is None:
                raise NotFoundError("Det finns inget att göra om.")
            step = _whole(journal.changes_of(connection, number))
        return number, ChangeSet(f"Gjorde om: {step.title}", step.changes)

    def _do(self, kind: str, find: Callable[[], tuple[int, ChangeSet]]) -> ChangeSet:
        number, changes = find()
        if self._is_receiving(number):
            turned: ChangeSet = import_module(_TURNING).turn(self._file, changes.title, self._note(kind, number))
            return turned
        return self._write(kind, find)

    def _is_receiving(self, number: int) -> bool:
        with self._file.reading() as connection:
            return journal.has_received(connection, number)

    def _write(self, kind: str, find: Callable[[], tuple[int, ChangeSet]]) -> ChangeSet:
        today, owner = self._around.today(), self._file.info.organisation
        with self._file.writing() as connection:
            number, changes = find()
            apply(connection, RecordReader(connection, today), changes, self._note(kind, number), owner)
        return changes

    def _note(self, kind: str, number: int) -> StepNote:
        return StepNote(self._around.new_id(), self._around.stamp(), self._around.who, kind, number)


def _whole(step: ChangeSet) -> ChangeSet:
    """A step that says all it did. Raises NotFoundError for one that personal data has been taken out of."""
    if has_erased(step):
        raise NotFoundError(
            f"”{step.title}” går inte att ångra: personuppgifter i steget är borttagna vid gallring. "
            "Det som gjordes dessförinnan kan därför inte heller ångras."
        )
    return step
