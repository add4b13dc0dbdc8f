"""What the tables of a register file are made of, derived from the descriptions in `domain/registers`.

One table per register, one per many-reference and per kind of owned row, and the few tables of the file itself. What
is queried (`tables.py`) and what a new file is made with (`schema.py`) both follow from these; knows neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.types import TypeEngine

from itadmin.domain.fields import STORED_VALUES, Field, LongText, Reference, References, Rows, Text
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.storage.types import BYTES, IDENTIFIER, TEXT, TRUTH, WHOLE, column_type

_LATER = "DEFERRABLE INITIALLY DEFERRED"


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """A column: `key` is part of the table's key, `check` an SQL condition, `refers` what a foreign key says.

    What is not `needed` may be missing.
    """

    name: str
    type: TypeEngine[Any]
    needed: bool = False
    key: bool = False
    unique: bool = False
    check: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table: its columns, its indexes with theirs by name, and whether its rows are found by number or by key."""

    name: str
    columns: tuple[ColumnForm, ...]
    indexes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class RegisterForms:
    """The main table of a register and its side tables by field identifier."""

    main: TableForm
    links: Mapping[str, TableForm]
    rows: Mapping[str, TableForm]

    def __iter__(self) -> Iterator[TableForm]:
        yield self.main
        yield from self.links.values()
        yield from self.rows.values()


def number(check: str = "") -> ColumnForm:
    """The number of each row."""
    return ColumnForm("pk", WHOLE, needed=True, key=True, check=check)


def needed(name: str, type_: TypeEngine[Any], check: str = "", *, unique: bool = False, refers: str = "") -> ColumnForm:
    """A column that says something in every row."""
    return ColumnForm(name, type_, needed=True, unique=unique, check=check, refers=refers)


def part_of_key(name: str, type_: TypeEngine[Any], refers: str = "") -> ColumnForm:
    """One of the columns that are a table's key."""
    return ColumnForm(name, type_, needed=True, key=True, refers=refers)


def _value(name: str, described: Field) -> ColumnForm:
    if isinstance(described, Reference):
        return ColumnForm(name, column_type(described), refers=f"{described.to} (id) {_LATER}")
    check = f"length({name}) <= {described.max_length}" if isinstance(described, (Text, LongText)) else ""
    return ColumnForm(name, column_type(described), check=check)


def _main(register: Register, fields: Mapping[str, Field]) -> TableForm:
    listed = ("sort_key", "deleted", "placeholder", "owner", register.proposal)
    indexes = {f"{register.name}_sort": tuple(name for name in listed if name)}
    if register.alike:
        indexes[f"{register.name}_alike"] = tuple(register.alike)
    for name, described in fields.items():
        if isinstance(described, Reference):
            indexes[f"{register.name}_by_{name}"] = (name,)
    return TableForm(
        register.name,
        (
            number(),
            needed("id", IDENTIFIER, "length(id) = 16", unique=True),
            needed("owner", IDENTIFIER),
            needed("revision", WHOLE),
            needed("deleted", TRUTH),
            needed("shared", TRUTH),
            needed("placeholder", TRUTH),
            needed("label", TEXT),
            needed("sort_key", TEXT),
            *(
                _value(name, described)
                for name, described in fields.items()
                if isinstance(described, (*STORED_VALUES, Reference))
            ),
        ),
        indexes,
    )


def _side(register: Register, name: str, *columns: ColumnForm) -> TableForm:
    """A table of what a record has many of, in order; it goes with the record."""
    owner = part_of_key("record", IDENTIFIER, f"{register.name} (id) ON DELETE CASCADE {_LATER}")
    table = f"{register.name}_{name}"
    indexes = {f"{table}_{column.name}": (column.name,) for column in columns if column.needed}
    return TableForm(table, (owner, part_of_key("ordinal", WHOLE), *columns), indexes, numbered=False)


def forms_of(register: Register) -> RegisterForms:
    """The tables of a register."""
    fields = stored_fields(register.record)
    return RegisterForms(
        _main(register, fields),
        {
            name: _side(register, name, needed("target", IDENTIFIER, refers=f"{described.to} (id) {_LATER}"))
            for name, described in fields.items()
            if isinstance(described, References)
        },
        {
            name: _side(register, name, *(_value(*each) for each in described_fields(described.row).items()))
            for name, described in fields.items()
            if isinstance(described, Rows)
        },
    )


_STEP = "steps (pk)"

FILE_INFO = TableForm(
    "file_info",
    (
        number("pk = 1"),
        needed("register_id", IDENTIFIER),
        needed("organisation", IDENTIFIER),
        needed("sample", TRUTH),
        needed("created_at", TEXT),
    ),
)
STEPS = TableForm(
    "steps",
    (
        number(),
        needed("id", IDENTIFIER, unique=True),
        needed("at", TEXT),
        needed("who", TEXT),
        needed("title", TEXT),
        needed("kind", TEXT, "kind IN ('step', 'undo', 'redo', 'migration')"),
        ColumnForm("target", WHOLE, refers=_STEP),
    ),
)
JOURNAL = TableForm(
    "journal",
    (
        number(),
        needed("step", WHOLE, refers=_STEP),
        needed("register", TEXT),
        needed("record_id", IDENTIFIER),
        ColumnForm("before", TEXT),
        ColumnForm("after", TEXT),
    ),
    {"journal_record": ("record_id",), "journal_step": ("step",)},
)
SEARCH_REGISTERS = TableForm("search_registers", (number(), needed("register", TEXT, unique=True)))
SIGNING_KEY = TableForm(
    "signing_key",
    (number("pk = 1"), needed("private_key", BYTES, "length(private_key) = 32"), needed("created_at", TEXT)),
)
SENT = TableForm(
    "sent",
    (
        number(),
        needed("at", TEXT),
        needed("who", TEXT),
        needed("kind", TEXT, "kind IN ('sent', 'seen')"),
        needed("number", WHOLE),
        needed("version", WHOLE),
        needed("digest", TEXT),
        needed("profile", TEXT),
        needed("profile_name", TEXT),
        needed("file_name", TEXT),
    ),
)
SENDERS = TableForm(
    "senders",
    (
        number(),
        needed("organisation", IDENTIFIER, unique=True),
        needed("name", TEXT),
        needed("public_key", BYTES, "length(public_key) = 32"),
        needed("trust", TEXT, "trust IN ('unconfirmed', 'confirmed')"),
        needed("met_at", TEXT),
        ColumnForm("confirmed_at", TEXT),
    ),
)
RECEIVED = TableForm(
    "received",
    (
        number(),
        needed("owner", IDENTIFIER),
        needed("number", WHOLE),
        needed("version", WHOLE),
        needed("digest", TEXT),
        needed("profile", TEXT),
        needed("profile_name", TEXT),
        needed("created_at", TEXT),
        needed("program", TEXT),
        needed("file_name", TEXT),
        needed("at", TEXT),
        needed("who", TEXT),
        needed("step", WHOLE, refers=_STEP),
        needed("current", TRUTH),
        ColumnForm("container", BYTES),
    ),
)
RECEIVED_REFS = TableForm(
    "received_refs",
    (
        part_of_key("owner", IDENTIFIER),
        part_of_key("record", IDENTIFIER),
        needed("register", TEXT),
        needed("record_owner", IDENTIFIER),
        needed("label", TEXT),
    ),
    {"received_refs_record": ("record",)},
    numbered=False,
)
RECEIVED_WORDS = TableForm(
    "received_words",
    (
        part_of_key("owner", IDENTIFIER),
        part_of_key("value_list", TEXT),
        part_of_key("code", TEXT),
        needed("label", TEXT),
    ),
    numbered=False,
)
VERSION = TableForm("alembic_version", (part_of_key("version_num", TEXT),))
FILE_FORMS = (
    FILE_INFO, STEPS, JOURNAL, SEARCH_REGISTERS, SIGNING_KEY, SENT, SENDERS, RECEIVED, RECEIVED_REFS, RECEIVED_WORDS,
    VERSION,
)  # fmt: skip
"""The tables of the file itself; one that refers to another stands after it."""
