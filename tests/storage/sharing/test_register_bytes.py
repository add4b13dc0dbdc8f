"""The register of a share file as bytes."""

import sqlite3
import struct
from contextlib import closing
from dataclasses import replace

import pytest

from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.schema import APPLICATION_ID, USER_VERSION, ShareTable, filled, selection, statement

TABLE = ShareTable("systems", "records", (("name", "text"), ("user_count", "integer")))
ROWS = [(bytes([number]) * 16, f"System {number}", f"System {number}", number) for number in range(200)]


def test_the_order_in_which_rows_come_does_not_matter() -> None:
    shuffled = [*ROWS[::-3], *ROWS[-2::-3], *ROWS[-3::-3]]
    assert register_bytes([(TABLE, shuffled)]) == register_bytes([(TABLE, ROWS)])


def test_what_is_written_can_be_read() -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(register_bytes([(TABLE, ROWS)]))
        assert raw.execute(selection(TABLE)).fetchall() == ROWS
        assert raw.execute("SELECT type, name, sql FROM sqlite_schema").fetchall() == [
            ("table", "systems", statement(TABLE))
        ]
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_header_says_what_it_is_and_nothing_of_how_it_was_made() -> None:
    content = register_bytes([(TABLE, ROWS)])
    assert content[18:20] == b"\x01\x01"
    assert struct.unpack(">HBBBBB", content[16:18] + content[20:24] + b"\0")[:2] == (4096, 0)
    assert struct.unpack(">L", content[28:32]) == (len(content) // 4096,)
    assert (content[24:28], content[92:96]) == (b"\x00\x00\x00\x01",) * 2
    assert struct.unpack(">L", content[96:100]) == (3_037_000,)
    assert struct.unpack(">LL", content[60:64] + content[68:72]) == (USER_VERSION, APPLICATION_ID)


def test_a_table_without_rows_is_not_made() -> None:
    empty = ShareTable("agreements", "records", (("title", "text"),))
    assert register_bytes([(empty, []), (TABLE, ROWS)]) == register_bytes([(TABLE, ROWS)])
    assert filled((empty, replace(TABLE, rows=len(ROWS)))) == (replace(TABLE, rows=len(ROWS)),)


@pytest.mark.parametrize("row", [(b"1" * 16, "a", "b", "många"), (b"1" * 16, None, "b", 1), (None, "a", "b", 1)])
def test_a_row_that_does_not_fit_is_a_bug(row: tuple[object, ...]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        register_bytes([(TABLE, [row])])
