"""The backup that is taken because a register has been opened: it holds the register as it was before any change.

Of a small file it is taken at once. A large one is shown first and its backup taken when there is time; the first
change waits until the file has been copied.
"""

from __future__ import annotations

from contextlib import suppress

from itadmin.domain.problems import KnownError
from itadmin.services.backups import Backups
from itadmin.storage.engine import RegisterFile


class FirstBackup:
    """One such backup. May be kept on another thread while the register is used on this one."""

    def __init__(self, file: RegisterFile, backups: Backups) -> None:
        self._file = file
        self._backups = backups
        self._content: bytes | None = None
        file.before_first_change = self._copy

    def keep(self) -> None:
        """Take the backup; does nothing when it has been, or the file has been let go of. Raises KnownError."""
        self._copy()
        content, self._content = self._content, None
        if content is not None:
            self._backups.keep_if_changed(content)
            with suppress(KnownError):  # attached files that cannot be copied do not keep anybody from the register
                self._backups.keep_attachments(self._file.info.register_id)

    def give_up(self) -> None:
        """Take no backup any more: the file is let go of, and is as it was."""
        with self._file.reading():
            self._file.before_first_change = None

    def _copy(self) -> None:
        """Copy the file if it has not been; under its lock, so that no change comes between."""
        with self._file.reading():
            if self._file.before_first_change is not None:
                self._content = self._file.content()
                self._file.before_first_change = None
