"""Gemensamma kurser as they are used: what is told of a course, and sessions and needs made of what is known."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.identifiers import municipality_id
from itadmin.services.training.joining import courses
from itadmin.services.workspace import Workspace
from itadmin.ui.competence.courses_window import CoursesWindow
from itadmin.ui.competence.sessions_sheet import SessionsSheet
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session


def need(workspace: Workspace, system: UUID, code: str, **more: Any) -> UUID:
    values = {"topic": "Grundkurs", "system": str(system), "municipality": str(municipality_id(code)), "year": 2027}
    return workspace.records.add("training_needs", {**values, "people": 4, "cost_alone": 10_000_00, **more})


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    """A system that two kommuner need a course in; one of them wants more."""
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    need(workspace, system, "1460", months=[{"month": "03"}])
    need(workspace, system, "1461", months=[{"month": "09"}], people=5)
    need(workspace, system, "1461", topic="Fördjupning", year=2028, cost_alone=None)
    return system


@pytest.fixture
def window(qtbot: QtBot, session: Session, system: UUID) -> Iterator[CoursesWindow]:
    del system
    window = CoursesWindow(session)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.table.setFocus()
    yield window
    if isValid(window):
        window.close()


def rows(window: CoursesWindow) -> list[tuple[str, ...]]:
    model = window.model
    return [tuple(str(model.index(row, column).data()) for column in range(9)) for row in range(model.rowCount())]


def test_courses_tell_what_is_saved_and_when(window: CoursesWindow) -> None:
    assert rows(window) == [
        ("Grundkurs", "Kvarnen", "2027", "9", "2", "1", "september 2027", "10\u00a0000\u00a0kr", "Förslag"),
        ("Fördjupning", "Kvarnen", "2028", "4", "1", "1", "Valfri", "", "Bara en kommun"),
    ]
    assert window.course_told.text() == (
        "9 deltagare ryms i 1 tillfälle med 12 platser. Var för sig behövs 2. Samordnat kostar det 10\u00a0000\u00a0kr "
        "enligt vad kommunerna betalar var för sig, 1\u00a0111\u00a0kr per plats. Besparingen är 10\u00a0000\u00a0kr. "
        "September 2027 passar flest, men inte Bengtsfors kommun. Förslag till värd: Melleruds kommun."
    )
    assert window.parts_model.rowCount() == 2
    assert window.told.text().startswith("1 kurs kan ges gemensamt: 20\u00a0000\u00a0kr enskilt")


def test_one_walks_and_chooses_a_year(qtbot: QtBot, window: CoursesWindow) -> None:
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    assert window.course_told.text().endswith("Kostnaden är okänd: ange den på behovet eller på momentet.")
    qtbot.keyClick(window.years_box, Qt.Key.Key_Down)
    assert [row[2] for row in rows(window)] == ["2027"]
    qtbot.keyClick(window.years_box, Qt.Key.Key_Down)
    assert [row[2] for row in rows(window)] == ["2028"]


def test_sessions_are_made_in_one_step_that_can_be_undone(
    qtbot: QtBot, window: CoursesWindow, session: Session
) -> None:
    qtbot.mouseClick(window.make_sessions, Qt.MouseButton.LeftButton)
    sheet = next(each for each in window.findChildren(SessionsSheet))
    assert sheet.outcome.text() == "Ett tillfälle skapas, utan dag. Det läggs bland Tillfällen, där anmälan görs."
    assert sheet.host.currentText() == "Melleruds kommun"
    assert sheet.remarks.text().splitlines() == [
        "Tiden passar inte Bengtsfors kommun.",
        "Utan moment räknas deltagandet inte mot någon utbildningsplan.",
    ]
    qtbot.keyClicks(sheet.days, "8 mars, 9 mars")
    sheet.carry_out()
    assert sheet.fault.text() == "Kursen behöver 1 tillfälle, och 2 dagar är angivna. Ta bort någon."
    sheet.days.setText("8 mars")
    assert "Tiden passar inte Melleruds kommun." in sheet.remarks.text()
    sheet.host.setCurrentIndex(sheet.host.findText("Bengtsfors kommun"))
    qtbot.mouseClick(sheet.act, Qt.MouseButton.LeftButton)
    (made,) = session.reading().keys("training_sessions")
    record: Any = session.reading().one("training_sessions", made).record
    assert (str(record.starts_on), record.host) == ("2027-03-08", municipality_id("1460"))
    assert window.status.said.text() == "Tillfället är skapat."
    assert not window.status.undo.isHidden()
    assert session.reading().count("training_sessions") == 1
    qtbot.waitUntil(lambda: rows(window)[0][8] == "Tillfällen skapade")
    assert not window.make_sessions.isEnabled()
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: rows(window)[0][8] == "Förslag")
    assert session.reading().count("training_sessions") == 0


def test_needs_are_made_of_those_who_lack_after_they_are_shown(
    qtbot: QtBot, window: CoursesWindow, session: Session, system: UUID
) -> None:
    add = session.workspace.records.add
    plan = add("training_plans", {"title": "Plan", "kind": "system", "system": str(system)})
    demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    add("training_modules", {"title": "Säker inloggning", "plan": str(plan), "demands": demands})
    session.workspace.records.save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-05-01"})
    person = add("people", {"name": "Anna Ek", "organisation": str(municipality_id("1460"))})
    add("audience_members", {"audience": "slutanvandare", "person": str(person), "system": str(system)})
    of_lacking, of_counts = window.make_needs.menu().actions()
    of_lacking.trigger()
    dialog = window.findChild(ChangesDialog)
    assert dialog is not None
    before = session.reading().count("training_needs")
    qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
    assert session.reading().count("training_needs") == before + 1
    assert window.status.said.text() == "Gjorde behov av dem som saknar utbildning."
    qtbot.waitUntil(lambda: len(rows(window)) == 3)
    of_lacking.trigger()
    assert window.status.said.text() == "Alla som saknar utbildning har redan ett behov 2027."
    of_counts.trigger()
    assert window.status.said.text().startswith("Alla antal i fastställda utbildningsplaner")


def test_a_need_is_added_in_place_and_the_paper_is_a_click_away(
    qtbot: QtBot, window: CoursesWindow, session: Session
) -> None:
    papers: list[str] = []
    session.guide.paper_wanted.connect(lambda kind, _record: papers.append(kind))
    qtbot.mouseClick(window.paper, Qt.MouseButton.LeftButton)
    assert papers == ["course_list"]
    qtbot.mouseClick(window.add_need, Qt.MouseButton.LeftButton)
    sheet = window.findChild(NewRecordDialog)
    assert sheet is not None
    assert sheet.written("year") == 2027


def test_enter_opens_a_need_of_the_course(qtbot: QtBot, window: CoursesWindow, session: Session) -> None:
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert found[0][0] == "training_needs"
    assert found[0][1] in window.shown[0].needs


def test_an_empty_register_says_how_to_begin(qtbot: QtBot, session: Session) -> None:
    window = CoursesWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert window.empty.isVisible()
    assert not window.paper.isEnabled()
    assert not window.make_sessions.isEnabled()


def test_only_whom_none_of_several_days_suits_is_told(
    qtbot: QtBot, session: Session, workspace: Workspace, system: UUID
) -> None:
    for code, month in (("1438", "03"), ("1439", "05"), ("1492", "11")):
        need(workspace, system, code, topic="Stor kurs", people=10, months=[{"month": month}])
    joined = next(each for each in courses(session.reading()) if each.title == "Stor kurs")
    sheet = SessionsSheet(session, joined, None)
    qtbot.addWidget(sheet)
    assert sheet.act.text() == "Skapa 3 tillfällen"
    sheet.days.setText("1 mars; 3 maj")
    assert sheet.outcome.text().startswith("3 tillfällen skapas, 1 av dem utan dag.")
    assert "Tiden passar inte Åmåls kommun." in sheet.remarks.text()
    sheet.days.setText("1 mars och 3 maj, 8 nov")
    assert "passar inte" not in sheet.remarks.text()
    sheet.days.setText("snart")
    assert "läsa som en dag" in sheet.fault.text()
