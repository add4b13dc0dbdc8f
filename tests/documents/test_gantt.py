"""Gantt on paper: one plan, all that are under way, and the block of other papers, which says all of itself."""

from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Cell, DataTable, Paper, Timeline
from itadmin.documents.gantt import gantt_block
from itadmin.documents.making import make, make_gantt
from itadmin.domain.problems import NotFoundError
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]


def rows(paper: Paper) -> list[list[str]]:
    (table,) = [block for block in paper.body if isinstance(block, DataTable)]
    return [[str(cell.text if isinstance(cell, Cell) else cell) for cell in row] for row in table.rows]


def test_a_plan_is_a_large_picture_with_a_table_as_text(
    workspace: Workspace, e_archive: Ids, text_of: Any, matches_expected: Any
) -> None:
    made = prepare("gantt", workspace.reading(), e_archive["plan"], draft=False)
    assert (made.paper.large, made.paper.landscape, made.missing) == (True, True, ())
    assert made.file_name == "Inforande-av-e-arkiv_Bengtsfors-kommun_2026-11-22.pdf"
    matches_expected("gantt.txt", text_of(made.paper))


def test_all_plans_are_a_paper_of_their_own(workspace: Workspace, e_archive: Ids) -> None:
    del e_archive
    paper = prepare("gantt_all", workspace.reading(), None, draft=False).paper
    assert paper.title == "Planer som pågår"
    names = ["Införande av e-arkiv", "– Planering", "– Uppsättning och integration", "– Driftstart"]
    assert [row[0] for row in rows(paper)] == names


def test_the_block_of_another_paper_says_every_row_in_words(workspace: Workspace, e_archive: Ids) -> None:
    block = gantt_block(workspace.reading(), e_archive["plan"])
    assert isinstance(block, Timeline)
    assert block.caption.startswith("Tidplan, 3 faser och 4 aktiviteter")
    for lane in block.chart.lanes():
        assert lane.sentence in block.alt


@pytest.mark.parametrize("kind", ["gantt", "gantt_all"])
def test_the_files_keep_both_standards_and_are_the_same_each_time(
    workspace: Workspace, e_archive: Ids, kind: str
) -> None:
    plan = e_archive["plan"] if kind == "gantt" else None
    data = make(kind, workspace.reading(), plan, draft=False)
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in ("2a", "ua1")]
    assert [report.is_compliant for report in reports] == [True, True]
    assert make_gantt(workspace.reading(), plan) == data


@pytest.mark.parametrize("plan", [None, UUID(int=4)])
def test_a_plan_that_is_not_there_is_told(workspace: Workspace, plan: UUID | None) -> None:
    with pytest.raises(NotFoundError):
        prepare("gantt", workspace.reading(), plan, draft=True)
