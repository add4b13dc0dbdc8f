"""Each point of a checklist is judged from the register itself, and said so that one sees why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.acting.plan import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.implementation.parts import PLANS, plan_of
from itadmin.services.implementation.standing import standing_of
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]
Say = Callable[..., str]
FUNCTION = {"function": "Socialchef"}


@pytest.fixture
def say(workspace: Workspace, system: UUID) -> Say:
    """Says what the register tells of a point of a plan for the system, with values of both."""

    def told(point: str, values: dict[str, Any], **plan: Any) -> str:
        if values:
            workspace.records.save("systems", system, values)
        usual = {"title": "Införande", "kind": "inforande", "system": str(system), "checklist": [{"point": point}]}
        key = workspace.records.add(PLANS, {**usual, **plan})
        (standing,) = standing_of(workspace.reading(), plan_of(workspace.reading().one(PLANS, key)))
        assert standing.is_left
        return standing.judgement.sentence

    return told


CLASSED = {"confidentiality": "2", "integrity": "3", "availability": "1"}
PROCESSED = {"processing_purpose": "Vård", "legal_basis": "allmant_intresse", "data_subjects": "Brukare"}


@pytest.mark.parametrize(
    ("point", "values", "sentence"),
    [
        ("systemagare", {"system_owner": FUNCTION}, "Finns i registret: systemägare är Socialchef."),
        ("systemagare", {}, "Saknas i registret: systemägare är inte utsedd."),
        (
            "systemansvarig",
            {"system_manager": FUNCTION, "deputy_manager": {"function": "Enhetschef"}},
            "Finns i registret: systemansvarig är Socialchef och ersättare Enhetschef.",
        ),
        (
            "systemansvarig",
            {"system_manager": FUNCTION},
            "Saknas i registret: systemansvarig är Socialchef, men ersättare är inte utsedd.",
        ),
        ("systemansvarig", {"deputy_manager": FUNCTION}, "Saknas i registret: systemansvarig är inte utsedd."),
        ("systemansvarig", {}, "Saknas i registret: systemansvarig och ersättare är inte utsedda."),
        (
            "klassning",
            {**CLASSED, "classified_on": "2025-11-22"},
            "Finns i registret: klassad som K2 R3 T1 2025-11-22.",
        ),
        (
            "klassning",
            {**CLASSED, "classified_on": "2025-11-21"},
            "Saknas i registret: klassad som K2 R3 T1 2025-11-21, för mer än tolv månader sedan.",
        ),
        ("klassning", CLASSED, "Saknas i registret: klassad som K2 R3 T1, men dagen saknas."),
        (
            "klassning",
            {"confidentiality": "2"},
            "Saknas i registret: konfidentialitet, riktighet och tillgänglighet är inte alla klassade.",
        ),
        ("riskanalys", {"risk_assessed_on": "2026-10-01"}, "Finns i registret: riskanalys gjord 2026-10-01."),
        ("riskanalys", {}, "Saknas i registret: dag för riskanalys."),
        ("personuppgifter", {}, "Saknas i registret: det står inte om systemet behandlar personuppgifter."),
        (
            "personuppgifter",
            {"personal_data": False},
            "Behövs inte enligt registret: systemet behandlar inte personuppgifter.",
        ),
        (
            "personuppgifter",
            {"personal_data": True, "impact_assessment_needed": True},
            "Saknas i registret: PUB-avtal finns inte och konsekvensbedömning behövs men är inte gjord.",
        ),
        (
            "personuppgifter",
            {"personal_data": True, "dpa_status": "ja", "impact_assessment_needed": False},
            "Finns i registret: PUB-avtal: finns, konsekvensbedömning behövs inte.",
        ),
        (
            "personuppgifter",
            {"personal_data": True, "dpa_status": "ej_tillampligt"},
            "Saknas i registret: det står inte om konsekvensbedömning behövs.",
        ),
        (
            "registerforteckning",
            {"personal_data": True, **PROCESSED},
            "Saknas i registret: kategorier av uppgifter.",
        ),
        (
            "registerforteckning",
            {"personal_data": True, **PROCESSED, "data_categories": "Hälsa"},
            "Finns i registret: ändamål, rättslig grund, registrerade och uppgifter.",
        ),
        ("aterlasning", {}, "Saknas i registret: dag då återläsning provades."),
        ("aterlasning", {"restore_tested_on": "2026-02-01"}, "Finns i registret: återläsning provad 2026-02-01."),
        (
            "aterlasning",
            {"restore_tested_on": "2024-02-01"},
            "Saknas i registret: återläsning provades senast 2024-02-01, för mer än tolv månader sedan.",
        ),
        ("behorigheter", {}, "Saknas i registret: systemets behörigheter är inte beskrivna."),
        ("behorigheter", {"access_rights": [{"name": "Läsa"}]}, "Finns i registret: en behörighet är beskriven."),
        ("driftdokumentation", {"operations_documentation": "finns"}, "Finns i registret: driftdokumentation finns."),
        (
            "driftdokumentation",
            {"operations_documentation": "behovs_inte"},
            "Behövs inte enligt registret: driftdokumentation behövs inte.",
        ),
        (
            "driftdokumentation",
            {"operations_documentation": "inaktuell"},
            "Saknas i registret: driftdokumentationen är inaktuell.",
        ),
        ("driftdokumentation", {}, "Saknas i registret: driftdokumentation."),
        ("gallringsplan", {"retention": "Två år."}, "Finns i registret: gallringsfrist två år."),
        ("gallringsplan", {}, "Saknas i registret: gallringsfrist."),
        ("driftavtal", {}, "Saknas i registret: driftavtal om systemet."),
        ("supportavtal", {}, "Saknas i registret: avtal om support eller molntjänst."),
        ("kostnadsfordelning", {}, "Behövs inte enligt registret: en enda kommun använder systemet."),
        ("utbildningsplan", {}, "Saknas i registret: utbildningsplan."),
        ("avvecklingsplan", {}, "Behövs inte enligt registret: planen ersätter inget system."),
        ("avtal_uppsagt", {}, "Behövs inte enligt registret: inga avtal gäller för systemet."),
        ("konton_avslutade", {}, "Behövs inte enligt registret: inga behörigheter är beslutade."),
        ("integrationer_avslutade", {}, "Finns i registret: inga integrationer finns kvar."),
        ("servrar_avslutade", {}, "Behövs inte enligt registret: systemet har inga servrar i registret."),
        ("servrar_avslutade", {"servers": "srv1"}, "Saknas i registret: servrar står kvar på systemet: srv1."),
        ("tillganglighet", {}, "Registret kan inte svara på det. Kontrollera och notera själv."),
        ("arkiverat", {}, "Registret kan inte svara på det. Kontrollera och notera själv."),
    ],
)
def test_the_system_answers(say: Say, point: str, values: dict[str, Any], sentence: str) -> None:
    assert say(point, values) == sentence


def test_a_system_in_the_cloud_needs_no_driftavtal(say: Say) -> None:
    told = say("driftavtal", {"hosting": "saas"})
    assert told.startswith("Behövs inte enligt registret: leverantören sköter driften (")


@pytest.mark.parametrize(
    ("point", "agreement", "sentence"),
    [
        (
            "driftavtal",
            {"kind": "driftavtal", "status": "gallande", "signed_on": "2026-11-01"},
            "Finns i registret: Avtalet är undertecknat 2026-11-01.",
        ),
        (
            "driftavtal",
            {"kind": "driftoverenskommelse", "status": "invantar_underskrift"},
            "Saknas i registret: Avtalet är inte påskrivet (läge: inväntar underskrift).",
        ),
        (
            "supportavtal",
            {"kind": "supportavtal", "status": "gallande"},
            "Finns i registret: Avtalet (supportavtal).",
        ),
        (
            "supportavtal",
            {"kind": "molntjanstavtal", "status": "utkast"},
            "Saknas i registret: Avtalet gäller inte än.",
        ),
        (
            "supportavtal",
            {"kind": "driftavtal", "status": "gallande"},
            "Saknas i registret: avtal om support eller molntjänst.",
        ),
        (
            "kostnadsfordelning",
            {"kind": "driftavtal", "allocation_model": "BEFOLKNING"},
            "Finns i registret: Avtalet fördelar kostnaden (modell: befolkning).",
        ),
        ("avtal_uppsagt", {"status": "gallande"}, "Saknas i registret: Avtalet är inte uppsagt."),
        ("avtal_uppsagt", {"status": "uppsagt"}, "Finns i registret: alla avtal om systemet är uppsagda."),
        ("avtal_uppsagt", {"status": ""}, "Saknas i registret: Avtalet är inte uppsagt."),
        ("avtal_uppsagt", {"status": "utkast"}, "Behövs inte enligt registret: inga avtal gäller för systemet."),
        ("avtal_uppsagt", {"status": "upphort"}, "Behövs inte enligt registret: inga avtal gäller för systemet."),
    ],
)
def test_agreements_answer(
    workspace: Workspace, system: UUID, say: Say, point: str, agreement: dict[str, Any], sentence: str
) -> None:
    workspace.records.add("agreements", {"title": "Avtalet", "systems": [str(system)], **agreement})
    assert say(point, {}) == sentence


def test_several_kommuner_need_their_costs_shared(workspace: Workspace, say: Say) -> None:
    several = [str(workspace.records.add("organisations", {"name": name, "kind": "kommun"})) for name in ("Ed", "Åm")]
    told = say("kostnadsfordelning", {}, municipalities=several)
    assert told == "Saknas i registret: fördelning av kostnaden mellan kommunerna."


def test_the_fordelning_of_an_agreement_answers(workspace: Workspace, system: UUID, say: Say) -> None:
    agreement = workspace.records.add("agreements", {"title": "Avtalet", "systems": [str(system)]})
    shared = {"amount": 100_00, "model": "LIKA", "participants": [{"municipality": "1460"}, {"municipality": "1438"}]}
    named = {"title": "Drift 2027", "agreement": str(agreement), "status": "utkast", "basis_reference": "KS § 1"}
    allocation = workspace.records.add("allocations", {**named, **shared})
    assert say("kostnadsfordelning", {}) == "Saknas i registret: kostnadsfördelningen Drift 2027 är ett utkast."
    workspace.records.apply(step_of(workspace.records, adopted(workspace.reading(), allocation, date(2026, 11, 22))))
    assert say("kostnadsfordelning", {}) == "Finns i registret: kostnadsfördelningen Drift 2027 är fastställd."


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"status": "utkast"}, "Saknas i registret: utbildningsplanen är ett utkast."),
        (
            {"status": "faststalld", "adopted_on": "2026-10-01"},
            "Finns i registret: utbildningsplanen är fastställd.",
        ),
        (
            {"status": "faststalld", "adopted_on": "2024-10-01"},
            "Saknas i registret: utbildningsplanen är inaktuell (fastställd för mer än 12 månader sedan).",
        ),
    ],
)
def test_the_utbildningsplan_answers(
    workspace: Workspace, system: UUID, say: Say, plan: dict[str, str], sentence: str
) -> None:
    workspace.records.add("training_plans", {"title": "Plan", "kind": "system", "system": str(system), **plan})
    assert say("utbildningsplan", {}) == sentence


@pytest.mark.parametrize(
    ("lifecycle", "sentence"),
    [
        ("i_drift", "Saknas i registret: avvecklingsplan för Procapita."),
        ("under_avveckling", "Finns i registret: Procapita är under avveckling."),
    ],
)
def test_the_old_system_answers(workspace: Workspace, say: Say, lifecycle: str, sentence: str) -> None:
    old = workspace.records.add("systems", {"name": "Procapita", "lifecycle": lifecycle})
    assert say("avvecklingsplan", {}, old_system=str(old)) == sentence
    leaving = {"title": "Avveckling", "kind": "avveckling", "system": str(old), "status": "utkast"}
    workspace.records.add(PLANS, leaving)
    assert say("avvecklingsplan", {}, old_system=str(old)) == (
        "Finns i registret: det finns en avvecklingsplan för Procapita."
    )


def test_rights_and_integrations_answer(workspace: Workspace, system: UUID, say: Say) -> None:
    right = workspace.records.add("access_decisions", {"access_right": "Läsa", "system": str(system)})
    workspace.records.add("integrations", {"name": "Lön", "source": str(system)})
    assert say("konton_avslutade", {}) == "Saknas i registret: en behörighet gäller."
    assert say("integrationer_avslutade", {}) == "Saknas i registret: Lön finns kvar."
    workspace.records.save("access_decisions", right, {"withdrawn_on": "2026-11-01"})
    assert say("konton_avslutade", {}) == "Finns i registret: inga behörigheter gäller längre."


def test_at_an_avveckling_the_forteckning_is_looked_at_by_hand(say: Say) -> None:
    assert say("registerforteckning", {"personal_data": True}, kind="avveckling").startswith("Registret kan inte svara")


def test_a_plan_without_a_system_has_nothing_to_ask(say: Say) -> None:
    told = say("klassning", {}, system=None)
    assert told == "Saknas i registret: planen säger inte vilket system den gäller."
