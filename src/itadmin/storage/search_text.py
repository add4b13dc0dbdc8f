"""What a record can be found by beside its name, as one text. Needs no database library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from itadmin.domain.fields import References, Rows
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register


def body_of(values: Iterable[Any]) -> str:
    """The text of the values of the searched columns, those of the record itself first."""
    return " · ".join(str(value) for value in values if value)


def body_of_plain(register: Register, plain: Mapping[str, Any]) -> str:
    """The same of a record in plain form."""
    fields = stored_fields(register.record)
    columns = [name for name in register.search if name in fields and not isinstance(fields[name], (Rows, References))]
    values = [plain.get(name) for name in columns]
    for name, field in fields.items():
        if isinstance(field, Rows):
            searched = [column for column in described_fields(field.row) if f"{name}.{column}" in register.search]
            values += [row.get(column) for row in plain.get(name) or () for column in searched]
    return body_of(values)
