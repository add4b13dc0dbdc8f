"""Närvarolistan: who is to come, room to sign for each day, and rows for those who come all the same."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import page
import pypdf
import pytest

from itadmin.documents.attendance_list import TYPE
from itadmin.documents.catalogue import prepare
from itadmin.documents.content import DataTable
from itadmin.documents.making import make
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    def adding(register: str, **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        return workspace.records.add(register, plain)

    return adding


@pytest.fixture
def course(add: Add) -> Callable[..., UUID]:
    """A session on a Tuesday with a teacher and two seats, save what the keywords change."""

    def make(**values: Any) -> UUID:
        teacher = add("people", name="Ulla Berg")
        whole = {
            "title": "Grundkurs Lifecare",
            "starts_on": "2026-12-01",
            "starts_at": "9",
            "ends_at": "12",
            "seats": 2,
        }
        return add("training_sessions", **{**whole, "venue": "Sal 2", "teacher": teacher, **values})

    return make


@pytest.fixture
def part(add: Add) -> Callable[..., UUID]:
    def make(session: UUID, name: str, status: str = "anmald", **values: Any) -> UUID:
        person = add("people", name=name, organisation=values.pop("unit", None))
        return add("training_participations", session=session, person=person, status=status, **values)

    return make


def table(workspace: Workspace, session: UUID) -> DataTable:
    body = prepare(TYPE, workspace.reading(), session, draft=False).paper.body
    return next(block for block in body if isinstance(block, DataTable))


def test_the_list_as_text(
    workspace: Workspace, add: Add, course: Any, part: Any, text_of: Any, matches_expected: Any
) -> None:
    session = course()
    own = add("organisations", name="Socialförvaltningen", kind="forvaltning", parent=municipality_id("1460"))
    other = add("organisations", name="Kommunstyrelsen", kind="namnd", parent=municipality_id("1438"))
    part(session, "Örjan Åberg", unit=own)
    part(session, "Anna Ek", unit=other)
    part(session, "Bo Lind", "reserv")
    part(session, "Cia Dahl", "avanmald")
    made = prepare(TYPE, workspace.reading(), session, draft=False)
    assert made.missing == ()
    assert made.file_name == "Narvarolista_Grundkurs-Lifecare_2026-12-01.pdf"
    assert not made.paper.landscape
    matches_expected("attendance_list.txt", text_of(made.paper))


def test_there_is_an_empty_row_for_each_seat_and_some_for_others(workspace: Workspace, course: Any, part: Any) -> None:
    session = course(seats=12)
    part(session, "Anna Ek")
    assert [row[1] for row in table(workspace, session).rows] == ["Anna Ek", *[""] * 11]
    assert len(table(workspace, course(seats=None)).rows) == 4
    assert len(table(workspace, course(seats=500)).rows) == 20


@pytest.mark.parametrize(
    ("last", "headings", "is_lying"),
    [
        (None, ["Underskrift"], False),
        ("2026-12-02", ["Underskrift 1/12", "Underskrift 2/12"], False),
        ("2026-12-03", ["Underskrift 1/12", "Underskrift 2/12", "Underskrift 3/12"], True),
        ("2026-12-31", ["Underskrift"], False),
    ],
)
def test_one_signs_for_each_day(
    workspace: Workspace, course: Any, last: str | None, headings: list[str], is_lying: bool
) -> None:
    session = course(ends_on=last)
    assert [column.title for column in table(workspace, session).columns[3:]] == headings
    assert prepare(TYPE, workspace.reading(), session, draft=False).paper.landscape is is_lying


def test_a_session_of_which_little_is_known_has_a_list_all_the_same(workspace: Workspace, add: Add) -> None:
    session = add("training_sessions", title="Kurs")
    made = prepare(TYPE, workspace.reading(), session, draft=False)
    assert made.file_name == "Narvarolista_Kurs_2026-11-22.pdf"


def test_it_is_about_a_session(workspace: Workspace) -> None:
    with pytest.raises(KnownError, match="Välj vilket utbildningstillfälle"):
        prepare(TYPE, workspace.reading(), None, draft=False)


def test_a_long_list_is_some_twenty_to_a_page_with_room_to_write(workspace: Workspace, course: Any, part: Any) -> None:
    session = course(seats=30)
    for number in range(30):
        part(session, f"Deltagare {number:02}")
    content = make(TYPE, workspace.reading(), session, draft=False)
    pages = [each.extract_text() for each in pypdf.PdfReader(BytesIO(content)).pages]
    assert len(pages) == 2
    assert 17 <= pages[0].count("Deltagare ") <= 25
    assert all("Underskrift" in text for text in pages)
    rows = "".join(pages).split("Underskrift", 1)[1]
    assert "–" not in rows.replace("09:00–12:00", "")
    for profile in ("2a", "ua1"):
        assert not page.validate_pdf_bytes(content, profile=profile).failures
