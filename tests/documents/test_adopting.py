"""Adopting locks a document and keeps its paper, number and what it was made of, as one step."""

from contextlib import nullcontext
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from itadmin.documents.adopting import adopt
from itadmin.documents.catalogue import IncompleteError
from itadmin.documents.issuing import issue_paper
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.services.goals import goal_of
from itadmin.services.papers import file_of, papers_about, values_of
from itadmin.services.workspace import Workspace

OWN, OTHER = municipality_id("1460"), municipality_id("1438")


def decide(workspace: Workspace, document: UUID, municipality: UUID = OWN, status: str = "faststalld") -> None:
    values = {"document": str(document), "municipality": str(municipality), "body": "KS", "status": status}
    workspace.records.add("steering_decisions", {**values, "decided_on": "2026-11-04", "paragraph": "§ 96"})


def text_in(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def status_of(workspace: Workspace, document: UUID) -> Any:
    record: Any = workspace.reading().one("steering_documents", document).record
    return record.status


def test_the_own_decision_comes_first(workspace: Workspace, guideline: UUID) -> None:
    decide(workspace, guideline, OTHER)
    with pytest.raises(KnownError, match="Anteckna först det egna beslutet"):
        adopt(workspace, workspace.reading(), guideline)
    assert (status_of(workspace, guideline), workspace.reading().count("papers")) == ("utkast", 0)


def test_it_is_locked_and_its_paper_kept(workspace: Workspace, guideline: UUID, tmp_path: Path) -> None:
    decide(workspace, guideline)
    target = tmp_path / "riktlinje.pdf"
    adopt(workspace, workspace.reading(), guideline, target)
    assert status_of(workspace, guideline) == "faststalld"
    with pytest.raises(ReadOnlyError):
        workspace.records.save("steering_documents", guideline, {"title": "Annat"})
    (paper,) = papers_about(workspace.reading(), "steering_documents", guideline, "steering_document")
    assert paper.digest == sha256(target.read_bytes()).hexdigest()
    assert file_of(workspace.attachments, paper).content == target.read_bytes()
    assert "De ska vara långa" in values_of(workspace.attachments, paper).content.decode()


def test_the_paper_that_was_kept_then_is_not_replaced_by_one_of_today(
    workspace: Workspace, guideline: UUID, tmp_path: Path
) -> None:
    issue_paper(workspace, workspace.reading(), "steering_document", guideline, tmp_path / "forslag.pdf")
    decide(workspace, guideline)
    adopt(workspace, workspace.reading(), guideline)
    with pytest.raises(KnownError, match="lagrat som handling 2026-0002"):
        issue_paper(workspace, workspace.reading(), "steering_document", guideline, tmp_path / "ny.pdf")
    papers = papers_about(workspace.reading(), "steering_documents", guideline)
    assert [(paper.number, paper.status) for paper in papers] == [("2026-0002", "fardig"), ("2026-0001", "ersatt")]
    proposal, adopted = (text_in(file_of(workspace.attachments, paper).content) for paper in reversed(papers))
    assert "FÖRSLAG" in proposal
    assert "FÖRSLAG" not in adopted
    assert "Kommunstyrelsen 2026-11-04" in adopted


def test_undo_takes_back_all_of_it(workspace: Workspace, guideline: UUID) -> None:
    decide(workspace, guideline)
    adopt(workspace, workspace.reading(), guideline)
    workspace.undo.undo()
    assert (status_of(workspace, guideline), workspace.reading().count("papers")) == ("utkast", 0)


@pytest.mark.parametrize(("first", "status"), [("2026-11-22", "ersatt"), ("2026-11-23", "faststalld")])
def test_the_version_it_replaces_gives_way_when_it_holds_no_more(
    workspace: Workspace, guideline: UUID, first: str, status: str
) -> None:
    old = workspace.records.add("steering_documents", {"title": "Riktlinje 2021", "status": "faststalld"})
    workspace.records.save("steering_documents", guideline, {"replaces": str(old), "valid_from": first})
    decide(workspace, guideline)
    adopt(workspace, workspace.reading(), guideline)
    assert (status_of(workspace, old), status_of(workspace, guideline)) == (status, "faststalld")


def test_one_written_elsewhere_has_no_paper(workspace: Workspace) -> None:
    document = workspace.records.add("steering_documents", {"title": "Informationssäkerhetspolicy"})
    decide(workspace, document)
    adopt(workspace, workspace.reading(), document)
    assert (status_of(workspace, document), workspace.reading().count("papers")) == ("faststalld", 0)


def test_what_lacks_something_is_not_adopted(workspace: Workspace, guideline: UUID) -> None:
    workspace.records.save("steering_documents", guideline, {"version": None})
    decide(workspace, guideline)
    with pytest.raises(IncompleteError):
        adopt(workspace, workspace.reading(), guideline)
    assert (status_of(workspace, guideline), workspace.reading().count("papers")) == ("utkast", 0)


def test_it_is_adopted_once(workspace: Workspace, guideline: UUID) -> None:
    decide(workspace, guideline)
    adopt(workspace, workspace.reading(), guideline)
    with pytest.raises(KnownError, match="Gör en ny version"):
        adopt(workspace, workspace.reading(), guideline)


def test_what_is_counted_of_its_goals_is_noted_the_same_day(workspace: Workspace, guideline: UUID) -> None:
    add = workspace.records.add
    add("systems", {"name": "Ekot", "lifecycle": "i_drift", "system_owner": {"function": "Rektor"}})
    goal = {"wording": "Alla system har en ägare.", "document": str(guideline), "measure": "andel_systemagare"}
    counted, by_hand = add("goals", goal), add("goals", {**goal, "measure": None})
    decide(workspace, guideline)
    adopt(workspace, workspace.reading(), guideline)
    assert [each.percent for each in goal_of(workspace.reading(), counted).readings] == [10_000]
    assert goal_of(workspace.reading(), by_hand).readings == ()
    workspace.undo.undo()
    assert goal_of(workspace.reading(), counted).readings == ()
    assert status_of(workspace, guideline) == "utkast"


@pytest.mark.parametrize(("day", "status"), [("2026-11-22", "faststalld"), ("2026-11-23", "utkast")])
def test_a_decision_that_is_still_to_come_is_none(workspace: Workspace, guideline: UUID, day: str, status: str) -> None:
    values = {"document": str(guideline), "municipality": str(OWN), "body": "KS", "status": "faststalld"}
    workspace.records.add("steering_decisions", {**values, "decided_on": day, "paragraph": "§ 96"})
    refused = pytest.raises(KnownError, match="har dagen måndag 23 november, som inte har varit än")
    with nullcontext() if status == "faststalld" else refused:
        adopt(workspace, workspace.reading(), guideline)
    assert status_of(workspace, guideline) == status
