"""A paper that is numbered prints its number, is kept as it is printed, and says what it was made of."""

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import IncompleteError
from itadmin.documents.issuing import issue_paper, make_numbered
from itadmin.documents.known_number import number_in
from itadmin.documents.making import make
from itadmin.domain.problems import KnownError
from itadmin.services.papers import file_of, paper_of, papers_about, values_of
from itadmin.services.workspace import Workspace


@pytest.fixture
def system_id(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "i_drift"})


def test_the_number_is_on_the_paper_that_is_written_and_kept(
    workspace: Workspace, system_id: UUID, tmp_path: Path
) -> None:
    out = tmp_path / "kort.pdf"
    issued = issue_paper(workspace, workspace.reading(), "system_card", system_id, out)
    paper = paper_of(workspace.reading(), issued.paper_id)
    assert file_of(workspace.attachments, paper).content == out.read_bytes()
    assert number_in(out.read_bytes()) == issued.number == "2026-0001"
    assert paper.status == "fardig"
    assert (paper.title, paper.about_register, paper.about) == ("Systemkort för Lifecare", "systems", str(system_id))
    for profile in ("2a", "ua1"):
        assert not page.validate_pdf_bytes(out.read_bytes(), profile=profile).failures
    told = json.loads(values_of(workspace.attachments, paper).content)
    assert (told["type"], told["on"]) == ("system_card", "2026-11-22")
    assert [record["name"] for record in told["records"]["systems"]] == ["Lifecare"]


def test_numbered_papers_of_equal_records_are_equal(workspace: Workspace, system_id: UUID) -> None:
    first, second = (make_numbered(workspace.reading(), "system_card", system_id, "2026-0007") for _time in range(2))
    assert first == second
    assert first.content != make("system_card", workspace.reading(), system_id, draft=False)


def test_a_paper_about_the_whole_file_is_about_no_record(workspace: Workspace, tmp_path: Path) -> None:
    issue_paper(workspace, workspace.reading(date(2027, 1, 4)), "system_register", None, tmp_path / "ut.pdf")
    (paper,) = papers_about(workspace.reading(), "", None, "system_register")
    assert (paper.number, paper.made_on, paper.about) == ("2027-0001", date(2027, 1, 4), "")


def test_a_paper_that_lacks_something_gets_no_number(workspace: Workspace, tmp_path: Path) -> None:
    agreement = workspace.records.add("agreements", {"title": "Driftavtal", "kind": "driftavtal"})
    with pytest.raises(IncompleteError):
        issue_paper(workspace, workspace.reading(), "operations_agreement", agreement, tmp_path / "ut.pdf")
    assert not (tmp_path / "ut.pdf").exists()
    assert papers_about(workspace.reading(), "agreements", agreement) == []


def test_a_register_that_cannot_be_written_leaves_the_former_file(
    workspace: Workspace, system_id: UUID, tmp_path: Path
) -> None:
    out = tmp_path / "kort.pdf"
    out.write_bytes(b"det gamla")
    reading = workspace.reading()
    workspace.file.writable = False
    with pytest.raises(KnownError, match="läsning"):
        issue_paper(workspace, reading, "system_card", system_id, out)
    workspace.file.writable = True
    assert out.read_bytes() == b"det gamla"


def test_the_values_of_a_text_are_kept_also_those_the_program_proposed(workspace: Workspace) -> None:
    told = {"title": "Rutin", "template": "egen_text", "kind": "rutin", "version": "1", "revise_by": "2030-01-01"}
    term = {"valid_from": "2027-01-01", "open_ended": True, "responsible_function": "IT-chef"}
    document = workspace.records.add("steering_documents", {**told, **term})
    workspace.records.add("document_variables", {"name": "servicedesk_telefon", "value": "0531-00 00 00"})
    text = "Ring {{servicedesk_telefon}}. Lösenord har {{losenord_minlangd}} tecken."
    workspace.records.add("steering_chapters", {"heading": "Ett", "document": str(document), "text": text})
    made = make_numbered(workspace.reading(), "steering_document", document, "2026-0007")
    assert json.loads(made.values)["values"] == {"servicedesk_telefon": "0531-00 00 00", "losenord_minlangd": "14"}
