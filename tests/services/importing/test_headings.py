"""Which row has the headings and which column is which field."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.headings import (
    ID,
    find_headings,
    find_sheet,
    habits,
    importable,
    likely_register,
    propose,
)
from itadmin.services.tables.table import Sheet, Table

SYSTEMS = REGISTERS["systems"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Namn", "name"),
        ("Systemnamn", "name"),
        ("SYSTEM", "name"),
        ("name", "name"),
        ("Förvaltn.", "department"),
        ("Förvaltning:", "department"),
        ("Ägare", "system_owner"),
        ("Systemägare", "system_owner"),
        ("Lev.", "supplier"),
        ("Leverant.", "supplier"),
        ("Antal anv", "user_count"),
        ("Antal  användare (ca)", "user_count"),
        ("Användare (ca)", "user_count"),
        ("Användare ca", "user_count"),
        ("Personuppg?", "personal_data"),
        ("Personuppg.", "personal_data"),
        ("PU", "personal_data"),
        ("Förv", "department"),
        ("Drift", "hosting"),
        ("Driftsatt", "in_operation_since"),
        ("K", "confidentiality"),
        ("R", "integrity"),
        ("T", "availability"),
        ("Konfidentialitet", "confidentiality"),
        ("Kostnad per år (kr)", "annual_cost"),
        ("annual_cost", "annual_cost"),
        ("Kritikalitet", "criticality"),
        ("E-post till chefen", None),
        ("", None),
        ("Ort", None),
        ("Nästa granskning", None),
    ],
)
def test_what_people_call_their_columns(heading: str, field: str | None) -> None:
    assert propose(SYSTEMS, [heading]) == ({0: field} if field else {})


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Ansvarig", "manager"),
        ("Avtalsansvarig", "manager"),
        ("Ramavtal", "main_agreement"),
        ("Dnr upphandling", "procurement_registry_number"),
        ("Upphandling", "procurement_form"),
        ("Avtalsvärde", "total_value"),
        ("CPV", "cpv_code"),
        ("Uppsägningstid i dagar", "notice_days"),
        ("Index", "price_index"),
        ("Senast kontrollerad", "checked_on"),
        ("Dnr", "registry_number"),
    ],
)
def test_what_people_call_the_columns_of_agreements(heading: str, field: str) -> None:
    assert propose(REGISTERS["agreements"], [heading]) == {0: field}


def test_a_field_is_one_column_only_and_its_own_name_goes_first() -> None:
    assert propose(SYSTEMS, ["System", "Namn", "Namn", "Ägare", "Systemägare"]) == {1: "name", 4: "system_owner"}


def test_an_export_takes_its_headings_at_their_word() -> None:
    headings = ["Namn", "Kritikalitet", "Beslutad kritikalitet", "Ägare", "Id"]
    assert propose(SYSTEMS, headings) == {0: "name", 2: "criticality", 4: ID}


@pytest.mark.parametrize("name", REGISTERS)
def test_every_label_and_every_identifier_is_its_own_field(name: str) -> None:
    register = REGISTERS[name]
    fields = importable(register)
    labels = [register.fields[field].label for field in fields]
    assert propose(register, labels) == dict(enumerate(fields))
    assert propose(register, fields) == dict(enumerate(fields))


def test_habits_name_fields_and_do_not_contradict_each_other() -> None:
    for name, fields in habits().items():
        register = REGISTERS[name]
        assert set(fields) <= set(importable(register))
        words = sorted(word for each in fields.values() for word in each)
        assert [first for first, second in pairwise(words) if first == second] == []
        labels = {register.fields[field].label.casefold(): field for field in importable(register)}
        for field, each in fields.items():
            for word in each:
                assert word == " ".join(word.casefold().split())
                assert labels.get(word, field) == field


def test_headings_stand_wherever_most_of_them_are_known(sheet: Callable[..., Sheet]) -> None:
    found = find_headings(
        SYSTEMS,
        sheet(["IT-system i kommunen"], [], ["Uppdaterad", "2026"], ["System", "Lev.", "Ort"], ["Lifecare", "X AB", ""],
              ["System", "Lev.", "Ort"], ["Raindance", "Y AB", "Åmål"]),
    )  # fmt: skip
    assert (found.number, found.headings) == (4, ("System", "Lev.", "Ort"))
    assert [row.number for row in found.rows] == [5, 7]


def test_the_row_that_names_records_goes_before_one_with_more_words_that_are_known(sheet: Callable[..., Sheet]) -> None:
    assert find_headings(SYSTEMS, sheet(["Drift", "Status"], ["Namn", "Ort"], ["Lifecare", "Åmål"])).number == 2


def test_headings_that_nobody_knows_are_the_first_row_with_several_cells(sheet: Callable[..., Sheet]) -> None:
    assert find_headings(SYSTEMS, sheet(["Lista"], ["Abc", "Def"], ["a", "b"])).number == 2
    assert find_headings(SYSTEMS, sheet(["Lista"])).number == 1
    with pytest.raises(ValueError, match="no headings"):
        find_headings(SYSTEMS, Sheet("", ()))


def test_the_sheet_and_the_register_are_those_that_suit_best(sheet: Callable[..., Sheet]) -> None:
    people = Sheet("Personer", sheet(["Namn", "E-post", "Telefon", "Befattning"], ["Anna Ek", "", "", ""]).rows)
    systems = Sheet("System", sheet(["Systemnamn", "Lev.", "Antal anv"], ["Lifecare", "", ""]).rows)
    table = Table("lista.xlsx", (Sheet("Tomt", ()), people, systems))
    assert find_sheet(SYSTEMS, table).sheet == "System"
    both = [SYSTEMS, REGISTERS["people"]]
    assert likely_register(both, table, SYSTEMS).name == "people"
    assert likely_register(both, Table("x", (systems,)), SYSTEMS) is SYSTEMS


@pytest.mark.parametrize("text", ["(" * 30_000, "a" + " " * 300_000 + "b", "Namn " * 50])
def test_a_long_text_is_no_heading_and_costs_nothing(text: str) -> None:
    assert propose(SYSTEMS, [text, "Namn"]) == {1: "name"}


def test_a_thousand_unknown_headings_cost_little_each(sheet: Callable[..., Sheet]) -> None:
    rows = [[f"Rubrik {row} {column}" for column in range(1000)] for row in range(40)]
    assert find_headings(SYSTEMS, sheet(*rows)).number == 1


def test_rows_are_taken_from_a_column_that_bears_their_identifier_and_from_no_other() -> None:
    agreements = REGISTERS["agreements"]
    assert propose(agreements, ["title", "options", "Contacts"]) == {0: "title", 1: "options", 2: "contacts"}
    assert propose(agreements, ["Benämning", "Optioner", "Option"]) == {0: "title"}
    assert propose(agreements, ["Benämning", "Optioner", "Id"]) == {0: "title", 2: ID}
    assert propose(agreements, ["id", "title", "options"]) == {0: ID, 1: "title", 2: "options"}
