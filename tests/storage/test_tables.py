"""The tables follow from the descriptions, and SQLite keeps them as strictly as it can."""

import re
import sqlite3

import pytest

from itadmin.domain.fields import STORED_VALUES, Held, Reference, References, Rows
from itadmin.domain.record import described_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.tables import TABLES, schema_statements

every_register = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)


@every_register
def test_every_stored_field_has_a_place_and_only_one(register: Register) -> None:
    tables = TABLES[register.name]
    for name, field in register.fields.items():
        column, link, rows = name in tables.columns, name in tables.links, name in tables.rows
        assert column == isinstance(field, (*STORED_VALUES, Reference))
        assert link == isinstance(field, References)
        assert rows == isinstance(field, Rows)


@every_register
def test_rows_have_a_column_for_each_cell(register: Register) -> None:
    for name, table in TABLES[register.name].rows.items():
        field = register.fields[name]
        assert isinstance(field, Rows)
        assert list(table.c.keys()) == ["record", "ordinal", *described_fields(field.row)]


@every_register
def test_references_are_foreign_keys_with_an_index(register: Register) -> None:
    main = TABLES[register.name].main
    indexed = {index.columns.keys()[0] for index in main.indexes}
    for name, field in register.fields.items():
        if isinstance(field, Reference):
            (key,) = main.c[name].foreign_keys
            assert key.column.table is TABLES[field.to].main
            assert name in indexed


def test_held_roles_are_found_by_an_index() -> None:
    for register in REGISTERS.values():
        for field in register.fields.values():
            if isinstance(field, Held):
                through = REGISTERS[field.through]
                assert through.tenure is not None
                indexed = {index.columns.keys()[0] for index in TABLES[through.name].main.indexes}
                assert through.tenure.of in indexed


def test_every_table_is_strict() -> None:
    tables = [statement for statement in schema_statements() if statement.startswith("CREATE TABLE")]
    assert tables
    assert [statement for statement in tables if not re.search(r"\bSTRICT$", statement)] == []


def test_the_statements_make_a_database_and_are_kept_as_they_are() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in schema_statements():
        connection.execute(statement)
    kept = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    connection.close()
    assert set(schema_statements()) <= kept
    assert [sql for sql in kept - set(schema_statements()) if "'search_index_" not in sql] == []
