"""Views of lists: kept as records, read kindly, and those that come with the program."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain import filters
from itadmin.domain.filters import Condition
from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import BUILT_IN, ListView
from itadmin.services.views import Views, definition_of, query_of, view_of
from itadmin.services.workspace import Workspace

SYSTEMS = REGISTERS["systems"]
WHOLE = ListView(
    "Våra",
    (
        Condition("lifecycle", "one_of", ("i_drift", None)),
        Condition("support_ends", "before", ("2027",)),
        Condition("annual_cost", "at_least", (100,)),
        Condition("personal_data", "none_of", (True,)),
        Condition("system_owner", "empty"),
        Condition("supplier", "one_of", ("01890a5d-ac96-774b-bcce-b302099a8057",)),
    ),
    ("utan_klassning",),
    ("name", "supplier", "annual_cost"),
    "supplier",
    descending=True,
    owner="01890a5d-ac96-774b-bcce-b302099a8057",
)


@pytest.fixture
def views(workspace: Workspace) -> Views:
    return Views(workspace)


def test_a_view_is_what_it_was_when_it_is_read_again() -> None:
    assert view_of(SYSTEMS, "Våra", definition_of(WHOLE)) == WHOLE


@pytest.mark.parametrize(
    ("owner", "kept", "asked"),
    [
        ("", "", (False, None)),
        ("alla", "alla", (True, None)),
        (WHOLE.owner, WHOLE.owner, (True, UUID(WHOLE.owner))),
        ("en granne", "", (False, None)),
        (7, "", (False, None)),
    ],
)
def test_a_view_says_whose_records_it_is_of(owner: Any, kept: str, asked: tuple[bool, UUID | None]) -> None:
    view = view_of(SYSTEMS, "", json.dumps({"owner": owner}))
    query = query_of(view)
    assert view.owner == kept
    assert (query.all_owners, query.owner) == asked


@given(
    st.lists(
        st.sampled_from([(name, test) for name, field in SYSTEMS.fields.items() for test in filters.tests_of(field)]),
        max_size=4,
    )
)
def test_what_can_be_asked_without_a_value_is_kept(asked: list[tuple[str, Any]]) -> None:
    conditions = tuple(Condition(name, test) for name, test in asked if test in ("empty", "filled"))
    view = ListView("", conditions)
    assert view_of(SYSTEMS, "", definition_of(view)) == view


@pytest.mark.parametrize(
    "condition",
    [
        {"field": "gone", "test": "empty", "values": []},
        {"field": "lifecycle", "test": "before", "values": ["2027"]},
        {"field": "lifecycle", "test": "one_of", "values": []},
        {"field": "lifecycle", "test": "one_of", "values": [1]},
        {"field": "lifecycle", "test": "empty", "values": ["i_drift"]},
        {"field": "lifecycle", "test": "contains"},
        {"field": "annual_cost", "test": "at_least", "values": ["1"]},
        {"field": "annual_cost", "test": "at_least", "values": [True]},
        {"field": "annual_cost", "test": "at_least", "values": [None]},
        {"field": "personal_data", "test": "one_of", "values": ["ja"]},
        {"field": "supplier", "test": "one_of", "values": ["Tieto"]},
        {"field": "support_ends", "test": "before", "values": ["2027", "2028"]},
        {"field": ["lifecycle"], "test": "empty", "values": []},
        "lifecycle",
    ],
)
def test_what_is_not_understood_is_left_out_and_the_rest_stands(condition: Any) -> None:
    definition = json.dumps(
        {
            "conditions": [condition, {"field": "system_owner", "test": "empty", "values": []}],
            "findings": ["utan_klassning", "okänd", 3],
            "columns": ["name", "gone", "supplier", "name"],
            "sort": "gone",
            "descending": "yes",
        }
    )
    view = view_of(SYSTEMS, "Min", definition)
    kept = (Condition("system_owner", "empty"),)
    assert view == ListView("Min", kept, ("utan_klassning",), ("name", "supplier"))


@pytest.mark.parametrize("definition", ["", "{", "[]", "null", "3", '{"conditions": 3}', "[" * 100_000])
def test_what_is_no_definition_shows_everything(definition: str) -> None:
    assert view_of(SYSTEMS, "Min", definition) == ListView("Min")


@pytest.mark.parametrize("register", BUILT_IN)
def test_views_of_the_program_speak_only_of_what_there_is(register: str) -> None:
    assert [
        view
        for view in BUILT_IN[register]
        if view_of(REGISTERS[register], view.name, definition_of(view)) != view
        or len({other.name for other in BUILT_IN[register]}) < len(BUILT_IN[register])
    ] == []


def test_a_view_asks_what_it_shows() -> None:
    query = query_of(WHOLE, "omsorg", deleted=True)
    assert (query.words, query.conditions, query.findings) == ("omsorg", WHOLE.conditions, WHOLE.findings)
    assert (query.sort, query.descending, query.deleted) == ("supplier", True, True)


def test_views_are_saved_renamed_changed_and_deleted_and_each_is_one_step(views: Views, workspace: Workspace) -> None:
    built_in = [named.key for named in views.of("systems")]
    key = views.save("systems", WHOLE)
    views.save("agreements", ListView("Annat"))
    saved = views.find("systems", key)
    assert saved is not None
    assert saved.view == WHOLE
    assert [named.key for named in views.of("systems")] == [*built_in, key]
    assert saved.record_id is not None
    views.rename(saved.record_id, "Deras")
    views.change(saved.record_id, ListView("", WHOLE.conditions[:1]))
    changed = views.find("systems", key)
    assert changed is not None
    assert changed.view == ListView("Deras", WHOLE.conditions[:1])
    views.delete(saved.record_id)
    assert views.find("systems", key) is None
    workspace.undo.undo()
    assert views.find("systems", key) == changed


def test_a_view_needs_a_name(views: Views) -> None:
    with pytest.raises(InvalidRecordError):
        views.save("systems", ListView(" "))


def test_the_programs_views_have_lasting_keys_and_no_record(views: Views) -> None:
    found = views.find("organisations", "med:Leverantörer")
    assert found is not None
    assert found.record_id is None
    assert views.find("organisations", "med:Annat") is None


HOSTILE_VALUES = (10**30, "\ud800", "\x00", '%_\\"* OR 1', True, None, [], {})


@pytest.mark.parametrize("register", ["systems", "access_decisions"])
def test_no_definition_can_break_a_list(workspace: Workspace, register: str) -> None:
    description = REGISTERS[register]
    for name, field in description.fields.items():
        for test in filters.tests_of(field):
            for value in HOSTILE_VALUES:
                condition = {"field": name, "test": test, "values": [value]}
                view = view_of(description, "Min", json.dumps({"conditions": [condition]}))
                assert workspace.reading().keys(register, query_of(view)) is not None


def test_lists_within_definitions_hold_what_they_hold_or_nothing(workspace: Workspace) -> None:
    strange = [{}, [], None, 3, "name"]
    content = dict.fromkeys(("conditions", "findings", "columns", "sort", "descending"), strange)
    assert view_of(SYSTEMS, "Min", json.dumps(content)) == ListView("Min", columns=("name",))
    many = [{"field": "name", "test": "contains", "values": [str(number)]} for number in range(5000)]
    view = view_of(SYSTEMS, "Min", json.dumps({"conditions": many}))
    assert len(workspace.reading().keys("systems", query_of(view))) == 0


def test_the_views_of_agreements_pick_by_the_days_that_are_computed(workspace: Workspace) -> None:
    term = {"status": "gallande", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}
    for title, starts_on in (("Nära", "2024-06-01"), ("Långt bort", "2026-06-01"), ("Slut", "2020-01-01")):
        status = "upphort" if title == "Slut" else "gallande"
        workspace.records.add("agreements", {**term, "title": title, "starts_on": starts_on, "status": status})
    workspace.records.add(
        "agreements",
        {**term, "title": "Tar slut", "starts_on": "2024-06-01", "status": "gallande", "renewal_months": None},
    )
    reading = workspace.reading()
    picked = {
        view.name: [reading.label("agreements", key) for key in reading.keys("agreements", query_of(view))]
        for view in BUILT_IN["agreements"]
    }
    assert picked["Löper ut inom 12 månader"] == ["Tar slut"]
    assert picked["Sägs upp inom 6 månader"] == ["Nära", "Tar slut"]
    assert set(picked["Utan bifogad fil"]) == {"Nära", "Långt bort", "Tar slut"}
    assert picked["PUB-avtal"] == []


def test_styrande_dokument_are_picked_by_state_and_day(workspace: Workspace) -> None:
    for title, status, starts_on, revised in (
        ("Gäller länge", "faststalld", "2025-01-01", "2030-06-30"),
        ("Skulle ha setts över", "faststalld", "2021-01-01", "2026-06-30"),
        ("Gäller sedan", "faststalld", "2099-01-01", "2099-06-30"),
        ("På väg", "remiss", "2021-01-01", "2026-06-30"),
    ):
        values = {"title": title, "status": status, "valid_from": starts_on, "revise_by": revised}
        workspace.records.add("steering_documents", values)
    reading = workspace.reading()
    picked = {
        view.name: [
            reading.label("steering_documents", key) for key in reading.keys("steering_documents", query_of(view))
        ]
        for view in BUILT_IN["steering_documents"]
    }
    assert picked == {
        "Gällande": ["Gäller länge", "Skulle ha setts över"],
        "Att revidera": ["Skulle ha setts över"],
        "Utkast och remiss": ["På väg"],
    }


def test_goals_that_are_left_to_reach_stand_by_year(workspace: Workspace) -> None:
    for wording, status, year in (
        ("Sent", "pagar", 2030),
        ("Nått", "klar", 2025),
        ("Tidigt", "forsenad", 2026),
        ("Struket", "avbruten", 2027),
        ("Osagt", "", 2028),
    ):
        workspace.records.add("goals", {"wording": wording, "status": status, "year": year})
    reading = workspace.reading()
    picked = {
        view.name: [reading.label("goals", key) for key in reading.keys("goals", query_of(view))]
        for view in BUILT_IN["goals"]
    }
    assert picked == {"Inte klara": ["Tidigt", "Osagt", "Sent"], "Klara": ["Nått"]}
