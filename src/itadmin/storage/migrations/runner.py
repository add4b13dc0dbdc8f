"""Runs Alembic on a copy of a register in memory. The only module that loads Alembic, which is slow."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from itadmin.storage import file as files
from itadmin.storage.migrations.versions import version_0001

VERSIONS = (version_0001,)
"""All versions in order; the position of each, from one, is its `user_version`."""


def migrated(content: bytes, path: Path) -> bytes:
    """The bytes of a register after all migrations it lacks. Raises KnownError when it cannot be migrated."""
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        raw.deserialize(content)
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        migrate(raw, int(version))
        return raw.serialize()
    except sqlite3.DatabaseError as error:
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
            if number <= version:
                continue
            raw.execute("PRAGMA foreign_keys=OFF")
            raw.execute("BEGIN IMMEDIATE")
            try:
                module.upgrade(operations)
                raw.execute("DELETE FROM alembic_version")
                raw.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (module.REVISION,))
                raw.execute(f"PRAGMA user_version={number}")
                raw.execute("COMMIT")
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raw.execute("PRAGMA foreign_keys=ON")
