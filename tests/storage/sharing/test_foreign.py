"""The register of a share file as a hostile sender may write it."""

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from itadmin.storage.sharing.foreign import HEADER_SIZE, check_header, opened, rows_of
from itadmin.storage.sharing.refused import RefusedError
from itadmin.storage.sharing.schema import APPLICATION_ID, ShareTable, statement

TABLE = ShareTable("systems", "records", (("name", "text"),), 2)
ROWS = [(bytes([1]) * 16, "A", "A"), (bytes([2]) * 16, "B", None)]
HOSTILE = sorted(Path(os.environ.get("ITADMIN_CORPORA", "none"), "hostile-sqlite").glob("*.db"))

Write = Callable[[sqlite3.Connection], object]


def database(*statements: str, write: Write = lambda _: None, application_id: int = APPLICATION_ID) -> bytes:
    """A register with what somebody puts in it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        for setting in (f"application_id={application_id}", "user_version=1", "page_size=4096"):
            raw.execute(f"PRAGMA {setting}")
        raw.execute("BEGIN")
        for each in statements or (statement(TABLE),):
            raw.execute(each)
        if not statements:
            raw.executemany("INSERT INTO systems VALUES (?, ?, ?)", ROWS)
        write(raw)
        raw.execute("COMMIT")
        content = bytearray(raw.serialize())
    content[24:28] = content[92:96] = struct.pack(">L", 1)
    return bytes(content)


def read(content: bytes, *tables: ShareTable) -> list[list[tuple[object, ...]]]:
    with opened(content, tables or (TABLE,)) as raw:
        return [list(rows_of(raw, table)) for table in tables or (TABLE,)]


def test_the_tables_that_were_said_are_read() -> None:
    assert read(database()) == [ROWS]


def test_a_table_that_was_said_to_be_empty_is_not_in_the_register() -> None:
    empty = ShareTable("agreements", "records", (("title", "text"),), 0)
    assert read(database(), TABLE, empty) == [ROWS, []]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, b"X"),
        (16, b"\x20\x00"),
        (18, b"\x02"),
        (19, b"\x02"),
        (20, b"\x08"),
        (21, b"\x20"),
        (27, b"\x02"),
        (28, b"\x00\x00\x00\x09"),
        (35, b"\x01"),
        (39, b"\x01"),
        (55, b"\x01"),
        (59, b"\x02"),
        (63, b"\x02"),
        (67, b"\x01"),
        (71, b"\x00"),
    ],
)
def test_every_part_of_the_header_is_looked_at(place: int, value: bytes) -> None:
    content = database()
    with pytest.raises(RefusedError):
        check_header(content[:place] + value + content[place + len(value) :])


def test_less_or_more_than_its_pages_is_refused() -> None:
    content = database()
    for wrong in (b"", content[:HEADER_SIZE], content[:-1], content + b"\0" * 4096):
        with pytest.raises(RefusedError):
            read(wrong)


@pytest.mark.parametrize(
    "also",
    [
        "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "CREATE TRIGGER t AFTER INSERT ON systems BEGIN SELECT 1; END",
        "CREATE INDEX i ON systems (name)",
        "CREATE TABLE other (a)",
        "CREATE VIRTUAL TABLE words USING fts5(a)",
    ],
)
def test_nothing_beside_the_tables_may_be_there(also: str) -> None:
    with pytest.raises(RefusedError):
        read(database(write=lambda raw: raw.execute(also)))


@pytest.mark.parametrize(
    "text",
    [
        statement(TABLE) + " ",
        statement(TABLE).replace('"name" TEXT', '"name" TEXT AS (hex(zeroblob(400000000)))'),
        statement(TABLE).replace('"name" TEXT', '"name" TEXT CHECK (length("name") < 9)'),
        statement(TABLE).replace("STRICT, ", ""),
        statement(TABLE).replace('"name"', '"Name"'),
        'CREATE VIEW "systems" AS SELECT 1 AS id, 2 AS label, 3 AS name',
    ],
)
def test_the_text_of_a_table_is_the_one_that_was_said_letter_by_letter(text: str) -> None:
    with pytest.raises((RefusedError, sqlite3.Error)):
        read(database(text))


@pytest.mark.parametrize("rows", [1, 3, 200_000])
def test_another_number_of_rows_than_was_said_is_refused(rows: int) -> None:
    with pytest.raises(RefusedError):
        read(database(), ShareTable("systems", "records", (("name", "text"),), rows))


def test_only_the_tables_that_were_said_can_be_read_and_nothing_written() -> None:
    with opened(database(), (TABLE,)) as raw:
        for query in (
            "SELECT hex(id) FROM systems",
            "SELECT load_extension('x')",
            "DELETE FROM systems",
            "CREATE TABLE x (a)",
            "ATTACH ':memory:' AS x",
            "PRAGMA writable_schema=ON",
            "SELECT * FROM pragma_table_info('systems')",
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
        ):
            with pytest.raises(sqlite3.Error):
                raw.execute(query).fetchall()


def test_text_that_is_not_utf_8_is_refused() -> None:
    content = database(write=lambda raw: raw.execute("UPDATE systems SET name = 'QQQQ' WHERE label = 'A'"))
    with pytest.raises((RefusedError, sqlite3.Error, UnicodeDecodeError)):
        read(content.replace(b"QQQQ", b"\xff\xfe\xff\xfe"))


@pytest.mark.skipif(not HOSTILE, reason="the corpora are not here")
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_hostile_databases_are_refused_also_with_our_header(path: Path) -> None:
    content = bytearray(path.read_bytes())
    with pytest.raises((RefusedError, sqlite3.Error, UnicodeDecodeError)):
        read(bytes(content))
    if len(content) >= HEADER_SIZE:
        content[18:24] = bytes((1, 1, 0, 64, 32, 32))
        content[24:28] = content[92:96]
        content[32:40], content[52:56], content[64:68] = bytes(8), bytes(4), bytes(4)
        content[56:64] = struct.pack(">2L", 1, 1)
        content[68:72] = struct.pack(">L", APPLICATION_ID)
    with pytest.raises((RefusedError, sqlite3.Error, UnicodeDecodeError)):
        read(bytes(content))
