"""Kostnadsfördelning on paper: the adopted one in full, what a draft lacks, and what it is an appendix of."""

from __future__ import annotations

from typing import Any

import page
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.content import BarChart, DataTable
from itadmin.documents.cost_allocation import TYPE
from itadmin.documents.making import make
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace


def tables(paper: Any) -> dict[str, DataTable]:
    return {block.caption: block for block in paper.body if isinstance(block, DataTable)}


def test_the_adopted_one_as_text(workspace: Workspace, joint_case: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), joint_case.allocation, draft=False)
    assert made.missing == ()
    matches_expected("cost_allocation.txt", text_of(made.paper))


def test_the_file_is_archivable_and_accessible(workspace: Workspace, joint_case: Any) -> None:
    content = make(TYPE, workspace.reading(), joint_case.allocation, draft=False)
    assert all(page.validate_pdf_bytes(content, profile=profile).is_compliant for profile in ("2a", "ua1"))


def test_a_draft_lacks_that_it_is_adopted_and_what_nobody_has_said(workspace: Workspace) -> None:
    key = workspace.records.add("allocations", {"title": "Drift", "model": "LIKA"})
    made = prepare(TYPE, workspace.reading(), key, draft=True)
    assert {(value.register, value.field) for value in made.missing} == {
        ("allocations", name) for name in ("agreement", "amount", "basis_reference", "participants", "status")
    }
    with pytest.raises(IncompleteError):
        make(TYPE, workspace.reading(), key, draft=False)


def test_without_comparison_there_is_one_series_and_no_table_of_changes(workspace: Workspace) -> None:
    rows = [{"municipality": "1460", "starts_on": "2027-07-01"}, {"municipality": "1461"}]
    period = {"period_starts": "2027-01-01", "period_ends": "2027-12-31", "prorated": "manader"}
    values = {"title": "Drift", "model": "BEFOLKNING", "amount": 10_001, "participants": rows, **period}
    made = prepare(TYPE, workspace.reading(), workspace.records.add("allocations", values), draft=True)
    charts = [block for block in made.paper.body if isinstance(block, BarChart)]
    assert [(chart.series, len(chart.bars)) for chart in charts] == [(None, 2)]
    assert list(tables(made.paper)) == ["Kommunernas delar"]
    assert tables(made.paper)["Kommunernas delar"].rows[-1][3] == "100,01"


def test_many_years_stand_some_beside_each_other(workspace: Workspace) -> None:
    rows = [{"municipality": "1460"}, {"municipality": "1461"}]
    more = {"compared_model": "LIKA", "phase_in_years": 7, "model": "BEFOLKNING", "amount": 10_000}
    key = workspace.records.add("allocations", {"title": "Drift", "participants": rows, **more})
    paper = prepare(TYPE, workspace.reading(), key, draft=True).paper
    found = [block for block in paper.body if isinstance(block, DataTable) and block.caption == "Infasning"]
    assert [[column.title for column in table.columns] for table in found] == [
        ["Kommun", "Jämförelse, kr", *(f"År {year}, kr" for year in range(1, 6))],
        ["Kommun", "År 6, kr", "År 7, kr"],
    ]


def test_one_is_chosen_first(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Välj vilken"):
        prepare(TYPE, workspace.reading(), None, draft=True)
