"""The tables that are queried follow from the descriptions, and are those of the file."""

import pytest

from itadmin.domain.fields import STORED_VALUES, Reference, References, Rows
from itadmin.domain.record import described_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.table_forms import FILE_FORMS, forms_of
from itadmin.storage.tables import TABLES, all_tables

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
def test_what_is_queried_are_the_tables_of_the_file(register: Register) -> None:
    forms, tables = forms_of(register), TABLES[register.name]
    made = (tables.main, *tables.links.values(), *tables.rows.values())
    assert [(table.name, table.c.keys()) for table in made] == [
        (form.name, [column.name for column in form.columns]) for form in forms
    ]


def test_what_refers_to_another_table_at_once_is_emptied_before_it() -> None:
    names = [table.name for table in all_tables()]
    refers = [
        (form.name, column.refers.split()[0])
        for form in (*FILE_FORMS, *(form for register in REGISTERS.values() for form in forms_of(register)))
        for column in form.columns
        if column.refers and "DEFERRED" not in column.refers
    ]
    assert len(set(names)) == len(names)
    assert ("journal", "steps") in refers
    assert [(one, other) for one, other in refers if names.index(one) > names.index(other)] == []
