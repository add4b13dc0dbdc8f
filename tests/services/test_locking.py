"""What is decided or signed may no longer be changed, whoever tries."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.registers import REGISTERS
from itadmin.services.bulk import plan
from itadmin.services.workspace import Workspace


@pytest.fixture
def policy(workspace: Workspace) -> UUID:
    return workspace.records.add("steering_documents", {"title": "IT-policy", "version": "1.0", "status": "utkast"})


@pytest.fixture
def chapter(workspace: Workspace, policy: UUID) -> UUID:
    return workspace.records.add("steering_chapters", {"heading": "Inledning", "document": str(policy), "text": "Före"})


def said(workspace: Workspace, policy: UUID) -> Any:
    return workspace.reading().one("steering_documents", policy).record


def adopt(workspace: Workspace, policy: UUID) -> None:
    workspace.records.save("steering_documents", policy, {"status": "faststalld"})


def test_a_draft_may_be_changed_and_adopted_in_one_step(workspace: Workspace, policy: UUID) -> None:
    workspace.records.save("steering_documents", policy, {"version": "2.0", "status": "faststalld"})
    assert (said(workspace, policy).version, said(workspace, policy).status) == ("2.0", "faststalld")


@pytest.mark.parametrize(
    "values", [{"title": "Annat"}, {"status": "utkast"}, {"status": None}, {"status": "ersatt", "version": "9"}]
)
def test_what_is_adopted_is_refused(workspace: Workspace, policy: UUID, values: dict[str, str]) -> None:
    adopt(workspace, policy)
    before = said(workspace, policy)
    with pytest.raises(ReadOnlyError, match="Gör en ny version"):
        workspace.records.save("steering_documents", policy, values)
    assert said(workspace, policy) == before


@pytest.mark.parametrize("values", [{"status": "ersatt"}, {"note": "Ny"}, {"responsible_function": "IT-chef"}])
def test_what_is_left_open_may_be_changed(workspace: Workspace, policy: UUID, values: dict[str, str]) -> None:
    adopt(workspace, policy)
    workspace.records.save("steering_documents", policy, values)
    record = said(workspace, policy)
    assert {name: getattr(record, name) for name in values} == values


def test_it_does_not_go_into_the_bin(workspace: Workspace, policy: UUID) -> None:
    adopt(workspace, policy)
    with pytest.raises(ReadOnlyError):
        workspace.records.delete("steering_documents", [policy])


def test_its_text_is_as_locked_as_itself(workspace: Workspace, policy: UUID, chapter: UUID) -> None:
    workspace.records.save("steering_chapters", chapter, {"text": "Efter"})
    adopt(workspace, policy)
    with pytest.raises(ReadOnlyError, match="dess text"):
        workspace.records.save("steering_chapters", chapter, {"text": "Smyg"})
    with pytest.raises(ReadOnlyError):
        workspace.records.delete("steering_chapters", [chapter])
    with pytest.raises(ReadOnlyError):
        workspace.records.add("steering_chapters", {"heading": "Nytt", "document": str(policy)})


def test_a_chapter_may_be_moved_neither_into_nor_out_of_it(workspace: Workspace, policy: UUID, chapter: UUID) -> None:
    other = workspace.records.add("steering_documents", {"title": "Riktlinje"})
    loose = workspace.records.add("steering_chapters", {"heading": "Löst", "document": str(other)})
    adopt(workspace, policy)
    with pytest.raises(ReadOnlyError):
        workspace.records.save("steering_chapters", chapter, {"document": str(other)})
    with pytest.raises(ReadOnlyError):
        workspace.records.save("steering_chapters", loose, {"document": str(policy)})


def test_decisions_of_others_come_after_the_adoption(workspace: Workspace, policy: UUID) -> None:
    adopt(workspace, policy)
    mellerud = str(municipality_id("1461"))
    workspace.records.add("steering_decisions", {"document": str(policy), "municipality": mellerud, "body": "KF"})
    assert workspace.reading().count("steering_decisions") == 1


def test_undo_opens_it_again(workspace: Workspace, policy: UUID) -> None:
    adopt(workspace, policy)
    workspace.undo.undo()
    workspace.records.save("steering_documents", policy, {"title": "Annat"})
    assert workspace.reading().lock_of("steering_documents", said(workspace, policy)) is None


def test_the_lock_is_told_of_both(workspace: Workspace, policy: UUID, chapter: UUID) -> None:
    adopt(workspace, policy)
    reading = workspace.reading()
    assert reading.lock_of("steering_documents", reading.one("steering_documents", policy).record) is not None
    assert reading.lock_of("steering_chapters", reading.one("steering_chapters", chapter).record) is not None
    assert reading.lock_of("people", REGISTERS["people"].record()) is None


def test_many_at_once_leave_it_out_and_say_why(workspace: Workspace, policy: UUID) -> None:
    other = workspace.records.add("steering_documents", {"title": "Riktlinje"})
    adopt(workspace, policy)
    made = plan(workspace.records, "steering_documents", [policy, other], {"applies_to": "Alla nämnder"})
    assert [each.record_id for each in made.refused] == [policy]
    assert [change.record_id for change in made.changes.changes] == [other]
