"""Backing up, copying, restoring and checking a register file that need not be open here, and writing others whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from itadmin.domain.problems import KnownError
from itadmin.services.backups import Backups
from itadmin.services.clock import Surroundings
from itadmin.storage import attachments, backup, file
from itadmin.storage.connection import stable_bytes
from itadmin.storage.file import DamagedError

_DATABASE = b"SQLite format 3\x00"


def back_up(path: Path, around: Surroundings, folder: Path | None = None) -> Path:
    """Take a verified backup of a register and its attached files, beside it or in `folder`; also while it is open.

    Raises KnownError.
    """
    backups, content = Backups(path, around), stable_bytes(path)
    taken = backups.keep(content, folder)
    backups.keep_attachments(backup.verify(path, content), folder)
    return taken


def copy(path: Path, target: Path) -> None:
    """Copy a register and its attached files to a place that has neither; also while it is open. Raises KnownError."""
    content = stable_bytes(path)
    register_id = backup.verify(path, content)
    backup.write_whole(target, content, like=path)
    store = attachments.store_of(target)
    attachments.copy_new(attachments.store_of(path), store, register_id)
    attachments.permissions_like(store, target)


def restore(path: Path, source: Path, around: Surroundings) -> Path | None:
    """Put a backup in a register's place; returns where the file that stood there is kept, or None if none did.

    Raises KnownError, and then nothing has changed.
    """
    stood_there = path.exists()
    aside = Backups(path, around).restore(source)
    return aside if stood_there else None


def damage(path: Path) -> tuple[str, ...]:
    """What is broken in a register file or its attached files; empty when both are whole.

    Raises KnownError when it is no register of ours, newer than the program, or not there.
    """
    try:
        content = stable_bytes(path)
        file.check_header(path, content[: file.HEADER_SIZE])
        found = backup.faults(content)
        if not found:
            found = attachments.faults(attachments.store_of(path), backup.verify(path, content))
    except DamagedError as error:
        return (error.details or error.sentence,)
    return tuple(found)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, in place of one that is there; never over a register or a folder.

    Raises KnownError.
    """
    write_file_by(path, lambda stream: stream.write(content))


def write_file_by(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """The same of a file that `write` fills bit by bit; what it raises leaves everything as it was."""
    if path.is_dir():
        raise KnownError(f"{path} är en mapp. Ange också filens namn.")
    if path.exists() and not path.is_file():
        raise KnownError(f"{path} är ingen fil. Ange ett annat namn.")
    if path.exists() and file.read_bytes(path, len(_DATABASE)) == _DATABASE:
        raise KnownError(f"{path} är en registerfil och skrivs inte över. Ange ett annat namn.")
    backup.write_whole_by(path, write)
