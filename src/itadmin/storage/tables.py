"""The tables of a register file as they are queried; what a new file is made with stands in `schema.py`.

They say no more than queries need: names, types and keys. Constraints and indexes, which the file keeps, would be half
of the memory of a program that has a file open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Column, MetaData, Table

from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage import table_forms
from itadmin.storage.table_forms import TableForm, forms_of

SEARCH_TERMS = "temp.search_terms"
SEARCH_TERMS_DDL = f"CREATE VIRTUAL TABLE {SEARCH_TERMS} USING fts5vocab('main', 'search_index', 'instance')"
"""The words of the search index, in their order. Stands in no file, but beside each one that is open."""

_METADATA = MetaData()


@dataclass(frozen=True)
class RegisterTables:
    """The main table of a register and its side tables by field identifier."""

    register: Register
    main: Table
    links: Mapping[str, Table]
    rows: Mapping[str, Table]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The identifiers of the fields that are columns of the main table."""
        return tuple(name for name in self.register.fields if name in self.main.c)


def _table(form: TableForm) -> Table:
    columns = (Column(column.name, column.type, primary_key=column.key) for column in form.columns)
    return Table(form.name, _METADATA, *columns)


def _tables_of(register: Register) -> RegisterTables:
    forms = forms_of(register)
    links = {name: _table(form) for name, form in forms.links.items()}
    rows = {name: _table(form) for name, form in forms.rows.items()}
    return RegisterTables(register, _table(forms.main), links, rows)


FILE_INFO = _table(table_forms.FILE_INFO)
STEPS = _table(table_forms.STEPS)
JOURNAL = _table(table_forms.JOURNAL)
SEARCH_REGISTERS = _table(table_forms.SEARCH_REGISTERS)
"""The number of each register in the rowids of the search index."""
SIGNING_KEY = _table(table_forms.SIGNING_KEY)
"""The key the organisation signs share files with. No export, projection or paper reads it."""
SENT = _table(table_forms.SENT)
"""Share files made from this file; `seen` is one of the own organisation's that came from elsewhere."""
SENDERS = _table(table_forms.SENDERS)
"""Whose files have been received, and the key that each signs with."""
RECEIVED = _table(table_forms.RECEIVED)
"""Slices of other owners as they came; the two newest of each are kept whole, `current` is the one that shows."""
RECEIVED_REFS = _table(table_forms.RECEIVED_REFS)
"""What the current slice of each owner refers to outside itself, and what it calls that."""
RECEIVED_WORDS = _table(table_forms.RECEIVED_WORDS)
"""What the current slice of each owner calls the codes it uses."""
VERSION = _table(table_forms.VERSION)

TABLES: Mapping[str, RegisterTables] = {name: _tables_of(register) for name, register in REGISTERS.items()}


def all_tables() -> Iterator[Table]:
    """Every table there is; one that refers to another at once stands before it."""
    yield from reversed(_METADATA.tables.values())
