"""A record that is being written stands among those that are saved; nothing is written by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers.steering_chapters import SteeringChapter
from itadmin.services.drafted import DraftedReading
from itadmin.services.workspace import Workspace

REGISTER = "steering_chapters"


@pytest.fixture
def document(workspace: Workspace) -> UUID:
    document = workspace.records.add("steering_documents", {"title": "Rutin", "template": "egen_text"})
    for heading in ("Ett", "Två"):
        workspace.records.add(REGISTER, {"heading": heading, "document": str(document), "text": "Sparad."})
    return document


def chapters(workspace: Workspace, document: UUID, draft: SteeringChapter) -> dict[str, str]:
    reading = DraftedReading(workspace.reading(), REGISTER, "document", draft)
    found: list[Any] = [read.record for read in reading.referring(REGISTER, "document", document)]
    return {record.heading: record.text for record in found}


def test_a_saved_record_is_read_as_it_is_written(workspace: Workspace, document: UUID) -> None:
    saved: Any = workspace.reading().referring(REGISTER, "document", document)[0].record
    draft = replace(saved, text="Skrivs nu.")
    assert chapters(workspace, document, draft) == {"Ett": "Skrivs nu.", "Två": "Sparad."}
    assert workspace.reading().one(REGISTER, saved.id).record == saved


def test_a_new_record_stands_among_the_others(workspace: Workspace, document: UUID) -> None:
    draft = SteeringChapter(heading="Tre", document=document, text="Skrivs nu.")
    assert chapters(workspace, document, draft) == {"Ett": "Sparad.", "Två": "Sparad.", "Tre": "Skrivs nu."}


def test_what_is_about_something_else_is_not_touched(workspace: Workspace, document: UUID) -> None:
    draft = SteeringChapter(heading="Tre", document=UUID(int=9), text="Skrivs nu.")
    assert chapters(workspace, document, draft) == {"Ett": "Sparad.", "Två": "Sparad."}
    reading = DraftedReading(workspace.reading(), REGISTER, "document", draft)
    assert reading.referring(REGISTER, "municipality", document) == []
