"""Tjänsteskrivelse: what is proposed and why, for the kommun whose file it is."""

from __future__ import annotations

from typing import Any

import page
import pytest
from sqlalchemy import update

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.decision_paper import TYPE, lacking
from itadmin.documents.making import make
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.money import NBSP
from itadmin.domain.problems import KnownError
from itadmin.services.acting import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.allocations.making import of_case
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES


def test_it_as_text(workspace: Workspace, joint_case: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), joint_case.case, draft=False)
    assert made.missing == ()
    matches_expected("decision_paper.txt", text_of(made.paper))


def test_the_file_is_archivable_and_accessible(workspace: Workspace, joint_case: Any) -> None:
    content = make(TYPE, workspace.reading(), joint_case.case, draft=False)
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in ("2a", "ua1"))


def test_what_is_missing_leads_to_its_field(workspace: Workspace) -> None:
    case = workspace.records.add("cooperation_cases", {"title": "Ärende"})
    made = prepare(TYPE, workspace.reading(), case, draft=True)
    assert {(value.register, value.field) for value in made.missing} == {
        ("cooperation_stances", "body"),
        *(
            ("cooperation_cases", name)
            for name in (
                "annual_cost", "background", "consequences", "host", "participants", "proposals", "purpose",
                "registry_number",
            )
        ),
    }  # fmt: skip
    stance = next(value for value in made.missing if value.field == "body")
    own = str(municipality_id("1460"))
    assert stance.begun == (("case", str(case)), ("municipality", own), ("stance", "ej_svarat"))
    with pytest.raises(IncompleteError):
        make(TYPE, workspace.reading(), case, draft=False)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["kommunen deltar"], ["kommunen deltar."]),
        (["att kommunen deltar.", "avtalet godkänns,"], ["kommunen deltar och", "avtalet godkänns."]),
        (["a", "b", "c"], ["a,", "b och", "c."]),
    ],
)
def test_att_satser_stand_as_one_sentence(
    workspace: Workspace, text_of: Any, typed: list[str], printed: list[str]
) -> None:
    rows = [{"text": text} for text in typed]
    case = workspace.records.add("cooperation_cases", {"title": "Ärende", "proposals": rows})
    lines = text_of(prepare(TYPE, workspace.reading(), case, draft=True).paper).splitlines()
    assert [
        line.partition("*att* ")[2] for line in lines if "*att* " in line and line.lstrip().startswith("–")
    ] == printed


def test_one_is_chosen_first(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Välj vilket"):
        prepare(TYPE, workspace.reading(), None, draft=True)


def test_a_neighbour_s_case_is_decided_under_one_s_own_number(
    workspace: Workspace, joint_case: Any, text_of: Any
) -> None:
    main = TABLES["cooperation_cases"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == joint_case.case).values(owner=municipality_id("1438")))
    asked = workspace.reading().referring("cooperation_stances", "case", joint_case.case)
    own = next(read for read in asked if getattr(read.record, "municipality", None) == municipality_id("1460"))
    workspace.records.save("cooperation_stances", own.record.id, {"registry_number": None})
    made = prepare(TYPE, workspace.reading(), joint_case.case, draft=True)
    assert [(value.register, value.record_id, value.field) for value in made.missing] == [
        ("cooperation_stances", own.record.id, "registry_number")
    ]
    assert "Kim Berg" not in text_of(made.paper)
    assert "KS 2026/118" not in text_of(made.paper)


def test_what_it_tells_that_not_everybody_is_to_know_is_said_to_whoever_makes_it(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Brandvägg", "security_protection": True})
    reasons = [{"trigger": "fungerar_daligt"}, {"trigger": "avtal_pa_vag_ut"}]
    case = workspace.records.add("cooperation_cases", {"title": "Ärende", "reasons": reasons, "systems": [str(system)]})
    judged, protected, unnamed = prepare(TYPE, workspace.reading(), case, draft=True).remarks
    assert judged.startswith("Skälet ”Fungerar dåligt” bedöms i IT-chefsgruppen, och dokumentet kan bli allmän")
    assert protected.startswith("Brandvägg rör säkerhetsskydd och nämns i dokumentet.")
    workspace.records.save("cooperation_cases", case, {"reasons": reasons[1:], "systems": []})
    assert prepare(TYPE, workspace.reading(), case, draft=True).remarks == (unnamed,)
    kim = workspace.records.add("people", {"name": "Kim Berg"})
    workspace.records.save("cooperation_cases", case, {"coordinator": str(kim)})
    assert prepare(TYPE, workspace.reading(), case, draft=True).remarks == ()


def test_what_it_lacks_is_told_in_its_own_words(workspace: Workspace, joint_case: Any) -> None:
    assert lacking(workspace.reading(), joint_case.case) == ()
    workspace.records.save("cooperation_cases", joint_case.case, {"background": None, "consequences": None})
    assert lacking(workspace.reading(), joint_case.case) == ("Bakgrunden", "Konsekvenserna")


def test_a_part_of_several_years_says_so_and_each_year_of_phasing_in(
    workspace: Workspace, joint_case: Any, text_of: Any
) -> None:
    begun = step_of(workspace.records, of_case(workspace.reading(), joint_case.case))
    workspace.records.apply(begun)
    key = begun.changes[0].record_id
    period = {"period_starts": "2027-07-01", "period_ends": "2030-06-30", "amount": 300_000_00, "model": "BEFOLKNING"}
    workspace.records.save("allocations", key, {**period, "compared_model": "LIKA", "phase_in_years": 3})
    workspace.records.apply(step_of(workspace.records, adopted(workspace.reading(), key, workspace.reading().day)))
    told = text_of(prepare(TYPE, workspace.reading(), joint_case.case, draft=False).paper).replace(NBSP, " ")
    assert "Bengtsfors del är *119 767,75 kr* av 300 000 kr för hela perioden 2027-07-01 – 2030-06-30." in told
    assert "Fasas skillnaden mot lika delar in blir Bengtsfors del 35 529,75 kr från 2027-07-01, 37 726,17 kr" in told
    assert "infasningen räknar med 100 000 kr per år" in told


def test_who_decides_is_told_of_all_and_what_they_reserve(workspace: Workspace, joint_case: Any, text_of: Any) -> None:
    asked = workspace.reading().referring("cooperation_stances", "case", joint_case.case)
    noted = next(read for read in asked if getattr(read.record, "municipality", None) == municipality_id("1461"))
    said = {"stance": "med_forbehall", "body": None, "comment": "Om driften\nstannar här."}
    workspace.records.save("cooperation_stances", noted.record.id, said)
    told = text_of(prepare(TYPE, workspace.reading(), joint_case.case, draft=False).paper)
    assert "Mellerud | Är med, med förbehåll | Kommunstyrelsen |" in told
    assert "– *Mellerud, förbehåll.* Om driften stannar här." in told


def test_a_timetable_without_days_is_left_out_and_that_is_said(
    workspace: Workspace, joint_case: Any, text_of: Any
) -> None:
    made = prepare(TYPE, workspace.reading(), joint_case.case, draft=False)
    assert "Tidplan" not in text_of(made.paper)
    assert [remark for remark in made.remarks if remark.startswith("Tidplanen i ärendet har inga dagar")]
    steps = [{"step": "Beslut i varje kommun", "planned_on": "2027-03"}, {"step": "Uppföljning"}]
    workspace.records.save("cooperation_cases", joint_case.case, {"timetable": steps})
    made = prepare(TYPE, workspace.reading(), joint_case.case, draft=False)
    assert "Beslut i varje kommun | 2027-03 | – | –" in text_of(made.paper)
    assert not [remark for remark in made.remarks if remark.startswith("Tidplanen")]


def test_what_it_rests_on_is_not_itself(workspace: Workspace, joint_case: Any, text_of: Any) -> None:
    told = text_of(prepare(TYPE, workspace.reading(), joint_case.case, draft=False).paper)
    assert "– Tjänsteskrivelse" not in told
    bare = workspace.records.add("cooperation_cases", {"title": "Ärende"})
    assert "Beslutsunderlag" not in text_of(prepare(TYPE, workspace.reading(), bare, draft=True).paper)
