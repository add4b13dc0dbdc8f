"""From rows to a plan: which record, what changes, what is left out and why."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.headings import Headed, propose
from itadmin.services.importing.plan import ImportPlan, RowProblem
from itadmin.services.importing.planning import plan
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.reading import Read
from itadmin.services.tables.table import Fault, Formula, Moment
from itadmin.services.workspace import Workspace

Planned = Callable[..., ImportPlan]


def states(found: ImportPlan) -> list[tuple[int, str, str]]:
    return [(row.number, row.state, row.label) for row in found.rows]


def problems(found: ImportPlan) -> list[tuple[int, str]]:
    return [(problem.row, problem.field) for problem in found.problems]


def read(workspace: Workspace, register: str, name: str) -> Read:
    return workspace.reading().one(register, workspace.reading().named(register, name))


def values(workspace: Workspace, register: str, name: str) -> Any:
    return read(workspace, register, name).record


@pytest.fixture
def lifecare(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare", "user_count": 310, "note": "gammal"})


# Recognising


def test_a_neighbours_record_is_not_taken_for_ones_own(
    planned: Planned, workspace: Workspace, received: Callable[..., UUID]
) -> None:
    """A row of its name is a new record, and its supplier is made here; its id alone is known, and refused."""
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget"})
    theirs = workspace.records.add("systems", {"name": "Procapita", "supplier": str(supplier)})
    received("systems", theirs)
    received("organisations", supplier)
    (row,) = (found := planned("systems", ["Systemnamn", "Leverantör"], ["Procapita", "Exempelbolaget"])).rows
    assert (row.state, row.record_id == theirs) == ("ny", False)
    assert {change.register for change in found.change_set.changes} == {"systems", "organisations"}
    assert str(supplier) not in str(found.change_set)
    found = planned("systems", ["Id", "Systemnamn"], [str(theirs), "Lifecare"])
    assert found.problems
    assert not found.change_set.changes


@pytest.mark.parametrize("name", ["Lifecare", "  LIFECARE ", "lifecare"])
def test_a_system_is_known_by_its_name(planned: Planned, lifecare: UUID, name: str) -> None:
    found = planned("systems", ["Systemnamn", "Antal anv"], [name, 412])
    assert [(row.state, row.record_id) for row in found.rows] == [("andrad", lifecare)]


def test_an_id_goes_before_the_name(planned: Planned, workspace: Workspace, lifecare: UUID) -> None:
    workspace.records.add("systems", {"name": "Treserva"})
    found = planned("systems", ["Id", "Namn"], [str(lifecare), "Lifecare Omsorg"])
    assert [row.record_id for row in found.rows] == [lifecare]
    assert [(change.old, change.new) for change in found.changes_of(found.rows[0])] == [("Lifecare", "Lifecare Omsorg")]


def test_a_name_in_other_letters_is_the_same_name_unless_the_id_says_whose(
    planned: Planned, workspace: Workspace, lifecare: UUID
) -> None:
    assert [row.state for row in planned("systems", ["Namn"], ["LIFECARE"]).rows] == ["oforandrad"]
    (row,) = planned("systems", ["Id", "Namn"], [str(lifecare), "LIFECARE"]).rows
    assert row.after == {"name": "LIFECARE"}


@pytest.mark.parametrize("text", ["inget id", "01a2025c-ece1-7b4e-aba1-b438c5625afc"])
def test_an_id_that_is_not_here_leaves_it_to_the_name(planned: Planned, lifecare: UUID, text: str) -> None:
    found = planned("systems", ["Id", "Namn", "Antal anv"], [text, "Lifecare", 412])
    assert [row.record_id for row in found.rows] == [lifecare]


def test_what_lies_in_the_bin_is_not_known(planned: Planned, workspace: Workspace, lifecare: UUID) -> None:
    workspace.records.delete("systems", [lifecare])
    assert states(planned("systems", ["Namn"], ["Lifecare"])) == [(2, "ny", "Lifecare")]


def test_a_row_without_its_key_is_left_out(planned: Planned) -> None:
    found = planned("systems", ["Namn", "Version"], ["", "3"], ["Lifecare", "4"])
    assert states(found) == [(2, "problem", "System utan namn"), (3, "ny", "Lifecare")]
    assert found.problems == (RowProblem(2, "name", "Namn saknas, så raden kan inte tas in."),)


def test_a_key_twice_counts_once_and_the_later_names_the_first(planned: Planned, lifecare: UUID) -> None:
    found = planned("systems", ["Namn", "Version"], ["Nytt", "1"], ["LIFECARE", "2"], ["nytt", "3"], ["Lifecare", "4"])
    assert [row.state for row in found.rows] == ["ny", "andrad", "problem", "problem"]
    assert [problem.reason for problem in found.problems] == [
        "Samma system står redan på rad 2.", "Samma system står redan på rad 3.",
    ]  # fmt: skip
    assert len(found.change_set.changes) == 2


def test_rows_that_do_not_go_in_are_told_first(planned: Planned) -> None:
    found = planned("systems", ["Namn", "Antal anv"], ["Lifecare", "många"], ["Treserva", "fler"], ["", "3"])
    assert problems(found) == [(4, "name"), (2, "user_count"), (3, "user_count")]
    assert [row.goes_in for row in found.with_problems()] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ca 6", 6),
        ("Ca. 1 200", 1200),
        ("c:a 6", 6),
        ("~45", 45),
        ("omkring 30 st", 30),
        ("cirka\N{NO-BREAK SPACE}7", 7),
    ],
)
def test_about_so_many_is_a_number_and_is_told(planned: Planned, text: str, number: int) -> None:
    found = planned("systems", ["Namn", "Antal anv"], ["Lifecare", text])
    assert found.problems == ()
    note = found.changes_of(found.rows[0])[1].note
    assert found.rows[0].after is not None
    assert found.rows[0].after["user_count"] == number
    assert note.startswith(f"”{text}” lästes som ")


@pytest.mark.parametrize("text", ["ca", "cafe 6", "många", "ca många"])
def test_other_words_are_no_numbers(planned: Planned, text: str) -> None:
    assert problems(planned("systems", ["Namn", "Antal anv"], ["Lifecare", text])) == [(2, "user_count")]


def test_two_records_of_the_same_name_ask_for_more(planned: Planned, workspace: Workspace) -> None:
    for _ in range(2):
        workspace.records.add("systems", {"name": "Arkiv"})
    found = planned("systems", ["Namn", "Version"], ["Arkiv", "3"])
    assert [row.state for row in found.rows] == ["problem"]
    assert "2 poster svarar mot raden. Skriv id" in found.problems[0].reason


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (["Anna Ek", "anna@x.se", ""], True),
        (["Anna Ek-Berg", "ANNA@x.se", ""], True),
        (["Anna Ek", "", "Kansliet"], True),
        (["Anna Ek", "", ""], True),
        (["Anna Ek", "", "Skolan"], False),
        (["Anna Ek", "annan@x.se", "Kansliet"], False),
    ],
)
def test_a_person_is_known_by_e_mail_else_by_name_and_organisation(
    planned: Planned, workspace: Workspace, row: list[str], known: bool
) -> None:
    unit = workspace.records.add("organisations", {"name": "Kansliet"})
    workspace.records.add("people", {"name": "Anna Ek", "email": "anna@x.se", "organisation": str(unit)})
    found = planned("people", ["Namn", "E-post", "Organisation"], row)
    assert found.rows[0].state in (("andrad", "oforandrad") if known else ("ny",))


def test_a_person_without_e_mail_gets_it(planned: Planned, workspace: Workspace) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    found = planned("people", ["Namn", "E-post"], ["Anna Ek", "anna@x.se"])
    assert (found.rows[0].record_id, found.rows[0].after) == (anna, {"email": "anna@x.se"})


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (["Driftavtal", "A-1", ""], True),
        (["Nytt namn", "a-1", ""], True),
        (["Driftavtal", "", "X AB"], True),
        (["Driftavtal", "A-2", "X AB"], False),
        (["Driftavtal", "", "Y AB"], False),
    ],
)
def test_an_agreement_is_known_by_number_else_by_title_and_supplier(
    planned: Planned, workspace: Workspace, row: list[str], known: bool
) -> None:
    supplier = workspace.records.add("organisations", {"name": "X AB"})
    workspace.records.add("agreements", {"title": "Driftavtal", "number": "A-1", "supplier": str(supplier)})
    found = planned("agreements", ["Benämning", "Avtalsnummer", "Leverantör"], row)
    assert (found.rows[0].state != "ny") is known


def test_an_organisation_is_known_by_number_else_by_name(planned: Planned, workspace: Workspace) -> None:
    known = workspace.records.add("organisations", {"name": "Exempelbolaget", "organisation_number": "5560360793"})
    rows = [["Exempelbolaget AB", 5560360793.0], ["EXEMPELBOLAGET", ""], ["Exempelbolaget", "212000-1843"]]
    for row, expected in zip(rows, ["andrad", "oforandrad", "ny"], strict=True):
        found = planned("organisations", ["Namn", "Orgnr"], row)
        assert found.rows[0].state == expected
        assert (found.rows[0].record_id == known) is (expected != "ny")


def test_what_belongs_to_others_is_not_changed(planned: Planned) -> None:
    found = planned("organisations", ["Namn", "Telefon"], ["Melleruds kommun", "0530-180 00"])
    assert problems(found) == [(2, "name")]
    assert "hör till en annan organisation" in found.problems[0].reason
    assert found.change_set.changes == ()


def test_what_is_decided_is_not_changed(planned: Planned, workspace: Workspace) -> None:
    values = {"title": "IT-policy", "applies_to": "Alla", "status": "faststalld"}
    workspace.records.add("steering_documents", values)
    assert planned("steering_documents", ["Namn", "Gäller för"], ["IT-policy", "Alla"]).rows[0].state == "oforandrad"
    found = planned("steering_documents", ["Namn", "Gäller för"], ["IT-policy", "Ingen"])
    assert "Gör en ny version" in found.problems[0].reason
    assert found.change_set.changes == ()


def test_one_s_own_record_goes_before_another_s_of_the_same_name(planned: Planned, workspace: Workspace) -> None:
    own = workspace.records.add("organisations", {"name": "Melleruds kommun"})
    found = planned("organisations", ["Namn", "Telefon"], ["Melleruds kommun", "0530-180 00"])
    assert [(row.state, row.record_id) for row in found.rows] == [("andrad", own)]


# What changes


def test_a_whole_row_of_a_municipality_s_list(taken: Planned, workspace: Workspace) -> None:
    found = taken(
        "systems",
        ["Systemnamn", "Förvaltn.", "Ägare", "Systemansvarig", "Lev.", "Antal anv", "Driftsatt", "Kostnad/år", "K",
         "Status", "Personuppgifter"],
        ["Lifecare", "Socialförvaltningen", "Socialchef", "Anna Ek <anna.ek@x.se>", "Tietoevry", 412.0, "mars 2019",
         "412 tkr", 3, "Drift", "Ja"],
    )  # fmt: skip
    assert found.problems == ()
    assert found.made == {"organisations": ("Socialförvaltningen", "Tietoevry"), "people": ("Anna Ek",)}
    system = read(workspace, "systems", "Lifecare")
    record = values(workspace, "systems", "Lifecare")
    assert (record.user_count, record.in_operation_since, record.annual_cost) == (412, "2019-03", 41200000)
    assert (record.lifecycle, record.classified_on) == ("i_drift", None)
    assert {name: holder.label for name, holder in system.holders.items()} == {
        "system_owner": "Socialchef", "system_manager": "Anna Ek",
    }  # fmt: skip
    assert values(workspace, "organisations", "Tietoevry").kind == "leverantor"
    assert values(workspace, "organisations", "Socialförvaltningen").kind == "forvaltning"
    assert values(workspace, "people", "Anna Ek").email == "anna.ek@x.se"


def test_the_same_rows_again_change_nothing(taken: Planned, planned: Planned) -> None:
    rows = [
        ["Systemnamn", "Förvaltn.", "Ägare", "Systemansvarig", "Lev.", "K", "Andra namn"],
        ["Lifecare", "Socialförvaltningen", "Socialchef", "Anna Ek, enhetschef", "Tietoevry", "3", "Procapita"],
        ["Raindance", "", "Ekonomienheten", "Bo Alm (bo.alm@x.se)", "CGI", "2", ""],
    ]
    taken("systems", *rows)
    again = planned("systems", *rows)
    assert [row.state for row in again.rows] == ["oforandrad", "oforandrad"]
    assert again.change_set.changes == ()


def test_an_empty_cell_empties_nothing(planned: Planned, lifecare: UUID) -> None:
    found = planned("systems", ["Namn", "Antal anv", "Anteckning"], ["Lifecare", None, "  "])
    assert [row.state for row in found.rows] == ["oforandrad"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Antal anv", "ett 40-tal"),
        ("Antal anv", Formula("=B2")),
        ("Antal anv", Fault("#N/A")),
        ("K", 7),
        ("Klassad", "nyss"),
        ("Systemägare", "Anna"),
        ("Leverantör", Formula("=A1")),
        ("Ersätts av", "Ett system som inte finns"),
        ("Version", "x" * 400),
        ("Antal anv", -5),
    ],
)
def test_a_cell_that_cannot_be_read_stays_as_it_was_and_the_row_goes_in(
    taken: Planned, workspace: Workspace, lifecare: UUID, heading: str, cell: Any
) -> None:
    found = taken("systems", ["Namn", heading, "Produkt"], ["Lifecare", cell, "Omsorg"], ["Nytt", cell, "P"])
    name = propose(REGISTERS["systems"], [heading])[0]
    assert [row.state for row in found.rows] == ["andrad", "ny"]
    assert problems(found) == [(2, name), (3, name)]
    assert all(problem.reason.endswith((".", ")")) for problem in found.problems)
    assert values(workspace, "systems", "Lifecare").user_count == 310
    assert values(workspace, "systems", "Nytt").product == "P"


def test_a_value_that_goes_against_another_is_left_out(planned: Planned, workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Lifecare", "planned_retirement": "2020"})
    found = planned("systems", ["Namn", "Driftsatt", "Version"], ["Lifecare", "2025", "3"])
    assert problems(found) == [(2, "in_operation_since")]
    assert found.rows[0].after == {"version": "3"}


def test_a_record_without_what_it_must_have_is_left_out(planned: Planned, lifecare: UUID) -> None:
    found = planned("system_uses", ["System", "Används av"], ["Lifecare", ""], ["Lifecare", "Socialförvaltningen"])
    assert [row.state for row in found.rows] == ["problem", "ny"]
    assert problems(found) == [(2, "organisation")]
    assert found.made == {"organisations": ("Socialförvaltningen",)}


def test_a_formula_in_a_text_is_text(taken: Planned, workspace: Workspace) -> None:
    taken("systems", ["Namn", "Version"], ["=cmd|'/C calc'!A0", Formula("=1+1")])
    assert values(workspace, "systems", "=cmd|'/C calc'!A0").version == "=1+1"


def test_a_suggestion_that_is_met_is_confirmed(planned: Planned, workspace: Workspace) -> None:
    proposed = workspace.records.add("systems", {"name": "Journalsystem", "suggestion": True})
    found = planned("systems", ["Namn"], ["Journalsystem"])
    assert (found.rows[0].record_id, found.rows[0].after) == (proposed, {"suggestion": False})


def test_the_municipality_s_own_words_are_understood(planned: Planned, workspace: Workspace) -> None:
    workspace.records.add("value_words", {"name": "Rullar på", "value_list": "livscykel", "code": "i_drift"})
    found = planned("systems", ["Namn", "Läge"], ["A", "rullar på"], ["B", "I drift"])
    assert [row.after and row.after["lifecycle"] for row in found.rows] == ["i_drift", "i_drift"]
    assert found.changes_of(found.rows[0])[1].new == "Rullar på"


# Roles


def test_who_had_the_role_leaves_it_and_the_new_one_takes_it(
    taken: Planned, workspace: Workspace, lifecare: UUID
) -> None:
    bo = workspace.records.add("people", {"name": "Bo Alm"})
    workspace.records.save("systems", lifecare, {"system_manager": str(bo)})
    found = taken("systems", ["Namn", "Systemansvarig"], ["Lifecare", "Anna Ek"])
    (change,) = found.changes_of(found.rows[0])
    assert (change.old, change.new, change.note) == ("Bo Alm", "Anna Ek", "ny person")
    assert read(workspace, "systems", "Lifecare").holders["system_manager"].label == "Anna Ek"
    assert len(workspace.reading().referring("roles", "system", lifecare)) == 2


@pytest.mark.parametrize(
    ("cell", "label", "note"),
    [
        ("Socialchef", "Socialchef", "tolkas som en funktion"),
        ("Kansliet", "Systemägare, Kansliet", "enheten får rollen"),
        ("Eva Grip, rektor", "Eva Grip", "ny person"),
    ],
)
def test_a_role_goes_to_a_person_a_function_or_a_unit(
    taken: Planned, workspace: Workspace, cell: str, label: str, note: str
) -> None:
    workspace.records.add("organisations", {"name": "Kansliet"})
    found = taken("systems", ["Namn", "Systemägare"], ["Lifecare", cell])
    assert [change.note for change in found.changes_of(found.rows[0]) if change.field == "system_owner"] == [note]
    assert read(workspace, "systems", "Lifecare").holders["system_owner"].label == label
    assert states(taken("systems", ["Namn", "Systemägare"], ["Lifecare", cell])) == [(2, "oforandrad", "Lifecare")]


def test_nobody_takes_no_role(planned: Planned) -> None:
    found = planned("systems", ["Namn", "Systemägare"], ["Lifecare", "Vakant"])
    assert found.problems == ()
    assert len(found.change_set.changes) == 1


def test_one_person_is_made_of_a_name_that_is_met_many_times(taken: Planned, workspace: Workspace) -> None:
    rows = [[f"System {n}", "Anna Ek" if n % 2 else "anna ek <anna.ek@x.se>" if n > 6 else "ANNA EK"] for n in range(9)]
    taken("systems", ["Namn", "Systemansvarig"], *rows)
    assert workspace.reading().count("people") == 1
    assert values(workspace, "people", "Anna Ek").phone == ""


def test_a_later_cell_tells_more_of_a_person_that_is_made(taken: Planned, workspace: Workspace) -> None:
    taken("systems", ["Namn", "Systemansvarig"], ["A", "Anna Ek"], ["B", "Anna Ek <a@x.se>"], ["C", "a@x.se"])
    assert workspace.reading().count("people") == 1
    assert values(workspace, "people", "Anna Ek").email == "a@x.se"


def test_the_same_name_with_another_address_is_another_person(taken: Planned, workspace: Workspace) -> None:
    workspace.records.add("people", {"name": "Anna Ek", "email": "anna@x.se"})
    taken("systems", ["Namn", "Systemansvarig"], ["Lifecare", "Anna Ek <anna.ek@y.se>"])
    assert workspace.reading().count("people") == 2


# References


@pytest.mark.parametrize("text", ["Melleruds kommun", "1461", "Mellerud", "melleruds"])
def test_a_municipality_is_known_by_name_code_and_town(planned: Planned, lifecare: UUID, text: str) -> None:
    found = planned("system_uses", ["System", "Används av"], ["Lifecare", text])
    assert found.made == {}
    assert [row.state for row in found.rows] == ["ny"]


def test_several_references_are_parted_and_a_name_may_hold_a_comma(planned: Planned, workspace: Workspace) -> None:
    ids = {name: str(workspace.records.add("systems", {"name": name})) for name in ("Karta, plan", "Arkiv", "Lön")}
    for text, names in (("Karta, plan; Arkiv", ["Karta, plan", "Arkiv"]), ("Arkiv, Lön", ["Arkiv", "Lön"]),
                        ("Karta, plan", ["Karta, plan"])):  # fmt: skip
        found = planned("agreements", ["Benämning", "System"], ["Avtal", text])
        assert found.rows[0].after is not None
        assert found.rows[0].after["systems"] == [ids[name] for name in names]


def test_a_name_that_several_bear_is_told(planned: Planned, workspace: Workspace) -> None:
    for _ in range(2):
        workspace.records.add("organisations", {"name": "Dubbel AB"})
    found = planned("systems", ["Namn", "Leverantör"], ["Lifecare", "Dubbel AB"])
    assert problems(found) == [(2, "supplier")]
    assert "2 organisationer heter ”Dubbel AB”" in found.problems[0].reason


def test_rows_refer_to_each_other(taken: Planned, workspace: Workspace) -> None:
    taken("organisations", ["Namn", "Hör till"], ["IT-enheten", "Kommunstyrelsen"], ["Kommunstyrelsen", ""])
    assert values(workspace, "organisations", "IT-enheten").parent == workspace.reading().named(
        "organisations", "Kommunstyrelsen"
    )


def test_no_row_refers_to_one_that_is_left_out(taken: Planned) -> None:
    found = taken("organisations", ["Namn", "Hör till"], ["x" * 400, ""], ["IT-enheten", "x" * 400])
    assert [row.state for row in found.rows] == ["problem", "ny"]
    assert problems(found) == [(2, "name"), (3, "parent")]


def test_nothing_is_made_for_a_row_that_is_left_out(planned: Planned) -> None:
    found = planned("people", ["Namn", "Organisation"], ["", "Nya bolaget AB"])
    assert found.made == {}
    assert found.change_set.changes == ()


# The whole


def test_the_whole_is_one_step_that_is_undone_as_one(taken: Planned, workspace: Workspace, lifecare: UUID) -> None:
    before = {name: workspace.reading().count(name) for name in REGISTERS}
    found = taken("systems", ["Namn", "Lev.", "Ägare"], ["Lifecare", "X AB", "Socialchef"], ["Nytt", "X AB", "Bo Alm"])
    assert found.change_set.title == "Läste in 2 system"
    assert workspace.undo.state().undo == "Läste in 2 system"
    workspace.undo.undo()
    assert {name: workspace.reading().count(name) for name in REGISTERS} == before
    assert values(workspace, "systems", "Lifecare").supplier is None


def test_the_plan_counts_and_tells(planned: Planned, lifecare: UUID) -> None:
    found = planned("systems", ["Namn", "Antal anv"], ["Lifecare", 310], ["Nytt", 3], ["", 4], ["LIFECARE", 9])
    assert {state: found.count(state) for state in ("ny", "andrad", "oforandrad", "problem")} == {
        "ny": 1, "andrad": 0, "oforandrad": 1, "problem": 2,
    }  # fmt: skip
    assert [row.number for row in found.in_state("problem")] == [4, 5]


def test_a_plan_can_be_stopped(workspace: Workspace, table: Callable[..., Headed]) -> None:
    found = table("systems", ["Namn"], ["Lifecare"])
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        plan(workspace.reading(), REGISTERS["systems"], found, {0: "name"}, workspace.around.new_id, progress)


def test_days_of_excel_are_days(taken: Planned, workspace: Workspace) -> None:
    taken("agreements", ["Benämning", "Startdatum", "Slutdatum"],
          ["Avtal", Moment(date(2024, 1, 1)), 46022])  # fmt: skip
    agreement = values(workspace, "agreements", "Avtal")
    assert (agreement.starts_on, agreement.first_term_ends_on) == (date(2024, 1, 1), date(2025, 12, 31))


def test_a_name_that_is_too_long_is_told_as_such_and_once(planned: Callable[..., ImportPlan]) -> None:
    found = planned("systems", ["Namn", "Antal användare"], ["x" * 32_767, "många"], ["Raindance", 3])
    assert [(problem.row, problem.field) for problem in found.problems] == [(2, "user_count"), (2, "name")]
    assert found.problems[1].reason.endswith("får ha högst 300. Korta texten.")
    assert found.count("ny") == 1


def test_the_id_of_a_record_in_the_bin_makes_no_twin(workspace: Workspace, planned: Callable[..., ImportPlan]) -> None:
    gone = workspace.records.add("systems", {"name": "Lifecare"})
    kept = workspace.records.add("systems", {"name": "Raindance"})
    workspace.records.delete("systems", [gone])
    found = planned("systems", ["id", "Namn"], [str(gone), "Lifecare"], [str(kept), "Raindance"], ["", "Ale"])
    assert [row.state for row in found.rows] == ["problem", "oforandrad", "ny"]
    assert [problem.reason for problem in found.problems] == [
        "Posten ligger i papperskorgen. Återställ den, eller ta bort dess id ur raden."
    ]


@pytest.mark.parametrize("text", ["", "inte ett id", "0" * 32])
def test_an_id_that_is_nobodys_leaves_the_key_to_tell(
    workspace: Workspace, planned: Callable[..., ImportPlan], text: str
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    found = planned("systems", ["id", "Namn"], [text, "lifecare"], [text, "Ale"])
    assert [row.state for row in found.rows] == ["oforandrad", "ny"]


def test_an_id_that_nobody_has_is_told_where_it_makes_a_new_record(
    workspace: Workspace, planned: Callable[..., ImportPlan]
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    lost = "01a2025c-ece1-7b4e-aba1-b438c5625afc"
    rows = [lost, "Lifecare"], [lost, "Ale"], ["4711", "Bre"]
    found = planned("systems", ["id", "Namn"], *rows)
    assert [row.state for row in found.rows] == ["oforandrad", "ny", "ny"]
    told = [(problem.row, problem.reason) for problem in found.problems]
    assert told == [(3, "Ingen post här har radens id, så raden går in som ny.")]


def test_a_review_of_a_system_that_is_not_here_makes_none(
    workspace: Workspace, planned: Callable[..., ImportPlan]
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    lost = "01a2025c-ece1-7b4e-aba1-b438c5625afc"
    rows = [lost, "Lifecare", "ja"], [lost, "Ale", "ja"], ["", "Bre", ""]
    found = planned("systems", ["id", "Namn", "Stämmer fortfarande"], *rows)
    assert [row.state for row in found.rows] == ["oforandrad", "problem", "ny"]
    (problem,) = found.problems
    assert problem.reason.startswith("Ingen post här har radens id. Kontrollera")
