"""The letter that gives notice: whom it goes to, until when the agreement lasts, and what it cannot be without."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import page
import pypdfium2
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

TYPE = "notice_letter"
NOTICE, TOLD = "Uppsägning av avtal", "Besked om att avtal inte förlängs"
LASTS = "Avtalet gäller därmed till och med"
LONG = ("<b>Avtal</b> & {{avtalet}} %s\\n \U0001f600 漢字 \u202e\x00\x07 " * 2300)[:100_000]
OPEN = {"open_ended": True, "renewal_months": None, "first_term_months": None}
NO_TERM = {"renewal_months": None, "notice_months": None}
SIGNATORY = {"party": "systemagare", "position": "Ekonomichef", "authority": "Delegationsordning, punkt 4.2"}


@pytest.fixture
def running(example: Any) -> Any:
    """The example as it is when it has begun: from 2025, renewed a year at a time, with six months' notice."""
    return example.agreed(status="gallande", starts_on="2025-01-01", signed_on="2024-12-01", version="1.0")


@pytest.fixture
def supplied(running: Any) -> Any:
    """A support agreement with a supplier that is reached by mail."""
    agreed = running.agreed(
        kind="supportavtal", title="Supportavtal Kvarnen", provider=None, dpa=None, handover_format=None
    )
    return agreed.change(
        "organisations", agreed.ids["supplier"], email="avtal@exempel.example", customer_number="K-1461"
    )


@pytest.fixture
def said(text_of: Any) -> Any:
    """What the letter of an example says."""

    def tell(example: Any) -> str:
        told: str = text_of(prepare(TYPE, example.reading, example.agreement, draft=False).paper)
        return told.replace("\u00a0", " ").replace("*", "")

    return tell


def missing(example: Any) -> dict[str, tuple[str, str]]:
    """What the letter lacks, and in which register and field that is filled in."""
    found = prepare(TYPE, example.reading, example.agreement, draft=False).missing
    return {value.label: (value.register, value.field) for value in found}


def faults(content: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
    return [f"{failure.rule_id} {failure.message}" for report in reports for failure in report.failures]


def pages(content: bytes) -> int:
    document = pypdfium2.PdfDocument(BytesIO(content))
    try:
        return len(document)
    finally:
        document.close()


def test_the_letter_as_text(running: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, running.reading, running.agreement, draft=False)
    assert made.missing == ()
    assert made.file_name == "Uppsagning_Driftavtal-Kvarnen_2026-11-22.pdf"
    matches_expected("notice_letter.txt", text_of(made.paper))


def test_the_letter_to_a_supplier_as_text(supplied: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, supplied.reading, supplied.agreement, draft=False)
    assert made.missing == ()
    matches_expected("notice_letter_supplier.txt", text_of(made.paper))


@pytest.mark.parametrize("which", ["running", "supplied", "internal"])
def test_it_is_valid_and_one_page(which: str, request: pytest.FixtureRequest) -> None:
    chosen = request.getfixturevalue(which)
    content = make(TYPE, chosen.reading, chosen.agreement, draft=False)
    assert faults(content) == []
    assert pages(content) == 1
    assert content == make(TYPE, chosen.reading, chosen.agreement, draft=False)


@pytest.mark.parametrize(
    ("terms", "day", "title", "sentence"),
    [
        ({}, None, NOTICE, f"till utgången av den löpande avtalstiden. {LASTS} den 31 december 2027 och förlängs"),
        ({}, date(2027, 6, 30), NOTICE, "med den 31 december 2027 och förlängs inte."),
        ({}, date(2027, 7, 1), NOTICE, f"till närmast möjliga dag. {LASTS} den 31 december 2028 och upphör"),
        ({"notice_given_on": "2027-01-15"}, date(2027, 9, 1), NOTICE, "med den 31 december 2027 och förlängs inte."),
        (OPEN, None, NOTICE, f"till närmast möjliga dag. {LASTS} den 22 maj 2027 och upphör"),
        (NO_TERM, None, TOLD, "härmed att avtalet inte kommer att förlängas. Avtalet gäller till och med den 31 dec"),
        ({"renewal_months": None}, None, TOLD, "inte kommer att förlängas"),
        ({"kind": "driftoverenskommelse"}, None, "Uppsägning av överenskommelse", "upp överenskommelsen till utgången"),
    ],
)  # fmt: skip
def test_until_when_the_agreement_lasts(
    running: Any, said: Any, terms: dict[str, Any], day: date | None, title: str, sentence: str
) -> None:
    chosen = running.agreed(**terms)
    if day is not None:
        chosen = chosen.read_as(day=day)
    told = said(chosen)
    assert told.startswith(title)
    assert sentence in told


@pytest.mark.parametrize(
    ("terms", "there", "not_there"),
    [
        ({}, "enligt avtalet 6 månader. Sista dag att säga upp till den dagen är den 30 juni 2027.", "option"),
        ({"notice_months": None, "notice_days": 90}, "enligt avtalet 90 dagar", "månader"),
        ({"notice_months": 0}, "Skulle avtalet inte kunna upphöra då", "Uppsägningstiden"),
        ({**NO_TERM, "options": [{"months": 12}]}, "att förlänga det genom option utnyttjas inte.", "Uppsägningstiden"),
        ({**NO_TERM, "options": [{"months": 12, "taken": False}]}, "inte kommer att förlängas", "option"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_terms(running: Any, said: Any, terms: dict[str, Any], there: str, not_there: str) -> None:
    told = said(running.agreed(**terms))
    assert there in told
    assert not_there not in told


def test_an_agreement_that_may_end_before_its_last_option_is_given_notice(running: Any, said: Any) -> None:
    """Six months before the first term ends, an option that is taken has still to begin."""
    told = said(running.agreed(renewal_months=None, options=[{"months": 12, "taken": True}]))
    assert told.startswith("Uppsägning av avtal")
    assert "den 31 december 2027" in told


@pytest.mark.parametrize(
    ("values", "there", "not_there"),
    [
        ({}, "Personuppgifter som ni behandlar för vår räkning", "ÅÅÅ"),
        ({}, "PUB-avtal Kvarnen gäller så länge ni har sådana uppgifter kvar.", "i ett öppet och"),
        ({"dpa": None}, "filer i ett öppet, dokumenterat format", "PUB-avtal"),
        ({"dpa": None, "systems": []}, "Bekräftelse.", "Information och personuppgifter"),
        ({"dpa": None, "systems": [], "kind": "pub_avtal"}, "Personuppgifter som ni", "PUB-avtal Kvarnen gäller"),
    ],
)  # fmt: skip
def test_information_and_personal_data_are_asked_back(
    running: Any, said: Any, values: dict[str, Any], there: str, not_there: str
) -> None:
    told = said(running.agreed(**values))
    assert there in told
    assert not_there not in told


def test_what_holds_no_personal_data_is_given_back_and_no_more(running: Any, said: Any) -> None:
    told = said(running.agreed(dpa=None).with_system(personal_data=False))
    assert "ska ni lämna tillbaka" in told
    assert "Personuppgifter som ni" not in told


def test_the_one_who_operates_for_another_gives_notice_to_that_one(running: Any, said: Any) -> None:
    told = said(running.read_as(organisation_id=running.ids["amal"]))
    assert "Från: Åmåls kommun, Kommunstyrelsen, IT-enheten" in told
    assert "Till: Melleruds kommun, Kommunstyrelsen, Ekonomienheten" in told
    assert "som vi har hand om för er räkning" in told
    assert "IT-chef / Delegationsordning, punkt 7.1" in told


def test_all_others_are_told_where_several_agree(running: Any, said: Any) -> None:
    joint = running.agreed(
        kind="samverkansavtal", provider=None, supplier=None, customer=str(running.ids["mellerud"]),
        other_parties=[str(running.ids["mellerud"]), str(running.ids["their_it"]), str(running.ids["supplier"])],
    )  # fmt: skip
    told = said(joint)
    assert "Till: Åmåls kommun, Kommunstyrelsen, IT-enheten, org.nr 212000-1587\nTorget 2" in told
    assert "Till: Exempelleverantören AB\n[Uppgift saknas: motpartens adress]" in told
    lacking = prepare(TYPE, joint.reading, joint.agreement, draft=False).missing
    assert {value.label: value.record_id for value in lacking} == {
        "Avsändarens postadress": running.ids["mellerud"],
        "Motpartens adress": running.ids["supplier"],
    }


def test_those_who_are_connected_are_told_where_nobody_else_is_named(running: Any, said: Any) -> None:
    joint = running.agreed(kind="samverkansavtal", provider=None, supplier=None)
    assert "Till: Åmåls kommun" in said(joint)


def test_within_one_kommun_its_units_write_to_each_other(internal: Any, said: Any) -> None:
    told = said(internal.agreed(starts_on="2025-01-01"))
    assert "Kommunstyrelsen, Ekonomienheten säger härmed upp överenskommelsen" in told
    assert "Till: Melleruds kommun, Kommunstyrelsen, IT-avdelningen" in told
    assert "Information och personuppgifter" not in told
    assert "org.nr" not in told


@pytest.mark.parametrize(
    ("values", "label", "where"),
    [
        ({"registry_number": None}, "Diarienummer", ("agreements", "registry_number")),
        ({"notice_months": None}, "Uppsägningstid", ("agreements", "notice_months")),
        ({"first_term_months": None}, "Dagen då avtalet upphör", ("agreements", "first_term_ends_on")),
        (
            {**NO_TERM, "starts_on": "2020-01-01", "first_term_months": 12},
            "Dagen då avtalet upphör",
            ("agreements", "first_term_ends_on"),
        ),
        ({"provider": None, "supplier": None}, "Motpart", ("agreements", "provider")),
    ],
)
def test_what_the_agreement_must_say(running: Any, values: dict[str, Any], label: str, where: tuple[str, str]) -> None:
    assert missing(running.agreed(**values)) == {label: where}
    with pytest.raises(IncompleteError, match=label):
        make(TYPE, running.agreed(**values).reading, running.agreement, draft=False)


def test_who_signs_and_by_what_right_is_obligatory(running: Any) -> None:
    signatories = ("agreements", "signatories")
    both = {"Befattning för den som undertecknar": signatories, "Behörighet att underteckna": signatories}
    assert missing(running.agreed(signatories=[{**SIGNATORY, "party": "driftenhet"}])) == both
    unauthorised = running.agreed(signatories=[{**SIGNATORY, "authority": None}])
    assert missing(unauthorised) == {"Behörighet att underteckna": signatories}


def test_both_sides_must_be_possible_to_write_to(running: Any, supplied: Any) -> None:
    nowhere = supplied.change("organisations", supplied.ids["supplier"], email=None)
    assert missing(nowhere) == {"Motpartens adress": ("organisations", "postal_address")}
    homeless = running.change("organisations", running.ids["board"], postal_address=None)
    assert missing(homeless) == {"Avsändarens postadress": ("organisations", "postal_address")}


def test_a_draft_is_made_with_its_gaps(running: Any) -> None:
    fields = stored_fields(REGISTERS["agreements"].record)
    empty = running.agreed(**{name: None for name in fields if name != "title"})
    content = make(TYPE, empty.reading, empty.agreement, draft=True)
    assert faults(content) == []


def test_anything_may_be_typed_anywhere(running: Any) -> None:
    typed = {
        name: LONG if isinstance(field, LongText) else LONG[:300]
        for name, field in stored_fields(REGISTERS["agreements"].record).items()
        if isinstance(field, (Text, LongText))
    }
    contacts = [{"party": "systemagare", "task": "avtalsansvarig", "name": LONG[:300], "email": LONG[:300]}]
    chosen = running.agreed(**typed, contacts=contacts).with_system(name=LONG[:300])
    chosen = chosen.change("organisations", chosen.ids["their_it"], name=LONG[:300], postal_address=LONG[:300])
    assert faults(make(TYPE, chosen.reading, chosen.agreement, draft=True)) == []


def test_answers_go_to_who_answers_for_the_agreement_or_to_the_sender(running: Any, said: Any) -> None:
    assert "Svara till Ekonomichef, ekonomi@mellerud.example och ange dnr KS 2026/0147." in said(running)
    assert "Svara till kommunen@mellerud.example och ange" in said(running.agreed(contacts=[]))
    unknown = running.agreed(contacts=[]).change("organisations", running.ids["board"], email=None)
    assert "Svara till adressen ovan och ange" in said(unknown)


def test_answers_go_first_to_the_person_who_answers_for_the_agreement(running: Any, said: Any) -> None:
    named = running.adding("people", {"id": 901, "name": "Anna Ek", "email": "anna.ek@mellerud.example"})
    person = UUID(int=901)
    assert "Svara till Anna Ek, anna.ek@mellerud.example och ange" in said(named.agreed(manager=str(person)))
    unreached = named.change("people", person, email=None).agreed(manager=str(person))
    assert "Svara till Ekonomichef, ekonomi@mellerud.example" in said(unreached)


def test_what_belongs_to_the_agreement_is_named(running: Any, said: Any) -> None:
    main = {"main_agreement": str(running.agreement), "status": "gallande"}
    chosen = running.agreed(dpa=None).adding(
        "agreements",
        {"id": 911, "title": "PUB-avtal Tärnan", "kind": "pub_avtal", **main},
        {"id": 912, "title": "Tilläggsavtal om lagring", "number": "A-7", **main},
        {"id": 913, "title": "Tilläggsavtal om support", **main},
        {"id": 914, "title": "Tilläggsavtal som är slut", **main, "status": "upphort"},
    )
    told = said(chosen)
    belongs = "Till avtalet hör Tilläggsavtal om lagring (A-7) och Tilläggsavtal om support. Ange också vad som sedan"
    assert belongs in told
    assert "PUB-avtal Tärnan gäller så länge ni har sådana uppgifter kvar." in told
    assert "som är slut" not in told


def test_numbers_that_are_not_confirmed_stay_at_home(supplied: Any, said: Any) -> None:
    assert "org.nr" not in said(supplied)
    known = {"organisation_number": "5560001712", "organisation_number_unconfirmed": False}
    told = said(supplied.change("organisations", supplied.ids["supplier"], **known))
    assert "Till: Exempelleverantören AB, org.nr 556000-1712\n" in told


def test_without_an_agreement_there_is_no_letter(running: Any) -> None:
    with pytest.raises(KnownError, match="Välj vilket avtal"):
        prepare(TYPE, running.reading, None, draft=True)
