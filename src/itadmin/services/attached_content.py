"""The content of an attached file for whoever only reads: from the store beside a register, or its private copy."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage.attachments import read, store_of


class AbsentContentError(KnownError):
    """The content of an attached file does not lie beside the register."""


def attached_content(register: Path, register_id: UUID, digest: str) -> bytes:
    """The content with a digest, by where the register lies.

    Raises AbsentContentError when it is not there, KnownError when it cannot be read.
    """
    store = store_of(register)
    content = read(store, register_id, digest)
    if content is None:
        raise AbsentContentError(
            f"Filens innehåll finns inte här. Lägg filen {store.name} bredvid registret och försök igen."
        )
    return content
