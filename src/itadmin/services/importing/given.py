"""What a table need not say, as it is read in from the page of the record that all its rows are about.

Knows no page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from itadmin.domain.identity import INSTEAD
from itadmin.domain.register import Register
from itadmin.services.importing.headings import ID, Columns, Headed
from itadmin.services.tables.table import Row


@dataclass(frozen=True, slots=True)
class Given:
    """The record that a reference of a register is to in every row that does not say, and what it is called."""

    register: str
    field: str
    record_id: UUID
    label: str


def with_given(register: Register, table: Headed, columns: Columns, given: Given | None) -> tuple[Headed, Columns]:
    """The table and its columns with one more that names the record.

    As they are where the table has a column for it, for what may be said instead, or for the records' own ids.
    """
    if given is None or given.register != register.name:
        return table, columns
    if {ID, given.field, INSTEAD.get((register.name, given.field), ID)} & set(columns.values()):
        return table, columns
    place = max((len(table.headings), *(len(row.cells) for row in table.rows)))
    headings = (*table.headings, *[""] * (place - len(table.headings)), register.fields[given.field].label)
    rows = tuple(
        Row(row.number, (*row.cells, *[None] * (place - len(row.cells)), str(given.record_id))) for row in table.rows
    )
    return replace(table, headings=headings, rows=rows), {**columns, place: given.field}


def given_words(register: Register, given: Given | None) -> str:
    """A sentence on what holds for rows that do not say; "" where nothing is given for the register."""
    if given is None or given.register != register.name:
        return ""
    return f"Har filen ingen kolumn för {register.fields[given.field].label} gäller alla rader {given.label}."
