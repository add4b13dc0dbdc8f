"""Which records stand in a list, and in which order."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.erasure import NAMELESS
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage import lists
from itadmin.storage.reads import ListQuery
from itadmin.storage.tables import TABLES

DAY = date(2026, 11, 22)
NEIGHBOUR = municipality_id("1438")
OWN = municipality_id("1460")


def keys(workspace: Workspace, register: str, query: ListQuery | None = None, day: date = DAY) -> list[UUID]:
    with workspace.file.reading() as connection:
        return lists.keys(connection, REGISTERS[register], query or ListQuery(), workspace.file.info.organisation, day)


def names(workspace: Workspace, register: str, query: ListQuery | None = None, day: date = DAY) -> list[str]:
    found = keys(workspace, register, query, day)
    reads = workspace.reading().many(register, found)
    return [reads[key].label for key in found]


def add(workspace: Workspace, register: str, *records: Mapping[str, Any]) -> list[UUID]:
    return [workspace.records.add(register, values) for values in records]


# Which


def test_names_stand_in_swedish_order(workspace: Workspace) -> None:
    for name in ["Österlen", "zebra", "Ängen", "ale", "Åmål", "Öl 10", "Öl 9", "Webb", "vagn", "Zebra"]:
        workspace.records.add("systems", {"name": name})
    expected = ["ale", "vagn", "Webb", "Zebra", "zebra", "Åmål", "Ängen", "Öl 9", "Öl 10", "Österlen"]
    assert names(workspace, "systems") == expected
    assert names(workspace, "systems", ListQuery(descending=True)) == expected[::-1]
    assert names(workspace, "systems", ListQuery(sort="name")) == expected


def test_the_bin_is_a_list_of_its_own(workspace: Workspace) -> None:
    kept, binned = add(workspace, "systems", {"name": "Kvar"}, {"name": "Borta"})
    workspace.records.delete("systems", [binned])
    assert keys(workspace, "systems") == [kept]
    assert keys(workspace, "systems", ListQuery(deleted=True)) == [binned]


def test_placeholders_stand_in_no_list(workspace: Workspace) -> None:
    assert keys(workspace, "organisations") == [OWN]
    assert keys(workspace, "organisations", ListQuery(all_owners=True)) == [OWN]
    with workspace.file.reading() as connection:
        assert lists.count(connection, REGISTERS["organisations"], OWN) == 1


def test_others_records_stand_only_in_lists_of_all_owners(workspace: Workspace) -> None:
    own, received = add(workspace, "systems", {"name": "Eget"}, {"name": "Fått"})
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == received).values(owner=NEIGHBOUR))
        assert lists.count(connection, REGISTERS["systems"], OWN) == 1
    assert keys(workspace, "systems") == [own]
    assert keys(workspace, "systems", ListQuery(all_owners=True)) == [own, received]
    assert keys(workspace, "systems", ListQuery(all_owners=True, owner=NEIGHBOUR)) == [received]
    assert keys(workspace, "systems", ListQuery(all_owners=True, owner=OWN)) == [own]
    assert keys(workspace, "systems", ListQuery(all_owners=True, sort="owner")) == [own, received]
    assert keys(workspace, "systems", ListQuery(all_owners=True, sort="owner", descending=True)) == [received, own]


# Filters


@pytest.fixture
def systems(workspace: Workspace) -> Workspace:
    add(workspace, "organisations", {"name": "Ale data"}, {"name": "Ödeborg data"})
    ale, ode = (workspace.reading().named("organisations", name) for name in ("ale data", "ödeborg data"))
    add(
        workspace,
        "systems",
        {"name": "A", "lifecycle": "i_drift", "supplier": str(ode), "user_count": 10, "personal_data": True},
        {"name": "B", "lifecycle": "behov", "supplier": str(ale), "user_count": 9, "product": "Ärende"},
        {"name": "C", "product": "Zebra", "personal_data": False},
        {"name": "D", "lifecycle": "avvecklad", "product": "Ål"},
    )
    return workspace


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"lifecycle": ["i_drift"]}, "A"),
        ({"lifecycle": ["i_drift", "behov"]}, "AB"),
        ({"lifecycle": [None]}, "C"),
        ({"lifecycle": ["behov", None]}, "BC"),
        ({"personal_data": [True]}, "A"),
        ({"personal_data": [False]}, "C"),
        ({"personal_data": [None]}, "BD"),
        ({"user_count": [9, 10]}, "AB"),
        ({"supplier": [None]}, "CD"),
        ({"lifecycle": ["i_drift", "behov"], "user_count": [9]}, "B"),
        ({"lifecycle": []}, ""),
        ({"product": ["' OR 1=1 --"]}, ""),
        ({"system_owner": [None]}, "ABCD"),
    ],
)
def test_a_filter_takes_any_of_a_fields_values_and_all_of_its_fields(
    systems: Workspace, where: dict[str, list[Any]], found: str
) -> None:
    assert "".join(names(systems, "systems", ListQuery(where=where))) == found


def test_words_and_filters_narrow_together(systems: Workspace) -> None:
    assert names(systems, "systems", ListQuery(words="zeb")) == ["C"]
    assert names(systems, "systems", ListQuery(words="zeb", where={"personal_data": [True]})) == []
    assert names(systems, "systems", ListQuery(words=' *" ')) == ["A", "B", "C", "D"]


def test_references_are_filtered_by_id_one_or_many(systems: Workspace) -> None:
    ode = systems.reading().named("organisations", "ÖDEBORG DATA")
    a, b = (systems.reading().named("systems", name) for name in "ab")
    assert names(systems, "systems", ListQuery(where={"supplier": [str(ode)]})) == ["A"]
    add(
        systems,
        "agreements",
        {"title": "Båda", "systems": [str(a), str(b)]},
        {"title": "En", "systems": [str(b)]},
        {"title": "Ingen"},
    )
    assert names(systems, "agreements", ListQuery(where={"systems": [str(b)]})) == ["Båda", "En"]
    assert names(systems, "agreements", ListQuery(where={"systems": [str(a)]})) == ["Båda"]
    assert names(systems, "agreements", ListQuery(where={"systems": [None]})) == ["Ingen"]


def test_rows_are_there_or_not(workspace: Workspace) -> None:
    add(workspace, "agreements", {"title": "Med", "freezes": [{"reason": "Bokslut"}]}, {"title": "Utan"})
    assert names(workspace, "agreements", ListQuery(where={"freezes": [None]})) == ["Utan"]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2025, 12, 31), ["B"]), (date(2026, 1, 1), ["A"]), (date(2026, 6, 30), ["A"]), (date(2026, 7, 1), ["B"])],
)
def test_roles_are_filtered_as_they_are_held_on_the_day(workspace: Workspace, day: date, found: list[str]) -> None:
    person, other = add(workspace, "people", {"name": "Anna"}, {"name": "Bo"})
    a, b = add(workspace, "systems", {"name": "A"}, {"name": "B"})
    role = {"kind": "systemagare", "person": str(person)}
    add(
        workspace,
        "roles",
        {**role, "system": str(a), "starts_on": "2026-01-01", "ends_on": "2026-06-30"},
        {**role, "system": str(b), "ends_on": "2025-12-31"},
        {**role, "system": str(b), "starts_on": "2026-07-01"},
        {**role, "system": str(a), "kind": "systemansvarig", "person": str(other)},
    )
    assert names(workspace, "systems", ListQuery(where={"system_owner": [str(person)]}), day) == found
    assert names(workspace, "systems", ListQuery(where={"system_owner": [str(other)]}), day) == []
    nobody = names(workspace, "systems", ListQuery(where={"system_owner": [None]}), day)
    assert sorted([*nobody, *found]) == ["A", "B"]


def test_a_role_in_the_bin_is_held_by_nobody(workspace: Workspace) -> None:
    (person,) = add(workspace, "people", {"name": "Anna"})
    add(workspace, "systems", {"name": "A", "system_owner": str(person)})
    workspace.records.delete("roles", keys(workspace, "roles"))
    assert names(workspace, "systems", ListQuery(where={"system_owner": [str(person)]})) == []


# Order


@pytest.mark.parametrize(
    ("sort", "up", "down"),
    [
        ("user_count", "BACD", "ABCD"),
        ("lifecycle", "BADC", "DABC"),
        ("supplier", "BACD", "ABCD"),
        ("product", "CDBA", "BDCA"),
        ("personal_data", "CABD", "ACBD"),
    ],
)
def test_columns_are_sorted_as_people_expect_and_what_is_empty_comes_last(
    systems: Workspace, sort: str, up: str, down: str
) -> None:
    assert "".join(names(systems, "systems", ListQuery(sort=sort))) == up
    assert "".join(names(systems, "systems", ListQuery(sort=sort, descending=True))) == down


def test_roles_are_sorted_by_who_holds_them(workspace: Workspace) -> None:
    anna, osten = add(workspace, "people", {"name": "Östen"}, {"name": "Anna"})
    a, b, c = add(
        workspace,
        "systems",
        {"name": "A", "system_owner": str(anna)},
        {"name": "B", "system_owner": str(osten)},
        {"name": "C"},
    )
    workspace.records.add("roles", {"system": str(c), "kind": "systemagare", "function": "Kommunchef"})
    assert keys(workspace, "systems", ListQuery(sort="system_owner")) == [b, c, a]
    assert keys(workspace, "systems", ListQuery(sort="system_owner", descending=True)) == [a, c, b]
    assert keys(workspace, "systems", ListQuery(sort="deputy_manager")) == [a, b, c]


@pytest.mark.parametrize("name", ["nmae", "term_ends_on", "options", "systems"])
def test_what_stands_in_no_column_cannot_be_sorted_by(workspace: Workspace, name: str) -> None:
    with pytest.raises(KeyError):
        keys(workspace, "agreements", ListQuery(sort=name))


# Names


@pytest.mark.parametrize(
    ("text", "number"),
    [("åmål", 1), ("ÅMÅL", 1), (" Åmål ", 1), ("Åm", 0), ("KB", 1), ("tvilling", 2), ("", 0), ("%", 0)],
)
def test_a_record_is_named_by_name_or_key_in_any_case(workspace: Workspace, text: str, number: int) -> None:
    add(workspace, "systems", {"name": "Åmål", "short_name": "kb"}, {"name": "Tvilling"}, {"name": "tvilling"})
    workspace.records.delete("systems", add(workspace, "systems", {"name": "ÅMÅL"}))
    with workspace.file.reading() as connection:
        assert len(lists.named(connection, REGISTERS["systems"], text)) == number


def test_ones_own_record_is_meant_before_a_placeholder(workspace: Workspace) -> None:
    with workspace.file.reading() as connection:
        assert lists.named(connection, REGISTERS["organisations"], "1438") == [NEIGHBOUR]
    own = workspace.records.add("organisations", {"name": "Egen post", "municipality_code": "1438"})
    with workspace.file.reading() as connection:
        assert lists.named(connection, REGISTERS["organisations"], "1438") == [own]


@pytest.mark.parametrize(
    ("words", "found"),
    [("ÅMÅL", ["Åmåls kommun"]), ("amal", ["Åmåls kommun"]), ("kommun am", ["Åmåls kommun"]), ("100%_", []), ("'", [])],
)
def test_a_picker_finds_parts_of_names_without_accents(workspace: Workspace, words: str, found: list[str]) -> None:
    with workspace.file.reading() as connection:
        choices = lists.choices(connection, REGISTERS["organisations"], words, 100, DAY, OWN)
    assert [label for _, label in choices] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("ÅMÅL", ["Åmåls kommun"]), ("kommun am", ["Åmåls kommun"]), ("öppna", ["Öppna data"]), ("pna", [])],
)
def test_among_very_many_a_picker_finds_words_that_begin_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, words: str, found: list[str]
) -> None:
    monkeypatch.setattr(lists, "_MANY", 1)
    add(workspace, "organisations", {"name": "Öppna data", "note": "amal"}, {"name": "Annat", "note": "Öppna"})
    with workspace.file.reading() as connection:
        choices = lists.choices(connection, REGISTERS["organisations"], words, 100, DAY, OWN)
    assert [label for _, label in choices] == found


def test_a_picker_is_bounded_sorted_and_holds_placeholders(workspace: Workspace) -> None:
    with workspace.file.reading() as connection:
        choices = lists.choices(connection, REGISTERS["organisations"], "", 3, DAY, OWN)
        everything = lists.choices(connection, REGISTERS["organisations"], "", 1000, DAY, OWN)
    assert choices == everything[:3]
    assert len(everything) > 5
    assert NEIGHBOUR in [key for key, _ in everything]


def test_in_a_picker_others_records_come_last_with_whose_they_are(
    workspace: Workspace, received: Callable[..., UUID]
) -> None:
    _own, theirs = add(workspace, "systems", {"name": "Zebra"}, {"name": "Ale"})
    received("systems", theirs)
    kommun = received("organisations")
    with workspace.file.writing() as connection:
        assert [label for _, label in lists.choices(connection, REGISTERS["systems"], "", 9, DAY, OWN)] == [
            "Zebra",
            "Ale (Färgelanda kommun)",
        ]
        connection.exec_driver_sql("UPDATE organisations SET placeholder = 0 WHERE id = ?", (kommun.bytes,))
        chosen = [label for _, label in lists.choices(connection, REGISTERS["organisations"], "kommun", 3, DAY, OWN)]
    assert chosen == ["Bengtsfors kommun", "Dals-Eds kommun", "Färgelanda kommun"]


def test_in_a_picker_who_has_left_comes_last_and_who_is_nameless_not_at_all(workspace: Workspace) -> None:
    names = [{"name": "Anna", "left_on": "2026-11-21"}, {"name": "Bo", "left_on": "2026-11-22"}, {"name": "Eva"}]
    add(workspace, "people", *names, {"name": NAMELESS, "left_on": "2020-01-31", "anonymised_on": "2021-01-31"})
    with workspace.file.reading() as connection:
        chosen = [label for _, label in lists.choices(connection, REGISTERS["people"], "", 10, DAY, OWN)]
        first = [label for _, label in lists.choices(connection, REGISTERS["people"], "", 2, DAY, OWN)]
        named = [label for _, label in lists.choices(connection, REGISTERS["people"], "ann", 10, DAY, OWN)]
    assert (chosen, first, named) == (["Bo", "Eva", "Anna"], ["Bo", "Eva"], ["Anna"])


def test_what_refers_to_a_record_is_found_from_there(workspace: Workspace) -> None:
    (supplier,) = add(workspace, "organisations", {"name": "Leverantören"})
    first, second, binned = add(
        workspace, "systems", *({"name": name, "supplier": str(supplier)} for name in ("Ö", "Å", "Borta"))
    )
    workspace.records.delete("systems", [binned])
    with workspace.file.reading() as connection:
        assert lists.referring(connection, REGISTERS["systems"], "supplier", supplier) == [second, first]
        assert lists.referring(connection, REGISTERS["systems"], "operating_unit", supplier) == []
