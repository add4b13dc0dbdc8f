"""What a record can be found by beside its name, as one text. Needs no database library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from itadmin.domain.fields import References, Rows
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register


def body_of(values: Iterable[Any]) -> str:
    """The text of the values of the searched columns, those of the record itself first."""
    return " · ".join(str(value) for value in values if value)


def body_maker(register: Register) -> Callable[[Mapping[str, Any]], str]:
    """What makes the same text of a record of a register in plain form."""
    fields = stored_fields(register.record)
    columns = [name for name in register.search if name in fields and not isinstance(fields[name], (Rows, References))]
    owned = {
        name: [column for column in described_fields(field.row) if f"{name}.{column}" in register.search]
        for name, field in fields.items()
        if isinstance(field, Rows)
    }
    searched = {name: inner for name, inner in owned.items() if inner}

    def body(plain: Mapping[str, Any]) -> str:
        values = [plain.get(name) for name in columns]
        for name, inner in searched.items():
            values += [row.get(column) for row in plain.get(name) or () for column in inner]
        return body_of(values)

    return body
