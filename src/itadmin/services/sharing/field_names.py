"""What the fields are called that a profile names, columns of rows too, in the order of their register's page."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from itadmin.domain.fields import Computed, Field, Held, Rows
from itadmin.domain.record import described_fields
from itadmin.domain.register import Register
from itadmin.domain.text import small_initial


def named_fields(register: Register) -> Mapping[str, tuple[str, Field]]:
    """The fields that are kept with a record, and the columns of its rows, by what a profile calls them."""
    found: dict[str, tuple[str, Field]] = {}
    for name, field in _in_order(register).items():
        if isinstance(field, Rows):
            columns = described_fields(field.row).items()
            found |= {f"{name}.{column}": (column_label(field, item), item) for column, item in columns}
        elif not isinstance(field, (Held, Computed)):
            found[name] = (field.label, field)
    return found


def column_label(rows: Rows, column: Field) -> str:
    """What a column of rows is called outside of them."""
    return f"{rows.label}: {column.label}"


def told_names(register: Register, names: Collection[str]) -> list[str]:
    """Fields as a sentence has them, by identifiers as `domain.sharing.reach` gives them; rows that are whole once."""
    told = {}
    for name, (label, _field) in named_fields(register).items():
        rows = name.partition(".")[0]
        if rows in names:
            told[rows] = register.fields[rows].label
        elif name in names:
            told[name] = label
    return [": ".join(map(small_initial, label.split(": "))) for label in told.values()]


def _in_order(register: Register) -> Mapping[str, Field]:
    sectioned = (name for section in register.sections for name in section.fields)
    names = dict.fromkeys((*register.title_fields, *sectioned, *register.fields))
    return {name: register.fields[name] for name in names}
