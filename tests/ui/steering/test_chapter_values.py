"""Which values a chapter asks for, what they are now, and which record each is changed in."""

from __future__ import annotations

from uuid import UUID

import pytest

from itadmin.documents.variables import Value, Variable
from itadmin.services.workspace import Workspace
from itadmin.ui.document.needs import Need
from itadmin.ui.steering.chapter_values import (
    LACKING,
    PROPOSED,
    UNKNOWN,
    ChapterValues,
    value_groups,
)
from itadmin.ui.steering.chapter_values import (
    OURS as OUR_VALUES,
)

OURS, RECORD = UUID(int=1), UUID(int=7)
PHONE = Variable("telefon", "Telefon")


def needs(text: str, value: Value, level: UUID | None) -> dict[str, tuple[Need, ...]]:
    groups = value_groups(text, {"telefon": value}, level, {"trappa"})
    return {group.title: group.needs for group in groups}


@pytest.mark.parametrize(
    ("value", "level", "record", "begun"),
    [
        (Value(PHONE, "1", "shipped"), None, None, (("name", "telefon"),)),
        (Value(PHONE, "1", "shipped"), OURS, None, (("name", "telefon"), ("municipality", str(OURS)))),
        (Value(PHONE, "1", "common", RECORD), None, RECORD, ()),
        (Value(PHONE, "1", "common", RECORD), OURS, None, (("name", "telefon"), ("municipality", str(OURS)))),
        (Value(PHONE, "1", "local", RECORD, is_local=True), OURS, RECORD, ()),
    ],
)
def test_a_value_is_changed_on_the_level_that_is_written(
    value: Value, level: UUID | None, record: UUID | None, begun: tuple[tuple[str, str], ...]
) -> None:
    ((title, (need,)),) = needs("{{Telefon}}", value, level).items()
    assert title == (PROPOSED if value.origin == "shipped" else OUR_VALUES)
    assert (need.label, need.text, need.record_id, need.begun) == ("Telefon", "1", record, begun)


def test_what_nobody_knows_stands_by_itself_and_what_is_worked_out_not_at_all() -> None:
    found = needs("{{telefon}} {{Okand}} {{trappa}} {{kommun}} {{telefon}}", Value(PHONE, "", "shipped"), None)
    assert [need.label for need in found[LACKING]] == ["Telefon"]
    assert [(need.label, need.begun) for need in found[UNKNOWN]] == [("Okand", (("name", "okand"),))]
    assert needs("Inga värden.", Value(PHONE, "", "shipped"), None) == {}


def test_values_are_offered_by_what_they_are_about(workspace: Workspace) -> None:
    workspace.records.add("document_variables", {"name": "vart_namn", "value": "Kommunhuset"})
    values = ChapterValues(workspace, "it_policy")
    values.groups("", None)
    offered = values.offered()
    assert list(offered[""]) == ["kommun"]
    assert "servicedesk_telefon" in offered["Servicedesk och kontakter"]
    assert "trappa" in offered["Ur registret"]
    assert list(offered["Egna värden"]) == ["vart_namn"]
    assert {"trappa", "kommun", "servicedesk_telefon", "vart_namn"} <= values.known


@pytest.mark.parametrize("template", ["it_policy", "it_instruktion_drift", "egen_text"])
def test_no_menu_of_values_is_higher_than_a_small_screen(workspace: Workspace, template: str) -> None:
    values = ChapterValues(workspace, template)
    values.groups("", None)
    offered = values.offered()
    assert max(len(offered) + len(offered[""]), *(len(group) for group in offered.values())) <= 15
