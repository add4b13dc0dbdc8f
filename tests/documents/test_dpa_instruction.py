"""The instruktion to a biträde: what it says of the processing and the underbiträden, and what must not be lacking."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.domain.fields import LongText, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

TYPE = "dpa_instruction"
LONG = ("<b>Avtal</b> & {{avtal}} %s\\n \U0001f600 漢字 \u202e\x00\x07 " * 2300)[:100_000]
SUB = {
    "name": "Hallen AB",
    "organisation_number": "5560360793",
    "country": "Sverige",
    "service": "Lagring",
    "approved_on": "2026-05-01",
}


@pytest.fixture
def instructed(example: Any) -> Any:
    """A PUB-avtal with a supplier whose instruktion lacks nothing."""
    return example.agreed(
        kind="pub_avtal",
        title="PUB-avtal Kvarnen",
        provider=None,
        dpa=None,
        template_version="Gemensam mall, februari 2023",
        processing_purpose="Redovisning och betalning.",
        processing_kinds="lagring och support",
        data_subjects="leverantörer och personal",
        data_categories="kontaktuppgifter",
        sensitive_personal_data=False,
        data_location="Sverige",
        third_country=False,
        security_measures="Hemligt skydd.",
        data_return="Lämnas ut och raderas inom 30 dagar.",
        subprocessors=[SUB],
        administrative_contact="Ekonomichef, ekonomi@mellerud.example",
    )


@pytest.fixture
def said(words_of: Any) -> Any:
    """What the instruktion of an example says."""
    return lambda example: words_of(TYPE, example.reading, example.agreement)


def missing(example: Any) -> dict[str, str]:
    """What is lacking, and in which field of the agreement that is filled in."""
    found = prepare(TYPE, example.reading, example.agreement, draft=False).missing
    assert {(value.register, value.record_id) for value in found} <= {("agreements", example.agreement)}
    return {value.label: value.field for value in found}


def test_the_instruktion_as_text(instructed: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, instructed.reading, instructed.agreement, draft=False)
    assert made.missing == ()
    assert made.file_name == "Instruktion-till-personuppgiftsbitrade_PUB-avtal-Kvarnen_2026-11-22.pdf"
    matches_expected("dpa_instruction.txt", text_of(made.paper))


def test_it_is_valid_and_the_same_each_time(instructed: Any, faults: Any) -> None:
    content = make(TYPE, instructed.reading, instructed.agreement, draft=False)
    assert faults(content) == []
    assert content == make(TYPE, instructed.reading, instructed.agreement, draft=False)


@pytest.mark.parametrize(("publicity", "is_told"), [("", False), ("oppen", False), ("sekretessprovas", True)])
def test_protection_is_told_only_where_the_paper_is_not_open(
    instructed: Any, said: Any, publicity: str, is_told: bool
) -> None:
    told = said(instructed.agreed(publicity=publicity or None))
    assert ("Hemligt skydd" in told) is is_told
    assert ("Beskrivs i en egen handling" in told) is not is_told
    assert ("Offentlighet: Sekretessprövas vid utlämnande" in told) is is_told


def test_between_processors_the_words_are_others(instructed: Any, said: Any) -> None:
    told = said(instructed.agreed(kind="underbitradesavtal"))
    assert told.startswith("Instruktion till underbiträde / PUB-avtal Kvarnen")
    assert "Underbiträdet behandlar personuppgifter bara så som det står här" in told
    assert "säger till personuppgiftsbiträdet om" in told


def test_another_kommun_can_be_the_processor(instructed: Any, said: Any) -> None:
    told = said(instructed.agreed(supplier=None, provider=str(instructed.ids["their_it"])))
    assert "Personuppgiftsbiträdet: Åmåls kommun, Kommunstyrelsen, IT-enheten, org.nr 212000-1587" in told


def test_a_supplier_is_the_processor_before_who_operates(instructed: Any, said: Any) -> None:
    told = said(instructed.agreed(provider=str(instructed.ids["their_it"])))
    assert "Personuppgiftsbiträdet: Exempelleverantören AB" in told


def test_without_subprocessors_it_says_that_none_are_approved(instructed: Any, said: Any) -> None:
    assert "Inga underbiträden är godkända." in said(instructed.agreed(subprocessors=[]))


def test_the_number_of_a_person_is_masked(instructed: Any, said: Any) -> None:
    told = said(instructed.agreed(subprocessors=[{**SUB, "organisation_number": "8507099805"}]))
    assert "9805" not in told


@pytest.mark.parametrize(
    ("values", "lacking"),
    [
        ({"processing_purpose": None}, {"Ändamål med behandlingen": "processing_purpose"}),
        ({"sensitive_personal_data": None}, {"Känsliga personuppgifter": "sensitive_personal_data"}),
        ({"third_country": True}, {"Grund för överföringen": "third_country_basis"}),
        ({"security_measures": None}, {"Skyddsåtgärder": "security_measures"}),
        ({"customer": None}, {"Part som instruerar": "customer"}),
        ({"supplier": None}, {"Part som instrueras": "supplier"}),
        (
            {"subprocessors": [{"name": "Hallen AB"}]},
            {"Underbiträdets land": "subprocessors", "Underbiträdets tjänst": "subprocessors"},
        ),
        (
            {"signatories": []},
            {
                "Befattning för den som undertecknar": "signatories",
                "Behörighet att underteckna": "signatories",
            },
        ),
    ],
)
def test_what_it_cannot_be_without(instructed: Any, values: dict[str, Any], lacking: dict[str, str]) -> None:
    example = instructed.agreed(**values)
    assert missing(example) == lacking
    with pytest.raises(IncompleteError, match=next(iter(lacking))):
        make(TYPE, example.reading, example.agreement, draft=False)


def test_a_draft_is_made_with_its_gaps(instructed: Any, faults: Any) -> None:
    fields = stored_fields(REGISTERS["agreements"].record)
    empty = instructed.agreed(**{name: None for name in fields if name not in ("title", "kind")})
    assert faults(make(TYPE, empty.reading, empty.agreement, draft=True)) == []


def test_anything_may_be_typed_anywhere(instructed: Any, faults: Any) -> None:
    typed = {
        name: LONG if isinstance(field, LongText) else LONG[:300]
        for name, field in stored_fields(REGISTERS["agreements"].record).items()
        if isinstance(field, (Text, LongText))
    }
    row = {**SUB, **dict.fromkeys(("name", "country", "service"), LONG[:300]), "organisation_number": LONG[:40]}
    chosen = instructed.agreed(**typed, subprocessors=[row] * 40).with_system(name=LONG[:300])
    chosen = chosen.change("organisations", chosen.ids["supplier"], name=LONG[:300])
    assert faults(make(TYPE, chosen.reading, chosen.agreement, draft=True)) == []


def test_other_agreements_have_no_instruktion(example: Any) -> None:
    with pytest.raises(KnownError, match="bara av ett PUB-avtal eller ett underbiträdesavtal"):
        prepare(TYPE, example.reading, example.agreement, draft=True)
    with pytest.raises(KnownError, match="Välj vilket avtal"):
        prepare(TYPE, example.reading, None, draft=True)
