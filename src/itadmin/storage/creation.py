"""Making a new register file: built beside its place under another name, then moved there whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files
from itadmin.storage.tables import schema_statements

REVISION = "0001"
"""The Alembic revision that a new file starts at: the newest there is."""


def create_register(path: Path, *, register_id: UUID, organisation: UUID, created_at: str, sample: bool) -> None:
    """Make an empty register file at `path`.

    Raises KnownError when something is there already or the folder cannot be written; nothing is left half-made.
    """
    if path.exists():
        raise KnownError(f"Filen {path} finns redan. Välj ett annat namn eller öppna den som finns.")
    unfinished = path.with_name(f".{path.name}.ny")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        _write(unfinished, register_id, organisation, created_at, sample=sample)
        unfinished.replace(path)
    except sqlite3.Error as error:
        raise files.sentence_for(path, error) from error
    except OSError as error:
        raise KnownError(
            f"Filen {path} kunde inte skapas. Kontrollera att mappen finns och att du får skriva i den.",
            details=str(error),
        ) from error
    finally:
        if unfinished.exists():
            unfinished.unlink()


def _write(path: Path, register_id: UUID, organisation: UUID, created_at: str, *, sample: bool) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size={files.PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id={files.APPLICATION_ID}")
        connection.execute("BEGIN")
        for statement in schema_statements():
            connection.execute(statement)
        connection.execute(
            "INSERT INTO file_info (pk, register_id, organisation, sample, created_at) VALUES (1, ?, ?, ?, ?)",
            (register_id.bytes, organisation.bytes, int(sample), created_at),
        )
        connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (REVISION,))
        connection.execute(f"PRAGMA user_version={files.USER_VERSION}")
        connection.execute("COMMIT")
    finally:
        connection.close()
