"""Overviews on paper."""

from datetime import date
from typing import Any

import pytest

from itadmin.documents import overview_list
from itadmin.documents.content import DataTable, Heading
from itadmin.documents.making import make_overview
from itadmin.documents.overview_list import prepare_overview
from itadmin.domain.problems import KnownError
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Sheet
from itadmin.services.workspace import Workspace

HOSTILE = "<b>Ale</b> & {0}"


def overview(tables: int = 2, *, width: int = 3) -> Overview:
    columns = (Column("Namn"), *(Column(f"Kolumn {number}") for number in range(width - 2)), Column("Dag", "day"))
    sheet = Sheet("System", columns, ((HOSTILE, *(["x" * 30] * (width - 2)), date(2026, 3, 1)),))
    return Overview("Årlig granskning", "Ett system.", (sheet,) * tables)


def test_tables_stand_under_their_names_with_values_as_they_are(workspace: Workspace, text_of: Any) -> None:
    made = prepare_overview(workspace.reading(), overview())
    assert made.file_name == "Arlig-granskning_2026-11-22.pdf"
    assert [block.text for block in made.paper.body if isinstance(block, Heading)] == ["System", "System"]
    table = next(block for block in made.paper.body if isinstance(block, DataTable))
    assert table.rows == ((HOSTILE, "x" * 30, "2026-03-01"),)
    assert "INTERNT" in made.paper.marks
    assert HOSTILE in text_of(made.paper)
    assert "Pröva sekretessen" in text_of(made.paper)


def test_a_single_table_needs_no_name(workspace: Workspace) -> None:
    paper = prepare_overview(workspace.reading(), overview(1)).paper
    assert not [block for block in paper.body if isinstance(block, Heading)]


@pytest.mark.parametrize(("width", "lies"), [(3, False), (5, True)])
def test_a_wide_table_lies_down(workspace: Workspace, width: int, lies: bool) -> None:
    assert prepare_overview(workspace.reading(), overview(width=width)).paper.landscape is lies


def test_it_becomes_the_same_file_each_time(workspace: Workspace) -> None:
    first = make_overview(workspace.reading(), overview())
    assert first.startswith(b"%PDF")
    assert first == make_overview(workspace.reading(), overview())


def test_what_is_too_long_to_read_is_refused(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview_list, "MOST_ROWS", 1)
    with pytest.raises(KnownError, match="för långt för papper"):
        prepare_overview(workspace.reading(), overview())
