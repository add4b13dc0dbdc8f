"""Migrations lead from any version to what a new file is."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from alembic.operations import Operations

from itadmin.domain.problems import KnownError
from itadmin.storage import file as files
from itadmin.storage.backup import verify
from itadmin.storage.connection import in_memory
from itadmin.storage.migrations import runner
from itadmin.storage.migrations.runner import VERSIONS, migrate, migrated
from itadmin.storage.migrations.versions import version_0001
from itadmin.storage.unit_of_work import StepNote

NOTE = StepNote(UUID(int=7), "2026-11-22T12:00:00.000+00:00", "Kim Berg", "migration")


def schema(connection: sqlite3.Connection) -> set[tuple[str, str, str, str | None]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def upgrade(operations: Operations) -> None:
    operations.execute("CREATE TABLE provning (a TEXT) STRICT")
    operations.execute("INSERT INTO provning VALUES ('flyttad')")


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A program that knows one version more than this one."""
    version = SimpleNamespace(REVISION="provning", upgrade=upgrade)
    monkeypatch.setattr(runner, "VERSIONS", (*VERSIONS, version))
    monkeypatch.setattr(files, "USER_VERSION", files.USER_VERSION + 1)
    return version


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    connection = in_memory()
    yield connection
    connection.close()


def test_all_migrations_from_nothing_make_a_new_files_tables(empty: sqlite3.Connection, new_register: bytes) -> None:
    migrate(empty, 0)
    new = in_memory(new_register)
    assert schema(empty) == schema(new)
    for question in ("PRAGMA user_version", "SELECT version_num FROM alembic_version"):
        assert empty.execute(question).fetchall() == new.execute(question).fetchall()
    new.close()


def test_revisions_have_names_of_their_own() -> None:
    revisions = [version.REVISION for version in VERSIONS]
    assert len(set(revisions)) == len(revisions) == files.USER_VERSION
    assert VERSIONS[0] is version_0001


def test_a_file_of_today_is_not_touched(new_register: bytes) -> None:
    connection = in_memory(new_register)
    migrate(connection, files.USER_VERSION)
    assert connection.serialize() == new_register
    connection.close()


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_gets_what_it_lacks_and_a_step_that_says_so(new_register: bytes) -> None:
    content = migrated(new_register, Path("a.itadmin"), NOTE)
    verify(Path("a.itadmin"), content)
    connection = in_memory(content)
    assert connection.execute("SELECT a FROM provning").fetchall() == [("flyttad",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (files.USER_VERSION,)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("provning",)]
    steps = connection.execute("SELECT id, at, who, kind, title FROM steps").fetchall()
    title = f"Uppgraderade filen till version {files.USER_VERSION}"
    assert steps == [(NOTE.id.bytes, NOTE.at, NOTE.who, "migration", title)]
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


@pytest.mark.usefixtures("newer_program")
def test_a_copy_to_read_needs_no_step(new_register: bytes) -> None:
    connection = in_memory(migrated(new_register, Path("a.itadmin"), None))
    assert connection.execute("SELECT count(*) FROM steps").fetchone() == (0,)
    connection.close()


def test_a_migration_that_fails_says_so_and_is_whole_or_not_there(
    newer_program: SimpleNamespace, new_register: bytes
) -> None:
    def half(operations: Operations) -> None:
        upgrade(operations)
        operations.execute("SELECT * FROM finns_inte")

    newer_program.upgrade = half
    with pytest.raises(KnownError, match="skadad"):
        migrated(new_register, Path("a.itadmin"), NOTE)
    connection = in_memory(new_register)
    with pytest.raises(Exception, match="finns_inte"):
        migrate(connection, files.USER_VERSION - 1)
    assert connection.serialize() == new_register
    connection.close()


@pytest.mark.usefixtures("newer_program")
@pytest.mark.parametrize("content", [b"x" * 8192, b"SQLite format 3\x00" + b"\xff" * 8176])
def test_what_is_no_database_cannot_be_migrated(content: bytes) -> None:
    with pytest.raises(KnownError):
        migrated(content, Path("a.itadmin"), NOTE)
