"""Kursintyget: who has done what, how much it was, and until when it holds."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import page
import pypdf
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.course_certificate import TYPE
from itadmin.documents.course_facts import length_in_words
from itadmin.documents.making import make
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    def adding(register: str, **values: Any) -> UUID:
        return workspace.records.add(register, {name: _plain(value) for name, value in values.items()})

    return adding


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, UUID) else value


@pytest.fixture
def module(add: Add) -> Callable[..., UUID]:
    """A moment of the plan of Lifecare."""
    plan = add("training_plans", title="Plan", system=add("systems", name="Lifecare"))

    def make(title: str, **values: Any) -> UUID:
        return add("training_modules", title=title, plan=plan, form="lararledd", **values)

    return make


@pytest.fixture
def done(add: Add, module: Any) -> Callable[..., UUID]:
    """That Anna has done a course of two modules, save what the keywords change."""

    def make(**values: Any) -> UUID:
        unit = add("organisations", name="Socialförvaltningen", kind="forvaltning", parent=municipality_id("1460"))
        anna = add("people", name="Anna Ek", title="Biståndshandläggare", organisation=unit)
        content = "Inloggning och sökning.\nSekretess."
        modules = [module("Grund", minutes=120, valid_months=24, content=content), module("Fördjupning", minutes=30)]
        course = {"title": "Grundkurs", "starts_on": "2026-11-10", "ends_on": "2026-11-11", "venue": "Sal 2"}
        session = add("training_sessions", modules=modules, teacher_name="Ulla Berg", **course)
        return add("training_participations", **{"person": anna, "session": session, "status": "genomford", **values})

    return make


def test_the_certificate_as_text(workspace: Workspace, done: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, workspace.reading(), done(), draft=False)
    assert made.missing == ()
    assert made.file_name == "Kursintyg_Grundkurs_Anna-Ek.pdf"
    matches_expected("course_certificate.txt", text_of(made.paper))


def test_what_was_learnt_without_a_session_is_certified_too(
    workspace: Workspace, done: Any, module: Any, text_of: Any
) -> None:
    alone = module("E-kurs säkerhet", minutes=45, valid_months=12)
    record = done(session=None, module=alone, completed_on="2026-02-28")
    text = text_of(prepare(TYPE, workspace.reading(), record, draft=False).paper)
    assert "*Anna Ek* har genomfört *E-kurs säkerhet* den 28 februari 2026." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "2027-02-28" in text
    assert "Kursansvarig" in text


def test_the_day_of_the_record_goes_before_that_of_the_session(workspace: Workspace, done: Any, text_of: Any) -> None:
    text = text_of(prepare(TYPE, workspace.reading(), done(completed_on="2026-11-20"), draft=False).paper)
    assert "den 20 november 2026" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "2028-11-20" in text


def test_it_is_one_sheet(workspace: Workspace, add: Add, done: Any, module: Any) -> None:
    content = "Vilka uppgifter som finns i systemet och hur de är klassade. Sekretess och loggning. " * 3
    modules = [module(title, minutes=90, valid_months=24, content=content) for title in ("Säkerhet", "Grundkurs")]
    session = add("training_sessions", title="Kurs", modules=modules, starts_on="2026-11-10", teacher_name="Ulla Berg")
    workspace.records.save("training_sessions", session, {"venue": "Utbildningssalen, Bengtsfors"})
    paper = make(TYPE, workspace.reading(), done(session=session), draft=False)
    assert len(pypdf.PdfReader(BytesIO(paper)).pages) == 1


@pytest.mark.parametrize("status", ["anmald", "reserv", "uteblev", "avanmald"])
def test_only_what_has_been_done_is_certified(workspace: Workspace, done: Any, status: str) -> None:
    with pytest.raises(KnownError, match="har genomfört utbildningen"):
        prepare(TYPE, workspace.reading(), done(status=status), draft=False)


def test_what_it_cannot_be_without_is_told_with_its_field(workspace: Workspace, done: Any) -> None:
    record = done(session=None)
    lacks = prepare(TYPE, workspace.reading(), record, draft=True).missing
    assert [(value.label, value.field) for value in lacks] == [
        ("Vad intyget gäller", "session"),
        ("Vilken dag det genomfördes", "completed_on"),
    ]
    with pytest.raises(IncompleteError):
        make(TYPE, workspace.reading(), record, draft=False)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, ""), (1, "1 minut"), (45, "45 minuter"), (60, "1 timme"), (90, "1,5 timmar"), (180, "3 timmar"),
        (75, "1 timme 15 minuter"), (30, "30 minuter"), (210, "3,5 timmar"),
    ],
)  # fmt: skip
def test_lengths_as_one_says_them(minutes: int, said: str) -> None:
    assert length_in_words(minutes) == said


def test_it_is_one_page_that_can_be_archived_and_read_aloud(workspace: Workspace, done: Any) -> None:
    content = make(TYPE, workspace.reading(), done(), draft=False)
    assert len(pypdf.PdfReader(BytesIO(content)).pages) == 1
    for profile in ("2a", "ua1"):
        assert not page.validate_pdf_bytes(content, profile=profile).failures


def test_what_has_not_been_yet_is_not_certified(workspace: Workspace, add: Add) -> None:
    session = add("training_sessions", title="Kurs", starts_on="2026-11-10")
    part = add("training_participations", person=add("people", name="Anna"), session=session, status="genomford")
    workspace.records.save("training_sessions", session, {"starts_on": "2026-12-10"})
    with pytest.raises(KnownError, match="först torsdag 10 december"):
        prepare(TYPE, workspace.reading(), part, draft=True)
