"""The list that is shown first must say what the real readers say."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.listing import Listing
from itadmin.services.workspace import Workspace, open_reading
from itadmin.storage import file, first_page
from itadmin.storage.connection import in_memory
from itadmin.storage.first_page import NamesInOrder, open_first_page
from itadmin.storage.list_rows import can_read
from itadmin.storage.reads import ListQuery

DAY = date(2026, 11, 22)


@pytest.fixture
def filled(workspace: Workspace) -> Path:
    records = workspace.records
    person = records.add("people", {"name": "Anna Ek", "title": "Systemförvaltare"})
    unit = records.add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning"})
    for number, name in enumerate(("Öppna data", "Book-IT", "Åkeriet", "System 10", "System 2")):
        system = records.add(
            "systems", {"name": name, "lifecycle": "i_drift", "supplier": str(unit), "user_count": number}
        )
        records.add(
            "roles", {"system": str(system), "kind": "systemagare", "function": "Socialchef", "organisation": str(unit)}
        )
        if number % 2:
            records.save("systems", system, {"system_manager": str(person)})
        records.add(
            "agreements",
            {"title": f"Avtal {name}", "systems": [str(system)], "starts_on": "2025-01-01", "first_term_months": 36},
        )
    gone = records.add("systems", {"name": "Borttaget"})
    records.delete("systems", [gone])
    return workspace.path


def places(rest: NamesInOrder | Listing) -> list[int]:
    found: list[int] = []
    while (piece := rest.more()) is not None:
        found.extend(piece.places)
    assert rest.total == len(found)
    return found


@pytest.mark.parametrize("name", [name for name, item in REGISTERS.items() if can_read(item, item.columns)])
def test_it_shows_what_the_list_shows(name: str, filled: Path) -> None:
    register = REGISTERS[name]
    for day in (DAY, DAY - timedelta(days=1)):
        first, reading = open_first_page(filled, register, day), open_reading(filled, day)
        assert first is not None
        listed = places(first.listing(name, ListQuery()))
        assert listed == places(reading.listing(name, ListQuery()))
        ids = first.ids(name, listed)
        assert ids == reading.keys(name)
        assert [first.place(name, record_id) for record_id in ids] == listed
        shown, real = first.rows(name, listed, register.columns), reading.many(name, ids)
        for place, record_id in zip(listed, ids, strict=True):
            for column in register.columns:
                assert field_text(register, shown[place], column) == field_text(register, real[record_id], column)
            assert shown[place].label == real[record_id].label


def test_an_older_file_is_left_to_the_ordinary_way(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "USER_VERSION", file.USER_VERSION + 1)
    assert open_first_page(filled, REGISTERS["systems"], DAY) is None


def test_computed_columns_are_left_to_the_ordinary_way(filled: Path) -> None:
    assert open_first_page(filled, REGISTERS["agreements"], DAY) is None


def test_what_is_no_register_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annat.itadmin"
    path.write_bytes(b"x" * 200)
    with pytest.raises(KnownError):
        open_first_page(path, REGISTERS["systems"], DAY)


def test_its_copy_is_let_go_of_with_the_last_reader(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = in_memory(filled.read_bytes())
    monkeypatch.setattr(first_page, "in_memory", lambda _content: copy)
    first = open_first_page(filled, REGISTERS["systems"], DAY)
    assert first is not None
    rest = first.listing("systems", ListQuery())
    del first
    assert places(rest)
    copy.execute("SELECT 1")
    del rest
    with pytest.raises(sqlite3.ProgrammingError):
        copy.execute("SELECT 1")
