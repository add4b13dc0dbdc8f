"""What has changed in a period, on paper."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents import changes_list
from itadmin.documents.changes_list import prepare_changes
from itadmin.documents.content import DataTable, FieldTable
from itadmin.documents.making import make_changes
from itadmin.domain.problems import KnownError
from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)


@pytest.fixture
def changed(workspace: Workspace, clock: Any) -> UUID:
    key = workspace.records.add("systems", {"name": "Lifecare", "purpose": "Gammalt"})
    clock.move(days=1)
    workspace.records.save("systems", key, {"purpose": "Nytt & <b>fett</b>", "lifecycle": "i_drift"})
    rows = [{"party": "driftenhet", "position": "IT-chef"}]
    workspace.records.add("agreements", {"title": "Driftavtal", "signatories": rows})
    return key


def paper(workspace: Workspace, first: date | None) -> Any:
    reading = workspace.reading()
    return prepare_changes(reading, ChangesBetween(reading, Between(first)), first, None).paper


def test_what_is_new_and_what_is_changed_are_told_apart(workspace: Workspace, changed: UUID, text_of: Any) -> None:
    made = paper(workspace, date(2026, 11, 23))
    text = text_of(made)
    assert "2 poster har ändrats." in text.replace("\u00a0", " ")
    assert made.title == "Ändringar 2026-11-23 – 2026-11-23"
    (table,) = [block for block in made.body if isinstance(block, DataTable)]
    assert ("Syfte", "Gammalt", "Nytt & <b>fett</b>") in table.rows
    assert ("Läge", "–", "I drift") in table.rows
    (facts,) = [block for block in made.body if isinstance(block, FieldTable)]
    assert next((field.label, field.value) for field in facts.fields) == ("Benämning", "Driftavtal")


def test_it_says_that_it_is_internal(workspace: Workspace, changed: UUID, text_of: Any) -> None:
    made = paper(workspace, None)
    assert "INTERNT" in made.marks
    assert made.title == "Ändringar från början – 2026-11-23"
    assert "Pröva sekretessen" in text_of(made)


def test_it_becomes_a_file(workspace: Workspace, changed: UUID) -> None:
    reading = workspace.reading()
    changes = ChangesBetween(reading, Between())
    assert make_changes(reading, changes, None, DAY).startswith(b"%PDF")
    assert make_changes(reading, changes, None, DAY) == make_changes(reading, changes, None, DAY)


def test_what_is_too_long_to_read_is_refused(
    workspace: Workspace, changed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes_list, "MOST_RECORDS", 1)
    with pytest.raises(KnownError, match="för långt för papper"):
        paper(workspace, None)
