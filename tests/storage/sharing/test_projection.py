"""What a profile lets out of a register file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import NEIGHBOURS, PROFILES, Profile
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing.projection import Projection, project
from itadmin.storage.sharing.register_bytes import register_bytes
from itadmin.storage.sharing.schema import MOST_COLUMNS, MOST_TABLES, filled, statement

Add = Callable[..., UUID]
WITHOUT_PERSONS = PROFILES["grannar_utan_personer"]
CONTACT = {"party": "driftenhet", "task": "driftansvarig"}


@pytest.fixture
def add(workspace: Workspace) -> Add:
    return lambda register, **values: workspace.records.add(register, values)


@pytest.fixture
def out(workspace: Workspace) -> Callable[..., Projection]:
    def made(profile: Profile = NEIGHBOURS, owner: UUID | None = None) -> Projection:
        with workspace.file.reading() as connection:
            return project(connection, profile, owner or workspace.file.info.organisation)

    return made


def rows(projection: Projection, table: str) -> list[dict[str, Any]]:
    for found, content in projection.content:
        if found.name == table:
            names = [name for name, _ in found.all_columns]
            return [dict(zip(names, row, strict=True)) for row in content]
    return []


def names(projection: Projection, register: str) -> set[str]:
    return {row["label"] for row in rows(projection, register)}


def test_values_go_out_as_the_file_has_them(add: Add, out: Callable[..., Projection]) -> None:
    system = add("systems", name="Treserva", user_count=120, personal_data=False, annual_cost=5_000_00)
    (row,) = rows(out(), "systems")
    assert row["id"] == system.bytes
    assert (row["name"], row["label"], row["user_count"], row["personal_data"]) == ("Treserva", "Treserva", 120, 0)
    assert out().records["systems"][system]["personal_data"] is False


def test_text_goes_out_clean_whoever_has_written_it(
    add: Add, workspace: Workspace, out: Callable[..., Projection]
) -> None:
    system = add("systems", name="Treserva", purpose="Vård", aliases="x")
    agreement = add("agreements", title="Avtal", contacts=[{**CONTACT, "hours": "8"}])
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("UPDATE systems SET name = ' Tre\u200b serva ', purpose = 'a\r\nb\n', aliases = ' '")
        connection.exec_driver_sql("UPDATE agreements_contacts SET hours = '8  –  17 '")
    (row,) = rows(out(), "systems")
    assert (row["name"], row["label"], row["purpose"], row["aliases"]) == ("Tre serva", "Tre serva", "a\nb", None)
    assert out().records["systems"][system]["purpose"] == "a\nb"
    assert rows(out(), "agreements_contacts")[0]["hours"] == "8 – 17"
    assert out().records["agreements"][agreement]["contacts"][0]["hours"] == "8 – 17"


def test_only_what_counts_goes_out(add: Add, workspace: Workspace, out: Callable[..., Projection]) -> None:
    add("systems", name="Ute")
    add("systems", name="Föreslaget", suggestion=True)
    add("systems", name="Hemligt", shared=False)
    workspace.records.delete("systems", [add("systems", name="Bort")])
    assert names(out(), "systems") == {"Ute"}
    assert names(out(), "organisations") == {"Bengtsfors kommun"}


def test_nobody_relays_what_others_own(add: Add, out: Callable[..., Projection], received: Callable[..., UUID]) -> None:
    theirs, ours = add("systems", name="Deras"), add("systems", name="Vårt")
    neighbour = received("systems", theirs)
    add("matches", verdict="samma", one=str(ours), other=str(theirs))
    assert names(out(), "systems") == {"Vårt"}
    (match,) = rows(out(), "matches")
    assert match["other"] == theirs.bytes
    assert rows(out(), "refs") == [
        {"register": "systems", "id": theirs.bytes, "owner": neighbour.bytes, "label": "Deras"}
    ]
    assert names(out(NEIGHBOURS, neighbour), "systems") == {"Deras"}


@pytest.mark.parametrize(
    ("fate", "told"),
    [({"deleted": True}, True), ({"suggestion": True}, True), ({"shared": False}, False)],
)
def test_a_reference_to_what_stays_at_home(
    fate: dict[str, bool], told: bool, add: Add, workspace: Workspace, out: Callable[..., Projection]
) -> None:
    kept, other = add("systems", name="Hemma"), add("systems", name="Ute")
    add("agreements", title="Avtal", systems=[str(kept), str(other)])
    workspace.records.save("systems", kept, fate)
    links = [(row["ordinal"], row["target"]) for row in rows(out(), "agreements_systems")]
    assert links == ([(0, kept.bytes), (1, other.bytes)] if told else [(0, other.bytes)])
    assert [row["label"] for row in rows(out(), "refs")] == (["Hemma"] if told else [])


def test_what_rests_on_something_confidential_stays_with_it(add: Add, out: Callable[..., Projection]) -> None:
    secret = add("systems", name="Hemligt", shared=False)
    person = add("people", name="Eva Lind")
    add("roles", kind="systemagare", system=str(secret), person=str(person))
    document = add("steering_documents", title="Hemlig plan", shared=False)
    add("steering_chapters", document=str(document), heading="Hemligt kapitel")
    add("training_plans", title="Plan", system=str(secret))
    found = out()
    assert rows(found, "roles") == rows(found, "steering_chapters") == rows(found, "refs") == []
    assert names(found, "people") == {"Eva Lind"}
    assert names(found, "training_plans") == {"Plan"}


def test_it_rests_on_it_also_by_way_of_another(
    add: Add, out: Callable[..., Projection], monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = add("organisations", name="Hemlig", shared=False)
    below = add("organisations", name="Under den", parent=str(secret))
    add("agreements", title="Hemligt", supplier=str(below))
    for name, field in (("organisations", "parent"), ("agreements", "supplier")):
        fields = REGISTERS[name].fields
        monkeypatch.setitem(fields, field, replace(fields[field], required=True))
    assert names(out(), "organisations") == {"Bengtsfors kommun"}
    assert names(out(), "agreements") == set()
    assert rows(out(), "refs") == []


def test_what_a_record_that_stays_owns_stays_with_it(
    add: Add, workspace: Workspace, out: Callable[..., Projection]
) -> None:
    system = add("systems", name="Treserva")
    gone = add("agreements", title="Borta", systems=[str(system)], contacts=[CONTACT])
    workspace.records.delete("agreements", [gone])
    assert rows(out(), "agreements_systems") == rows(out(), "agreements_contacts") == []


def test_people_are_nothing_where_persons_are_left_out(add: Add, out: Callable[..., Projection]) -> None:
    system, person = add("systems", name="Treserva"), add("people", name="Eva Lind", email="eva@exempel.example")
    add("roles", kind="systemagare", system=str(system), person=str(person))
    add("agreements", title="Avtal", contacts=[{**CONTACT, "name": "Eva Lind", "phone": "0531-1"}])
    with_them, without = out(), out(WITHOUT_PERSONS)
    assert rows(with_them, "roles")[0]["person"] == person.bytes
    assert "person" not in rows(without, "roles")[0]
    assert "people" not in {table.name for table in without.tables}
    assert "Eva" not in str(without)
    assert rows(without, "refs") == []


def test_a_reference_to_a_register_that_the_profile_leaves_out_is_nothing(
    add: Add, out: Callable[..., Projection]
) -> None:
    system, supplier = add("systems", name="Treserva"), add("organisations", name="Leverantören AB")
    add("agreements", title="Avtal", systems=[str(system)], supplier=str(supplier))
    profile = Profile("egen", "Egen", left_out=frozenset({("systems", ""), ("organisations", "name")}))
    found = out(profile)
    assert rows(found, "agreements_systems") == rows(found, "refs") == []
    assert rows(found, "agreements")[0]["supplier"] is None
    assert out(profile).records["agreements"][next(iter(found.records["agreements"]))]["systems"] == []


def test_what_is_referred_to_is_called_by_what_goes_out(
    add: Add, workspace: Workspace, out: Callable[..., Projection]
) -> None:
    system = add("systems", name="Treserva")
    role = add("roles", kind="systemagare", system=str(system), function="Hemlig funktion")
    profile = Profile("egen", "Egen", left_out=frozenset({("roles", "function")}))
    assert "roles" not in {table.name for table in out(profile).tables}
    assert names(out(), "roles") == {"Hemlig funktion"}
    workspace.records.save("roles", role, {"function": None})
    assert names(out(), "roles") == {"Systemägare"}


def test_a_name_is_made_of_what_goes_out(add: Add, workspace: Workspace, out: Callable[..., Projection]) -> None:
    system = add("systems", name="Treserva")
    add("agreements", title="Avtal", systems=[str(system)])
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("UPDATE systems SET label = 'Något annat', deleted = 1")
    assert [row["label"] for row in rows(out(), "refs")] == ["Treserva"]


def test_rows_go_out_in_their_order_and_only_the_columns_that_do(add: Add, out: Callable[..., Projection]) -> None:
    add("agreements", title="Avtal", contacts=[{**CONTACT, "hours": hours, "name": "Eva"} for hours in ("8–17", "7–9")])
    found = rows(out(WITHOUT_PERSONS), "agreements_contacts")
    assert [(row["ordinal"], row["hours"]) for row in found] == [(0, "8–17"), (1, "7–9")]
    assert set(found[0]) == {"record", "ordinal", "party", "task", "hours"}
    assert rows(out(), "agreements_contacts")[0]["name"] == "Eva"
    kept = Profile("egen", "Egen", left_out=frozenset({("agreements", "contacts")}))
    assert "agreements_contacts" not in {table.name for table in out(kept).tables}


def test_the_words_of_the_codes_that_are_used_come_along(
    add: Add, workspace: Workspace, out: Callable[..., Projection]
) -> None:
    add("value_words", name="Egen kategori", value_list="systemkategori", code="1460.egen")
    workspace.records.save("systems", add("systems", name="Treserva"), {"category": "1460.egen"})
    told = {(row["value_list"], row["code"]): row["label"] for row in rows(out(), "words")}
    assert told["systemkategori", "1460.egen"] == "Egen kategori"
    assert told["organisationstyp", "kommun"] == "Kommun"
    assert ("systemkategori", "annat") not in told


def test_the_tables_of_every_profile_fit_in_a_file(out: Callable[..., Projection]) -> None:
    for profile in PROFILES.values():
        tables = out(profile).tables
        assert len({table.name for table in tables}) == len(tables) <= MOST_TABLES
        assert max(len(table.all_columns) for table in tables) <= MOST_COLUMNS


@pytest.fixture
def filled_in(workspace: Workspace, least_values: Callable[..., dict[str, Any]]) -> None:
    for register in REGISTERS.values():
        if not register.made_by_program:
            coded = {"municipality_code": "1460"} if "municipality_code" in register.title_fields else {}
            workspace.records.add(register.name, {**least_values(register), **coded})


@pytest.mark.usefixtures("filled_in")
@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_a_database_can_be_made_of_it(profile: Profile, out: Callable[..., Projection]) -> None:
    found = out(profile)
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(register_bytes(found.content))
        made = [row[0] for row in raw.execute("SELECT sql FROM sqlite_schema")]
        assert made == [statement(table) for table in filled(found.tables)]
        for table in filled(found.tables):
            assert raw.execute(f'SELECT count(*) FROM "{table.name}"').fetchone() == (table.rows,)


@pytest.mark.usefixtures("filled_in")
def test_the_same_content_gives_the_same_bytes(out: Callable[..., Projection], workspace: Workspace) -> None:
    before = register_bytes(out().content)
    key = workspace.records.add("systems", {"name": "Hit och bort"})
    assert register_bytes(out().content) != before
    workspace.records.delete("systems", [key])
    assert register_bytes(out().content) == before
