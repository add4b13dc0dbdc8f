"""Backups by themselves: taken when the file has changed, verified before they count, thinned with age.

They lie in a folder beside the register. Restoring keeps what stood there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.storage import attachments, backup, file
from itadmin.storage.connection import connect
from itadmin.storage.file import DamagedError, NotOursError

_ENDING = ".itadmin"
_STAMP = "%Y-%m-%d %H%M%S"
_MOMENT = r" (?P<moment>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6})(?: (?P<number>[0-9]+))?"
_DAYS_WHOLE = 2
_NEWEST = 50
_DAILY, _WEEKLY, _MONTHLY = 12, 10, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk and when it was taken (local time)."""

    path: Path
    taken: datetime


class Backups:
    """The backups of one register file."""

    def __init__(self, path: Path, around: Surroundings) -> None:
        self._path = path
        self._around = around
        self._name = path.name.removesuffix(_ENDING)
        self.folder = path.with_name(f"{self._name}-sakerhetskopior")

    def all(self) -> list[Backup]:
        """The backups there are, newest first."""
        if not self.folder.is_dir():
            return []
        pattern = re.compile(re.escape(self._name) + _MOMENT + re.escape(_ENDING))
        found = []
        for path in self.folder.iterdir():
            match = pattern.fullmatch(path.name)
            if match:
                with suppress(ValueError):
                    taken = datetime.strptime(match["moment"], _STAMP).astimezone()
                    found.append((taken, int(match["number"] or 1), Backup(path, taken)))
        return [item for _, _, item in sorted(found, key=lambda entry: entry[:2], reverse=True)]

    def keep_if_changed(self, content: bytes) -> Path | None:
        """Take a backup unless the newest one already says the same; returns it, or None."""
        for newest in self.all()[:1]:
            with suppress(KnownError):
                if file.read_bytes(newest.path) == content:
                    return None
        return self.keep(content)

    def keep(self, content: bytes, folder: Path | None = None) -> Path:
        """Write and verify a backup, then thin the old ones. Raises KnownError; a broken file is never kept as one."""
        target = self._free_name(folder or self.folder, "")
        backup.verify(self._path, content)
        backup.write_whole(target, content, like=self._path)
        backup.verify(target, file.read_bytes(target))
        if folder is None:
            self._thin()
        return target

    def restore(self, source: Path) -> Path:
        """Put a verified backup in the register's place; returns where the file that stood there was kept.

        Raises KnownError, and then nothing has changed.
        """
        content = file.read_bytes(source)
        register_id = backup.verify(source, content)
        if self._path.exists():
            self._refuse_stranger(register_id)
        aside = self.aside("ersatt")
        backup.swap(self._path, content, aside)
        attachments.copy_new(self._store_in(source.parent), attachments.store_of(self._path), register_id)
        return aside

    def keep_attachments(self, register_id: UUID, folder: Path | None = None) -> int:
        """Copy the attached files that a folder of backups lacks; returns how many.

        The folder is there once a backup is. Raises KnownError.
        """
        target = self._store_in(folder or self.folder)
        copied = attachments.copy_new(attachments.store_of(self._path), target, register_id)
        attachments.permissions_like(target, self._path)
        return copied

    def _store_in(self, folder: Path) -> Path:
        """Where a folder of backups has the attached files: one store for all backups in it, as contents only grow."""
        return attachments.store_of(folder / f"{self._name}{_ENDING}")

    def aside(self, why: str) -> Path:
        """A free name among the backups for a file that is put aside; it is no backup, and never thinned."""
        return self._free_name(self.folder, f"-{why}")

    def _refuse_stranger(self, register_id: UUID) -> None:
        """Refuse what is open, and a register that is another one; a broken one is nobody's."""
        try:
            with file.known_errors(self._path):
                connect(self._path).close()
            current = backup.verify(self._path, file.read_bytes(self._path))
        except (DamagedError, NotOursError):
            return
        if current != register_id:
            raise KnownError("Säkerhetskopian kommer från ett annat register. Välj en kopia av den här filen.")

    def _free_name(self, folder: Path, why: str) -> Path:
        base = f"{self._name}{why} {self._around.now().astimezone().strftime(_STAMP)}"
        names = (f"{base}{'' if number == 1 else f' {number}'}{_ENDING}" for number in count(1))
        return next(folder / name for name in names if not (folder / name).exists())

    def _thin(self) -> None:
        backups = self.all()
        keep = kept(tuple(item.taken for item in backups), self._around.now().astimezone())
        for item in backups:
            if item.taken not in keep:
                with suppress(OSError):
                    item.path.unlink()


def kept(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups to keep: of two days the 50 newest and one an hour, then one of 12 days, 10 weeks and 24 months.

    Somebody's work makes fewer in two days; a script that opens the file for every change makes thousands.
    """
    moments = sorted(taken, reverse=True)
    first_day = (now - timedelta(days=_DAYS_WHOLE)).date()
    recent = [moment for moment in moments if moment.date() > first_day]
    return {
        *recent[:_NEWEST],
        *_newest_of_each(recent, "%Y-%m-%d %H"),
        *_newest_of_each(moments, "%Y-%m-%d")[:_DAILY],
        *_newest_of_each(moments, "%G-%V")[:_WEEKLY],
        *_newest_of_each(moments, "%Y-%m")[:_MONTHLY],
    }


def _newest_of_each(moments: Iterable[datetime], period: str) -> list[datetime]:
    """The first of the moments, newest first, in each period that `period` names."""
    newest: dict[str, datetime] = {}
    for moment in moments:
        newest.setdefault(moment.strftime(period), moment)
    return list(newest.values())
