"""Lists of who has been at which course, as they come out of Excel: people and what they have done in one plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.by_values import by_values
from itadmin.services.importing.opening import Proposal, open_for
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.workspace import Workspace

REGISTER = "training_participations"
HEADINGS = ["Förnamn", "Efternamn", "E-post", "Förvaltning", "Datum", "Moment/tillfälle", "Resultat"]
ANNA = ["Anna", "Ek", "anna.ek@bengtsfors.se", "Socialförvaltningen", date(2026, 3, 3), "Grundkurs", "Godkänd"]
BO = ["Bo", "Al", "bo.al@bengtsfors.se", "Socialförvaltningen", date(2026, 3, 3), "Grundkurs", "uteblev"]


class Book:
    """A register with a module, and workbooks that are taken into it."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace = workspace
        self.path = folder / "deltagare.xlsx"
        self.module = self.new_module("Grundkurs")

    def new_module(self, title: str, **values: Any) -> UUID:
        plan_id = self.workspace.records.add("training_plans", {"title": "Plan", "kind": "allman"})
        return self.workspace.records.add("training_modules", {"title": title, "plan": str(plan_id), **values})

    def opened(self, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> Proposal:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (headings, *rows):
            sheet.append(list(row))
        book.save(self.path)
        return open_for(REGISTERS[REGISTER], self.path)

    def planned(self, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> ImportPlan:
        found = self.opened(*rows, headings=headings)
        reading, new_id = self.workspace.reading(), self.workspace.around.new_id
        return plan(reading, REGISTERS[REGISTER], found.table, found.columns, new_id, Progress())

    def taken(self, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> ImportPlan:
        found = self.planned(*rows, headings=headings)
        self.workspace.records.apply(found.change_set)
        return found

    def told(self) -> list[tuple[Any, ...]]:
        """Who has done what, as it stands in the register."""
        reading = self.workspace.reading()
        reads = reading.many(REGISTER, reading.keys(REGISTER)).values()
        return sorted(
            (read.labels[part.person], part.status, read.labels.get(part.session or part.module), part.completed_on)
            for read in reads
            for part in (_any(read.record),)
        )


def _any(record: Any) -> Any:
    return record


@pytest.fixture
def book(workspace: Workspace, tmp_path: Path) -> Book:
    return Book(workspace, tmp_path)


def states(found: ImportPlan) -> list[str]:
    return [row.state for row in found.rows]


def reasons(found: ImportPlan) -> list[str]:
    return [problem.reason for problem in found.problems]


def test_people_and_what_they_have_done_go_in_together(book: Book) -> None:
    proposal = book.opened(ANNA, BO)
    assert proposal.not_taken == ()
    found = book.taken(ANNA, BO)
    assert (states(found), reasons(found)) == (["ny", "ny"], [])
    assert found.made == {"people": ("Anna Ek", "Bo Al"), "organisations": ("Socialförvaltningen",)}
    day = date(2026, 3, 3)
    assert book.told() == [("Anna Ek", "genomford", "Grundkurs", day), ("Bo Al", "uteblev", "Grundkurs", day)]
    reading = book.workspace.reading()
    anna = _any(reading.one("people", reading.named("people", "Anna Ek")).record)
    unit = _any(reading.one("organisations", anna.organisation).record)
    assert (anna.email, unit.name, unit.kind) == ("anna.ek@bengtsfors.se", "Socialförvaltningen", "forvaltning")
    assert unit.parent == reading.organisation_id
    book.workspace.undo.undo()
    assert book.told() == []
    assert book.workspace.reading().count("people") == 0


def test_reading_it_again_changes_nothing(book: Book) -> None:
    book.taken(ANNA, BO)
    found = book.planned(ANNA, BO)
    assert states(found) == ["oforandrad", "oforandrad"]
    assert found.change_set.changes == ()


@pytest.mark.parametrize(
    ("first", "last", "email"),
    [("Anna", "Ek", ""), ("", "Ek, Anna", ""), ("", "anna ek", ""), ("Anna", "Eek", "Anna.Ek@bengtsfors.se")],
)
def test_a_person_is_known_by_address_then_by_name(book: Book, first: str, last: str, email: str) -> None:
    person = book.workspace.records.add("people", {"name": "Anna Ek", "email": "anna.ek@bengtsfors.se"})
    found = book.taken([first, last, email, *ANNA[3:]])
    assert (states(found), reasons(found), found.made.get("people", ())) == (["ny"], [], ())
    (change,) = (each for each in found.change_set.changes if each.register == REGISTER)
    assert change.after is not None
    assert change.after["person"] == str(person)


@pytest.mark.parametrize(("first", "last", "email"), [("Anna", "Eek", ""), ("Hanna", "Karlsson", "h@x.se")])
def test_a_name_that_somebody_nearly_has_is_asked_about(book: Book, first: str, last: str, email: str) -> None:
    for name in ("Anna Ek", "Hanna Carlsson"):
        book.workspace.records.add("people", {"name": name})
    found = book.planned([first, last, email, *ANNA[3:]])
    assert states(found) == ["problem"]
    near = {"Eek": "Anna Ek", "Karlsson": "Hanna Carlsson"}[last]
    (reason,) = reasons(found)
    assert reason.startswith(f"”{first} {last}” kan vara {near}, som redan finns. Skriv namnet så, eller lägg först ")
    assert found.made == {}


def test_somebody_who_is_not_known_is_not_told_to_stand_there_twice(book: Book) -> None:
    for _ in range(2):
        book.workspace.records.add("people", {"name": "Anna Ek"})
    unknown = ["", "Ek, Anna", "", *ANNA[3:]]
    found = book.planned(unknown, unknown)
    assert states(found) == ["problem", "problem"]
    assert reasons(found) == ["2 personer heter ”Anna Ek”. Skriv id eller något annat som skiljer."] * 2


def test_another_address_is_another_person(book: Book) -> None:
    book.workspace.records.add("people", {"name": "Anna Eek", "email": "anna.eek@bengtsfors.se"})
    found = book.taken(ANNA)
    assert (states(found), found.made["people"]) == (["ny"], ("Anna Ek",))


def test_two_spellings_in_one_list_are_asked_about(book: Book) -> None:
    found = book.planned(ANNA, ["Anna", "Eek", "", *ANNA[3:]])
    assert states(found) == ["ny", "problem"]


def test_a_session_is_found_by_its_name_and_its_day(book: Book) -> None:
    sessions = {
        day: book.workspace.records.add("training_sessions", {"title": "Grundkurs våren", "starts_on": day})
        for day in ("2026-03-03", "2026-04-07")
    }
    found = book.taken([*ANNA[:4], date(2026, 4, 7), "Grundkurs våren", "Ja"])
    (change,) = (each for each in found.change_set.changes if each.register == REGISTER)
    assert change.after is not None
    assert (change.after["session"], change.after["module"]) == (str(sessions["2026-04-07"]), None)
    unsure = book.planned([*ANNA[:4], date(2026, 5, 1), "Grundkurs våren", "Ja"])
    assert states(unsure) == ["problem"]


def test_of_a_moment_in_several_versions_the_newest_is_meant(book: Book) -> None:
    newest = book.new_module("Grundkurs", same_as=str(book.module))
    found = book.taken(ANNA)
    (change,) = (each for each in found.change_set.changes if each.register == REGISTER)
    assert change.after is not None
    assert change.after["module"] == str(newest)


def test_two_moment_of_one_name_are_not_guessed_between(book: Book) -> None:
    book.new_module("Grundkurs")
    found = book.planned(ANNA)
    assert states(found) == ["problem"]
    assert reasons(found)[0] == "2 utbildningsmoment heter ”Grundkurs”. Skriv id eller något annat som skiljer."


def test_what_is_not_known_is_told(book: Book) -> None:
    found = book.planned([*ANNA[:5], "Svetskurs", "Godkänd"], [*ANNA[:5], "", "Godkänd"])
    assert states(found) == ["problem", "problem"]
    assert reasons(found) == [
        "”Svetskurs” finns inte bland utbildningsmoment. Lägg till posten först.",
        "Tillfälle eller Moment saknas, så raden kan inte tas in.",
    ]


def test_a_result_comes_to_who_was_signed_up(book: Book) -> None:
    session = book.workspace.records.add("training_sessions", {"title": "Kurs i mars", "starts_on": "2026-03-03"})
    person = book.workspace.records.add("people", {"name": "Anna Ek"})
    values = {"person": str(person), "session": str(session), "status": "anmald"}
    book.workspace.records.add(REGISTER, values)
    found = book.taken(["Anna Ek", "Kurs i mars", "Närvarande"], headings=["Namn", "Tillfälle", "Närvaro"])
    assert states(found) == ["andrad"]
    assert book.told() == [("Anna Ek", "genomford", "Kurs i mars", None)]


COURSE = ["Namn", "Kurs", "Kursdatum", "Status"]
AHEAD = date(2026, 11, 30)


@pytest.fixture
def session(book: Book) -> UUID:
    """A course that is still to come, of which there has been one before."""
    book.workspace.records.add("training_sessions", {"title": "Kurs i mars", "starts_on": "2026-03-03"})
    return book.workspace.records.add("training_sessions", {"title": "Kurs i mars", "starts_on": AHEAD.isoformat()})


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("said", ["ja", "genomförd", "uteblev"])
def test_nobody_has_been_at_what_is_still_to_come(book: Book, said: str) -> None:
    found = book.taken(["Anna Ek", "Kurs i mars", AHEAD, said], headings=COURSE)
    assert [(row.label, row.state) for row in found.rows] == [("Anna Ek, Kurs i mars", "problem")]
    sentence = "Tillfället är måndag 30 november och har inte varit än. Närvaro noteras från och med den dagen."
    assert [(problem.row, problem.field, problem.reason) for problem in found.problems] == [(2, "status", sentence)]
    assert book.told() == []


def test_what_is_known_of_who_is_signed_up_stands(book: Book, session: UUID) -> None:
    person = book.workspace.records.add("people", {"name": "Anna Ek"})
    book.workspace.records.add(REGISTER, {"person": str(person), "session": str(session), "status": "anmald"})
    headings = [*COURSE, "Anteckning"]
    found = book.taken(["Anna Ek", "Kurs i mars", AHEAD, "ja", "Vegetarian"], headings=headings)
    assert (states(found), [problem.field for problem in found.problems]) == (["andrad"], ["status"])
    assert book.told() == [("Anna Ek", "anmald", "Kurs i mars", None)]


@pytest.mark.usefixtures("session")
def test_the_day_of_the_course_is_not_the_day_that_who_is_signed_up_did_it(book: Book) -> None:
    rows = (["Anna Ek", "Kurs i mars", AHEAD, "anmäld"], ["Bo Al", "Kurs i mars", date(2026, 3, 3), "ja"])
    found = book.taken(*rows, headings=COURSE)
    assert [(row.label, row.state) for row in found.rows] == [
        ("Anna Ek, Kurs i mars", "ny"),
        ("Bo Al, Kurs i mars", "ny"),
    ]
    day = date(2026, 3, 3)
    assert book.told() == [("Anna Ek", "anmald", "Kurs i mars", None), ("Bo Al", "genomford", "Kurs i mars", day)]
    assert states(book.planned(*rows, headings=COURSE)) == ["oforandrad", "oforandrad"]


def test_a_moment_of_its_own_is_not_done_on_a_day_ahead(book: Book) -> None:
    found = book.taken([*ANNA[:4], AHEAD, *ANNA[5:]])
    assert [(row.label, row.state) for row in found.rows] == [("Anna Ek", "problem")]
    assert reasons(found) == [
        "Dagen är måndag 30 november och har inte varit än. Närvaro noteras från och med den dagen."
    ]


@pytest.mark.usefixtures("session")
def test_a_column_called_course_is_what_its_values_name(book: Book) -> None:
    proposal = book.opened(["Anna Ek", "Kurs i mars", AHEAD, "anmäld"], headings=COURSE)
    existing = book.workspace.reading().existing()
    assert proposal.columns[1] == "module"
    assert by_values(existing, proposal.register, proposal.table, proposal.columns)[1] == "session"
    proposal = book.opened(["Anna Ek", "grundkurs", AHEAD, "anmäld"], headings=COURSE)
    assert by_values(existing, proposal.register, proposal.table, proposal.columns) == proposal.columns
    both = [*COURSE, "Tillfälle"]
    proposal = book.opened(["Anna Ek", "Kurs i mars", AHEAD, "anmäld", ""], headings=both)
    assert by_values(existing, proposal.register, proposal.table, proposal.columns) == proposal.columns


@pytest.mark.parametrize("written", ["03.03.26", "3.3.2026", "03.3.26"])
def test_a_day_with_points_is_read_and_told(book: Book, written: str) -> None:
    found = book.taken([*ANNA[:4], written, *ANNA[5:]])
    assert (states(found), reasons(found)) == (["ny"], [])
    assert found.rows[0].notes["completed_on"] == f"”{written}” lästes som 2026-03-03"
    assert book.told() == [("Anna Ek", "genomford", "Grundkurs", date(2026, 3, 3))]


def test_a_day_with_points_that_does_not_exist_is_told(book: Book) -> None:
    found = book.planned([*ANNA[:4], "31.02.26", *ANNA[5:]])
    assert reasons(found) == ["Den dagen finns inte i kalendern."]
