"""The systemkort as text, with and without what a system ought to have."""

from datetime import date
from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Diagram
from itadmin.documents.pdf.render import render
from itadmin.domain.problems import KnownError


def card(example: Any, *, draft: bool = False) -> Any:
    return prepare("system_card", example.reading, example.system, draft=draft)


def test_the_card_of_a_known_system(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = card(example)
    assert made.missing == ()
    assert made.file_name == "Systemkort_Kvarnen_2026-11-22.pdf"
    matches_expected("system_card.txt", text_of(made.paper))


@pytest.fixture
def whole(example: Any) -> Any:
    """A system that is used, classified before, integrated, documented and reviewed."""
    system = str(example.system)
    found = example.with_system(
        traceability="2",
        classification_reason="Fel i utbetalningar drabbar enskilda.",
        earlier_classifications=[
            {"classified_on": "2020-01-01", "confidentiality": "1", "integrity": "2", "availability": "2"},
            {"classified_on": "2023-05-02", "confidentiality": "2", "traceability": "1", "reason": "Ny lag"},
        ],
        legal_basis="rattslig_forpliktelse",
        data_subjects="Anställda och leverantörer",
        backup_frequency="varje natt",
        rpo_hours=24,
        fallback_routine="Betala i banken.",
        function_rating="bra",
        reviewed_on="2026-02-01",
        operations_documentation="finns",
        links=[{"title": "Handbok", "address": "https://exempel.example/handbok"}, {"title": "Utan adress"}],
        attachments=[{"file_name": "drift.pdf", "title": "Driftdokumentation", "digest": "0" * 64}],
        successor=str(UUID(int=70)),
    )
    found = found.adding(
        "systems",
        {"id": 70, "name": "Lönnen", "criticality": "kritisk"},
        {"id": 71, "name": "Beslutsstöd"},
        {"id": 72, "name": "AD"},
    )
    found = found.adding(
        "integrations",
        {"id": 80, "name": "Löneunderlag", "source": str(UUID(int=70)), "target": system, "kind": "filoverforing"},
        {"id": 81, "name": "Utfall", "source": system, "target": str(UUID(int=71)), "both_ways": True},
        {"id": 82, "name": "Betalfil", "source": system, "external_party": "Bankgirot", "frequency": "varje dag"},
        {"id": 83, "name": "Konton", "source": str(UUID(int=72)), "target": str(UUID(int=70))},
    )
    ours, theirs = str(example.ids["mellerud"]), str(example.ids["amal"])
    found = found.adding(
        "system_uses",
        {"id": 90, "system": system, "organisation": ours, "status": "anvands", "user_count": 400, "since": "2019"},
        {"id": 91, "system": system, "organisation": theirs, "status": "planeras"},
    )
    return found.adding(
        "cooperation_levels",
        {"id": 95, "system": system, "municipality": ours, "level": "3", "target_level": "4"},
        {"id": 96, "system": system, "municipality": ours, "level": "2", "ends_on": "2025-12-31"},
    )


def test_the_card_of_a_system_that_all_is_known_of(whole: Any, text_of: Any, matches_expected: Any) -> None:
    matches_expected("system_card_whole.txt", text_of(card(whole).paper))


def test_the_file_keeps_both_standards(whole: Any) -> None:
    data = render(card(whole).paper)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, report.failures


def test_the_drawing_says_in_words_what_it_shows(whole: Any) -> None:
    (drawn,) = [block for block in card(whole).paper.body if isinstance(block, Diagram)]
    assert drawn.alt.startswith("Kvarnen beror på 3 system. 1 system och 1 extern part beror på Kvarnen.")
    for node in drawn.nodes:
        assert node.text in drawn.alt


def test_only_the_levels_of_the_day_are_told(whole: Any, text_of: Any) -> None:
    text = text_of(card(whole.read_as(day=date(2025, 6, 1))).paper)
    assert "2 Gemensam upphandling" in text
    assert "inte har antagit" in text


def test_papers_have_a_heading_also_when_nothing_else_is_said(example: Any, text_of: Any) -> None:
    linked = example.with_system(links=[{"title": "Handbok", "address": "https://exempel.example"}])
    assert "# Dokument\nVad | Var\nHandbok | https://exempel.example" in text_of(card(linked).paper)


def test_a_card_is_made_of_a_name_alone(example: Any, text_of: Any) -> None:
    names = [name for name in example.reading.records["systems"][example.system].__dict__ if name in FIELDS]
    bare = example.with_system(**dict.fromkeys(names))
    assert "Kvarnen / Systemkort" in text_of(card(bare).paper)
    assert "[Uppgift saknas" not in text_of(card(bare).paper)


FIELDS = ("purpose", "category", "lifecycle", "hosting", "confidentiality", "personal_data", "supplier", "database")


def test_a_draft_marks_what_a_system_ought_to_have(example: Any, text_of: Any) -> None:
    made = card(example.with_system(purpose=None, hosting=None, database=None), draft=True)
    assert [(value.label, value.field) for value in made.missing] == [("Syfte", "purpose"), ("Driftform", "hosting")]
    assert "Driftform: [Uppgift saknas: Driftform]" in text_of(made.paper)


def test_a_role_that_nobody_has_is_marked_in_a_draft(example: Any) -> None:
    records = {**example.reading.records, "roles": {}}
    (owner, manager) = card(example.read_as(records=records), draft=True).missing
    assert (owner.label, owner.field) == ("Systemägare", "system_owner")
    assert (manager.label, manager.field) == ("Systemansvarig", "system_manager")


@pytest.mark.parametrize(
    ("starts", "ends", "is_told"),
    [(None, None, True), ("2026-11-22", None, True), ("2026-11-23", None, False), (None, "2026-11-21", False)],
)
def test_only_roles_of_the_day_are_told(
    example: Any, text_of: Any, starts: str | None, ends: str | None, is_told: bool
) -> None:
    (role,) = [key for key, record in example.reading.records["roles"].items() if record.function == "Ekonomichef"]
    text = text_of(card(example.change("roles", role, starts_on=starts, ends_on=ends)).paper)
    assert ("Ekonomichef" in text) is is_told


def test_roles_stand_in_the_order_of_their_weight(example: Any, text_of: Any) -> None:
    records = example.reading.records["roles"]
    turned = {**example.reading.records, "roles": dict(reversed(records.items()))}
    text = text_of(card(example.read_as(records=turned)).paper)
    assert text.index("Systemägare |") < text.index("Systemansvarig |")


def test_the_service_class_comes_from_the_agreement_that_holds(example: Any, text_of: Any) -> None:
    assert "Driftklass: 2 Verksamhetskritisk, enligt driftavtal DA-2026-014\n" in text_of(card(example).paper)
    assert "Driftklass: 2 Verksamhetskritisk\n" in text_of(card(example.agreed(number=None)).paper)
    assert "Driftklass" not in text_of(card(example.agreed(service_class=None)).paper)
    assert "Driftklass" not in text_of(card(example.agreed(kind="supportavtal")).paper)


@pytest.mark.parametrize(
    ("day", "ends", "notice"),
    [
        ("2026-11-22", "2029-12-31", "2029-06-30"),
        ("2029-07-01", "2029-12-31", "2029-06-30 (passerad), nästa 2030-06-30"),
        ("2030-01-01", "2030-12-31", "2030-06-30"),
    ],
)
def test_end_and_notice_day_are_of_the_same_term(example: Any, text_of: Any, day: str, ends: str, notice: str) -> None:
    text = text_of(card(example.read_as(day=date.fromisoformat(day))).paper)
    assert f"| {ends} | {notice}\n" in text


def test_a_card_needs_a_system(example: Any) -> None:
    with pytest.raises(KnownError, match="Välj vilket system"):
        prepare("system_card", example.reading, None, draft=False)


def test_sample_data_says_so(example: Any) -> None:
    paper = card(example.read_as(is_sample=True)).paper
    assert paper.marks == ("ÖVNINGSDATA", "INTERNT")
    assert paper.footer_left.endswith("Övningsdata")


def test_the_adopted_utbildningsplan_is_told_with_its_moment(example: Any, text_of: Any) -> None:
    plan = {"id": 60, "title": "Utbildningsplan", "system": str(example.system), "status": "utkast"}
    module = {"id": 61, "title": "Grundkurs", "plan": str(UUID(int=60)), "minutes": 90}
    draft = example.adding("training_plans", plan).adding("training_modules", module)
    assert "Grundkurs" not in text_of(prepare("system_card", draft.reading, draft.system, draft=False).paper)
    adopted = draft.change("training_plans", UUID(int=60), status="faststalld", adopted_on="2026-03-01")
    told = text_of(prepare("system_card", adopted.reading, adopted.system, draft=False).paper)
    assert "Utbildningsplan: Fastställd 2026-03-01" in told
    assert "Grundkurs" in told
