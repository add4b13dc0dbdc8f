"""A kommun's own words are followed wherever values are told, taken in or put in order, and old ones understood."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.change_words import Teller
from itadmin.services.display import field_text, reservation
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.exporting.files import make_file
from itadmin.services.exporting.records import Selection
from itadmin.services.importing.files import template
from itadmin.services.importing.headings import find_headings, propose
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.reading import ListQuery
from itadmin.services.record_history import record_history
from itadmin.services.tables.reading import read_table
from itadmin.services.value_lists import ValueLists
from itadmin.services.workspace import Workspace
from itadmin.storage.first_page import open_first_page

SYSTEMS = REGISTERS["systems"]
OWN = "1460.e_arkiv"


@pytest.fixture
def lists(workspace: Workspace) -> ValueLists:
    """Categories with a word of one's own first, one relabelled and one hidden."""
    lists = ValueLists(workspace.records, workspace.reading())
    lists.add("systemkategori", "E-arkiv")
    lists.change("systemkategori", "e_tjanst", {"name": "Webbtjänst"})
    lists.change("systemkategori", "skola", {"hidden": True})
    for _place in range(7):
        lists.move("systemkategori", OWN, -1)
    return lists


@pytest.fixture
def systems(workspace: Workspace, lists: ValueLists) -> dict[str, UUID]:
    categories = {
        "Arkivet": OWN,
        "Bokningen": "e_tjanst",
        "Classroom": "skola",
        "Drift": "verksamhetssystem",
        "X": None,
    }
    return {
        name: workspace.records.add("systems", {"name": name, "category": category})
        for name, category in categories.items()
    }


def texts(workspace: Workspace, ids: list[UUID]) -> list[str]:
    return [field_text(SYSTEMS, read, "category") for read in workspace.reading().many("systems", ids).values()]


@pytest.mark.parametrize("descending", [False, True])
def test_lists_stand_in_the_order_of_the_words(
    workspace: Workspace, systems: dict[str, UUID], *, descending: bool
) -> None:
    ordered = ["E-arkiv", "Verksamhetssystem", "Webbtjänst", "Skola"]
    wanted = [*(ordered[::-1] if descending else ordered), ""]
    query = ListQuery(sort="category", descending=descending)
    assert texts(workspace, workspace.reading().keys("systems", query)) == wanted
    listing, places = workspace.reading().listing("systems", query), []
    while (piece := listing.more()) is not None:
        places.extend(piece.places)
    rows = workspace.reading().rows("systems", places, ("name", "category"))
    assert [field_text(SYSTEMS, rows[place], "category") for place in places] == wanted


def test_an_order_made_before_is_made_anew_when_words_are_moved(
    workspace: Workspace, systems: dict[str, UUID], lists: ValueLists
) -> None:
    query = ListQuery(sort="category")
    assert texts(workspace, workspace.reading().keys("systems", query))[0] == "E-arkiv"
    lists.reset_all("systemkategori")
    assert texts(workspace, workspace.reading().keys("systems", query))[-2:] == ["E-arkiv", ""]


def test_the_first_page_says_them_too(workspace: Workspace, systems: dict[str, UUID]) -> None:
    first = open_first_page(workspace.path, SYSTEMS, workspace.reading().day)
    assert first is not None
    place = first.place("systems", systems["Bokningen"])
    assert field_text(SYSTEMS, first.rows("systems", [place], ("name", "category"))[place], "category") == "Webbtjänst"


def test_json_has_the_code_and_the_word(workspace: Workspace, systems: dict[str, UUID]) -> None:
    form = ExchangeForm(workspace.reading())
    for name, pair in {"Arkivet": (OWN, "E-arkiv"), "Bokningen": ("e_tjanst", "Webbtjänst")}.items():
        told = form.record(SYSTEMS, workspace.reading().one("systems", systems[name]))
        assert (told["category"], told["category_label"]) == pair


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_what_is_exported_is_taken_in_again_without_a_change(
    workspace: Workspace, systems: dict[str, UUID], tmp_path: Path, ending: str
) -> None:
    reading = workspace.reading()
    selection = Selection(SYSTEMS, list(systems.values()), fields=("name", "category"))
    path = tmp_path / f"system{ending}"
    path.write_bytes(make_file(reading, selection, ending, Progress()).content)
    found = find_headings(SYSTEMS, read_table(path).sheets[0])
    columns = propose(SYSTEMS, found.headings)
    made = plan(reading, SYSTEMS, found, columns, workspace.around.new_id, Progress())
    assert [row.state for row in made.rows] == ["oforandrad"] * len(systems)
    assert not [row for row in made.rows if row.problems]
    cells = [str(cell) for row in found.rows for cell in row.cells]
    assert {"E-arkiv", "Webbtjänst", "Skola"} <= set(cells)


@pytest.mark.parametrize("said", ["Webbtjänst", "webbtjänst", "E-tjänst", "e_tjanst"])
def test_old_and_new_words_are_taken_in(workspace: Workspace, lists: ValueLists, tmp_path: Path, said: str) -> None:
    path = tmp_path / "system.csv"
    path.write_text(f"Systemnamn;Kategori\nNy;{said}\nAnnan;e-arkiv\n", encoding="utf-8")
    found = find_headings(SYSTEMS, read_table(path).sheets[0])
    reading = workspace.reading()
    made = plan(reading, SYSTEMS, found, propose(SYSTEMS, found.headings), workspace.around.new_id, Progress())
    workspace.records.apply(made.change_set)
    records: list[Any] = [read.record for read in reading.many("systems", reading.keys("systems")).values()]
    assert sorted(record.category for record in records) == sorted(["e_tjanst", OWN])


def test_a_template_offers_the_words_that_can_be_chosen(workspace: Workspace, lists: ValueLists) -> None:
    reading = workspace.reading()
    book = openpyxl.load_workbook(BytesIO(template(SYSTEMS, ".xlsx", reading.day, reading.words).content))
    offered = {str(cell.value) for sheet in book.worksheets[1:] for row in sheet.iter_rows() for cell in row}
    offered |= {str(item.formula1) for item in book.worksheets[0].data_validations.dataValidation}
    text = " ".join(offered)
    assert "E-arkiv" in text
    assert "Webbtjänst" in text
    assert "Skola" not in text


def test_history_and_steps_tell_them(workspace: Workspace, systems: dict[str, UUID]) -> None:
    workspace.records.save("systems", systems["Arkivet"], {"category": "e_tjanst"})
    newest = record_history(workspace.reading(), SYSTEMS, systems["Arkivet"])[0].told.fields[0]
    assert (newest.old, newest.new) == ("E-arkiv", "Webbtjänst")
    entry = workspace.reading().history(systems["Arkivet"])[0]
    (told,) = Teller(workspace.reading()).tell([entry.change])
    assert [(field.old, field.new) for field in told.fields] == [("E-arkiv", "Webbtjänst")]


def test_steps_are_called_by_them(workspace: Workspace, lists: ValueLists, least_values: Callable[..., Any]) -> None:
    lists.change("samverkansniva", "3", {"name": "3 Samma program"})
    register = REGISTERS["cooperation_levels"]
    values = {**least_values(register), "level": "3"}
    level = workspace.records.add(register.name, values)
    assert workspace.undo.state().undo == "La till 3 Samma program"
    workspace.records.save(register.name, level, {"target_level": "4"})
    assert workspace.undo.state().undo == "Ändrade 3 Samma program: Målnivå"
    workspace.records.delete(register.name, [level])
    assert workspace.undo.state().undo == "La i papperskorgen: 3 Samma program"


def test_a_level_is_a_proposal_until_it_is_adopted(
    workspace: Workspace, lists: ValueLists, least_values: Callable[..., Any]
) -> None:
    register = REGISTERS["cooperation_levels"]
    level = workspace.records.add(register.name, {**least_values(register), "level": "3", "target_level": None})
    told = workspace.reading().one(register.name, level)
    assert reservation(register, told, "level") == "benämning ej fastställd"
    assert reservation(register, told, "target_level") == reservation(register, told, "note") == ""
    lists.change("samverkansniva", "3", {"adopted_on": "2026-03-12"})
    assert reservation(register, workspace.reading().one(register.name, level), "level") == ""
