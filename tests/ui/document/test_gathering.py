"""What a paper needs comes from its record's sections and from what the paper says it lacks."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.document.gathering import gather_needs
from itadmin.ui.document.needs import Need, NeedGroup, count_missing

PAPER = "operations_agreement"


def gathered(workspace: Workspace, record_id: UUID, kind: str = PAPER) -> tuple[NeedGroup, ...]:
    reading = workspace.reading()
    return gather_needs(kind, reading, record_id, prepare(kind, reading, record_id, draft=False).missing)


def needs(groups: tuple[NeedGroup, ...]) -> list[Need]:
    return [need for group in groups for need in group.needs]


def test_everything_the_paper_lacks_is_there_once(workspace: Workspace, agreement_id: UUID) -> None:
    lacking = prepare(PAPER, workspace.reading(), agreement_id, draft=False).missing
    groups = gathered(workspace, agreement_id)
    assert len(lacking) >= 5
    assert count_missing(groups) == len(lacking)
    found = {(need.register, need.record_id, need.field) for need in needs(groups) if need.is_missing}
    assert found == {(value.register, value.record_id, value.field) for value in lacking}


def test_groups_follow_the_sections_and_other_records_come_last(workspace: Workspace, agreement_id: UUID) -> None:
    titles = [group.title for group in gathered(workspace, agreement_id)]
    assert titles[:3] == ["Översikt", "Avtalstid", "Parter"]
    assert titles[-1] == "Lifecare"


def test_a_value_is_told_as_it_is_read_and_kept_as_it_is_edited(workspace: Workspace, agreement_id: UUID) -> None:
    by_field = {need.field: need for need in needs(gathered(workspace, agreement_id))}
    assert by_field["notice_months"].text == "6\u00a0månader"
    assert by_field["notice_months"].plain == 6
    assert by_field["registry_number"].is_missing
    assert by_field["registry_number"].where == "Framsida"


def test_what_is_missing_in_another_record_is_called_as_its_field(
    workspace: Workspace, agreement_id: UUID, operated_system: UUID
) -> None:
    group = gathered(workspace, agreement_id)[-1]
    assert [(need.label, need.record_id) for need in group.needs] == [("Konfidentialitet", operated_system)]


def test_what_this_paper_does_not_ask_for_is_left_out(workspace: Workspace, agreement_id: UUID) -> None:
    fields = {need.field for need in needs(gathered(workspace, agreement_id))}
    assert "dpa" not in fields
    assert "note" not in fields


def test_a_complete_paper_lacks_nothing(workspace: Workspace, agreement_id: UUID, complete: Callable[[], None]) -> None:
    complete()
    assert count_missing(gathered(workspace, agreement_id)) == 0


def test_a_system_card_shows_what_is_expected_of_a_system_and_known(
    workspace: Workspace, operated_system: UUID
) -> None:
    groups = gathered(workspace, operated_system, "system_card")
    by_field = {need.field: need for need in needs(groups)}
    assert by_field["purpose"].text == "Stöd för vård och omsorg."
    assert "annual_cost" not in by_field
    assert "system_owner" not in by_field


@pytest.fixture
def instruction(workspace: Workspace) -> UUID:
    values = {"title": "IT-instruktion Drift", "template": "it_instruktion_drift", "version": "1.0"}
    return workspace.records.add("steering_documents", values)


@pytest.mark.parametrize("field", ["valid_from", "revise_by", "kind", "responsible_function"])
def test_a_field_is_there_under_the_same_name_before_and_after_it_is_filled_in(
    workspace: Workspace, instruction: UUID, field: str
) -> None:
    def rows() -> list[tuple[str, bool]]:
        found = needs(gathered(workspace, instruction, "it_instruction"))
        return [(need.label, need.is_missing) for need in found if need.field == field]

    label = REGISTERS["steering_documents"].fields[field].label
    assert rows() == [(label, True)]
    values = {"valid_from": "2027-01-01", "revise_by": "2030-01-01", "kind": "instruktion"}
    workspace.records.save("steering_documents", instruction, {field: values.get(field, "IT-chef")})
    assert rows() == [(label, False)]


def test_what_is_said_of_a_value_in_the_text_can_be_corrected(workspace: Workspace, instruction: UUID) -> None:
    label = "Vem som tar emot larm utanför kontorstid"

    def told() -> dict[str, str]:
        group = gathered(workspace, instruction, "it_instruction")[-1]
        assert group.title == "Värden i texten"
        return {need.label: need.text for need in group.needs}

    assert told()[label] == ""
    workspace.records.add("document_variables", {"name": "jour", "value": "IT-jouren"})
    assert told()[label] == "IT-jouren"


def test_what_nameless_records_lack_stands_under_what_they_are_about(workspace: Workspace) -> None:
    records = workspace.records
    case = records.add("cooperation_cases", {"title": "Samverkan om växeln"})
    kommuner = [str(municipality_id(code)) for code in ("1438", "1460", "1461")]
    values = {"title": "Avtal", "kind": "samverkansavtal", "connected_municipalities": kommuner}
    agreement = records.add("agreements", values)
    more = {"case": str(case), "agreement": str(agreement), "status": "utkast"}
    records.add("allocations", {"title": "Växeln 2027", **more})
    for kommun in kommuner[:2]:
        stance = {"stance": "ej_svarat", "case": str(case), "municipality": kommun}
        records.add("cooperation_stances", stance)
    told = {
        group.title: [need.label for need in group.needs]
        for group in gathered(workspace, agreement, "cooperation_agreement")
    }
    assert told["Ställningstaganden: Samverkan om växeln"] == [
        f"Beslut om att delta, {name}" for name in ("Dals-Eds kommun", "Bengtsfors kommun", "Melleruds kommun")
    ]
    assert told["Växeln 2027"] == ["Fastställd kostnadsfördelning"]
    assert told["Samverkan om växeln"] == ["Syfte", "Värdkommun"]


def test_what_is_filled_in_of_a_case_can_be_mended_beside_its_paper(workspace: Workspace) -> None:
    filled = {"title": "Ärende", "registry_number": "KS 2026/11", "background": "Avtalen löper ut."}
    case = workspace.records.add("cooperation_cases", filled)
    told = {need.field: need.text for need in needs(gathered(workspace, case, "decision_paper"))}
    assert (told["registry_number"], told["background"], told["consequences"]) == (
        "KS 2026/11",
        "Avtalen löper ut.",
        "",
    )
    agreed = {"title": "Avtal", "kind": "samverkansavtal", "registry_number": "KS 2026/12"}
    agreement = workspace.records.add("agreements", agreed)
    told = {need.field: need.text for need in needs(gathered(workspace, agreement, "cooperation_agreement"))}
    assert told["registry_number"] == "KS 2026/12"
