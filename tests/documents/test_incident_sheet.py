"""The sheet for the night of an incident: what comes first, whom it names, and what it says when little is known."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import KeyFacts, PageBreak
from itadmin.documents.incident_sheet import prepare_for
from itadmin.documents.pdf.render import render
from itadmin.domain.problems import KnownError
from itadmin.services.incidents import Subject

Text = Callable[[Any], str]


@pytest.fixture
def known(example: Any) -> Any:
    """A supplier that much is known of: numbers, people, two systems, backups, and what depends on them."""
    system, supplier = str(example.system), example.ids["supplier"]
    found = example.change(
        "organisations",
        supplier,
        incident_phone="08-12 34 56",
        incident_email="incident@exempel.example",
        support_phone="08-65 43 21",
        support_hours="Vardagar 7–17",
        phone="08-10 20 30",
        customer_number="10 455",
        website="www.exempel.example",
    )
    found = found.change("organisations", example.ids["mellerud"], on_call_phone="0530-99 99 99")
    found = found.with_system(
        sensitive_personal_data=True,
        backup_frequency="varje natt",
        backup_retention="30 dagar",
        rpo_hours=24,
        rto_hours=8,
        longest_outage_hours=48,
        restore_tested_on="2026-03-02",
        fallback_routine="Betala i banken.",
    )
    found = found.agreed(
        incident_duty="Utan dröjsmål, senast inom 24 timmar",
        attachments=[{"file_name": "driftavtal.pdf", "digest": "0" * 64}],
    )
    found = found.adding(
        "systems",
        {"id": 70, "name": "Lönnen", "supplier": str(supplier), "criticality": "kritisk", "personal_data": False},
        {"id": 71, "name": "Beslutsstöd", "availability": "2"},
        {"id": 72, "name": "Gamla lönen", "supplier": str(supplier), "lifecycle": "avvecklad"},
    )
    lonnen, board = str(UUID(int=70)), str(UUID(int=71))
    found = found.adding(
        "integrations",
        {"id": 80, "name": "Utfall", "source": system, "target": board},
        {"id": 81, "name": "Löner", "source": lonnen, "target": board},
        {"id": 82, "name": "Betalfil", "source": lonnen, "external_party": "Bankgirot"},
    )
    found = found.adding(
        "people",
        {"id": 90, "name": "Åsa Öberg", "title": "Kundansvarig", "organisation": str(supplier), "phone": "070-1 22 33"},
    )
    deputy = {"id": 91, "system": lonnen, "kind": "ersattare", "function": "Ekonom", "phone": "0530-1"}
    return found.adding("roles", deputy, {**deputy, "id": 92, "ends_on": "2026-11-21", "function": "Förra"})


def sheet(example: Any, *, draft: bool = False) -> Any:
    return prepare("incident_sheet", example.reading, example.ids["supplier"], draft=draft)


def test_the_sheet_as_text(known: Any, text_of: Text, matches_expected: Any) -> None:
    made = sheet(known)
    assert made.missing == ()
    assert made.file_name == "Leverantorsincident_Exempelleverantoren-AB_2026-11-22.pdf"
    matches_expected("incident_sheet.txt", text_of(made.paper))


def test_the_file_keeps_both_standards(known: Any) -> None:
    data = render(sheet(known).paper)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, report.failures
    assert data == render(sheet(known).paper)


def test_the_numbers_to_ring_come_first_and_the_log_has_its_own_page(known: Any) -> None:
    body = sheet(known).paper.body
    assert isinstance(body[0], KeyFacts)
    assert [fact.label for fact in body[0].facts] == [
        "Telefon vid incident",
        "Leverantörens support",
        "Leverantörens växel",
        "Vår beredskap",
    ]
    assert sum(isinstance(block, PageBreak) for block in body) == 1


def test_a_number_is_told_once(known: Any) -> None:
    same = known.change("organisations", known.ids["supplier"], phone="08-12 34 56")
    labels = [fact.label for fact in sheet(same).paper.body[0].facts]
    assert "Leverantörens växel" not in labels


def test_a_draft_marks_that_the_incident_number_is_missing(example: Any, text_of: Text) -> None:
    (gap,) = sheet(example, draft=True).missing
    assert (gap.label, gap.register, gap.record_id, gap.field) == (
        "Telefon vid incident",
        "organisations",
        example.ids["supplier"],
        "incident_phone",
    )
    assert "Telefon vid incident: saknas ()" in text_of(sheet(example).paper)


def test_little_is_known_and_the_sheet_is_made_all_the_same(example: Any, text_of: Text) -> None:
    bare = example.agreed(systems=[]).with_system(supplier=None)
    bare = bare.read_as(records={**bare.reading.records, "roles": {}})
    text = text_of(sheet(bare).paper)
    assert "Inga system i registret är knutna hit." in text
    assert "Ring i kommunen" not in text
    assert "Anmälningar" in text


def test_a_system_that_nobody_answers_for_is_told(example: Any, text_of: Text) -> None:
    alone = example.read_as(records={**example.reading.records, "roles": {}})
    assert "Ingen är angiven | – | Kvarnen" in text_of(sheet(alone).paper)


def test_times_that_are_reminders_are_not_told_as_facts(known: Any, text_of: Text) -> None:
    text = text_of(sheet(known).paper)
    assert text.index("kontrollera gällande regler") < text.index("Inom 24 timmar")


def test_people_are_told_once_with_all_they_answer_for(known: Any, text_of: Text) -> None:
    other = {"id": 93, "system": str(UUID(int=70)), "kind": "ersattare", "function": "Ekonomichef"}
    fields = {"organisation": str(known.ids["economy"]), "email": "ekonomi@mellerud.example"}
    text = text_of(sheet(known.adding("roles", {**other, **fields})).paper)
    assert text.count("ekonomi@mellerud.example") == 1
    assert "Ersättare för systemansvarig: Lönnen\nSystemägare: Kvarnen" in text


def test_contacts_of_an_agreement_are_the_suppliers_only_when_it_is_the_other_party(known: Any, text_of: Text) -> None:
    assert "drift@amal.example" not in text_of(sheet(known).paper)
    agreed = known.agreed(provider=str(known.ids["supplier"]))
    text = text_of(sheet(agreed).paper)
    assert "drift@amal.example" in text
    assert "kvarnen@mellerud.example" not in text


@pytest.mark.parametrize("product", ["Kvarnen Ekonomi", "kvarnen ekonomi", "kvarnen"])
def test_a_product_gives_its_systems_and_their_supplier(known: Any, text_of: Text, product: str) -> None:
    made = prepare_for(known.reading, Subject(product=product), draft=False)
    text = text_of(made.paper)
    assert made.paper.title == product
    assert "Leverantör *Exempelleverantören AB*" in text
    assert "08-12 34 56" in text
    assert "Lönnen" not in text


def test_a_product_of_several_suppliers_says_so(known: Any, text_of: Text) -> None:
    held = known.reading.records["systems"]
    others = {UUID(int=75): replace(held[known.system], id=UUID(int=75), supplier=known.ids["amal"])}
    both = known.read_as(records={**known.reading.records, "systems": {**held, **others}})
    text = text_of(prepare_for(both.reading, Subject(product="Kvarnen Ekonomi"), draft=False).paper)
    assert "Ingen gemensam leverantör är känd" in text


@pytest.mark.parametrize("subject", [Subject(), Subject(product="  ")])
def test_one_must_say_what_it_is_about(example: Any, subject: Subject) -> None:
    with pytest.raises(KnownError, match="Välj vilken leverantör"):
        prepare_for(example.reading, subject, draft=False)


def test_sample_data_says_so(example: Any) -> None:
    assert sheet(example.read_as(is_sample=True)).paper.marks == ("ÖVNINGSDATA", "INTERNT")
