"""Styrande dokument written in the program: the three instruktioner as they ship, own texts, and what each lacks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.content import Paragraph
from itadmin.documents.making import make
from itadmin.documents.proposals import PROPOSAL
from itadmin.documents.variables import known_variables
from itadmin.domain.problems import KnownError

INSTRUCTION, OWN = "it_instruction", "steering_document"
TEMPLATES = ("it_instruktion_anvandare", "it_instruktion_forvaltning", "it_instruktion_drift")
OWN_TEMPLATE = "egen_text"
DOCUMENT = UUID(int=50)
HOSTILE = "<b>x</b> & {{9*9}} [a](b) %s \\n \U0001f600 漢字 \u202e\x00\x07 **| # - "
DECIDED = {
    "title": "IT-instruktion Användare",
    "kind": "instruktion",
    "version": "1.0",
    "registry_number": "KS 2026/0201",
    "valid_from": "2027-01-01",
    "open_ended": True,
    "revise_by": "2029-12-31",
    "responsible_function": "IT-chef",
}


def with_document(example: Any, template: str = TEMPLATES[0], **values: Any) -> Any:
    """The example with a document that lacks nothing."""
    told = [
        {"id": 70 + place, "name": name, "value": variable.example}
        for place, (name, variable) in enumerate(known_variables().items())
        if not variable.default
    ]
    row = {"id": 50, **DECIDED, "template": template, **values}
    return example.adding("steering_documents", row).adding("document_variables", *told)


def chapter(number: int, heading: str, text: str, **values: Any) -> dict[str, Any]:
    return {"id": number, "heading": heading, "document": str(DOCUMENT), "text": text, "manner": "ersatter", **values}


def test_a_shipped_instruktion_as_text(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(INSTRUCTION, with_document(example).reading, DOCUMENT, draft=False)
    matches_expected("it_instruktion_anvandare.txt", text_of(made.paper))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_shipped_ones_lack_nothing_are_valid_and_the_same_each_time(
    example: Any, template: str, faults: Any
) -> None:
    reading = with_document(example, template).reading
    assert prepare(INSTRUCTION, reading, DOCUMENT, draft=False).missing == ()
    content = make(INSTRUCTION, reading, DOCUMENT, draft=False)
    assert faults(content) == []
    assert content == make(INSTRUCTION, reading, DOCUMENT, draft=False)


def test_what_its_file_is_called(example: Any) -> None:
    made = prepare(INSTRUCTION, with_document(example).reading, DOCUMENT, draft=False)
    assert made.file_name == "IT-instruktion-Anvandare_Melleruds-kommun_2026-11-22_v1.0.pdf"


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("kind", "Dokumenttyp"),
        ("version", "Version"),
        ("valid_from", "Första giltighetsdag"),
        ("revise_by", "När dokumentet senast ska revideras"),
        ("responsible_function", "Dokumentansvarig funktion"),
    ],
)
def test_what_it_cannot_be_decided_without(example: Any, field: str, label: str, lacks: Any) -> None:
    changed = with_document(example).change("steering_documents", DOCUMENT, **{field: None})
    assert lacks(INSTRUCTION, changed.reading, DOCUMENT) == {label: ("steering_documents", DOCUMENT, field)}
    with pytest.raises(IncompleteError, match=label):
        make(INSTRUCTION, changed.reading, DOCUMENT, draft=False)


def test_it_is_valid_until_a_day_or_tills_vidare(example: Any, text_of: Any, lacks: Any) -> None:
    until = with_document(example, open_ended=None, valid_until="2031-12-31")
    assert "2027-01-01–2031-12-31" in text_of(prepare(INSTRUCTION, until.reading, DOCUMENT, draft=False).paper)
    assert "Sista giltighetsdag" in lacks(INSTRUCTION, with_document(example, open_ended=None).reading, DOCUMENT)


@pytest.mark.parametrize(("version", "told"), [("1.0", "IT-instruktion, version 1.0"), (None, "IT-instruktion")])
def test_what_it_replaces_is_told_with_its_version(example: Any, text_of: Any, version: str | None, told: str) -> None:
    before = {"id": 51, "title": "IT-instruktion", "kind": "instruktion", "version": version}
    changed = with_document(example.adding("steering_documents", before), replaces=str(UUID(int=51)))
    text = text_of(prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=False).paper).replace("\u00a0", " ")
    assert f"Ersätter: {told}\n" in text


def test_the_title_of_who_is_responsible_stands_for_the_function(example: Any, text_of: Any) -> None:
    changed = with_document(example, responsible_function="", responsible=str(UUID(int=16)))
    assert "Dokumentansvarig: Systemförvaltare" in text_of(
        prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=False).paper
    )


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"body": "KS", "status": "faststalld", "decided_on": "2026-11-18", "paragraph": "141"},
            "Kommunstyrelsen 2026-11-18 § 141",
        ),
        ({"body": "KS", "paragraph": "§ 9", "status": "faststalld", "registry_number": "KS 1"}, "§ 9, dnr KS 1"),
        ({"body": "KS", "status": "vantar"}, "Kommunstyrelsen, väntar på beslut"),
        ({"part": "Kapitel 1", "body": "KF", "status": "faststalld"}, "Kommunfullmäktige, (Kapitel 1)"),
    ],
)
def test_who_has_decided(example: Any, text_of: Any, values: dict[str, Any], told: str) -> None:
    row = {"id": 90, "document": str(DOCUMENT), "municipality": str(example.ids["mellerud"]), **values}
    other = {"id": 91, "document": str(DOCUMENT), "municipality": str(example.ids["amal"]), "body": "namnd"}
    changed = with_document(example).adding("steering_decisions", row, other)
    text = text_of(prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=False).paper).replace("\u00a0", " ")
    assert told in text
    assert "Nämnd" not in text


@pytest.mark.parametrize("draft", [False, True])
def test_until_the_own_kommun_has_decided_it_is_a_proposal_on_every_page(
    example: Any, text_of: Any, draft: bool
) -> None:
    waits = {"id": 90, "document": str(DOCUMENT), "municipality": str(example.ids["mellerud"]), "body": "KS"}
    changed = with_document(example).adding("steering_decisions", waits)
    paper = prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=draft).paper
    assert PROPOSAL in paper.marks
    assert "förslag till beslut" in paper.footer_left
    text = text_of(paper)
    assert text.count("Status: Förslag till beslut") == 2
    assert "Beslutas av: Kommunstyrelsen, väntar på beslut" in text
    assert "Beslutad av" not in text


def test_decided_it_says_so_and_bears_no_mark(example: Any, text_of: Any) -> None:
    made = {"body": "KS", "status": "faststalld", "decided_on": "2026-11-18", "paragraph": "141"}
    row = {"id": 90, "document": str(DOCUMENT), "municipality": str(example.ids["mellerud"]), **made}
    changed = with_document(example).adding("steering_decisions", {**row, "registry_number": "KS 2026/0201"})
    paper = prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=False).paper
    assert PROPOSAL not in paper.marks
    text = text_of(paper).replace("\u00a0", " ")
    assert "örslag till beslut" not in text
    assert "Beslutad av: Kommunstyrelsen 2026-11-18 § 141, dnr KS 2026/0201" in text
    assert text.count("Status: Fastställd") == 2


@pytest.mark.parametrize(("status", "word"), [("faststalld", "Fastställd"), ("ersatt", "Ersatt")])
def test_what_is_noted_as_past_says_that(example: Any, text_of: Any, status: str, word: str) -> None:
    paper = prepare(INSTRUCTION, with_document(example, status=status).reading, DOCUMENT, draft=False).paper
    assert PROPOSAL not in paper.marks
    assert f"Status: {word}" in text_of(paper)


def test_values_that_are_not_known_are_told_and_filled_in_beside_it(example: Any, lacks: Any) -> None:
    changed = with_document(example, OWN_TEMPLATE).adding(
        "steering_chapters", chapter(60, "Ett", "Ring {{servicedesk_telefon}} eller {{eget_nummer}}.")
    )
    changed = changed.change("document_variables", UUID(int=70), value="")
    assert lacks(OWN, changed.reading, DOCUMENT) == {
        "Servicedeskens telefonnummer": ("document_variables", UUID(int=70), "value"),
        "Eget_nummer": ("document_variables", None, "value"),
    }
    begun = {value.begun for value in prepare(OWN, changed.reading, DOCUMENT, draft=False).missing}
    assert begun == {(), (("name", "eget_nummer"), ("municipality", str(example.ids["mellerud"])))}


def test_an_own_text_without_chapters_lacks_them(example: Any, faults: Any, lacks: Any) -> None:
    assert lacks(OWN, with_document(example, OWN_TEMPLATE).reading, DOCUMENT) == {
        "Kapitel": ("steering_chapters", None, "heading")
    }
    assert faults(make(OWN, with_document(example, OWN_TEMPLATE).reading, DOCUMENT, draft=True)) == []


def test_a_kommuns_own_text_stands_in_its_paper(example: Any, text_of: Any, faults: Any) -> None:
    ours, theirs = str(example.ids["mellerud"]), str(example.ids["amal"])
    changed = with_document(example, OWN_TEMPLATE).adding(
        "steering_chapters",
        chapter(60, "Ett", "Gemensamt.\n\n## Mer\n1. a\n2. b\n\n| A | B |\n|---|--:|\n| x | 1 |"),
        chapter(61, "Ett", "Hos oss.", key=str(UUID(int=60)), municipality=ours, manner="tillagg"),
        chapter(62, "Deras", "Hos dem.", municipality=theirs),
    )
    text = text_of(prepare(OWN, changed.reading, DOCUMENT, draft=False).paper)
    assert "Gemensamt." in text
    assert "Hos oss." in text
    assert "Hos dem." not in text
    assert faults(make(OWN, changed.reading, DOCUMENT, draft=False)) == []


def test_a_short_first_paragraph_leads(example: Any) -> None:
    body = prepare(INSTRUCTION, with_document(example).reading, DOCUMENT, draft=False).paper.body
    styles = [block.style for block in body if isinstance(block, Paragraph)]
    assert styles[0] == "lead"
    assert "lead" not in styles[1:]


def test_a_draft_tells_first_what_it_lacks(example: Any, text_of: Any, faults: Any) -> None:
    changed = with_document(example, version="")
    paper = prepare(INSTRUCTION, changed.reading, DOCUMENT, draft=True).paper
    assert paper.draft
    assert "Utkastet saknar en uppgift. Den är utmärkt" in text_of(paper)
    assert faults(make(INSTRUCTION, changed.reading, DOCUMENT, draft=True)) == []


def test_anything_may_be_typed_anywhere(example: Any, faults: Any) -> None:
    typed = dict.fromkeys(("title", "version", "registry_number", "applies_to", "responsible_function"), HOSTILE)
    changed = with_document(example, OWN_TEMPLATE, **typed).adding(
        "steering_chapters", chapter(60, HOSTILE, HOSTILE * 40), chapter(61, "å" * 300, "")
    )
    assert faults(make(OWN, changed.reading, DOCUMENT, draft=True)) == []


def test_the_values_that_its_text_uses(example: Any) -> None:
    used = dict(prepare(INSTRUCTION, with_document(example).reading, DOCUMENT, draft=False).values)
    assert used["kommun"] == "Melleruds kommun"
    assert used["losenord_minlangd"] == known_variables()["losenord_minlangd"].default
    assert "backup_frekvens" not in used


def test_only_documents_that_are_written_here_can_be_made(example: Any) -> None:
    with pytest.raises(KnownError, match="Välj vilket styrande dokument"):
        prepare(OWN, example.reading, None, draft=True)
    with pytest.raises(KnownError, match="ingen text av det slaget"):
        prepare(OWN, with_document(example, "it_policy").reading, DOCUMENT, draft=True)
