"""The tables of a share file, whose DDL follows from the list of them in its manifest, letter by letter.

Who makes a file and who reads one derive the same text from the same list; a file with any other text is not read. A
neighbour's program may be older or newer by years: the list says what its registers had. Knows no register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from itadmin.storage.sharing.refused import RefusedError

APPLICATION_ID = 0x49544431
"""Written in the header of the register of a share file ("ITD1"): never that of a register file."""
USER_VERSION = 1
PAGE_SIZE = 4096
MOST_TABLES, MOST_COLUMNS, MOST_ROWS = 200, 250, 200_000
"""Of a file, of a table beside what its form gives it, and of a table."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_KINDS: Mapping[str, str] = {"text": "TEXT", "integer": "INTEGER", "id": "BLOB"}


Row = Sequence[Any]
"""A row of a table, as `ShareTable.all_columns` says."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What every table of a form begins with – columns with their kind – and how many of them are its key."""

    columns: tuple[tuple[str, str], ...]
    key: int
    has_more: bool = False


FORMS: Mapping[str, _Form] = {
    "records": _Form((("id", "id"), ("label", "text")), 1, has_more=True),
    "links": _Form((("record", "id"), ("ordinal", "integer"), ("target", "id")), 2),
    "rows": _Form((("record", "id"), ("ordinal", "integer")), 2, has_more=True),
    "refs": _Form((("register", "text"), ("id", "id"), ("owner", "id"), ("label", "text")), 2),
    "words": _Form((("value_list", "text"), ("code", "text"), ("label", "text")), 2),
}
"""The forms of tables: records of a register, what links many to a record, its rows, and once each the records that
are referred to without being in the file and the words of the codes that are used."""


@dataclass(frozen=True, slots=True)
class ShareTable:
    """A table of a share file: `columns` are (name, kind) of its values, beside those of its form. `rows` is a number.

    Values may be missing, what the form gives may not. Kinds: `text`, `integer` and `id`, which is 16 bytes.
    """

    name: str
    form: str
    columns: tuple[tuple[str, str], ...] = ()
    rows: int = 0

    @property
    def all_columns(self) -> tuple[tuple[str, str], ...]:
        """The columns as they stand in the table, those of the form first."""
        return FORMS[self.form].columns + self.columns

    def key_of(self, row: Row) -> tuple[Any, ...]:
        """The key of a row, by which rows are ordered."""
        return tuple(row[: FORMS[self.form].key])

    def to_json(self) -> dict[str, Any]:
        """The table as the manifest has it."""
        columns = [list(column) for column in self.columns]
        return {"name": self.name, "form": self.form, "columns": columns, "rows": self.rows}


def filled(tables: Iterable[ShareTable]) -> tuple[ShareTable, ...]:
    """The tables of a manifest that are in the register: a table without rows is listed, for its columns, and not made.

    The schema of a register is the `statement` of each of these, in their order, and nothing else.
    """
    return tuple(table for table in tables if table.rows)


def statement(table: ShareTable) -> str:
    """The DDL of a table, as the file has it."""
    form = FORMS[table.form]
    fixed = [f'"{name}" {_KINDS[kind]} NOT NULL' for name, kind in form.columns]
    values = [f'"{name}" {_KINDS[kind]}' for name, kind in table.columns]
    key = ", ".join(f'"{name}"' for name, _ in form.columns[: form.key])
    return f'CREATE TABLE "{table.name}" ({", ".join([*fixed, *values])}, PRIMARY KEY ({key})) STRICT, WITHOUT ROWID'


def selection(table: ShareTable) -> str:
    """The SQL that reads a whole table in the order of its key, which is that of its columns."""
    form = FORMS[table.form]
    names = ", ".join(f'"{name}"' for name, _ in table.all_columns)
    key = ", ".join(f'"{name}"' for name, _ in form.columns[: form.key])
    return f'SELECT {names} FROM "{table.name}" ORDER BY {key}'


def tables_from(said: object) -> tuple[ShareTable, ...]:
    """The tables that a manifest lists. Raises RefusedError for a list that nobody would make."""
    if not isinstance(said, list) or len(said) > MOST_TABLES:
        raise RefusedError("the manifest does not list its tables")
    tables = tuple(_table(item) for item in said)
    names = [table.name for table in tables]
    _require(len(set(names)) == len(names), "two tables have one name")
    once = [table.form for table in tables if table.form in ("refs", "words")]
    _require(len(set(once)) == len(once), "two tables are of a form that there is one of")
    return tables


def _table(said: object) -> ShareTable:
    if not isinstance(said, dict) or set(said) != {"name", "form", "columns", "rows"}:
        raise RefusedError("a table is not described as one")
    name, form, rows = said["name"], said["form"], said["rows"]
    _require(_is_name(name), "a table has no such name")
    _require(isinstance(form, str) and form in FORMS, "a table has no such form")
    _require(type(rows) is int and 0 <= rows <= MOST_ROWS, "a table has no such number of rows")
    columns = tuple(_columns(said["columns"]))
    _require(not columns or FORMS[form].has_more, "a table of this form has no further columns")
    names = [column for column, _ in (*FORMS[form].columns, *columns)]
    _require(len(set(names)) == len(names), "two columns have one name")
    return ShareTable(name, form, columns, rows)


def _columns(said: object) -> Iterable[tuple[str, str]]:
    if not isinstance(said, list) or len(said) > MOST_COLUMNS:
        raise RefusedError("a table does not list its columns")
    for column in said:
        if not isinstance(column, list) or len(column) != len(("name", "kind")):
            raise RefusedError("a column is not described as one")
        name, kind = column
        _require(_is_name(name), "a column has no such name")
        _require(isinstance(kind, str) and kind in _KINDS, "a column has no such kind")
        yield name, kind


def _is_name(text: object) -> bool:
    return isinstance(text, str) and _NAME.fullmatch(text) is not None and not text.startswith("sqlite_")


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise RefusedError(what)
