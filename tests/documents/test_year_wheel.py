"""Årshjulet on paper: the ring with a table of the same days below it, and how long it may be."""

from typing import Any

import page
import pytest

from itadmin.documents import year_wheel
from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Cell, DataTable, Paper, Paragraph, YearRing
from itadmin.documents.making import make, make_year_wheel
from itadmin.domain.problems import KnownError
from itadmin.services.planner.activities import REGISTER
from itadmin.services.planner.wheel import Asked, Group
from itadmin.services.workspace import Workspace

MEETINGS = Asked(2027, frozenset({Group.MEETINGS}))


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A meeting that comes back each half year."""
    values: dict[str, Any] = {"name": "IT-chefsgruppen", "kind": "mote", "starts_on": "2026-03-10", "repeats": "halvar"}
    workspace.records.add(REGISTER, values)
    return workspace


def rows(paper: Paper) -> list[list[str]]:
    (table,) = [block for block in paper.front if isinstance(block, DataTable)]
    return [[str(cell.text if isinstance(cell, Cell) else cell) for cell in row] for row in table.rows]


def test_the_year_it_is_on_a_large_page_with_all_its_days(filled: Workspace) -> None:
    made = prepare("annual_wheel", filled.reading(), None, draft=False)
    assert (made.paper.title, made.paper.large, made.paper.landscape, made.missing) == ("Årshjul 2026", True, False, ())
    assert made.file_name == "Arshjul-2026_Bengtsfors-kommun.pdf"
    (ring,) = [block for block in made.paper.front if isinstance(block, YearRing)]
    assert ring.alt.startswith(ring.caption)
    assert len(rows(made.paper)) == len(ring.picture.ring.happenings) == 14


def test_what_is_shown_is_what_is_printed(filled: Workspace) -> None:
    paper = year_wheel.prepare_wheel(filled.reading(), MEETINGS).paper
    assert rows(paper) == [
        ["2027-03-10", "Möte", "IT-chefsgruppen", ""],
        ["2027-06-01 – 06-30", "Möte (förslag)", "IT-rådet prioriterar", "IT-chef"],
        ["2027-09-10", "Möte", "IT-chefsgruppen", ""],
    ]


def test_a_year_with_nothing_says_so(workspace: Workspace) -> None:
    paper = year_wheel.prepare_wheel(workspace.reading(), Asked(1950)).paper
    told = [block.text for block in paper.front if isinstance(block, Paragraph)]
    assert told[:1] == ["Det finns inga dagar att visa."]
    assert make_year_wheel(workspace.reading(), Asked(1950)).startswith(b"%PDF")


def test_too_many_days_for_paper_are_refused_in_words(filled: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year_wheel, "MOST_DAYS", 2)
    with pytest.raises(KnownError, match="3 dagar blir för långt för papper"):
        year_wheel.prepare_wheel(filled.reading(), MEETINGS)


def test_the_paper_keeps_both_standards_and_is_the_same_each_time(filled: Workspace) -> None:
    paper = make("annual_wheel", filled.reading(), None, draft=False)
    assert paper == make("annual_wheel", filled.reading(), None, draft=False)
    reports = [page.validate_pdf_bytes(paper, profile=profile) for profile in ("2a", "ua1")]
    assert all(report.is_compliant for report in reports)
