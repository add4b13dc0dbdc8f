"""Who takes part in a session: signed up by typing, noted with one key, each a step that can be undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.ui.batch.dialog import BatchDialog
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.panels.sessions.participants import ParticipantsPanel
from itadmin.ui.panels.sessions.participants_table import ParticipantsTable
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.training_sessions.lacking_sheet import LackingSheet

Add = Callable[..., UUID]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def said(session: Session) -> list[str]:
    found: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: found.append(sentence))
    return found


@pytest.fixture
def panel(page_of: Callable[[str], RecordPage], course: Any) -> ParticipantsPanel:
    page = page_of("training_sessions")
    page.show_record(course.session)
    found = page.findChild(ParticipantsPanel)
    assert found is not None
    return found


@pytest.fixture
def part(add: Add, course: Any) -> Callable[..., UUID]:
    def make(person: UUID, status: str = "anmald", **values: Any) -> UUID:
        return add("training_participations", person=person, session=course.session, status=status, **values)

    return make


def rows(panel: ParticipantsPanel) -> list[tuple[str, str, str]]:
    model = panel.model
    return [tuple(str(model.index(row, column).data()) for column in (0, 2, 3)) for row in range(model.rowCount())]


def stand_on(panel: ParticipantsPanel, row: int, column: int = 0) -> ParticipantsTable:
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(row, column))
    return panel.table


def sign_up(panel: ParticipantsPanel, type_text: Callable[..., None], name: str) -> None:
    panel.line.setFocus()
    type_text(name, Qt.Key.Key_Return)


def test_a_known_person_is_signed_up_by_typing(
    panel: ParticipantsPanel, person: Any, type_text: Callable[..., None], said: list[str]
) -> None:
    person("Anna Ek")
    assert panel.none.isVisible()
    sign_up(panel, type_text, "anna")
    assert rows(panel) == [("Anna Ek", "Anmäld", "")]
    assert panel.told.text() == "1 av 2, 1 plats kvar"
    assert said[-1] == "1 anmäld."
    assert panel.line.draft() == ""


def test_somebody_new_is_made_on_the_spot_in_the_same_step(
    session: Session, panel: ParticipantsPanel, type_text: Callable[..., None], said: list[str]
) -> None:
    sign_up(panel, type_text, "Nina Ny")
    assert rows(panel) == [("Nina Ny", "Anmäld", "")]
    assert said[-1] == "Nina Ny är anmäld."
    session.workspace.undo.undo()
    assert rows(panel) == []
    assert session.reading().keys("people") == []


def test_a_cancelled_session_takes_nobody_new(
    session: Session, panel: ParticipantsPanel, course: Any, type_text: Callable[..., None]
) -> None:
    session.workspace.records.save("training_sessions", course.session, {"status": "installt"})
    sign_up(panel, type_text, "Nina Ny")
    assert panel.fault.text().startswith("Grundkurs är inställt och tar inte emot anmälningar.")
    assert session.reading().keys("people") == []


def test_who_comes_when_it_is_full_waits_and_moves_up_when_somebody_leaves(
    qtbot: QtBot, panel: ParticipantsPanel, person: Any, type_text: Callable[..., None], said: list[str]
) -> None:
    for name in ("Anna Ek", "Bo Lind", "Cia Dahl"):
        person(name)
        sign_up(panel, type_text, name)
    sign_up(panel, type_text, "Disa Ny")
    assert [status for _name, status, _mark in rows(panel)] == ["Anmäld", "Anmäld", "Reserv", "Reserv"]
    assert panel.told.text() == "2 av 2, fullt, 2 reserver"
    assert said[-1] == "Disa Ny är reserv: det är fullt."
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_Delete)
    assert rows(panel) == [
        ("Bo Lind", "Anmäld", ""),
        ("Cia Dahl", "Anmäld", ""),
        ("Disa Ny", "Reserv", ""),
        ("Anna Ek", "Avanmäld", ""),
    ]
    assert said[-1] == "Avanmälde Anna Ek från Grundkurs."


def test_those_for_whom_there_is_no_seat_may_wait(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any, course: Any
) -> None:
    for name in ("Anna Ek", "Bo Lind"):
        part(person(name), "anmald")
    assert not panel.down.isVisible()
    session.workspace.records.save("training_sessions", course.session, {"seats": 1})
    assert panel.told.text() == "2 av 1, 1 för många"
    qtbot.mouseClick(panel.down, LEFT)
    assert rows(panel) == [("Anna Ek", "Anmäld", ""), ("Bo Lind", "Reserv", "")]
    assert panel.told.text() == "1 av 1, fullt, 1 reserv"
    assert not panel.down.isVisible()


def test_more_seats_are_given_to_those_who_wait(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any, course: Any
) -> None:
    for name, status in (("Anna Ek", "anmald"), ("Bo Lind", "anmald"), ("Cia Dahl", "reserv")):
        part(person(name), status)
    assert not panel.up.isVisible()
    session.workspace.records.save("training_sessions", course.session, {"seats": 3})
    assert panel.told.text() == "2 av 3, 1 plats kvar, 1 reserv"
    qtbot.mouseClick(panel.up, LEFT)
    assert panel.told.text() == "3 av 3, fullt"
    assert not panel.up.isVisible()


def test_one_key_notes_who_was_there_and_goes_to_the_next(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any, clock: Any
) -> None:
    clock.move(days=2)
    for name in ("Anna Ek", "Bo Lind"):
        part(person(name))
    table = stand_on(panel, 0)
    qtbot.keyClick(table, Qt.Key.Key_G)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Qt.Key.Key_U)
    assert [status for _name, status, _mark in rows(panel)] == ["Genomförd", "Uteblev"]
    session.workspace.undo.undo()
    assert [status for _name, status, _mark in rows(panel)] == ["Genomförd", "Anmäld"]


def test_rows_stay_where_they_are_while_one_notes_from_the_top(
    qtbot: QtBot, panel: ParticipantsPanel, person: Any, part: Any, clock: Any
) -> None:
    clock.move(days=2)
    part(person("Anna Ek"), "reserv")
    for name in ("Bo Lind", "Cia Dahl"):
        part(person(name))
    assert [name for name, _status, _mark in rows(panel)] == ["Bo Lind", "Cia Dahl", "Anna Ek"]
    table = stand_on(panel, 2)
    qtbot.keyClick(table, Qt.Key.Key_G)
    assert rows(panel)[2] == ("Anna Ek", "Genomförd", "")
    table = stand_on(panel, 0)
    for key in (Qt.Key.Key_R, Qt.Key.Key_G):
        qtbot.keyClick(table, key)
    assert [status for _name, status, _mark in rows(panel)] == ["Reserv", "Genomförd", "Genomförd"]
    assert panel.keys.text().endswith("Bokstaven noterar och går till nästa.")


def test_nobody_was_there_before_the_day_nor_missed_a_seat_they_never_had(
    qtbot: QtBot, panel: ParticipantsPanel, person: Any, part: Any, clock: Any
) -> None:
    part(person("Anna Ek"), "reserv")
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_G)
    assert rows(panel)[0] == ("Anna Ek", "Reserv", "")
    clock.move(days=2)
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_U)
    assert rows(panel)[0] == ("Anna Ek", "Reserv", "")
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_G)
    assert rows(panel)[0] == ("Anna Ek", "Genomförd", "")


@pytest.fixture
def given(session: Session, course: Any) -> None:
    """Let the session have been."""
    session.workspace.records.save("training_sessions", course.session, {"starts_on": "2026-11-20"})


@pytest.mark.usefixtures("given")
def test_one_key_gives_a_mark(qtbot: QtBot, panel: ParticipantsPanel, person: Any, part: Any) -> None:
    part(person("Anna Ek"), "genomford")
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_4)
    assert rows(panel) == [("Anna Ek", "Genomförd", "4")]


def test_all_were_there_but_the_exceptions(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any, clock: Any
) -> None:
    clock.move(days=2)
    for name in ("Anna Ek", "Bo Lind"):
        part(person(name))
    qtbot.mouseClick(panel.all_there, LEFT)
    assert [status for _name, status, _mark in rows(panel)] == ["Genomförd", "Genomförd"]
    assert not panel.all_there.isEnabled()
    qtbot.keyClick(stand_on(panel, 1), Qt.Key.Key_U)
    assert [status for _name, status, _mark in rows(panel)] == ["Genomförd", "Uteblev"]
    session.workspace.undo.undo()
    session.workspace.undo.undo()
    assert [status for _name, status, _mark in rows(panel)] == ["Anmäld", "Anmäld"]


@pytest.mark.usefixtures("given")
def test_a_mark_that_cannot_be_is_told_under_the_table(
    qtbot: QtBot, panel: ParticipantsPanel, person: Any, part: Any, type_text: Callable[..., None]
) -> None:
    part(person("Anna Ek"), "genomford")
    table = stand_on(panel, 0, 3)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text("9", Qt.Key.Key_Return)
    assert rows(panel) == [("Anna Ek", "Genomförd", "")]
    assert panel.fault.text().startswith("Anna Ek: Utvärdering ")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text("bra", Qt.Key.Key_Return)
    assert rows(panel) == [("Anna Ek", "Genomförd", "bra")]
    assert panel.fault.text().startswith("Anna Ek, utvärdering: ")


def test_what_speaks_against_somebody_stands_at_the_row(
    panel: ParticipantsPanel, person: Any, part: Any, add: Add, course: Any, session: Session
) -> None:
    other = add(
        "training_sessions", title="Krock", starts_on="2026-11-24", starts_at="10:00", ends_at="11:00", status="oppet"
    )
    anna = person("Anna Ek")
    add("training_participations", person=anna, session=other, status="anmald")
    session.workspace.records.save("training_sessions", course.session, {"modules": [str(course.advanced)]})
    part(anna)
    told = str(panel.model.index(0, 4).data())
    assert "Är anmäld till Krock samma tid." in told
    assert "Har inte genomfört Grund, som krävs först." in told
    assert panel.warned.text().startswith("Anna Ek: Är anmäld till Krock samma tid.")


def test_the_same_name_in_another_spelling_is_told_when_it_is_signed_up(
    panel: ParticipantsPanel, person: Any, type_text: Callable[..., None]
) -> None:
    person("Anna Ek")
    person("Ek, Anna")
    sign_up(panel, type_text, "Anna Ek")
    sign_up(panel, type_text, "Ek, Anna")
    shown = panel.notes.shown()
    assert shown is not None
    assert "Verkar vara samma person" in str(shown.prose)


def test_nothing_lies_over_the_table_when_somebody_new_has_been_signed_up(
    panel: ParticipantsPanel, type_text: Callable[..., None]
) -> None:
    sign_up(panel, type_text, "Nina Ny")
    assert panel.line.draft() == ""
    assert not any(popup.isVisible() for popup in panel.window().findChildren(PopupList))


def test_who_is_signed_up_already_is_not_so_again(
    panel: ParticipantsPanel, person: Any, type_text: Callable[..., None]
) -> None:
    person("Anna Ek")
    for _time in range(2):
        sign_up(panel, type_text, "Anna Ek")
    assert len(rows(panel)) == 1
    shown = panel.notes.shown()
    assert shown is not None
    assert "Anna Ek: Är redan anmäld." in str(shown.prose)


def test_a_name_that_is_none_is_told_at_the_line(panel: ParticipantsPanel, type_text: Callable[..., None]) -> None:
    sign_up(panel, type_text, "123")
    assert panel.fault.text() == "”123” är inget namn. Välj i listan, eller skriv ett namn."
    assert rows(panel) == []


def test_those_who_lack_the_moment_are_chosen_and_signed_up(
    qtbot: QtBot, panel: ParticipantsPanel, person: Any, part: Any, said: list[str]
) -> None:
    for name in ("Anna Ek", "Bo Lind", "Cia Dahl"):
        person(name)
    part(person("Disa Ny"))
    qtbot.mouseClick(panel.lacking, LEFT)
    sheet = panel.window().findChild(LackingSheet)
    assert sheet is not None
    assert sheet.accept_button.text() == "Anmäl 1 vald"
    assert "1 plats kvar" in sheet.told.text()
    sheet.table.selectAll()
    assert sheet.told.text().endswith("2 blir reserver.")
    qtbot.mouseClick(sheet.accept_button, LEFT)
    assert [(name, status) for name, status, _mark in rows(panel)] == [
        ("Anna Ek", "Anmäld"),
        ("Disa Ny", "Anmäld"),
        ("Bo Lind", "Reserv"),
        ("Cia Dahl", "Reserv"),
    ]
    assert said[-1] == "1 anmäld, 2 reserver."


@pytest.mark.usefixtures("given")
def test_papers_are_opened_of_the_session_and_of_who_has_done_it(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any, course: Any
) -> None:
    asked: list[Any] = []
    session.guide.paper_wanted.connect(lambda *paper: asked.append(paper))
    done = part(person("Anna Ek"), "genomford")
    qtbot.mouseClick(panel.attendance, LEFT)
    qtbot.mouseClick(panel.certificates, LEFT)
    assert asked == [("attendance_list", course.session), ("course_certificate", done)]
    part(person("Bo Lind"), "genomford")
    qtbot.mouseClick(panel.certificates, LEFT)
    dialog = panel.window().findChild(BatchDialog)
    assert dialog is not None
    assert dialog.choices.asked().type_name == "course_certificate"
    dialog.close()


def test_a_table_of_those_who_take_part_is_read_in_from_here(
    qtbot: QtBot, panel: ParticipantsPanel, tmp_path: Path
) -> None:
    """The file says only who: they take part in the session that the page shows."""
    file = tmp_path / "deltagare.csv"
    file.write_text("Deltagare;Läge\nAnna Ek;Anmäld\nBo Lind;Anmäld\n", encoding="utf-8")
    qtbot.mouseClick(panel.read_in, LEFT)
    dialog = panel.window().findChild(ImportDialog)
    assert dialog is not None
    assert dialog.file_page.register.currentText() == "Deltaganden"
    dialog.open_file(file)
    dialog.go_on()
    assert "gäller alla rader" in dialog.notice.accessibleName()
    for _step in range(3):
        dialog.go_on()
    assert {name for name, *_ in rows(panel)} == {"Anna Ek", "Bo Lind"}
    dialog.reject()


def test_without_anybody_who_has_done_it_there_is_nothing_to_certify(
    panel: ParticipantsPanel, person: Any, part: Any
) -> None:
    part(person("Anna Ek"))
    assert not panel.certificates.isEnabled()


def test_the_session_is_written_as_a_calendar(
    qtbot: QtBot, panel: ParticipantsPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    path = tmp_path / "kurs.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    qtbot.mouseClick(panel.calendar, LEFT)
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Grundkurs"
    assert said[-1] == "1 tillfälle sparat i kurs.ics."


def test_the_name_leads_to_the_participation(
    qtbot: QtBot, session: Session, panel: ParticipantsPanel, person: Any, part: Any
) -> None:
    asked: list[Any] = []
    session.guide.record_wanted.connect(lambda *record: asked.append(record))
    record = part(person("Anna Ek"))
    qtbot.keyClick(stand_on(panel, 0), Qt.Key.Key_Return)
    assert asked == [("training_participations", record)]
