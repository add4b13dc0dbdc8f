"""Backups by themselves: taken when the file has changed, verified before they count, thinned with age.

They lie in a folder beside the register. Restoring keeps what stood there before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.storage import backup, file
from itadmin.storage.file import BusyError, DamagedError

_STAMP = "%Y-%m-%d %H%M%S"
_DAYS_WHOLE = 2
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
        self.folder = path.with_name(f"{path.stem}-sakerhetskopior")

    def all(self) -> list[Backup]:
        """The backups there are, newest first."""
        found = []
        for path in self.folder.glob(f"{self._path.stem} *.itadmin"):
            with suppress(ValueError):
                moment = path.stem.removeprefix(self._path.stem + " ")[: len("2026-01-01 000000")]
                found.append(Backup(path, datetime.strptime(moment, _STAMP).astimezone()))
        return sorted(found, key=lambda item: (item.taken, item.path.name), reverse=True)

    def keep_if_changed(self, content: bytes) -> Path | None:
        """Take a backup unless the newest one already says the same; returns it, or None."""
        newest = self.all()[:1]
        if newest and _digest(file.read_bytes(newest[0].path)) == _digest(content):
            return None
        return self.keep(content)

    def keep(self, content: bytes, folder: Path | None = None) -> Path:
        """Write and verify a backup, then thin the old ones. Raises KnownError; a broken file is never kept as one."""
        target = self._free_name(folder or self.folder)
        backup.verify(self._path, content)
        backup.write_whole(target, content)
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
        aside = self.folder / f"{self._path.stem}-ersatt-{self._moment()}{self._path.suffix}"
        backup.swap(self._path, content, aside)
        return aside

    def _refuse_stranger(self, register_id: object) -> None:
        try:
            with file.known_errors(self._path):
                file.connect(self._path).close()
            current = backup.verify(self._path, file.read_bytes(self._path))
        except BusyError:
            raise
        except (DamagedError, file.NotOursError):
            return
        if current != register_id:
            raise KnownError("Säkerhetskopian kommer från ett annat register. Välj en kopia av den här filen.")

    def _moment(self) -> str:
        return self._around.now().astimezone().strftime(_STAMP)

    def _free_name(self, folder: Path) -> Path:
        base = f"{self._path.stem} {self._moment()}"
        names = [f"{base}.itadmin", *(f"{base} {number}.itadmin" for number in range(2, 100))]
        return next(folder / name for name in names if not (folder / name).exists())

    def _thin(self) -> None:
        backups = self.all()
        keep = kept(tuple(item.taken for item in backups), self._around.now().astimezone())
        for item in backups:
            if item.taken not in keep:
                with suppress(OSError):
                    item.path.unlink()


def kept(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups to keep: all of two days, then one a day (12), a week (10) and a month (24); the newest always."""
    moments = sorted(taken, reverse=True)
    keep = set(moments[:1])
    recent = (now - timedelta(days=_DAYS_WHOLE)).date()
    keep.update(moment for moment in moments if moment.date() > recent)
    for limit, period in ((_DAILY, "%Y-%m-%d"), (_WEEKLY, "%G-%V"), (_MONTHLY, "%Y-%m")):
        newest_of: dict[str, datetime] = {}
        for moment in moments:
            newest_of.setdefault(moment.strftime(period), moment)
        keep.update(list(newest_of.values())[:limit])
    return keep


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
