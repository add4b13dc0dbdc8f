"""A new file keeps the tables as strictly as SQLite can, with a key and an index for what refers to other records."""

import re
import sqlite3
from collections.abc import Iterator

import pytest

from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.schema import schema_statements

every_register = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)


@pytest.fixture(scope="module")
def made() -> Iterator[sqlite3.Connection]:
    """A database with the tables of a new file."""
    connection = sqlite3.connect(":memory:")
    for statement in schema_statements():
        connection.execute(statement)
    yield connection
    connection.close()


def keys_of(made: sqlite3.Connection, table: str) -> dict[str, tuple[str, str]]:
    """The table and the column that each column refers to."""
    return {row[3]: (row[2], row[4]) for row in made.execute(f"PRAGMA foreign_key_list({table})")}


def indexed_in(made: sqlite3.Connection, table: str) -> set[str]:
    """The columns that an index begins with."""
    names = [row[1] for row in made.execute(f"PRAGMA index_list({table})")]
    return {made.execute(f"PRAGMA index_info({name})").fetchone()[2] for name in names}


@every_register
def test_references_are_foreign_keys_with_an_index(made: sqlite3.Connection, register: Register) -> None:
    keys, indexed = keys_of(made, register.name), indexed_in(made, register.name)
    for name, field in register.fields.items():
        if isinstance(field, Reference):
            assert keys[name] == (field.to, "id")
            assert name in indexed
        if isinstance(field, References):
            table = f"{register.name}_{name}"
            assert keys_of(made, table) == {"record": (register.name, "id"), "target": (field.to, "id")}
            assert "target" in indexed_in(made, table)


def test_held_roles_are_found_by_an_index(made: sqlite3.Connection) -> None:
    for register in REGISTERS.values():
        for field in register.fields.values():
            if isinstance(field, Held):
                through = REGISTERS[field.through]
                assert through.tenure is not None
                assert through.tenure.of in indexed_in(made, through.name)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("INSERT INTO steps VALUES (1, x'01', '', '', '', 'other', NULL)", "CHECK"),
        ("INSERT INTO steps VALUES (1, x'01', NULL, '', '', 'step', NULL)", "NOT NULL"),
        ("INSERT INTO file_info VALUES (2, x'01', x'01', 0, '')", "CHECK"),
        ("INSERT INTO file_info VALUES (1, 'text', x'01', 0, '')", "cannot store TEXT"),
        ("INSERT INTO search_registers VALUES (1, 'people'), (2, 'people')", "UNIQUE"),
        ("INSERT INTO received_words VALUES (x'01', 'a', 'b', ''), (x'01', 'a', 'b', '')", "UNIQUE"),
    ],
)
def test_what_cannot_be_is_refused(made: sqlite3.Connection, statement: str, sentence: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=sentence):
        made.execute(statement)


def test_a_name_that_means_something_in_sql_is_quoted() -> None:
    assert any('\n    "key" TEXT' in statement for statement in schema_statements())


def test_every_table_is_strict() -> None:
    tables = [statement for statement in schema_statements() if statement.startswith("CREATE TABLE")]
    assert tables
    assert [statement for statement in tables if not re.search(r"\bSTRICT$", statement)] == []


def test_the_statements_make_a_database_and_are_kept_as_they_are(made: sqlite3.Connection) -> None:
    kept = {sql for (sql,) in made.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    assert set(schema_statements()) <= kept
    assert [sql for sql in kept - set(schema_statements()) if "'search_index_" not in sql] == []
