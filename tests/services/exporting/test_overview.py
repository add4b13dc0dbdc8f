"""Overviews as files: all tables in a workbook, the last one where there is room for one."""

import io
from datetime import date

import openpyxl
import pytest

from itadmin.services.exporting.overview import Overview, overview_file
from itadmin.services.exporting.sheet import Column, Sheet
from itadmin.services.workspace import Workspace


@pytest.fixture
def overview() -> Overview:
    people = Sheet("Ansvariga", (Column("Ansvarig"), Column("System", "whole")), (("=cmd|' /C calc'!A0", 2),))
    systems = Sheet("System", (Column("Namn"), Column("Granskad", "day")), (("Ale", date(2026, 3, 1)), ("Ö", None)))
    return Overview("Årlig granskning", "Två system.", (people, systems))


def test_a_workbook_has_all_the_tables_and_no_formula(workspace: Workspace, overview: Overview) -> None:
    book = openpyxl.load_workbook(io.BytesIO(overview_file(workspace.reading(), overview, ".xlsx").content))
    assert book.sheetnames == ["Ansvariga", "System"]
    assert {cell.data_type for row in book["Ansvariga"].iter_rows() for cell in row} <= {"s", "n"}


def test_a_separated_file_has_the_most_detailed(workspace: Workspace, overview: Overview) -> None:
    text = overview_file(workspace.reading(), overview, ".csv").content.decode("utf-8-sig")
    assert text.splitlines() == ['"Namn";"Granskad"', '"Ale";"2026-03-01"', '"Ö";""']
