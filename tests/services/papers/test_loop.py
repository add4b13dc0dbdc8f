"""A handling is sent, comes back signed, is replaced or withdrawn; what it is about follows, in the same step."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.papers import (
    AGREEMENT_ITSELF,
    Issued,
    Scan,
    Signed,
    SignedCopy,
    paper_of,
    papers_about,
    register_signed_paper,
    send,
    signed_file_of,
    with_signed_paper,
    withdraw,
)
from itadmin.services.workspace import Workspace

Make = Callable[..., Issued]
TODAY = date(2026, 11, 22)
SCAN = Scan("skannat.pdf", b"%PDF-1.4 skannat")
SIGNED = Signed(TODAY, "papper", ({"title": "IT-chef", "party": "Melleruds kommun", "name": "Åsa Ek"},), SCAN)


def agreement(workspace: Workspace, agreement_id: UUID) -> Any:
    return workspace.reading().one("agreements", agreement_id).record


def test_an_agreement_that_is_sent_waits_for_signatures(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    issued = make_paper()
    done = send(workspace, issued.paper_id, on=TODAY, to="Melleruds kommun")
    paper = paper_of(workspace.reading(), issued.paper_id)
    assert (paper.status, paper.sent_on, paper.sent_to) == ("skickat", TODAY, "Melleruds kommun")
    assert agreement(workspace, agreement_id).status == "invantar_underskrift"
    assert done.title == "Skickade handling 2026-0001"
    workspace.undo.undo()
    assert paper_of(workspace.reading(), issued.paper_id).status == "for_underskrift"
    assert agreement(workspace, agreement_id).status == "utkast"


def test_a_signed_agreement_is_in_force_with_its_file(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    issued = make_paper()
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    paper = paper_of(workspace.reading(), issued.paper_id)
    assert (paper.status, paper.signed_on, paper.signing) == ("paskrivet", TODAY, "papper")
    assert [row.name for row in paper.signatories] == ["Åsa Ek"]
    assert signed_file_of(workspace.attachments, paper).content == SCAN.content
    assert [row.purpose for row in paper.attachments] == ["handling", "uppgifter", "paskrivet"]
    found = agreement(workspace, agreement_id)
    assert (found.status, found.signed_on) == ("gallande", TODAY)
    assert [(row.purpose, row.digest) for row in found.attachments] == [("paskrivet", paper.signed_digest)]
    workspace.undo.undo()
    assert paper_of(workspace.reading(), issued.paper_id).status == "for_underskrift"
    assert agreement(workspace, agreement_id).status == "utkast"


def test_another_paper_of_the_agreement_leaves_it_as_it_is(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    issued = make_paper("notice_letter")
    send(workspace, issued.paper_id, on=TODAY, to="")
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert (agreement(workspace, agreement_id).status, agreement(workspace, agreement_id).signed_on) == ("utkast", None)


def test_an_agreement_that_lies_in_the_bin_does_not_stop_its_paper(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    issued = make_paper()
    workspace.records.delete("agreements", [agreement_id])
    register_signed_paper(workspace, issued.paper_id, SIGNED)
    assert paper_of(workspace.reading(), issued.paper_id).status == "paskrivet"
    assert agreement(workspace, agreement_id).signed_on is None


def test_a_signed_paper_stands_until_the_next_one_is_signed(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    first = make_paper()
    register_signed_paper(workspace, first.paper_id, SIGNED)
    second = make_paper()
    assert paper_of(workspace.reading(), first.paper_id).status == "paskrivet"
    register_signed_paper(workspace, second.paper_id, SIGNED)
    states = [paper.status for paper in papers_about(workspace.reading(), "agreements", agreement_id)]
    assert states == ["paskrivet", "ersatt"]


def test_a_signed_paper_is_read_only_but_for_its_note_and_diarienummer(workspace: Workspace, make_paper: Make) -> None:
    paper_id = make_paper().paper_id
    register_signed_paper(workspace, paper_id, SIGNED)
    for values in ({"title": "Annat"}, {"signed_on": "2026-01-01"}, {"digest": "0" * 64}, {"attachments": []}):
        with pytest.raises(KnownError, match="kan inte ändras"):
            workspace.records.save("papers", paper_id, values)
    workspace.records.save("papers", paper_id, {"note": "Ligger i pärm 3.", "registry_number": "KS 2026/7"})
    assert paper_of(workspace.reading(), paper_id).registry_number == "KS 2026/7"


def test_a_withdrawn_paper_goes_no_further_and_is_followed_by_its_next_version(
    workspace: Workspace, make_paper: Make
) -> None:
    paper_id = make_paper().paper_id
    withdraw(workspace, paper_id)
    for go_on in (
        lambda: withdraw(workspace, paper_id),
        lambda: send(workspace, paper_id, on=TODAY, to=""),
        lambda: register_signed_paper(workspace, paper_id, SIGNED),
    ):
        with pytest.raises(KnownError, match="Handling 2026-0001 har läget Makulerat"):
            go_on()
    following = paper_of(workspace.reading(), make_paper().paper_id)
    assert (following.version, following.replaces) == (2, None)
    assert paper_of(workspace.reading(), paper_id).status == "makulerat"


def test_days_to_come_are_refused(workspace: Workspace, make_paper: Make) -> None:
    paper_id = make_paper().paper_id
    with pytest.raises(KnownError, match="dagen då handlingen skickades"):
        send(workspace, paper_id, on=date(2026, 11, 23), to="")
    with pytest.raises(KnownError, match="dagen då handlingen skrevs på"):
        register_signed_paper(workspace, paper_id, Signed(date(2026, 11, 23), "papper", (), SCAN))
    assert paper_of(workspace.reading(), paper_id).status == "for_underskrift"


def test_a_paper_in_the_bin_goes_no_further(workspace: Workspace, make_paper: Make) -> None:
    paper_id = make_paper().paper_id
    workspace.records.delete("papers", [paper_id])
    with pytest.raises(KnownError, match="ligger i papperskorgen"):
        send(workspace, paper_id, on=TODAY, to="")


def test_an_agreement_that_is_noted_as_signed_by_hand_takes_its_handling_with_it(
    workspace: Workspace, make_paper: Make, agreement_id: UUID
) -> None:
    first = make_paper()
    register_signed_paper(workspace, first.paper_id, SIGNED)
    second, other = make_paper(), make_paper("notice_letter")
    row = workspace.attachments.keep("avtal.pdf", b"%PDF-1.4 nytt")
    done, _refused = workspace.records.changes_of_save("agreements", [agreement_id], {"signed_on": "2026-11-21"})
    step = ChangeSet("Registrerade avtalet", done[agreement_id])
    copy = SignedCopy(date(2026, 11, 21), row)
    workspace.records.apply(with_signed_paper(workspace, step, ("agreements", agreement_id), AGREEMENT_ITSELF, copy))
    paper = paper_of(workspace.reading(), second.paper_id)
    assert (paper.status, paper.signed_on) == ("paskrivet", date(2026, 11, 21))
    assert signed_file_of(workspace.attachments, paper).content == b"%PDF-1.4 nytt"
    assert paper_of(workspace.reading(), first.paper_id).status == "ersatt"
    assert paper_of(workspace.reading(), other.paper_id).status == "for_underskrift"
    assert with_signed_paper(workspace, step, ("agreements", agreement_id), AGREEMENT_ITSELF, copy) == step


def test_without_a_file_the_handling_waits_on(workspace: Workspace, make_paper: Make, agreement_id: UUID) -> None:
    make_paper()
    done, _refused = workspace.records.changes_of_save("agreements", [agreement_id], {"signed_on": "2026-11-21"})
    step = ChangeSet("Registrerade avtalet", done[agreement_id])
    assert (
        with_signed_paper(workspace, step, ("agreements", agreement_id), AGREEMENT_ITSELF, SignedCopy(TODAY, None))
        == step
    )
