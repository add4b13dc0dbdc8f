"""The paper of what is to be taken up: until which day, what stands on it, and what is told together."""

from collections.abc import Callable
from typing import Any

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import DataTable, Heading, Paper
from itadmin.documents.making import make
from itadmin.services.attention import handled, work_list
from itadmin.services.attention.marking import MARKS
from itadmin.services.workspace import Workspace

HOSTILE = "<b>Avtal</b> & {0}"


@pytest.fixture
def agenda(workspace: Workspace) -> Callable[[], Paper]:
    return lambda: prepare("agenda", workspace.reading(), None, draft=False).paper


def add_meeting(workspace: Workspace, name: str, day: str, **values: Any) -> None:
    workspace.records.add("yearly_activities", {"name": name, "kind": "mote", "starts_on": day, **values})


def add_agreement(workspace: Workspace, title: str, ends_on: str, **values: Any) -> None:
    workspace.records.add(
        "agreements",
        {"title": title, "kind": "licensavtal", "status": "gallande", "first_term_ends_on": ends_on, **values},
    )


def test_the_paper_as_text(workspace: Workspace, agenda: Any, text_of: Any, matches_expected: Any) -> None:
    add_meeting(workspace, "IT-chefsgruppens möte", "2026-09-09", repeats="kvartal")
    add_agreement(workspace, "Licensavtal Word", "2026-06-30", annual_price=1_200_000)
    add_agreement(workspace, "Licensavtal Excel", "2026-12-09")
    add_agreement(workspace, HOSTILE, "2026-12-01")
    add_agreement(workspace, "Licensavtal till mötet därefter", "2027-03-09")
    add_agreement(workspace, "Licensavtal som kan vänta", "2027-03-10")
    for number in range(1, 9):
        workspace.records.add("systems", {"name": f"System {number}", "system_manager": {"function": "IT-chef"}})
    for number, role in enumerate(("IT-chef", "Ekonomichef", "Rektor", "Socialchef"), start=1):
        workspace.records.add("systems", {"name": f"Program {number}", "system_owner": {"function": role}})
    matches_expected("agenda.txt", text_of(agenda()))


@pytest.mark.parametrize(
    ("meetings", "title"),
    [
        ([], "Att ta upp – IT-chefsgruppen"),
        ([("IT-råd", "2026-12-03")], "Att ta upp – IT-råd 2026-12-03"),
        ([("IT-råd", "2026-12-03"), ("IT-chefsgruppen", "2027-01-15")], "Att ta upp – IT-chefsgruppen 2027-01-15"),
        ([("IT-råd", "2026-11-22")], "Att ta upp – IT-chefsgruppen"),
        ([("IT-råd", "2027-12-03")], "Att ta upp – IT-chefsgruppen"),
    ],
)  # fmt: skip
def test_it_is_for_the_groups_next_meeting(
    workspace: Workspace, agenda: Any, meetings: list[tuple[str, str]], title: str
) -> None:
    for name, day in meetings:
        add_meeting(workspace, name, day)
    assert agenda().title == title


def test_without_a_meeting_it_is_for_thirty_days(workspace: Workspace, agenda: Any, text_of: Any) -> None:
    assert "Inget kräver åtgärd till och med den 22 december 2026." in text_of(agenda())
    add_agreement(workspace, "Licensavtal", "2026-12-22")
    add_agreement(workspace, "Avtal om lås", "2026-12-23")
    assert "Licensavtal" in text_of(agenda())
    assert "Avtal om lås" not in text_of(agenda())


@pytest.mark.parametrize(
    ("meetings", "last", "left"),
    [
        ([("IT-råd", "2026-12-03")], "2027-03-03", "2027-03-04"),
        ([("IT-råd", "2026-12-03"), ("IT-råd", "2027-01-20")], "2027-01-20", "2027-01-21"),
        ([("IT-råd", "2026-12-03"), ("Årsmöte", "2026-12-20")], "2027-03-03", "2027-03-04"),
    ],
)  # fmt: skip
def test_what_can_wait_for_the_meeting_after_that_is_left_out(
    workspace: Workspace, agenda: Any, text_of: Any, meetings: list[tuple[str, str]], last: str, left: str
) -> None:
    for name, day in meetings:
        add_meeting(workspace, name, day)
    add_agreement(workspace, "Före", "2026-12-02")
    add_agreement(workspace, "På", last)
    add_agreement(workspace, "Efter", left)
    headings = [block.text for block in agenda().body if isinstance(block, Heading)]
    assert headings == ["Måste göras före mötet (1)", "Att besluta på mötet (1)"]
    assert "Efter" not in text_of(agenda())


def test_what_rests_or_is_handled_is_not_taken_up(workspace: Workspace, agenda: Any) -> None:
    add_agreement(workspace, "Licensavtal", "2026-12-01")
    (line,) = (line for line in work_list(workspace.reading()).lines if line.kind == "avtal_loper_ut")
    workspace.records.add(MARKS, handled(line))
    assert not [block for block in agenda().body if isinstance(block, Heading)]


def test_there_is_room_for_what_is_decided(workspace: Workspace, agenda: Any, text_of: Any) -> None:
    add_agreement(workspace, "Licensavtal", "2026-12-01")
    (table,) = (block for block in agenda().body if isinstance(block, DataTable))
    assert table.columns[-1].title == "Beslut"
    assert table.rows[0][-1] == ("\u00a0",)


def test_the_file_keeps_both_standards(workspace: Workspace) -> None:
    add_agreement(workspace, HOSTILE, "2026-12-01")
    content = make("agenda", workspace.reading(), None, draft=False)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, report.failures


def test_it_is_internal_and_the_same_each_time(workspace: Workspace, agenda: Any) -> None:
    add_agreement(workspace, HOSTILE, "2026-12-01")
    assert "INTERNT" in agenda().marks
    first = make("agenda", workspace.reading(), None, draft=True)
    assert first.startswith(b"%PDF")
    assert first == make("agenda", workspace.reading(), None, draft=True)
