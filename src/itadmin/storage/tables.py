"""The tables of a register file, derived from the descriptions in `domain/registers`.

One table per register, one per many-reference and per kind of owned row, and the few tables of the file itself.
A migrated file and a new one must come out with the same schema text (tested).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from itadmin.domain.fields import STORED_VALUES, Field, LongText, Reference, References, Rows
from itadmin.domain.fields import Text as TextField
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.types import Identifier, Truth, column_type

SEARCH_DDL = """\
CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4'
)"""
"""What records can be found by: each row's rowid says which record it is about (`search.py`)."""

SEARCH_TERMS = "temp.search_terms"
SEARCH_TERMS_DDL = f"CREATE VIRTUAL TABLE {SEARCH_TERMS} USING fts5vocab('main', 'search_index', 'instance')"
"""The words of the search index, in their order. Stands in no file, but beside each one that is open."""


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


def _length_check(name: str, field: Field) -> list[CheckConstraint]:
    if isinstance(field, (TextField, LongText)):
        return [CheckConstraint(f"length({name}) <= {field.max_length}")]
    return []


def _value_column(name: str, field: Field) -> Column[object]:
    if isinstance(field, Reference):
        target = ForeignKey(f"{field.to}.id", deferrable=True, initially="DEFERRED")
        return Column(name, column_type(field), target)
    return Column(name, column_type(field), *_length_check(name, field))


def _main_table(metadata: MetaData, register: Register) -> Table:
    fields = stored_fields(register.record)
    table = Table(
        register.name,
        metadata,
        Column("pk", Integer, primary_key=True),
        Column("id", Identifier, CheckConstraint("length(id) = 16"), nullable=False, unique=True),
        Column("owner", Identifier, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("deleted", Truth, nullable=False),
        Column("shared", Truth, nullable=False),
        Column("placeholder", Truth, nullable=False),
        Column("label", Text, nullable=False),
        Column("sort_key", Text, nullable=False),
        *(
            _value_column(name, field)
            for name, field in fields.items()
            if isinstance(field, (*STORED_VALUES, Reference))
        ),
        sqlite_strict=True,
    )
    listed = ("sort_key", "deleted", "placeholder", "owner", register.proposal)
    Index(f"{register.name}_sort", *(table.c[name] for name in listed if name))
    if register.alike:
        Index(f"{register.name}_alike", *(table.c[name] for name in register.alike))
    for name, field in fields.items():
        if isinstance(field, Reference):
            Index(f"{register.name}_by_{name}", table.c[name])
    return table


def _owner_column(register: Register) -> Column[str]:
    target = ForeignKey(f"{register.name}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column("record", Identifier, target, primary_key=True)


def _link_table(metadata: MetaData, register: Register, name: str, field: References) -> Table:
    table = Table(
        f"{register.name}_{name}",
        metadata,
        _owner_column(register),
        Column("ordinal", Integer, primary_key=True),
        Column(
            "target",
            Identifier,
            ForeignKey(f"{field.to}.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    Index(f"{register.name}_{name}_target", table.c.target)
    return table


def _rows_table(metadata: MetaData, register: Register, name: str, field: Rows) -> Table:
    return Table(
        f"{register.name}_{name}",
        metadata,
        _owner_column(register),
        Column("ordinal", Integer, primary_key=True),
        *(_value_column(row_name, row_field) for row_name, row_field in described_fields(field.row).items()),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _build(metadata: MetaData) -> Iterator[RegisterTables]:
    for register in REGISTERS.values():
        fields = stored_fields(register.record).items()
        yield RegisterTables(
            register,
            _main_table(metadata, register),
            {
                name: _link_table(metadata, register, name, field)
                for name, field in fields
                if isinstance(field, References)
            },
            {name: _rows_table(metadata, register, name, field) for name, field in fields if isinstance(field, Rows)},
        )


METADATA = MetaData()

FILE_INFO = Table(
    "file_info",
    METADATA,
    Column("pk", Integer, CheckConstraint("pk = 1"), primary_key=True),
    Column("register_id", Identifier, nullable=False),
    Column("organisation", Identifier, nullable=False),
    Column("sample", Truth, nullable=False),
    Column("created_at", Text, nullable=False),
    sqlite_strict=True,
)

STEPS = Table(
    "steps",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Identifier, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, CheckConstraint("kind IN ('step', 'undo', 'redo', 'migration')"), nullable=False),
    Column("target", Integer, ForeignKey("steps.pk")),
    sqlite_strict=True,
)

JOURNAL = Table(
    "journal",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("step", Integer, ForeignKey("steps.pk"), nullable=False),
    Column("register", Text, nullable=False),
    Column("record_id", Identifier, nullable=False),
    Column("before", Text),
    Column("after", Text),
    sqlite_strict=True,
)
Index("journal_record", JOURNAL.c.record_id)
Index("journal_step", JOURNAL.c.step)

SEARCH_REGISTERS = Table(
    "search_registers",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("register", Text, nullable=False, unique=True),
    sqlite_strict=True,
)
"""The number of each register in the rowids of the search index."""

SIGNING_KEY = Table(
    "signing_key",
    METADATA,
    Column("pk", Integer, CheckConstraint("pk = 1"), primary_key=True),
    Column("private_key", LargeBinary, CheckConstraint("length(private_key) = 32"), nullable=False),
    Column("created_at", Text, nullable=False),
    sqlite_strict=True,
)
"""The key the organisation signs share files with. No export, projection or paper reads it."""

SENT = Table(
    "sent",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, CheckConstraint("kind IN ('sent', 'seen')"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("profile_name", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    sqlite_strict=True,
)
"""Share files made from this file; `seen` is one of the own organisation's that came from elsewhere."""

SENDERS = Table(
    "senders",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("organisation", Identifier, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary, CheckConstraint("length(public_key) = 32"), nullable=False),
    Column("trust", Text, CheckConstraint("trust IN ('unconfirmed', 'confirmed')"), nullable=False),
    Column("met_at", Text, nullable=False),
    Column("confirmed_at", Text),
    sqlite_strict=True,
)
"""Whose files have been received, and the key that each signs with."""

RECEIVED = Table(
    "received",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("owner", Identifier, nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("profile_name", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("step", Integer, ForeignKey("steps.pk"), nullable=False),
    Column("current", Truth, nullable=False),
    Column("container", LargeBinary),
    sqlite_strict=True,
)
"""Slices of other owners as they came; the two newest of each are kept whole, `current` is the one that shows."""

RECEIVED_REFS = Table(
    "received_refs",
    METADATA,
    Column("owner", Identifier, primary_key=True),
    Column("record", Identifier, primary_key=True),
    Column("register", Text, nullable=False),
    Column("record_owner", Identifier, nullable=False),
    Column("label", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What the current slice of each owner refers to outside itself, and what it calls that."""
Index("received_refs_record", RECEIVED_REFS.c.record)

RECEIVED_WORDS = Table(
    "received_words",
    METADATA,
    Column("owner", Identifier, primary_key=True),
    Column("value_list", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("label", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What the current slice of each owner calls the codes it uses."""

VERSION = Table(
    "alembic_version", METADATA, Column("version_num", Text, primary_key=True, nullable=False), sqlite_strict=True
)

TABLES: Mapping[str, RegisterTables] = {tables.register.name: tables for tables in _build(METADATA)}


@cache
def schema_statements() -> tuple[str, ...]:
    """The DDL of a new file, in the order it is run."""
    dialect = sqlite.dialect()
    statements: list[str] = []
    for table in METADATA.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        elements: tuple[ExecutableDDLElement, ...] = (
            CreateTable(table),
            *(CreateIndex(index) for index in indexes),
        )
        statements += [_tidy(str(element.compile(dialect=dialect))) for element in elements]
    return (*statements, SEARCH_DDL)


def _tidy(statement: str) -> str:
    """The statement without the spaces and tabs that SQLAlchemy leaves at the ends of lines."""
    return "\n".join(line.rstrip() for line in statement.replace("\t", "    ").strip().splitlines())
