"""The text that a register file's tables are made with. A file whose tables have any other text is not ours.

Written letter by letter: a migrated file and a new one must come out with the same text (tested).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy.dialects import sqlite

from itadmin.domain.registers import REGISTERS
from itadmin.storage.table_forms import FILE_FORMS, ColumnForm, TableForm, forms_of
from itadmin.storage.types import BYTES, IDENTIFIER, TEXT, TRUTH, WHOLE

SEARCH_DDL = """\
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4'
)"""
"""What records can be found by: each row's rowid says which record it is about (`search.py`)."""

_STORED_AS = {BYTES: "BLOB", IDENTIFIER: "BLOB", TEXT: "TEXT", TRUTH: "INTEGER", WHOLE: "INTEGER"}
_quoted = sqlite.dialect().identifier_preparer.quote


@cache
def schema_statements() -> tuple[str, ...]:
    """The DDL of a new file, in the order it is run."""
    forms = (*FILE_FORMS, *(form for register in REGISTERS.values() for form in forms_of(register)))
    return (*(statement for form in forms for statement in _statements(form)), SEARCH_DDL)


def _statements(form: TableForm) -> Iterator[str]:
    """A table and its indexes."""
    key = ", ".join(_quoted(column.name) for column in form.columns if column.key)
    parts = [*map(_column, form.columns), f"PRIMARY KEY ({key})"]
    parts += [f"UNIQUE ({_quoted(column.name)})" for column in form.columns if column.unique]
    parts += [
        f"FOREIGN KEY({_quoted(column.name)}) REFERENCES {column.refers}" for column in form.columns if column.refers
    ]
    kind = " STRICT" if form.numbered else " WITHOUT ROWID,\n STRICT"
    said = ",\n    ".join(parts)
    yield f"CREATE TABLE {form.name} (\n    {said}\n)\n{kind}"
    for name, columns in form.indexes.items():
        yield f"CREATE INDEX {name} ON {form.name} ({', '.join(map(_quoted, columns))})"


def _column(column: ColumnForm) -> str:
    needed = " NOT NULL" if column.needed else ""
    check = f" CHECK ({column.check})" if column.check else ""
    return f"{_quoted(column.name)} {_STORED_AS[column.type]}{needed}{check}"
