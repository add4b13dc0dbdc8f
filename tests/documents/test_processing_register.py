"""Registerförteckning: who answers for what, what is lacking, and what never comes along."""

from dataclasses import replace
from typing import Any

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Text
from itadmin.domain.registers import REGISTERS

PRINTED = (
    "name",
    "controller",
    "processing_purpose",
    "legal_basis",
    "data_subjects",
    "data_categories",
    "sensitive_personal_data",
    "recipients",
    "supplier",
    "sub_processors",
    "dpa_status",
    "third_country",
    "third_country_basis",
    "retention",
)
"""The fields of a system that the paper tells."""
HOSTILE = "<b>fet</b> %PDF endstream \u202e\x00 \ud800 😀 {{kommun}} " + "x" * 90


@pytest.fixture
def known(example: Any) -> Any:
    """A behandling of which all is known, one that lacks much, and a dataskyddsombud."""
    board, ids = str(example.ids["board"]), example.ids
    whole = {
        "controller": board, "processing_purpose": "Betala och bokföra.", "legal_basis": "rattslig_forpliktelse",
        "data_subjects": "leverantörer och personal", "data_categories": "namn och bankkonto",
        "recipients": "Skatteverket", "third_country": True, "third_country_basis": "Norge, EES", "retention": "sju år",
        "sub_processors": "Molnhuset AB", "sensitive_personal_data": True,
    }  # fmt: skip
    less = {
        "id": 81, "name": "Ekot", "lifecycle": "i_drift", "personal_data": True, "supplier": str(ids["supplier"]),
        "dpa_status": "nej", "retention": "ett år",
    }  # fmt: skip
    agreed = {
        "kind": "pub_avtal", "status": "gallande", "systems": [str(example.system)], "provider": str(ids["their_it"]),
    }  # fmt: skip
    found = example.with_system(**whole).change("agreements", ids["dpa"], **agreed).adding("systems", less)
    found = found.change("organisations", ids["economy"], email="ekonomi@mellerud.example")
    officer = {
        "id": 82, "system": str(example.system), "kind": "dataskyddsombud", "function": "Dataskyddsombud",
        "organisation": str(ids["economy"]), "starts_on": "2026-01-01",
    }  # fmt: skip
    return found.adding("roles", officer)


def register(known: Any, *, draft: bool = False) -> Any:
    return prepare("processing_register", known.reading, None, draft=draft)


def test_the_paper_as_text(known: Any, text_of: Any, matches_expected: Any) -> None:
    made = register(known)
    assert (made.missing, made.paper.landscape, made.paper.draft, made.paper.marks) == ((), True, False, ())
    assert made.file_name == "Registerforteckning_Melleruds-kommun_2026-11-22.pdf"
    matches_expected("processing_register.txt", text_of(made.paper))


def test_what_is_not_known_is_told_but_stops_nothing(known: Any) -> None:
    made = register(known)
    assert made.missing == ()
    assert made.untold == register(known, draft=True).missing
    assert made.untold[0].field == "controller"


def test_an_agreement_in_force_says_what_the_system_does_not(known: Any) -> None:
    unsaid = known.with_system(dpa_status="")
    assert register(unsaid).untold == register(known).untold
    ended = unsaid.change("agreements", known.ids["dpa"], status="upphort")
    assert "PUB-avtal för Kvarnen" in [value.label for value in register(ended).untold]


def test_a_draft_marks_each_gap_and_says_where_it_is_filled_in(known: Any, text_of: Any) -> None:
    made = register(known, draft=True)
    assert [value.label for value in made.missing] == [
        "Personuppgiftsansvarig för Ekot",
        "Ändamål med behandlingen för Ekot",
        "Rättslig grund för Ekot",
        "Registrerade för Ekot",
        "Kategorier av uppgifter för Ekot",
        "Mottagare för Ekot",
        "Överförs till tredje land för Ekot",
    ]
    assert {value.register for value in made.missing} == {"systems"}
    assert [value.field for value in made.missing][:2] == ["controller", "processing_purpose"]
    assert {value.record_id.int for value in made.missing} == {81}
    assert "Grund: [Uppgift saknas] | [Uppgift saknas]" in text_of(made.paper)
    assert "\nEkot\nAnsvarig: [Uppgift saknas] | " in text_of(made.paper)
    assert "för Ekot" not in text_of(made.paper)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"third_country": True, "third_country_basis": ""}, "Ja: uppgift saknas"),
        ({"third_country": False, "third_country_basis": ""}, " | Nej | "),
        ({"retention": ""}, " | uppgift saknas\n"),
        ({"dpa_status": ""}, "Biträde: Åmåls kommun, Kommunstyrelsen, IT-enheten"),
    ],
)
def test_what_a_behandling_says(known: Any, text_of: Any, values: dict[str, Any], told: str) -> None:
    assert told in text_of(register(known.with_system(**values)).paper)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("", "PUB-avtal: uppgift saknas"),
        ("ja", "Biträde: Exempelleverantören AB |"),
        ("nej", "Biträde: Exempelleverantören AB (PUB-avtal: saknas)"),
        ("under_framtagande", "Biträde: Exempelleverantören AB (PUB-avtal: tas fram)"),
    ],
)
def test_a_supplier_is_a_processor_as_the_register_says(known: Any, text_of: Any, status: str, told: str) -> None:
    ended = known.change("agreements", known.ids["dpa"], status="upphort").with_system(sub_processors="")
    assert told in text_of(register(ended.with_system(dpa_status=status)).paper)


def test_who_needs_no_agreement_is_no_processor(known: Any, text_of: Any) -> None:
    ended = known.change("agreements", known.ids["dpa"], status="upphort").with_system(sub_processors="")
    rows = text_of(register(ended.with_system(dpa_status="ej_tillampligt")).paper).splitlines()
    assert any("| Skatteverket |" in row for row in rows)


@pytest.mark.parametrize(
    "values", [{"status": "utkast"}, {"starts_on": "2020-01-01", "first_term_ends_on": "2020-12-31"}]
)
def test_only_an_agreement_in_force_makes_a_processor(known: Any, text_of: Any, values: dict[str, Any]) -> None:
    assert "Åmåls" in text_of(register(known).paper)
    assert "Åmåls" not in text_of(register(known.change("agreements", known.ids["dpa"], **values)).paper)


def test_an_agreement_that_is_not_shared_is_not_told(known: Any, text_of: Any) -> None:
    held = known.reading.records["agreements"]
    agreements = {**held, known.ids["dpa"]: replace(held[known.ids["dpa"]], shared=False)}
    text = text_of(register(known.read_as(records={**known.reading.records, "agreements": agreements})).paper)
    assert "Åmåls" not in text


@pytest.mark.parametrize("values", [{"starts_on": "2026-12-01"}, {"ends_on": "2026-11-21"}, {"function": ""}])
def test_an_officer_of_another_time_or_an_office_alone_is_a_gap(
    known: Any, text_of: Any, values: dict[str, Any]
) -> None:
    officer = next(key for key, role in known.reading.records["roles"].items() if role.kind == "dataskyddsombud")
    without = known.change("roles", officer, **values)
    assert "Dataskyddsombud: uppgift saknas" in text_of(register(without).paper)
    made = register(without, draft=True)
    assert "Dataskyddsombud: [Uppgift saknas]" in text_of(made.paper)
    gap = made.missing[0]
    assert (gap.label, gap.register, gap.record_id, gap.begun) == (
        "Dataskyddsombud", "roles", None, (("kind", "dataskyddsombud"),)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"function": "Dataskyddsjurist"}, "Dataskyddsombud: Dataskyddsjurist, Ekonomienheten, ekonomi@"),
        ({"organisation": None}, "Dataskyddsombud: Dataskyddsombud\n"),
    ],
)
def test_an_officer_is_told_by_function(known: Any, text_of: Any, values: dict[str, Any], told: str) -> None:
    officer = next(key for key, role in known.reading.records["roles"].items() if role.kind == "dataskyddsombud")
    assert told in text_of(register(known.change("roles", officer, **values)).paper)


def test_an_officer_of_one_answers_for_all_who_have_none(known: Any, text_of: Any) -> None:
    ekot = next(key for key, system in known.reading.records["systems"].items() if system.name == "Ekot")
    text = text_of(register(known.change("systems", ekot, controller=str(known.ids["their_board"]))).paper)
    assert text.count("Dataskyddsombud: Dataskyddsombud, Ekonomienheten, ekonomi@mellerud.example") == 2


def test_who_the_officer_is_stays_in_the_register(known: Any, text_of: Any) -> None:
    officer = next(key for key, role in known.reading.records["roles"].items() if role.kind == "dataskyddsombud")
    person = next(iter(known.reading.records["people"]))
    changed = known.change("roles", officer, person=str(person), email="hemlig@x.example", phone="0530-99 88 77")
    text = text_of(register(changed).paper)
    assert not [word for word in ("Kim Exempel", "hemlig@x.example", "0530-99 88 77") if word in text]


def test_everything_in_it_may_be_known_by_anybody(known: Any, text_of: Any) -> None:
    fields = REGISTERS["systems"].fields
    assert [name for name in PRINTED if not fields[name].exposure.open] == []
    secret = [
        name
        for name, field in fields.items()
        if isinstance(field, (Text, LongText)) and (name == "security_measures" or not field.exposure.open)
    ]
    assert "security_measures" in secret
    assert "HEMLIGT" not in text_of(register(known.with_system(**dict.fromkeys(secret, "HEMLIGT"))).paper)


@pytest.mark.parametrize(
    "values", [{"security_protection": True}, {"personal_data": False}, {"lifecycle": "avvecklad"}]
)
def test_what_is_secret_or_no_behandling_is_left_out(known: Any, text_of: Any, values: dict[str, Any]) -> None:
    text = text_of(register(known.with_system(**values)).paper)
    assert "Kvarnen" not in text
    assert "1 behandling av personuppgifter." in text


def test_an_empty_register_gives_a_paper(known: Any, text_of: Any) -> None:
    empty = known.read_as(records={**known.reading.records, "systems": {}})
    assert "Inga behandlingar av personuppgifter finns i registret." in text_of(register(empty).paper)


@pytest.mark.parametrize("draft", [True, False])
def test_whatever_was_typed_the_file_is_valid(known: Any, draft: bool) -> None:
    texts = {
        name: HOSTILE[: field.max_length] if isinstance(field, Text) else HOSTILE * 40
        for name, field in REGISTERS["systems"].fields.items()
        if isinstance(field, (Text, LongText))
    }
    content = make("processing_register", known.with_system(**texts).reading, None, draft=draft)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
    assert [f"{failure.rule_id} {failure.message}" for report in reports for failure in report.failures] == []
