"""Attaching files to records: the content goes to the store beside the register, the record gets a row about it.

A row without its content is told, never a failure: the register may have been moved without its `.bilagor`.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from itadmin.domain.attached_files import MOST_BYTES, can_be_opened, clean_file_name, size_text
from itadmin.domain.problems import KnownError
from itadmin.services.clock import Surroundings
from itadmin.services.safekeeping import write_file
from itadmin.storage import attachments as store
from itadmin.storage import backup, locks


class Attachments:
    """The attached files of one register."""

    def __init__(self, register: Path, register_id: UUID, around: Surroundings) -> None:
        self._register = register
        self._id = register_id
        self._around = around
        self.path = store.store_of(register)

    def add(self, source: Path) -> dict[str, Any]:
        """Keep a file and give the plain row that a record holds of it.

        Raises KnownError when it cannot be read, is no file, is empty or too large; nothing is kept then.
        """
        return self.keep(source.name, read_content(source))

    def keep(self, name: str, content: bytes) -> dict[str, Any]:
        """Keep a content under a file's name and give the plain row that a record holds of it.

        Raises KnownError when it is too large or cannot be kept.
        """
        if len(content) > MOST_BYTES:
            raise KnownError(
                f"{name} är {size_text(len(content))}, men en fil i registret får vara högst {size_text(MOST_BYTES)}."
            )
        digest = store.add(self.path, self._id, content)
        store.permissions_like(self.path, self._register)
        return {
            "file_name": clean_file_name(name),
            "title": None,
            "size": len(content),
            "added_on": self._around.today().isoformat(),
            "digest": digest,
        }

    def missing(self, digests: Iterable[str]) -> frozenset[str]:
        """Which of these contents are not here. Raises KnownError when the store cannot be read."""
        wanted = frozenset(digests)
        return wanted - store.digests(self.path, self._id) if wanted else wanted

    def save_as(self, digest: str, target: Path) -> None:
        """Write an attached file somewhere, whole or not at all, but never over a register. Raises KnownError."""
        write_file(target, self.content(digest))

    def opened_copy(self, digest: str, name: str, folder: Path) -> Path:
        """A copy to look at in a private folder, only to be read.

        Raises KnownError for a kind that is not opened from here, or when the content is missing.
        """
        if not can_be_opened(name):
            raise KnownError(
                f"{name} är av ett slag som kan köra något på datorn och öppnas inte härifrån. Spara den i stället."
            )
        content = self.content(digest)
        target = folder / digest[:12] / clean_file_name(name)
        if target.exists():
            target.chmod(stat.S_IREAD | stat.S_IWRITE)
        backup.write_whole(target, content)
        target.chmod(stat.S_IREAD)
        return target

    def content(self, digest: str) -> bytes:
        """A content by its digest. Raises KnownError when it is not here, or no longer what it was."""
        content = store.read(self.path, self._id, digest)
        if content is None:
            raise KnownError(
                f"Bilagans innehåll finns inte här. Lägg filen {self.path.name} bredvid registret och försök igen."
            )
        return content


def read_content(source: Path) -> bytes:
    """The bytes of a file to attach; its size is looked at before it is read.

    It may be the open register itself, whose lock is not to be lost.
    """
    try:
        found = source.stat()
        if not stat.S_ISREG(found.st_mode):
            raise KnownError(f"{source.name} är ingen fil. Välj en fil att bifoga.")
        if found.st_size > MOST_BYTES:
            raise KnownError(
                f"{source.name} är {size_text(found.st_size)}, men en bilaga får vara högst {size_text(MOST_BYTES)}. "
                "Länka till den i stället."
            )
        content = locks.read(source, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise KnownError(
            f"{source.name} går inte att läsa. Kontrollera att filen finns och att du har behörighet till den.",
            details=str(error),
        ) from error
    if not content:
        raise KnownError(f"{source.name} är tom. Välj en fil med innehåll.")
    if len(content) > MOST_BYTES:
        raise KnownError(f"{source.name} växer medan den läses. Försök igen när den är klar.")
    return content
