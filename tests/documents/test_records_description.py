"""The description of allmänna handlingar: what the law asks for, of what anybody may know."""

from typing import Any

import page
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.documents.templates import places, shipped_template
from itadmin.domain.fields import LongText, Text
from itadmin.domain.registers import REGISTERS

PRINTED = ("name", "purpose", "retention", "recipients", "department", "category")
"""The fields of a system that the paper tells or is ordered by."""
PRINTED_OF_ORGANISATIONS = ("name", "kind", "parent", "postal_address", "email", "phone", "website")
HOSTILE = "<b>fet</b> %PDF endstream \u202e\x00 \ud800 😀 {{kommun}} " + "x" * 90


@pytest.fixture
def known(example: Any) -> Any:
    """A kommun that is easy to reach, with an e-tjänst, a system beneath the others and some that give away."""
    systems = (
        {"id": 81, "name": "Felanmälan", "lifecycle": "i_drift", "category": "e_tjanst", "purpose": "Anmäla fel."},
        {"id": 82, "name": "Nätet", "lifecycle": "i_drift", "category": "infrastruktur", "recipients": "Ingen"},
        {"id": 83, "name": "Lönnen", "lifecycle": "i_drift", "recipients": "skatteverket"},
        {"id": 84, "name": "Björken", "lifecycle": "i_drift", "recipients": "inga utanför kommunen"},
    )
    found = example.with_system(recipients="skatteverket", retention="sju år").adding("systems", *systems)
    contact = {"email": "kommunen@mellerud.example", "phone": "0530-181 00", "website": "www.mellerud.example"}
    return found.change("organisations", example.ids["mellerud"], **contact)


def description(known: Any, *, draft: bool = False) -> Any:
    return prepare("records_description", known.reading, None, draft=draft)


def test_the_paper_as_text(known: Any, text_of: Any, matches_expected: Any) -> None:
    made = description(known)
    assert (made.missing, made.paper.draft, made.paper.marks) == ((), False, ())
    assert made.file_name == "Beskrivning-av-allmanna-handlingar_Melleruds-kommun_2026-11-22.pdf"
    matches_expected("records_description.txt", text_of(made.paper))


def test_it_is_not_published_without_somebody_to_ask(known: Any, text_of: Any) -> None:
    silent = known.change("organisations", known.ids["mellerud"], email="", phone="")
    made = description(silent, draft=True)
    assert [(gap.label, gap.register, gap.field) for gap in made.missing] == [
        ("E-post", "organisations", "email"),
        ("Telefon", "organisations", "phone"),
    ]
    assert {gap.record_id for gap in made.missing} == {known.ids["mellerud"]}
    assert "E-post: [Uppgift saknas: E-post]" in text_of(made.paper)
    with pytest.raises(IncompleteError, match="Telefon"):
        make("records_description", silent.reading, None, draft=False)


def test_a_forvaltning_without_a_namnd_is_told_too(known: Any, text_of: Any) -> None:
    text = text_of(
        description(known.change("organisations", known.ids["economy"], parent=str(known.ids["mellerud"]))).paper
    )
    assert "Kommunstyrelsen | –\n– | Ekonomienheten" in text


def test_other_kommuner_are_no_part_of_it(known: Any, text_of: Any) -> None:
    assert text_of(description(known).paper).count("Kommunstyrelsen") == 1


def test_a_register_without_systems_gives_a_paper(known: Any, text_of: Any) -> None:
    made = description(known.read_as(records={**known.reading.records, "systems": {}}))
    text = text_of(made.paper)
    assert made.paper.appendices == ()
    assert not [word for word in ("Bilagan", "Genom e-tjänster", "Tabellen visar") if word in text]


def test_everything_in_it_may_be_known_by_anybody(known: Any, text_of: Any) -> None:
    found = known
    for register, printed, record in (
        ("systems", PRINTED, known.system),
        ("organisations", PRINTED_OF_ORGANISATIONS, known.ids["mellerud"]),
    ):
        fields = REGISTERS[register].fields
        assert [name for name in printed if not fields[name].exposure.open] == []
        texts = (name for name, field in fields.items() if isinstance(field, (Text, LongText)))
        secret = [name for name in texts if not fields[name].exposure.open]
        found = found.change(register, record, **dict.fromkeys(secret, "HEMLIGT"))
    assert "HEMLIGT" not in text_of(description(found).paper)


def test_what_may_be_secret_by_its_existence_is_left_out(known: Any, text_of: Any) -> None:
    assert "Kvarnen" not in text_of(description(known.with_system(security_protection=True)).paper)


def test_the_template_asks_only_for_words_that_exist() -> None:
    passages = shipped_template("records_description").passages.values()
    assert {place for passage in passages for place in places(passage.text)} == {"e_tjanster"}


@pytest.mark.parametrize("draft", [True, False])
def test_whatever_was_typed_the_file_is_valid(known: Any, draft: bool) -> None:
    texts = {
        name: HOSTILE[: field.max_length] if isinstance(field, Text) else HOSTILE * 40
        for name, field in REGISTERS["systems"].fields.items()
        if isinstance(field, (Text, LongText))
    }
    hostile = known.with_system(**texts, category="e_tjanst")
    content = make("records_description", hostile.reading, None, draft=draft)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
    assert [f"{failure.rule_id} {failure.message}" for report in reports for failure in report.failures] == []
