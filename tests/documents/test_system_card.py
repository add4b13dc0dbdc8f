"""The systemkort as text, with and without what a system ought to have."""

from datetime import date
from typing import Any

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.domain.problems import KnownError


def card(example: Any, *, draft: bool = False) -> Any:
    return prepare("system_card", example.reading, example.system, draft=draft)


def test_the_card_of_a_known_system(example: Any, text_of: Any, matches_expected: Any) -> None:
    made = card(example)
    assert made.missing == ()
    assert made.file_name == "Systemkort_Kvarnen_2026-11-22.pdf"
    matches_expected("system_card.txt", text_of(made.paper))


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
