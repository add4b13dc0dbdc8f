"""A list as plain sqlite3 reads it from a copy of the file, to be looked at while the database library is loaded.

Only the columns of the list are read, and only in name order. The real readers take over without anyone noticing: what
is shown must be the same (tested).
"""

from __future__ import annotations

import sqlite3
import weakref
from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from itadmin.domain.register import Register
from itadmin.storage import file as files
from itadmin.storage.connection import in_memory, stable_bytes
from itadmin.storage.list_rows import can_read, read_rows
from itadmin.storage.reads import ListQuery, Piece, Read

_LARGEST = 64_000_000
"""A larger file takes longer to copy than the database library to load, and memory besides."""
_AT_ONCE = 2000


class NamesInOrder:
    """A register's own records outside the bin, in name order."""

    def __init__(self, page: FirstPage, rows: sqlite3.Cursor) -> None:
        self.total: int | None = None
        self._page = page  # which must be there for as long as its rows come
        self._rows = rows
        self._number = 0

    def more(self) -> Piece | None:
        """The next ones; None when there is no more."""
        places = array("q", (row[0] for row in self._rows.fetchmany(_AT_ONCE)))
        self._number += len(places)
        if places:
            return Piece(places, len(places))
        self.total = self._number
        return None


class FirstPage:
    """Answers like a reading, for one register's list. Lets go of its copy of the file with its last reader."""

    def __init__(self, connection: sqlite3.Connection, register: Register, day: date) -> None:
        weakref.finalize(self, connection.close)  # by itself it stays until rubbish is gathered
        self._connection = connection
        self._register = register
        self._day = day

    def listing(self, _register: str, _query: ListQuery) -> NamesInOrder:
        """The list, whatever is asked for: all of it in name order."""
        proposal = f"AND {self._register.proposal} IS NOT 1 " if self._register.proposal else ""
        rows = self._connection.execute(
            f"SELECT pk FROM {self._register.name} WHERE deleted = 0 AND placeholder = 0 {proposal}"
            "AND owner = (SELECT organisation FROM file_info) ORDER BY sort_key, pk"
        )
        return NamesInOrder(self, rows)

    def rows(self, _register: str, places: Sequence[int], columns: Sequence[str]) -> dict[int, Read]:
        """Records by place, as far as the columns show them."""
        return read_rows(self._connection.execute, self._register, places, columns, self._day)

    def ids(self, _register: str, places: Sequence[int]) -> list[UUID]:
        """The ids of records, in the order of the places."""
        marks = ", ".join("?" * len(places))
        query = f"SELECT pk, id FROM {self._register.name} WHERE pk IN ({marks})"
        found = dict(self._connection.execute(query, tuple(places)))
        return [UUID(bytes=found[place]) for place in places if place in found]

    def place(self, _register: str, record_id: UUID) -> int:
        """The place of a record in the file; 0 when it is not here."""
        query = f"SELECT pk FROM {self._register.name} WHERE id = ?"
        row = self._connection.execute(query, (record_id.bytes,)).fetchone()
        return row[0] if row else 0

    def warming(self, _register: str, _query: ListQuery, _columns: Iterable[str]) -> Iterable[Piece]:
        """Nothing to prepare: another reader takes over soon."""
        return ()


def open_first_page(path: Path, register: Register, day: date) -> FirstPage | None:
    """The list of a register file of today's version; None when it must be read the ordinary way.

    So must a list that shows what is computed, which is made of more than its columns, and a large file.

    Raises KnownError when the file is no register, or broken.
    """
    if not can_read(register, register.columns):
        return None
    if path.is_file() and path.stat().st_size > _LARGEST:
        return None
    content = stable_bytes(path)
    if files.check_header(path, content[: files.HEADER_SIZE]) != files.USER_VERSION:
        return None
    try:
        return FirstPage(in_memory(content), register, day)
    except sqlite3.Error:
        return None
