"""An open register with its services: what `app.py` and the command line get hold of to work with a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from itadmin.domain.changes import ChangeSet
from itadmin.services.attachments import Attachments
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.services.first_backup import FirstBackup
from itadmin.services.migration import current_bytes, migrate_if_older
from itadmin.services.orders import Orders
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.undo import Undo
from itadmin.storage.engine import RegisterFile, open_content, open_register

Listener = Callable[[ChangeSet, object], None]

_SOON_COPIED = 64_000_000
"""Bytes that are copied and verified in a moment."""


class Workspace:
    """A register file opened for work. `listeners` are told every change and who made it."""

    def __init__(self, file: RegisterFile, around: Surroundings, first_backup: FirstBackup | None = None) -> None:
        """`first_backup` is still to be kept, if there is one."""
        self.file = file
        self.first_backup = first_backup
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

    def snapshot_later(self) -> Callable[[], Reading]:
        """A private copy of the register as it is now, made where it is called for: on the thread that reads it."""
        content, day = self.file.content(), self.around.today()
        return lambda: Reading(open_content(self.path, content), day)

    def close(self) -> None:
        """Let go of the file."""
        if self.first_backup is not None:
            self.first_backup.give_up()
        self.file.close()

    def _announce(self, changes: ChangeSet, initiator: object) -> None:
        for listener in tuple(self.listeners):
            listener(changes, initiator)


def open_workspace(path: Path, around: Surroundings, *, may_wait: bool = False) -> Workspace:
    """Open a register file for work: migrate it if it is older, back it up if it has changed since last time.

    Where it `may_wait` the caller keeps the `first_backup` of a large file, when the register has been shown.

    Raises KnownError, and then nothing has changed.
    """
    backups = Backups(path, around)
    migrate_if_older(path, backups, around)
    file = open_register(path, f"{around.who} på {around.machine}")
    try:
        first_backup = FirstBackup(file, backups)
        if may_wait and path.stat().st_size > _SOON_COPIED:
            return Workspace(file, around, first_backup)
        first_backup.keep()
        return Workspace(file, around)
    except BaseException:
        file.close()
        raise


def open_reading(path: Path, day: date) -> Reading:
    """Read a register file without touching it, also while it is open elsewhere; an older one is upgraded in memory.

    Raises KnownError.
    """
    return Reading(open_content(path, current_bytes(path)), day)
