"""Bringing an older register file to today's version: on a copy, checked, then put in place; the old one is kept."""

from __future__ import annotations

from pathlib import Path

from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.storage import backup, file
from itadmin.storage.connection import connect, stable_bytes
from itadmin.storage.unit_of_work import StepNote


def migrate_if_older(path: Path, backups: Backups, around: Surroundings) -> bool:
    """Migrate a register file if its version is below the program's; says whether it did.

    Raises KnownError, and then the file is as it was.
    """
    if not _is_older(path, file.read_bytes(path, file.HEADER_SIZE)):
        return False
    with file.known_errors(path):
        connect(path).close()
    content = file.read_bytes(path)
    backups.keep(content)
    newer = upgraded(path, content, StepNote(around.new_id(), around.stamp(), around.who, "migration"))
    backup.verify(path, newer)
    backup.swap(path, newer, backups.aside("fore-uppgradering"))
    return True


def current_bytes(path: Path) -> bytes:
    """The bytes of a register file in today's version; the file, which may be open elsewhere, stays as it is.

    Raises KnownError.
    """
    return upgraded(path, stable_bytes(path))


def upgraded(path: Path, content: bytes, note: StepNote | None = None) -> bytes:
    """A register's bytes in today's version, with a step in its journal if `note` says whose. Raises KnownError."""
    if not _is_older(path, content):
        return content
    from itadmin.storage.migrations.runner import migrated  # noqa: PLC0415 - Alembic costs half a second and is rarely needed

    return migrated(content, path, note)


def _is_older(path: Path, content: bytes) -> bool:
    return file.check_header(path, content[: file.HEADER_SIZE]) < file.USER_VERSION
