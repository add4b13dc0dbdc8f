"""The list of papers: what it says of each, and that it leads to what exists."""

import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents import role_assignment, steering_document
from itadmin.documents.catalogue import TYPES, prepare
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS
from itadmin.services.workspace import Workspace

_OF_A_FILE = (
    "agenda",
    "agreement_calendar",
    "roadmap",
    "annual_wheel",
    "it_policy",
    "implementation_plan",
    "gantt",
    "gantt_all",
    "platform_notice",
    "platform_notice_all",
    "competence_plan",
    "competence_plan_without_names",
    "course_list",
    "decision_paper",
    "cooperation_agreement",
    "cooperation_overview",
    "cost_allocation",
    "region_overview",
    "meeting_minutes",
)


def test_the_types_by_their_names() -> None:
    assert {key: (kind.name, kind.register, kind.where) for key, kind in TYPES.items()} == {
        "operations_agreement": ("Driftavtal", "agreements", ("kind=driftavtal", "kind=driftoverenskommelse")),
        "operations_documentation": (
            "Driftdokumentation",
            "agreements",
            ("kind=driftavtal", "kind=driftoverenskommelse"),
        ),
        "system_card": ("Systemkort", "systems", ()),
        "incident_sheet": ("Leverantörsincident", "organisations", ("kind=leverantor",)),
        "notice_letter": ("Uppsägning av avtal", "agreements", ("status=gallande", "status=uppsagt")),
        "dpa_instruction": (
            "Instruktion till personuppgiftsbiträde",
            "agreements",
            ("kind=pub_avtal", "kind=underbitradesavtal"),
        ),
        "role_assignment": ("Uppdragsbrev", "roles", tuple(f"kind={kind}" for kind in role_assignment.KINDS)),
        "it_policy": ("IT-policy med strategier", "steering_documents", ("template=it_policy",)),
        "it_instruction": (
            "IT-instruktion",
            "steering_documents",
            tuple(f"template={template}" for template in steering_document.INSTRUCTIONS),
        ),
        "steering_document": ("Styrdokument", "steering_documents", ("template=egen_text",)),
        "training_plan": ("Utbildningsplan", "training_plans", ()),
        "implementation_plan": ("Införande- eller avvecklingsplan", "implementations", ()),
        "access_decision": ("Behörighetsbeslut", "access_decisions", ()),
        "attendance_list": ("Närvarolista", "training_sessions", ()),
        "course_certificate": ("Kursintyg", "training_participations", ("status=genomford",)),
        "profile_sample": ("Provtryck av utseende", "paper_profiles", ()),
        "system_register": ("Systemförteckning", None, ()),
        "system_register_internal": ("Systemförteckning, intern", None, ()),
        "processing_register": ("Registerförteckning", None, ()),
        "records_description": ("Beskrivning av allmänna handlingar", None, ()),
        "agenda": ("Att ta upp", None, ()),
        "agreement_calendar": ("Avtalskalender", None, ()),
        "roadmap": ("Roadmap för system", None, ()),
        "gantt": ("Gantt", "implementations", ()),
        "gantt_all": ("Gantt för planer som pågår", None, ()),
        "platform_notice": ("Förvarning till förvaltning", "platform_notices", ()),
        "platform_notice_all": ("Förvarning om plattformsändring", "platform_changes", ()),
        "annual_wheel": ("Årshjul", None, ()),
        "competence_plan": ("Gemensam utbildningsplan för IT-personal", None, ()),
        "competence_plan_without_names": ("Gemensam utbildningsplan för IT-personal, utan namn", None, ()),
        "course_list": ("Gemensamma kurser", None, ()),
        "decision_paper": ("Tjänsteskrivelse", "cooperation_cases", ()),
        "cooperation_agreement": ("Samverkansavtal", "agreements", ("kind=samverkansavtal",)),
        "cooperation_overview": ("Samverkan i regionen", None, ()),
        "region_overview": ("Regionöversikt", None, ()),
        "cost_allocation": ("Kostnadsfördelning", "allocations", ()),
        "meeting_minutes": ("Mötesprotokoll", "decisions", ()),
    }


def test_every_condition_names_a_field_and_a_code_that_exist() -> None:
    for kind in TYPES.values():
        for condition in kind.where:
            name, _, code = condition.partition("=")
            field: Any = REGISTERS[str(kind.register)].fields[name]
            assert code in LISTS[field.values]


@pytest.mark.parametrize("draft", [True, False])
def test_every_type_makes_a_paper_of_a_record_it_is_for(example: Any, workspace: Workspace, draft: bool) -> None:
    """What asks the file itself, as the work list does, is made of a file."""
    own = str(workspace.file.info.organisation)
    change = workspace.records.add("platform_changes", {"title": "Ändring"})
    records = {
        "agreements": example.agreement,
        "systems": example.system,
        "organisations": example.ids["supplier"],
        "access_decisions": example.ids["decision"],
        "dpa_instruction": example.ids["dpa"],
        "roles": example.ids["owner"],
        "None": None,
        "implementations": workspace.records.add("implementations", {"title": "Införande", "status": "pagar"}),
        "platform_changes": change,
        "platform_notices": workspace.records.add("platform_notices", {"change": str(change), "organisation": own}),
        "it_policy": workspace.records.add("steering_documents", {"title": "Policy", "template": "it_policy"}),
        "steering_documents": UUID(int=50),
        "paper_profiles": UUID(int=51),
        "cooperation_cases": workspace.records.add("cooperation_cases", {"title": "Ärende"}),
        "cooperation_agreement": workspace.records.add("agreements", {"title": "Avtal", "kind": "samverkansavtal"}),
        "allocations": workspace.records.add("allocations", {"title": "Drift"}),
        "decisions": workspace.records.add("decisions", {"title": "Beslut", "decided_on": "2026-11-22"}),
        "training_plans": UUID(int=52),
        "training_sessions": UUID(int=54),
        "training_participations": UUID(int=55),
    }
    example = (
        example.adding("steering_documents", {"id": 50, "title": "Instruktion", "template": "it_instruktion_drift"})
        .adding("paper_profiles", {"id": 51, "name": "Melleruds kommun"})
        .adding("training_plans", {"id": 52, "title": "Utbildningsplan Kvarnen"})
        .adding("training_sessions", {"id": 54, "title": "Grundkurs"})
        .adding("training_participations", {"id": 55, "status": "genomford"})
    )
    for kind in TYPES.values():
        reading = workspace.reading() if kind.type in _OF_A_FILE else example.reading
        made = prepare(kind.type, reading, records.get(kind.type, records.get(str(kind.register))), draft=draft)
        assert made.paper.draft is draft
        assert made.file_name.isascii()
        assert made.file_name.endswith(".pdf")


def test_the_list_comes_without_the_renderer() -> None:
    code = (
        f"import sys; sys.path[:] = {sys.path}; import itadmin.documents.catalogue; print('reportlab' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert told.stdout == "False\n"
