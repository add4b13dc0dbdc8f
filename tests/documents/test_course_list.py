"""Gemensamma kurser on paper: what is told of each course, and that the file lasts."""

from typing import Any
from uuid import UUID

import page
import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.content import Heading, Paragraph
from itadmin.documents.course_list import TYPE, prepare_courses
from itadmin.documents.making import make
from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    """A system that two kommuner need a course in next year, one of them another one too, and the year after."""
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    for code, year, people, months, topic in (
        ("1460", 2027, 7, ("03", "09"), "Grundkurs"),
        ("1461", 2027, 3, ("03",), "Grundkurs"),
        ("1492", 2027, 1, ("09",), "Grundkurs"),
        ("1461", 2027, 2, (), "Fördjupning"),
        ("1460", 2028, 2, (), "Grundkurs"),
        ("1461", 2028, 2, (), "Grundkurs"),
    ):
        values: dict[str, Any] = {"topic": topic, "system": str(system), "year": year, "people": people}
        values |= {"municipality": str(municipality_id(code)), "months": [{"month": month} for month in months]}
        workspace.records.add("training_needs", {**values, "cost_alone": 10_000_00 if year == 2027 else None})
    return system


@pytest.mark.usefixtures("system")
def test_the_list_as_text(workspace: Workspace, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), None, draft=False)
    assert made.file_name == "Gemensamma-kurser_Bengtsfors-kommun_2026-11-22.pdf"
    matches_expected("course_list.txt", text_of(made.paper))


@pytest.mark.usefixtures("system")
def test_one_year_is_a_list_of_its_own(workspace: Workspace) -> None:
    paper = prepare_courses(workspace.reading(), 2028).paper
    assert paper.title == "Gemensamma kurser 2028"
    headings = [block.text for block in paper.body if isinstance(block, Heading)]
    assert headings == ["Kurser 2028", "Grundkurs – Kvarnen – 2028"]


def test_no_need_is_said_in_words(workspace: Workspace) -> None:
    (told,) = prepare(TYPE, workspace.reading(), None, draft=False).paper.body
    assert isinstance(told, Paragraph)
    assert told.text == "Inget utbildningsbehov är registrerat."


@pytest.mark.usefixtures("system")
def test_the_paper_keeps_both_standards_and_is_the_same_each_time(workspace: Workspace) -> None:
    paper = make(TYPE, workspace.reading(), None, draft=False)
    assert paper == make(TYPE, workspace.reading(), None, draft=False)
    reports = [page.validate_pdf_bytes(paper, profile=profile) for profile in ("2a", "ua1")]
    assert all(report.is_compliant for report in reports)
