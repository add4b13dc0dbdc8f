"""Runs Alembic on a copy of a register in memory. The only module that loads Alembic, which is slow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from itadmin.storage import file as files
from itadmin.storage.connection import in_memory
from itadmin.storage.migrations.versions import (
    version_0001,
    version_0002,
    version_0003,
    version_0004,
    version_0005,
    version_0006,
)
from itadmin.storage.unit_of_work import StepNote

VERSIONS = (version_0001, version_0002, version_0003, version_0004, version_0005, version_0006)
"""All versions in order; the position of each, from one, is its `user_version`."""


def migrated(content: bytes, path: Path, note: StepNote | None) -> bytes:
    """The bytes of a register after all migrations it lacks.

    `note` says who and when in a step of the journal, which undo stops at; a copy to read needs none. Raises
    KnownError when it cannot be migrated.
    """
    try:
        raw = in_memory(content)
    except sqlite3.DatabaseError as error:
        raise files.damaged(path, str(error)) from error
    try:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        migrate(raw, int(version))
        if note is not None:
            _add_step(raw, note)
        return raw.serialize()
    except (sqlite3.DatabaseError, DBAPIError) as error:
        raise files.damaged(path, str(error)) from error
    finally:
        raw.close()


def migrate(raw: sqlite3.Connection, version: int) -> None:
    """Run the migrations after `version` on an open database, each with its number in one transaction."""
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        operations = Operations(MigrationContext.configure(connection))
        for number, module in enumerate(VERSIONS, start=1):
            if number > version:
                with _transaction(raw):
                    module.upgrade(operations)
                    raw.execute("DELETE FROM alembic_version")
                    raw.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (module.REVISION,))
                    raw.execute(f"PRAGMA user_version={number}")


@contextmanager
def _transaction(raw: sqlite3.Connection) -> Iterator[None]:
    """A block that is kept whole or not at all; tables may be rebuilt in it while others refer to them."""
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN IMMEDIATE")
    try:
        yield
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raw.execute("PRAGMA foreign_keys=ON")


def _add_step(raw: sqlite3.Connection, note: StepNote) -> None:
    title = f"Uppgraderade filen till version {len(VERSIONS)}"
    raw.execute(
        "INSERT INTO steps (id, at, who, title, kind) VALUES (?, ?, ?, ?, ?)",
        (note.id.bytes, note.at, note.who, title, note.kind),
    )
