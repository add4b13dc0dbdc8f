"""Which own records lack a value that they are expected to have, register by register, in one query each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.fields import Field, Held, References, Rows
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS

_OWN = "owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0"

_DONE_WITH: Mapping[str, str] = {
    "systems": "lifecycle IS NOT 'avvecklad'",
    "agreements": "COALESCE(status, '') NOT IN ('upphort', 'ersatt')",
}
"""What must hold of a record that still matters, where some no longer do."""


def expected_of(register: Register) -> tuple[str, ...]:
    """The fields that records of a register are expected to have and keep themselves; held roles are findings."""
    return tuple(name for name, field in register.fields.items() if field.expected and not isinstance(field, Held))


def registers_that_expect() -> Iterator[Register]:
    """The registers that stand in the navigation and expect something of their records."""
    return (register for register in REGISTERS.values() if register.place and expected_of(register))


def lacking(connection: Connection, register: Register) -> dict[UUID, tuple[str, ...]]:
    """The identifiers of what each own confirmed record lacks, of those that lack something."""
    names = expected_of(register)
    flags = ", ".join(_is_empty(register, name, register.fields[name]) for name in names)
    conditions = [_OWN, _DONE_WITH.get(register.name, ""), f"{register.proposal} IS NOT 1" if register.proposal else ""]
    where = " AND ".join(filter(None, conditions))
    rows = connection.exec_driver_sql(f"SELECT id, {flags} FROM {register.name} AS main WHERE {where}")
    return {UUID(bytes=key): tuple(compress(names, empty)) for key, *empty in rows if any(empty)}


def _is_empty(register: Register, name: str, field: Field) -> str:
    if isinstance(field, (References, Rows)):
        return f"NOT EXISTS (SELECT 1 FROM {register.name}_{name} WHERE record = main.id)"
    return f'"{name}" IS NULL'
