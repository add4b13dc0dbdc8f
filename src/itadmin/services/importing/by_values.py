"""Which of two references a column is, by what stands in it: a heading such as "Kurs" says neither. Only proposes."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.domain.fields import Reference
from itadmin.domain.identity import INSTEAD
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.existing import Existing
from itadmin.services.importing.headings import Columns, Headed
from itadmin.services.importing.recognition import normal
from itadmin.services.tables.table import cell_text

_LOOKED_AT = 200
"""Rows that are looked at."""


def by_values(existing: Existing, register: Register, table: Headed, columns: Columns) -> dict[int, str]:
    """The columns, where one that was taken for a reference names more records of the one that may stand instead."""
    found = dict(columns)
    for (of, name), other in INSTEAD.items():
        column = next((column for column, field in found.items() if field == name), None)
        if of != register.name or column is None or other in found.values():
            continue
        texts = set(_texts(table, column))
        if len(texts & _names(existing, register, other)) > len(texts & _names(existing, register, name)):
            found[column] = other
    return found


def _texts(table: Headed, column: int) -> Iterator[str]:
    for row in table.rows[:_LOOKED_AT]:
        text = cell_text(row.cells[column]) if column < len(row.cells) else ""
        if text.strip():
            yield normal(text)


def _names(existing: Existing, register: Register, name: str) -> set[str]:
    """What the records are called that a reference may name."""
    field = register.fields[name]
    if not isinstance(field, Reference):
        return set()
    to = REGISTERS[field.to]
    return {normal(each.values[0]) for each in existing.known(to, to.title_fields[:1])}
