"""Review sheets: who gets one, what stands in it, and what may never leave in it."""

import io
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from itadmin.domain.fields import Computed, Rows
from itadmin.domain.registers import REGISTERS
from itadmin.services.reviewing.sheets import QUESTIONS, Reviewer, protected, review_sheet, review_sheets, reviewers
from itadmin.services.workspace import Workspace

SYSTEMS = REGISTERS["systems"]


@pytest.fixture
def anna(workspace: Workspace) -> UUID:
    return workspace.records.add("people", {"name": "Anna Ek"})


@pytest.fixture
def systems(workspace: Workspace, anna: UUID) -> dict[str, UUID]:
    """Two systems of Anna's, one of a function's, one that only has an owner, and one that nobody has."""
    add = workspace.records.add
    return {
        "Lifecare": add(
            "systems",
            {"name": "Lifecare", "lifecycle": "i_drift", "user_count": 250, "system_manager": str(anna),
             "placement": "HEMLIGT", "confidentiality": "3", "personal_data": True, "planned_retirement": "2031"},
        ),
        "Ale": add("systems", {"name": "Ale", "lifecycle": "planerad", "system_manager": str(anna)}),
        "Växeln": add("systems", {"name": "Växeln", "system_manager": {"function": "Växelansvarig"}}),
        "Ekot": add("systems", {"name": "Ekot", "system_owner": {"function": "Ekonomichef"}}),
        "Ingens": add("systems", {"name": "Ingens"}),
    }  # fmt: skip


def page_of(workspace: Workspace, place: int = 0) -> Any:
    reading = workspace.reading()
    content = review_sheet(reading, reviewers(reading)[place]).content
    return openpyxl.load_workbook(io.BytesIO(content))["Granskning"]


def headings(page: Any) -> dict[str, int]:
    (row,) = [row for row in page.iter_rows() if row[0].value == "Namn"]
    return {cell.value: cell.column for cell in row}


def rows(page: Any) -> Iterator[dict[str, Any]]:
    places = headings(page)
    first = next(row[0].row for row in page.iter_rows() if row[0].value == "Namn") + 1
    for number in range(first, page.max_row + 1):
        yield {name: page.cell(number, column).value for name, column in places.items()}


def test_each_who_answers_for_systems_gets_theirs(workspace: Workspace, systems: dict[str, UUID], anna: UUID) -> None:
    found = reviewers(workspace.reading())
    assert found == [
        Reviewer("Anna Ek", anna, (systems["Ale"], systems["Lifecare"])),
        Reviewer("Ekonomichef", None, (systems["Ekot"],)),
        Reviewer("Växelansvarig", None, (systems["Växeln"],)),
        Reviewer("Utan ansvarig", None, (systems["Ingens"],)),
    ]


@pytest.mark.parametrize(
    ("values", "is_left_out"),
    [({"lifecycle": "avvecklad"}, True), ({"security_protection": True}, True), ({"lifecycle": "behov"}, False)],
)
def test_what_is_out_of_use_or_protected_is_in_no_sheet(
    workspace: Workspace, systems: dict[str, UUID], values: dict[str, Any], is_left_out: bool
) -> None:
    workspace.records.save("systems", systems["Ingens"], values)
    names = [reviewer.name for reviewer in reviewers(workspace.reading())]
    assert ("Utan ansvarig" not in names) is is_left_out
    assert protected(workspace.reading()) == (["Ingens"] if "security_protection" in values else [])


def test_two_of_one_name_are_two(workspace: Workspace, systems: dict[str, UUID]) -> None:
    other = workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.save("systems", systems["Ingens"], {"system_manager": str(other)})
    reading = workspace.reading()
    assert [len(each.systems) for each in reviewers(reading) if each.name == "Anna Ek"] in ([1, 2], [2, 1])
    names = [sheet.file_name for sheet in review_sheets(reading, reviewers(reading))]
    assert names[:2] == ["Granskning_Anna_Ek_2026.xlsx", "Granskning_Anna_Ek_2_2026.xlsx"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Åsa Öberg", "Granskning_Asa_Oberg_2026.xlsx"),
        ("Växelansvarig, Kommunledningskontoret", "Granskning_Vaxelansvarig_Kommunledningskontoret_2026.xlsx"),
        ("../../x", "Granskning_x_2026.xlsx"),
        ("😀", "Granskning_namnlos_2026.xlsx"),
    ],
)
def test_the_file_can_be_mailed_and_tells_whose_it_is(
    workspace: Workspace, systems: dict[str, UUID], name: str, file: str
) -> None:
    reading = workspace.reading()
    (sheet,) = review_sheets(reading, [Reviewer(name, None, ())])
    assert sheet.file_name == file


def test_what_is_known_is_filled_in(workspace: Workspace, systems: dict[str, UUID]) -> None:
    page = page_of(workspace)
    ale, lifecare = rows(page)
    assert ale["Namn"] == "Ale"
    assert {
        "Namn": "Lifecare", "Läge": "I drift", "Antal användare": 250, "Systemansvarig": "Anna Ek",
        "Konfidentialitet": "3 Allvarlig skada", "Behandlar personuppgifter": "Ja", "Planerad avveckling": "2031",
        "Stämmer fortfarande": None, "Granskad av": None, "Senast granskad": None, "Id": str(systems["Lifecare"]),
    }.items() <= lifecare.items()  # fmt: skip
    assert page["A1"].value == "Årlig granskning 2026 – Anna Ek, Bengtsfors kommun"
    assert "Stämmer fortfarande" in page["A3"].value


def test_the_yearly_questions_are_all_there_and_nothing_that_stays_in_the_register(
    workspace: Workspace, systems: dict[str, UUID]
) -> None:
    fields = {name: SYSTEMS.fields[name] for name in QUESTIONS}
    assert [name for name, field in fields.items() if field.exposure.share == "lokal"] == []
    assert [name for name, field in fields.items() if isinstance(field, (Computed, Rows))] == []
    assert {"system_owner", "purpose", "lifecycle", "user_count", "supplier", "version"} <= fields.keys()
    assert {"confidentiality", "personal_data", "routine_documentation", "note"} <= fields.keys()
    reading = workspace.reading()
    for sheet in review_sheets(reading, reviewers(reading)):
        book = openpyxl.load_workbook(io.BytesIO(sheet.written.content))
        assert not any("HEMLIGT" in str(cell.value) for page in book for row in page.iter_rows() for cell in row)


def test_keys_are_locked_and_the_rest_is_not(workspace: Workspace, systems: dict[str, UUID]) -> None:
    page = page_of(workspace)
    assert page.protection.sheet
    assert page.protection.password is None
    places = headings(page)
    last = page.max_row
    assert page.cell(last, places["Namn"]).protection.locked
    assert page.cell(last, places["Id"]).protection.locked
    assert not page.cell(last, places["Antal användare"]).protection.locked
    letters = {name: openpyxl.utils.get_column_letter(column) for name, column in places.items()}
    assert not page.column_dimensions[letters["Stämmer fortfarande"]].protection.locked


def test_the_answer_stands_beside_the_name_and_there_is_room_to_write(
    workspace: Workspace, systems: dict[str, UUID]
) -> None:
    page = page_of(workspace)
    places = headings(page)
    assert list(places)[:5] == ["Namn", "Stämmer fortfarande", "Granskad av", "Senast granskad", "Syfte"]
    letter = openpyxl.utils.get_column_letter(places["Syfte"])
    assert page.column_dimensions[letter].width >= 40


def test_value_lists_are_there_to_choose_from(workspace: Workspace, systems: dict[str, UUID]) -> None:
    workspace.records.add("value_words", {"name": "Bantas", "value_list": "livscykel", "code": "under_avveckling"})
    page = page_of(workspace)
    places = headings(page)
    lists = {
        re.sub("[0-9:].*", "", str(rule.sqref)): rule.formula1
        for rule in page.data_validations.dataValidation
        if rule.type == "list"
    }
    letters = {name: openpyxl.utils.get_column_letter(column) for name, column in places.items()}
    assert "Bantas" in lists[letters["Läge"]]
    assert "Under avveckling" not in lists[letters["Läge"]]
    assert lists[letters["Stämmer fortfarande"]] == '"Ja,Nej"'
    assert lists[letters["Behandlar personuppgifter"]] == '"Ja,Nej"'
    assert letters["Namn"] not in lists


def test_equal_registers_give_equal_sheets(workspace: Workspace, systems: dict[str, UUID]) -> None:
    reading = workspace.reading()
    first, second = (review_sheet(reading, reviewers(reading)[0]).content for _time in range(2))
    assert first == second


def test_no_file_that_lies_there_gets_the_same_name(workspace: Workspace, systems: dict[str, UUID]) -> None:
    reading = workspace.reading()
    (sheet,) = review_sheets(reading, reviewers(reading)[:1], ["GRANSKNING_anna_ek_2026.xlsx"])
    assert sheet.file_name == "Granskning_Anna_Ek_2_2026.xlsx"
