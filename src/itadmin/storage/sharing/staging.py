"""The register of a share file written anew as records of this version, in a database of our own making.

Beside the tables of registers as a register file has them, each record has its sort key and what it is searched by,
worked out. Applying it is then a matter of tables alone. Needs no database library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.fields import STORED_VALUES, Field, Reference, References, Rows
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.text import swedish_key
from itadmin.storage.search_text import body_maker
from itadmin.storage.sharing.layout import kind_of, table_name

REFS, WORDS, BODY = "received_refs", "received_words", "search_body"
_TYPES = {"text": "TEXT", "integer": "INTEGER", "id": "BLOB"}
_FLAGS = (
    "pk INTEGER, id BLOB PRIMARY KEY, owner BLOB, revision INTEGER, "
    "deleted INTEGER, shared INTEGER, placeholder INTEGER"
)
_NAMES = f"label TEXT, sort_key TEXT, {BODY} TEXT"
_REFS_DDL = f"CREATE TABLE {REFS} (record BLOB PRIMARY KEY, register TEXT, record_owner BLOB, label TEXT) WITHOUT ROWID"
_WORDS_DDL = (
    f"CREATE TABLE {WORDS} (value_list TEXT, code TEXT, label TEXT, PRIMARY KEY (value_list, code)) WITHOUT ROWID"
)
_SIDE_KEY = "PRIMARY KEY (record, ordinal)"

Plain = Mapping[str, Any]


class Staging:
    """A database in memory that records of one owner are put in, in the order they come."""

    def __init__(self, owner: UUID) -> None:
        self._owner = owner.bytes
        self._raw = sqlite3.connect(":memory:", isolation_level=None)
        self._raw.execute("PRAGMA page_size=4096")
        self._raw.execute("BEGIN")
        self._raw.execute(_REFS_DDL)
        self._raw.execute(_WORDS_DDL)

    def add(self, register: Register, names: Collection[str], records: Iterable[tuple[bytes, str, Plain]]) -> None:
        """Put in all records of a register: id, name and plain form, which has the fields of these names."""
        columns, sides = _columns(register), _sides(register)
        typed = ", ".join(f'"{name}" {_TYPES[kind_of(field)]}' for name, field in columns.items())
        self._raw.execute(f'CREATE TABLE "{register.name}" ({_FLAGS}, {_NAMES}, {typed}) WITHOUT ROWID')
        for side in sides:
            self._raw.execute(side.statement)
        found = list(records)
        self._add_main(register, {name: columns[name] for name in names if name in columns}, found)
        for side in sides:
            if side.field in names:
                said = ((record, plain[side.field]) for record, _, plain in found)
                lines = ((record, at, *side.values(item)) for record, items in said for at, item in enumerate(items))
                self._insert(side.table, 2 + len(side.columns), lines)

    def _add_main(
        self, register: Register, columns: Mapping[str, Field], records: Sequence[tuple[bytes, str, Plain]]
    ) -> None:
        """Put in what stands in the table of the register itself; ids, which are text in plain form, as bytes."""
        body, owner = body_maker(register), self._owner
        ids = [name for name, field in columns.items() if isinstance(field, Reference)]
        others = [name for name in columns if name not in ids]
        names = ", ".join(f'"{name}"' for name in ("id", "label", "sort_key", BODY, *others, *ids))
        marks = ", ".join("?" * (4 + len(columns)))
        self._raw.executemany(
            f'INSERT INTO "{register.name}" (pk, owner, revision, deleted, shared, placeholder, {names}) '
            f"VALUES (0, x'{owner.hex()}', 1, 0, 1, 0, {marks})",
            (
                (
                    record,
                    label,
                    swedish_key(label),
                    body(plain),
                    *(plain[name] for name in others),
                    *(None if plain[name] is None else UUID(plain[name]).bytes for name in ids),
                )
                for record, label, plain in records
            ),
        )

    def add_refs(self, refs: Iterable[tuple[bytes, str, bytes, str]]) -> None:
        """Put in what is referred to and not here: record, register, owner and name."""
        self._insert(REFS, 4, refs)

    def add_words(self, words: Iterable[tuple[str, str, str]]) -> None:
        """Put in the words of codes: list, code and word."""
        self._insert(WORDS, 3, words)

    def _insert(self, table: str, width: int, rows: Iterable[Sequence[Any]]) -> None:
        self._raw.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * width)})', rows)

    def content(self) -> bytes:
        """The bytes of the database, when all is in."""
        self._raw.execute("COMMIT")
        content = self._raw.serialize()
        self._raw.close()
        return content


def _columns(register: Register) -> Mapping[str, Field]:
    fields = stored_fields(register.record)
    return {name: field for name, field in fields.items() if isinstance(field, (*STORED_VALUES, Reference))}


@dataclass(frozen=True, slots=True)
class _Side:
    """A table of what a field links or owns: its columns with their types, and whether they are links."""

    table: str
    field: str
    columns: Mapping[str, str]
    is_link: bool

    @property
    def statement(self) -> str:
        """Its DDL."""
        typed = ", ".join(f'"{name}" {type_}' for name, type_ in self.columns.items())
        return f'CREATE TABLE "{self.table}" (record BLOB, ordinal INTEGER, {typed}, {_SIDE_KEY}) WITHOUT ROWID'

    def values(self, item: Any) -> Sequence[Any]:
        """A link or row in plain form as values of the columns."""
        return (UUID(item).bytes,) if self.is_link else [item.get(name) for name in self.columns]


def _sides(register: Register) -> list[_Side]:
    sides = []
    for name, field in stored_fields(register.record).items():
        if isinstance(field, Rows):
            columns = {column: _TYPES[kind_of(item)] for column, item in described_fields(field.row).items()}
            sides.append(_Side(table_name(register, name), name, columns, is_link=False))
        elif isinstance(field, References):
            sides.append(_Side(table_name(register, name), name, {"target": "BLOB"}, is_link=True))
    return sides
