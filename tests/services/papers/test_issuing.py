"""A paper gets a number that nothing else has had, a record, its file and what it was made of, as one step."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.services.papers import (
    Issued,
    MadePaper,
    Remembering,
    file_of,
    issue,
    next_number,
    paper_of,
    papers_about,
    send,
    values_of,
    values_used,
    withdraw,
)
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]


def numbers(workspace: Workspace, record_id: UUID | None) -> list[tuple[str, str, int | None]]:
    papers = papers_about(workspace.reading(), "agreements" if record_id else "", record_id)
    return [(paper.number, paper.status, paper.version) for paper in papers]


def test_the_paper_its_file_and_what_it_was_made_of_are_kept(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    issued = make_paper()
    paper = paper_of(workspace.reading(), issued.paper_id)
    assert (paper.number, paper.status, paper.version) == ("2026-0001", "for_underskrift", 1)
    assert (paper.about_register, paper.about) == ("agreements", str(agreement_id))
    assert paper.made_on == date(2026, 11, 22)
    stored = file_of(workspace.attachments, paper)
    assert stored.content == b"%PDF-1.7 2026-0001"
    assert paper.digest == stored.digest == hashlib.sha256(stored.content).hexdigest()
    told = json.loads(values_of(workspace.attachments, paper).content)
    assert told["number"] == "2026-0001"
    assert [record["title"] for record in told["records"]["agreements"]] == ["Driftavtal Lifecare"]


def test_a_new_paper_replaces_the_one_that_was_out(workspace: Workspace, make_paper: Make, agreement_id: UUID) -> None:
    first, second = make_paper(), make_paper()
    assert numbers(workspace, agreement_id) == [("2026-0002", "for_underskrift", 2), ("2026-0001", "ersatt", 1)]
    assert paper_of(workspace.reading(), second.paper_id).replaces == first.paper_id


def test_a_paper_that_nobody_signs_is_finished_and_locked_until_a_newer_one_replaces_it(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    first = make_paper("operations_documentation", to_sign=False)
    assert numbers(workspace, agreement_id) == [("2026-0001", "fardig", 1)]
    with pytest.raises(KnownError, match="har läget Färdig"):
        send(workspace, first.paper_id, on=date(2026, 11, 22), to="Registrator")
    with pytest.raises(KnownError, match="har läget Färdig"):
        withdraw(workspace, first.paper_id)
    with pytest.raises(ReadOnlyError):
        workspace.records.save("papers", first.paper_id, {"title": "Annat"})
    make_paper("operations_documentation", to_sign=False)
    assert numbers(workspace, agreement_id) == [("2026-0002", "fardig", 2), ("2026-0001", "ersatt", 1)]


def test_papers_of_a_record_that_is_a_version_itself_are_not_counted_as_versions(workspace: Workspace) -> None:
    document = workspace.records.add("steering_documents", {"title": "Riktlinje", "version": "2.0"})
    on = date(2026, 11, 22)
    made = MadePaper("a", "A", "2026-0001", "steering_documents", document, on, "a.pdf", b"%PDF-", b"{}", to_sign=False)
    issued = issue(workspace, made)
    assert paper_of(workspace.reading(), issued.paper_id).version is None


def test_papers_of_other_kinds_and_records_are_left_alone(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    make_paper()
    make_paper("notice_letter")
    make_paper("system_register", None)
    assert [row[1:] for row in numbers(workspace, agreement_id)] == [("for_underskrift", 1), ("for_underskrift", 1)]
    assert numbers(workspace, None) == [("2026-0003", "for_underskrift", 1)]


def test_one_step_takes_all_of_it_back_but_the_number_is_never_used_again(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    make_paper()
    make_paper()
    workspace.undo.undo()
    assert numbers(workspace, agreement_id) == [("2026-0001", "for_underskrift", 1)]
    assert next_number(workspace.reading()) == "2026-0003"
    workspace.undo.undo()
    assert numbers(workspace, agreement_id) == []
    assert next_number(workspace.reading()) == "2026-0003"
    workspace.undo.redo()
    assert numbers(workspace, agreement_id) == [("2026-0001", "for_underskrift", 1)]


def test_a_paper_in_the_bin_and_one_called_something_else_keep_their_numbers(
    workspace: Workspace, make_paper: Make
) -> None:
    binned, renamed = make_paper(), make_paper("notice_letter")
    workspace.records.save("papers", renamed.paper_id, {"number": "Dnr 7"})
    workspace.records.delete("papers", [binned.paper_id])
    assert next_number(workspace.reading()) == "2026-0003"


@pytest.mark.parametrize(
    ("there", "following"),
    [
        ("2026-0041", "2026-0042"),
        ("2026-9999", "2026-10000"),
        ("2025-0041", "2026-0001"),
        ("2026-41", "2026-0001"),
        ("KS 2026-0041", "2026-0001"),
        ("2026-0041-99999999999999999999", "2026-0001"),
    ],
)
def test_the_running_number_is_of_its_year(workspace: Workspace, there: str, following: str) -> None:
    workspace.records.add("papers", {"number": there})
    assert next_number(workspace.reading()) == following


def test_the_year_is_that_of_the_papers_day(workspace: Workspace, make_paper: Make) -> None:
    make_paper()
    assert make_paper(day=date(2027, 1, 4)).number == "2027-0001"
    assert next_number(workspace.reading()) == "2026-0002"


def test_nothing_is_registered_when_what_is_done_beside_it_fails(workspace: Workspace, agreement_id: UUID) -> None:
    made = MadePaper("a", "A", "2026-0001", "agreements", agreement_id, date(2026, 11, 22), "a.pdf", b"%PDF-", b"{}")

    def full() -> None:
        raise KnownError("Disken är full.")

    with pytest.raises(KnownError, match="full"):
        issue(workspace, made, full)
    assert numbers(workspace, agreement_id) == []
    assert next_number(workspace.reading()) == "2026-0001"
    assert issue(workspace, made).number == "2026-0001"


def test_nothing_is_registered_when_the_file_cannot_be_kept(workspace: Workspace, agreement_id: UUID) -> None:
    workspace.attachments.path.mkdir()
    made = MadePaper("a", "A", "2026-0001", "agreements", agreement_id, date(2026, 11, 22), "a.pdf", b"%PDF-", b"{}")
    with pytest.raises(KnownError, match="ingen bilagefil"):
        issue(workspace, made)
    assert numbers(workspace, agreement_id) == []


def test_every_way_of_reading_is_remembered(workspace: Workspace, agreement_id: UUID) -> None:
    newer = workspace.records.add("agreements", {"title": "Nytt", "kind": "driftavtal", "replaces": str(agreement_id)})
    bystander = workspace.records.add("systems", {"name": "Ekot"})
    reading = Remembering(workspace.reading())
    assert [read.label for read in reading.referring("agreements", "replaces", agreement_id)] == ["Nytt"]
    reading.organisation()
    assert reading.given() == {"agreements": [newer], "organisations": [reading.organisation_id]}
    again = Remembering(workspace.reading())
    assert again.related("agreements", agreement_id, whole={("agreements", "replaces")})
    again.rows("systems", [again.place("systems", bystander)], ("name",))
    assert again.given() == {"agreements": [newer], "systems": [bystander]}
    assert again.one("systems", bystander).record.id == bystander


def test_equal_records_give_equal_bytes(workspace: Workspace, agreement_id: UUID) -> None:
    def told(order: list[UUID]) -> bytes:
        reading = Remembering(workspace.reading())
        reading.many("agreements", order)
        return values_used(reading, {})

    other = workspace.records.add("agreements", {"title": "Öm", "kind": "supportavtal"})
    assert told([agreement_id, other]) == told([other, agreement_id])
    assert "Öm".encode() in told([other])


def test_values_of_thousands_of_records_are_packed(workspace: Workspace, agreement_id: UUID) -> None:
    values = json.dumps([f"system {number}" for number in range(100_000)]).encode()
    made = MadePaper("a", "A", "2026-0001", "agreements", agreement_id, date(2026, 11, 22), "a.pdf", b"%PDF-", values)
    paper = paper_of(workspace.reading(), issue(workspace, made).paper_id)
    stored = values_of(workspace.attachments, paper)
    assert stored.content == values
    row = next(row for row in paper.attachments if row.purpose == "uppgifter")
    assert row.file_name == "2026-0001_uppgifter.json.gz"
    assert (row.size or 0) < len(values) / 4


def test_values_that_are_no_packed_file_are_told(workspace: Workspace) -> None:
    row = {**workspace.attachments.keep("2026-0001_uppgifter.json.gz", b"trasig"), "purpose": "uppgifter"}
    paper_id = workspace.records.add("papers", {"number": "2026-0001", "attachments": [row]})
    with pytest.raises(ValueError, match="uppgifter"):
        values_of(workspace.attachments, paper_of(workspace.reading(), paper_id))
