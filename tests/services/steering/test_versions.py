"""A new version begins as the old one, with its text and the goals that remain, and the old one stays as it is."""

from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.services.steering import new_version, versions_of
from itadmin.services.workspace import Workspace


@pytest.fixture
def adopted(workspace: Workspace) -> UUID:
    values = {"title": "IT-policy", "kind": "policy", "version": "1.2", "status": "utkast", "revise_by": "2028-12-31"}
    document = workspace.records.add(
        "steering_documents", {**values, "registry_number": "KS 2026/1", "applies_to": "Alla nämnder"}
    )
    belongs = {"document": str(document)}
    workspace.records.add("steering_chapters", {**belongs, "heading": "Syfte", "text": "Så här."})
    for status in ("pagar", "klar", "avbruten"):
        workspace.records.add("goals", {**belongs, "wording": f"Mål som är {status}", "status": status})
    workspace.records.save("steering_documents", document, {"status": "faststalld"})
    return document


def begin(workspace: Workspace, document: UUID) -> UUID:
    begun, changes = new_version(workspace.reading(), workspace.records, document)
    workspace.records.apply(changes)
    return begun


def of(workspace: Workspace, register: str, document: UUID) -> list[str]:
    return [read.label for read in workspace.reading().referring(register, "document", document)]


def test_it_is_a_draft_like_the_old_one(workspace: Workspace, adopted: UUID) -> None:
    record = workspace.reading().one("steering_documents", begin(workspace, adopted)).record
    said = {name: getattr(record, name) for name in ("title", "version", "status", "replaces", "applies_to")}
    assert said == {
        "title": "IT-policy",
        "version": "2.0",
        "status": "utkast",
        "replaces": adopted,
        "applies_to": "Alla nämnder",
    }
    cleared = ("registry_number", "revise_by")
    assert [getattr(record, name) for name in cleared] == ["", None]


def test_text_and_remaining_goals_come_along_and_nothing_is_taken(workspace: Workspace, adopted: UUID) -> None:
    begun = begin(workspace, adopted)
    assert of(workspace, "steering_chapters", begun) == of(workspace, "steering_chapters", adopted) == ["Syfte"]
    assert of(workspace, "goals", begun) == ["Mål som är pagar"]
    assert len(of(workspace, "goals", adopted)) == 3


def test_it_is_one_step(workspace: Workspace, adopted: UUID) -> None:
    begin(workspace, adopted)
    workspace.undo.undo()
    assert workspace.reading().count("steering_documents") == 1
    assert workspace.reading().count("steering_chapters") == 1


def test_a_version_is_continued_once(workspace: Workspace, adopted: UUID) -> None:
    begin(workspace, adopted)
    with pytest.raises(KnownError, match="Det finns redan en nyare version"):
        begin(workspace, adopted)


def test_all_versions_are_found_from_each(workspace: Workspace, adopted: UUID) -> None:
    second = begin(workspace, adopted)
    third = begin(workspace, second)
    for document in (adopted, second, third):
        assert [read.record.id for read in versions_of(workspace.reading(), document)] == [third, second, adopted]


def test_a_ring_of_versions_ends(workspace: Workspace) -> None:
    one = workspace.records.add("steering_documents", {"title": "Ett"})
    two = workspace.records.add("steering_documents", {"title": "Två", "replaces": str(one)})
    workspace.records.save("steering_documents", one, {"replaces": str(two)})
    assert {read.record.id for read in versions_of(workspace.reading(), one)} == {one, two}
