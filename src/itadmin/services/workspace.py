"""An open register with its services: what `app.py` and the command line get hold of to work with a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.attachments import Attachments
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.migration import current_bytes, migrate_if_older
from itadmin.services.orders import Orders
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.undo import Undo
from itadmin.storage.engine import RegisterFile, open_content, open_register

Listener = Callable[[ChangeSet, object], None]


class Workspace:
    """A register file opened for work. `listeners` are told every change and who made it."""

    def __init__(self, file: RegisterFile, around: Surroundings) -> None:
        self.file = file
        self.around = around
        self.listeners: list[Listener] = []
        self.records = Records(file, around, self._announce)
        self.undo = Undo(file, around, self._announce)
        self.attachments = Attachments(file.path, file.info.register_id, around)
        self._orders = Orders(file)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @property
    def writable(self) -> bool:
        """Whether the register can be changed here; one of an earlier day cannot."""
        return self.file.writable

    def reading(self, day: date | None = None) -> Reading:
        """The register as it is on a day, today by default."""
        return Reading(self.file, day or self.around.today(), self._orders)

    def snapshot(self, day: date | None = None) -> Reading:
        """A private copy of the register for long work on another thread."""
        return Reading(self.file.copy(), day or self.around.today())

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def _announce(self, changes: ChangeSet, initiator: object) -> None:
        for listener in tuple(self.listeners):
            listener(changes, initiator)


def open_workspace(path: Path, around: Surroundings) -> Workspace:
    """Open a register file for work: migrate it if it is older, back it up if it has changed since last time.

    Raises KnownError, and then nothing has changed.
    """
    backups = Backups(path, around)
    migrate_if_older(path, backups, around)
    file = open_register(path, f"{around.who} på {around.machine}")
    try:
        backups.keep_if_changed(file.content())
        with suppress(KnownError):  # attached files that cannot be copied do not keep anybody from the register
            backups.keep_attachments(file.info.register_id)
    except BaseException:
        file.close()
        raise
    return Workspace(file, around)


def open_reading(path: Path, day: date) -> Reading:
    """Read a register file without touching it, also while it is open elsewhere; an older one is upgraded in memory.

    Raises KnownError.
    """
    return Reading(open_content(path, current_bytes(path)), day)
