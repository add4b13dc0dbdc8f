"""Mötesprotokollet: all that a body decided on a day, with what is to be done."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import page
import pypdfium2
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.making import make
from itadmin.documents.meeting_minutes import TYPE
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace


@pytest.fixture
def decision(workspace: Workspace) -> UUID:
    """Three decisions of a meeting, one of them for information, and one of another body on the same day."""
    add = workspace.records.add
    members = [str(municipality_id(code)) for code in ("1460", "1439", "1461")]
    add("regions", {"name": "Dalsland", "members": members})
    system, kim = add("systems", {"name": "Kvarnen"}), add("people", {"name": "Kim Berg"})
    of_day = {"forum": "IT-chefsgruppen", "decided_on": "2026-11-19", "kind": "beslut"}
    one = {"title": "Pröva samverkan om Kvarnen", "paragraph": "9", "systems": [str(system)], "due": "2027-02-01"}
    made = add("decisions", {**of_day, **one, "text": "Gruppen prövar.\n\nKim utreder.", "responsible": str(kim)})
    add("decisions", {**of_day, "title": "Lägesrapport", "paragraph": "10", "kind": "information"})
    more = {"title": "Svara i ärendet", "paragraph": "§ 8", "municipality": members[1], "due": "2026-12-15"}
    add("decisions", {**of_day, **more, "responsible_function": "IT-chef"})
    add("decisions", {**of_day, "title": "Annat", "forum": "Kommunstyrelsen"})
    return made


def test_it_as_text(
    workspace: Workspace, decision: UUID, text_of: Any, matches_expected: Callable[[str, str], None]
) -> None:
    made = prepare(TYPE, workspace.reading(), decision, draft=False)
    assert (made.missing, made.file_name) == ((), "Motesprotokoll_IT-chefsgruppen_2026-11-19.pdf")
    matches_expected("meeting_minutes.txt", text_of(made.paper))


def test_a_decision_without_a_day_asks_for_it(workspace: Workspace) -> None:
    made = workspace.records.add("decisions", {"title": "Utan dag"})
    (missing,) = prepare(TYPE, workspace.reading(), made, draft=True).missing
    assert (missing.register, missing.record_id, missing.field) == ("decisions", made, "decided_on")


def test_minutes_are_of_a_decision(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Välj ett beslut"):
        prepare(TYPE, workspace.reading(), None, draft=False)


def test_the_paper_keeps_both_standards_and_is_the_same_each_time(workspace: Workspace, decision: UUID) -> None:
    content = make(TYPE, workspace.reading(), decision, draft=False)
    assert content == make(TYPE, workspace.reading(), decision, draft=False)
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in ("2a", "ua1"))


def test_what_is_left_to_write_and_follow_up_is_said_to_whoever_makes_it(workspace: Workspace, decision: UUID) -> None:
    (present,) = prepare(TYPE, workspace.reading(), decision, draft=False).remarks
    assert present.startswith("Vilka som var närvarande står inte i registret.")
    workspace.records.save("decisions", decision, {"due": None})
    (_present, undated) = prepare(TYPE, workspace.reading(), decision, draft=False).remarks
    assert undated.startswith("Utan sista dag, och därför varken i Att göra eller i Kräver åtgärd: §\N{NBSP}9 Pröva")
    workspace.records.save("decisions", decision, {"due": "2027-02-01", "responsible": None})
    (_present, unmanned) = prepare(TYPE, workspace.reading(), decision, draft=False).remarks
    assert unmanned == "Utan ansvarig: §\N{NBSP}9 Pröva samverkan om Kvarnen."
    workspace.records.save("decisions", decision, {"status": "klart"})
    assert len(prepare(TYPE, workspace.reading(), decision, draft=False).remarks) == 1


def test_a_system_under_protection_that_is_named_is_told_of(workspace: Workspace, decision: UUID) -> None:
    (system,) = workspace.reading().keys("systems")
    workspace.records.save("systems", system, {"security_protection": True})
    assert "Kvarnen rör säkerhetsskydd" in prepare(TYPE, workspace.reading(), decision, draft=False).remarks[-1]


def test_the_last_decision_does_not_follow_the_signatures_to_the_next_page(workspace: Workspace) -> None:
    text = "\n\n".join(["Gruppen tycker så här och skriver det på många rader. " * 6] * 4)
    of_day = {"forum": "IT-chefsgruppen", "decided_on": "2026-11-19", "kind": "information"}
    for number in ("1", "2"):
        made = workspace.records.add("decisions", {**of_day, "title": "Läge", "paragraph": number, "text": text})
    with pypdfium2.PdfDocument(make(TYPE, workspace.reading(), made, draft=False)) as document:
        assert len(document) == 2
        assert "2 Läge" in document[0].get_textpage().get_text_range()


def test_a_guest_that_a_decision_is_about_has_a_line(workspace: Workspace, decision: UUID, text_of: Any) -> None:
    own, guest = str(municipality_id("1460")), str(municipality_id("1765"))
    case = workspace.records.add("cooperation_cases", {"title": "Brandvägg", "participants": [own, guest]})
    workspace.records.save("decisions", decision, {"cases": [str(case)]})
    told = text_of(prepare(TYPE, workspace.reading(), decision, draft=False).paper)
    assert "Melleruds kommun | –\nÅrjängs kommun, gäst | –\n" in told
    assert "Bengtsfors kommun | –\n" in told
