"""The content of an attached file for whoever only reads: from the store beside a register, or its private copy."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage.attachments import read, store_of


def attached_content(register: Path, register_id: UUID, digest: str) -> bytes:
    """The content with a digest, by where the register lies. Raises KnownError when it is not there or not readable."""
    store = store_of(register)
    content = read(store, register_id, digest)
    if content is None:
        raise KnownError(f"Filens innehåll finns inte här. Lägg filen {store.name} bredvid registret och försök igen.")
    return content
