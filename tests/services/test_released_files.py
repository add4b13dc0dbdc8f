"""A real file of every format that has been released can be read, upgraded and worked with, and says what it said."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.reading import Reading
from itadmin.services.workspace import open_reading, open_workspace
from itadmin.storage import search
from itadmin.storage.file import USER_VERSION
from itadmin.storage.tables import TABLES

FILES = Path(__file__).parent.parent / "files"
RELEASED = sorted(FILES.glob("*.itadmin"))


def said(path: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """What the program of its day read from a file: values by field, id and register, empty ones left out."""
    records: dict[str, dict[str, dict[str, Any]]] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return records


def assert_says(reading: Reading, records: dict[str, dict[str, dict[str, Any]]]) -> None:
    for register, values in records.items():
        reads = reading.many(register, map(UUID, values))
        found = {str(key): to_plain(read.record) for key, read in reads.items()}
        assert {key: {name: found[key][name] for name in fields} for key, fields in values.items()} == values


def test_there_is_one_of_every_format() -> None:
    assert [int.from_bytes(path.read_bytes()[60:64], "big") for path in RELEASED] == list(range(1, USER_VERSION + 1))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_it_is_read_without_a_change(path: Path, around: Surroundings) -> None:
    before = path.read_bytes()
    reading = open_reading(path, around.today())
    assert_says(reading, said(path))
    assert reading.is_sample
    assert len(reading.find("lifecare")) == 2
    reading.close()
    assert path.read_bytes() == before


def indexed(connection: Connection) -> list[tuple[int, str, str]]:
    found = connection.exec_driver_sql("SELECT rowid, title, body FROM search_index ORDER BY rowid")
    return [(row[0], row[1], row[2]) for row in found]


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_what_is_found_in_it_is_what_its_records_say(path: Path, around: Surroundings, tmp_path: Path) -> None:
    workspace = open_workspace(Path(shutil.copy(path, tmp_path)), around)
    with workspace.file.writing() as connection:
        upgraded = indexed(connection)
        for name, register in REGISTERS.items():
            ids = connection.execute(select(TABLES[name].main.c.id)).scalars()
            search.refresh(connection, register, [UUID(record_id) for record_id in ids])
        assert upgraded == indexed(connection)
    workspace.close()


def test_notes_of_the_first_format_are_found(around: Surroundings, tmp_path: Path) -> None:
    path = Path(shutil.copy(RELEASED[0], tmp_path))
    written = ("systems", "agreements", "people", "roles")
    connection = sqlite3.connect(path)
    for register in written:
        connection.execute(f"UPDATE {register} SET note = 'Reservnyckeln ligger i skåpet'")
    connection.commit()
    connection.close()
    reading = open_reading(path, around.today())
    assert {hit.register for hit in reading.find("reservnyck")} == set(written)
    reading.close()


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_it_can_be_worked_with(path: Path, around: Surroundings, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    workspace = open_workspace(copy, around)
    assert_says(workspace.reading(), said(path))
    system = workspace.reading().named("systems", "Lifecare")
    workspace.records.save("systems", system, {"product": "Annan"})
    assert workspace.reading().history(system)[0].step.title == "Ändrade Lifecare: Produkt"
    workspace.undo.undo()
    assert_says(workspace.reading(), said(path))
    workspace.close()
