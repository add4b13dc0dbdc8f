"""Bringing an older register file to today's version: on a copy, checked, then put in place; the old one is kept."""

from __future__ import annotations

from pathlib import Path

from itadmin.services.backups import Backups
from itadmin.storage import backup, file


def migrate_if_older(path: Path, backups: Backups) -> bool:
    """Migrate a register file if its version is below the program's; says whether it did.

    Raises KnownError, and then the file is as it was.
    """
    if file.check_header(path, file.read_bytes(path, 100)) >= file.USER_VERSION:
        return False
    from itadmin.storage.migrations.runner import migrated  # noqa: PLC0415 - Alembic costs half a second and is rarely needed

    with file.known_errors(path):
        file.connect(path).close()
    content = file.read_bytes(path)
    kept = backups.keep(content)
    newer = migrated(content, path)
    backup.verify(path, newer)
    backup.swap(path, newer, kept.with_name(f"{kept.stem}-fore-uppgradering{path.suffix}"))
    return True
