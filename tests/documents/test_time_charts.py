"""Avtalskalender and roadmap on paper: the picture, the table with the same facts, and how long they may be."""

from typing import Any

import page
import pytest

from itadmin.documents import time_charts
from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Cell, DataTable, Paper, Paragraph, Timeline
from itadmin.documents.making import make, make_time_chart
from itadmin.domain.problems import KnownError
from itadmin.services.timeline import Counted, Grouping, Shown, View
from itadmin.services.workspace import Workspace

RENEWING = {"starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A system with an agreement, and an agreement about none."""
    system = workspace.records.add(
        "systems", {"name": "Lifecare", "lifecycle": "i_drift", "in_operation_since": "2019", "support_ends": "2028"}
    )
    usual: dict[str, Any] = {"kind": "supportavtal", "status": "gallande", **RENEWING}
    workspace.records.add("agreements", {**usual, "title": "Support Lifecare", "systems": [str(system)]})
    workspace.records.add("agreements", {**usual, "title": "Städning", "renewal_months": None})
    return workspace


def rows(paper: Paper) -> list[list[str]]:
    (table,) = [block for block in paper.body if isinstance(block, DataTable)]
    return [[str(cell.text if isinstance(cell, Cell) else cell) for cell in row] for row in table.rows]


def test_the_calendar_is_a_large_picture_with_a_table(filled: Workspace) -> None:
    made = prepare("agreement_calendar", filled.reading(), None, draft=False)
    paper = made.paper
    assert (paper.title, paper.large, paper.landscape, made.missing) == ("Avtalskalender", True, True, ())
    assert made.file_name == "Avtalskalender_Bengtsfors-kommun_2026-11-22.pdf"
    (picture,) = [block for block in paper.body if isinstance(block, Timeline)]
    assert picture.alt.startswith(picture.caption)
    assert rows(paper) == [["Support Lifecare", "2027-02-28", "2027-05-31", "förlängs 12 månader", "", ""]]


def test_the_roadmap_has_agreements_under_their_systems(filled: Workspace) -> None:
    paper = prepare("roadmap", filled.reading(), None, draft=True).paper
    assert paper.draft
    assert rows(paper) == [
        ["Lifecare", "2019", "", "", "I drift · stödet upphör 2028", ""],
        ["– Support Lifecare", "2024-06-01", "2027-05-31", "2027-02-28", "förlängs 12 månader", ""],
        ["Avtal utan system", " ", " ", " ", " ", " "],
        ["– Städning", "2024-06-01", "2027-05-31", "", "löper ut", ""],
    ]


def test_what_is_shown_is_what_is_printed(filled: Workspace) -> None:
    shown = Shown(counted=Counted.END, grouping=Grouping.KIND)
    paper = time_charts.prepare_chart(filled.reading(), shown).paper
    assert [row[0] for row in rows(paper)] == ["Supportavtal", "Städning", "Support Lifecare"]


def test_nothing_to_show_is_said(workspace: Workspace) -> None:
    for view in View:
        body = time_charts.prepare_chart(workspace.reading(), Shown(view)).paper.body
        assert Paragraph("Det finns inget att visa.") in body


def test_too_many_lanes_are_refused_in_words(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_charts, "MOST_LANES", 3)
    with pytest.raises(KnownError, match=r"4 rader blir för långt för papper\. Välj en grupp"):
        time_charts.prepare_chart(filled.reading(), Shown(View.ROADMAP))


@pytest.mark.parametrize(("type_name", "view"), [("agreement_calendar", View.CALENDAR), ("roadmap", View.ROADMAP)])
def test_the_files_keep_both_standards_and_are_the_same_each_time(
    filled: Workspace, type_name: str, view: View
) -> None:
    data = make(type_name, filled.reading(), None, draft=False)
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in ("2a", "ua1")]
    assert [report.is_compliant for report in reports] == [True, True]
    assert make_time_chart(filled.reading(), Shown(view)) == data
