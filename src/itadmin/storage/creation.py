"""Making a new register file: built whole in memory, then put in its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.storage import backup
from itadmin.storage import file as files
from itadmin.storage.connection import has_unfinished, in_memory, journal_of
from itadmin.storage.engine import RegisterFile
from itadmin.storage.schema import schema_statements
from itadmin.storage.unit_of_work import add_first, place

REVISION = "0006"
"""The Alembic revision that a new file starts at: the newest there is."""


@dataclass(frozen=True)
class Founding:
    """What a new file begins with.

    `values` are those of the own record in `register`, `others` of the placeholders there; `first` makes further
    own records. `created_at` is ISO, UTC; `sample` marks invented content.
    """

    register_id: UUID
    organisation: UUID
    created_at: str
    sample: bool
    register: Register
    values: Plain
    others: Mapping[UUID, Plain]
    first: tuple[Change, ...] = ()


def create_register(path: Path, founding: Founding) -> None:
    """Make a register file at `path`.

    Raises KnownError when something is there already or the folder cannot be written; nothing is left half-made.
    """
    if path.exists():
        raise KnownError(f"Filen {path} finns redan. Välj ett annat namn eller öppna den som finns.")
    if has_unfinished(path):
        raise KnownError(
            f"Filen {journal_of(path)} hör till ett register som har legat här. Flytta den, eller välj ett annat namn."
        )
    backup.write_whole(path, _content(path, founding))


def _content(path: Path, founding: Founding) -> bytes:
    raw = in_memory()
    try:
        _make_tables(raw)
        raw.execute(
            "INSERT INTO file_info (pk, register_id, organisation, sample, created_at) VALUES (1, ?, ?, ?, ?)",
            (founding.register_id.bytes, founding.organisation.bytes, int(founding.sample), founding.created_at),
        )
        with closing(RegisterFile(path, raw, writable=True)) as file:
            with file.writing() as connection:
                for other, values in founding.others.items():
                    place(connection, founding.register, other, other, values)
                own = Change(founding.register.name, founding.organisation, None, founding.values)
                add_first(connection, (own, *founding.first), founding.organisation)
            return file.content()
    finally:
        raw.close()


def _make_tables(raw: sqlite3.Connection) -> None:
    raw.execute(f"PRAGMA page_size={files.PAGE_SIZE}")
    raw.execute(f"PRAGMA application_id={files.APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version={files.USER_VERSION}")
    for statement in schema_statements():
        raw.execute(statement)
    raw.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (REVISION,))
