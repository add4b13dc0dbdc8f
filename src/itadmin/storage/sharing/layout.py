"""Which table of a share file holds what of which register: the names and columns that both ends go by.

The same names as in a register file. Needs no database library, so that the reader can ask too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from itadmin.domain.fields import STORED_VALUES, Field, Money, Percent, Reference, References, Rows, Whole, YesNo
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile, shared_columns, shared_fields
from itadmin.storage.sharing.schema import ShareTable

REFS = ShareTable("refs", "refs")
WORDS = ShareTable("words", "words")


@dataclass(frozen=True, slots=True)
class Holding:
    """What a table holds: a register's records, or what `field` links or owns of them.

    `columns` are its values, `to` the register that links lead to.
    """

    table: ShareTable
    register: Register
    field: str = ""
    columns: Mapping[str, Field] = dataclass_field(default_factory=dict)
    to: str = ""


def holdings(profile: Profile) -> Iterator[Holding]:
    """The tables of a share file under a profile, whether or not there is anything for them, in its order."""
    for register in REGISTERS.values():
        fields = shared_fields(profile, register)
        if fields:
            columns = _single(fields)
            yield Holding(_table(register, "", "records", columns), register, columns=columns)
        for name, field in fields.items():
            if isinstance(field, References):
                yield Holding(_table(register, name, "links", {}), register, name, to=field.to)
            elif isinstance(field, Rows):
                columns = _single(shared_columns(profile, register, name))
                yield Holding(_table(register, name, "rows", columns), register, name, columns)


def _table(register: Register, field: str, form: str, columns: Mapping[str, Field]) -> ShareTable:
    listed = tuple((name, kind_of(column)) for name, column in columns.items())
    return ShareTable(table_name(register, field), form, listed)


def table_name(register: Register, field: str = "") -> str:
    """The table of a register's records, or of what one of its fields links or owns."""
    return f"{register.name}_{field}" if field else register.name


def kind_of(field: Field) -> str:
    """The kind of the column of a stored value or single reference."""
    if isinstance(field, Reference):
        return "id"
    return "integer" if isinstance(field, (Whole, Percent, Money, YesNo)) else "text"


def _single(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that are one column each."""
    return {name: field for name, field in fields.items() if isinstance(field, (*STORED_VALUES, Reference))}
