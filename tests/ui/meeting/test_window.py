"""A meeting: its pages by keys, a decision taken down on the way, what is carried out, and the minutes."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.decisions import Decision
from itadmin.services.attention.work_list import work_list
from itadmin.services.meetings.decided import decisions_of
from itadmin.services.meetings.points import Kind
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.meeting.decide_sheet import DecideSheet
from itadmin.ui.meeting.window import MeetingWindow
from itadmin.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[], MeetingWindow]
TypeText = Callable[..., None]


@pytest.fixture
def ids(session: Session, received: Callable[..., UUID]) -> dict[str, UUID]:
    """A decision to carry out, a case in which a neighbour is silent, and a system of two that works badly."""
    add = session.workspace.records.add
    own, theirs = str(municipality_id("1460")), str(municipality_id("1439"))
    before = {"title": "Utred Kvarnen", "kind": "beslut", "forum": "IT-chefsgruppen", "decided_on": "2026-09-10"}
    due = add("decisions", {**before, "paragraph": "7", "due": "2026-12-10"})
    case = add("cooperation_cases", {"title": "Gemensam drift", "host": own, "participants": [own, theirs]})
    add("cooperation_stances", {"case": str(case), "municipality": own, "stance": "med"})
    values = {"name": "Kvarnen", "lifecycle": "i_drift", "product": "Kvarnen", "starter_key": "kvarn"}
    system = add("systems", {**values, "function_rating": "daligt"})
    received("systems", add("systems", values))
    add("people", {"name": "Kim Berg"})
    return {"due": due, "case": case, "system": system}


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    def make() -> MeetingWindow:
        window = MeetingWindow(session)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in QApplication.topLevelWidgets():
        if isinstance(window, (MeetingWindow, DecideSheet)):
            window.close()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()


def decide(window: MeetingWindow) -> DecideSheet:
    """Ask for a decision with the key, and give the sheet that asks."""
    press(Qt.Key.Key_B)
    (sheet,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, DecideSheet) and each.isVisible())
    sheet.activateWindow()
    assert QTest.qWaitForWindowActive(sheet)
    assert sheet.parent() is window
    return sheet


def back_to(window: MeetingWindow) -> None:
    """Have the window that a sheet stood over, as it is had when the sheet is closed."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def newest(session: Session) -> Decision:
    return decisions_of(session.reading())[-1]


@pytest.mark.usefixtures("ids")
def test_it_fills_the_screen_and_begins_with_the_agenda(show: Show) -> None:
    window = show()
    assert window.isFullScreen()
    assert (window.shown.title, window.shown.lead) == ("Dagordning", "Förra mötet var 2026-09-10.")
    assert window.shown.lines == (
        "1.\N{NBSP}Beslut att verkställa: 1",
        "3.\N{NBSP}Ärenden där svar saknas: 1",
        "4.\N{NBSP}Kandidater för samverkan: 1",
    )
    press(Qt.Key.Key_F11)
    assert not window.isFullScreen()


@pytest.mark.usefixtures("ids")
def test_keys_walk_through_the_points_and_back(show: Show) -> None:
    window, titles = show(), []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(key)
        titles.append(window.shown.title)
    assert titles == ["Utred Kvarnen", "Gemensam drift", "Kvarnen", "Beslut i dag", "Beslut i dag"]
    assert not window.forward.isEnabled()
    press(Qt.Key.Key_Left)
    assert window.shown.title == "Kvarnen"
    press(Qt.Key.Key_Home)
    assert window.shown.title == "Dagordning"
    press(Qt.Key.Key_4)
    assert window.shown.title == "Kvarnen"
    press(Qt.Key.Key_5)
    assert window.shown.title == "Kvarnen"
    press(Qt.Key.Key_End)
    assert window.shown.title == "Beslut i dag"


@pytest.mark.usefixtures("ids")
def test_escape_leaves(show: Show) -> None:
    show()
    press(Qt.Key.Key_Escape)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, MeetingWindow)]


def test_a_decision_is_taken_without_leaving_the_point(
    show: Show, session: Session, ids: dict[str, UUID], type_text: TypeText
) -> None:
    window = show()
    window.go_to(Kind.OPENINGS)
    sheet = decide(window)
    assert (sheet.title.text(), sheet.paragraph.text()) == ("Pröva samverkan om Kvarnen", "8")
    assert (sheet.forum.text(), sheet.day.text()) == ("IT-chefsgruppen", "2026-11-22")
    sheet.text.setFocus()
    type_text("Vi prövar.")
    sheet.responsible.setFocus()
    type_text("Kim Berg")
    sheet.due.setFocus()
    type_text("2026-12-10")
    assert sheet.outcome.text() == "IT-chefsgruppen 2026-11-22, § 8. Följs upp till 2026-12-10 i Kräver åtgärd."
    assert sheet.remarks.text() == "Gäller Kvarnen."
    press(Qt.Key.Key_Return)
    made = newest(session)
    assert (made.title, made.text, made.paragraph) == ("Pröva samverkan om Kvarnen", "Vi prövar.", "8")
    assert (made.systems, str(made.due), made.responsible_function) == ((ids["system"],), "2026-12-10", "")
    assert made.responsible is not None
    assert window.shown.title == "Kvarnen"
    assert window.shown.lines[-1] == "Beslutat i dag: §\N{NBSP}8 Pröva samverkan om Kvarnen"
    assert window.slides[-1].lines == ("§\N{NBSP}8 Pröva samverkan om Kvarnen (Kim Berg, senast 2026-12-10)",)
    assert made.id in {line.record_id for line in work_list(session.reading()).lines}


@pytest.mark.usefixtures("ids")
def test_the_next_decision_has_the_next_number_and_may_be_about_nothing(
    show: Show, session: Session, type_text: TypeText
) -> None:
    window = show()
    for number in ("8", "9"):
        sheet = decide(window)
        assert sheet.paragraph.text() == number
        type_text(f"Beslut {number}")
        press(Qt.Key.Key_Return)
        back_to(window)
    press(Qt.Key.Key_End)
    assert window.shown.lines == ("§\N{NBSP}8 Beslut 8", "§\N{NBSP}9 Beslut 9")
    assert newest(session).systems == ()


@pytest.mark.usefixtures("ids")
def test_a_decision_without_a_last_day_is_said_not_to_be_followed_up(show: Show, type_text: TypeText) -> None:
    sheet = decide(show())
    type_text("Beslut")
    assert sheet.remarks.text() == "Utan sista dag följs det inte upp i Kräver åtgärd."
    sheet.kind.setCurrentIndex(sheet.kind.findData("information"))
    assert sheet.remarks.text() == ""
    sheet.kind.setCurrentIndex(sheet.kind.findData("remiss"))
    sheet.due.setFocus()
    type_text("2026-12-10")
    assert sheet.remarks.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.usefixtures("ids")
def test_control_and_enter_take_it_down_from_the_text_too(
    show: Show, session: Session, type_text: TypeText, key: Qt.Key
) -> None:
    sheet = decide(show())
    type_text("Beslut")
    sheet.text.setFocus()
    type_text("Vi prövar.")
    press(Qt.Key.Key_Return)
    assert sheet.isVisible()
    press(key, CONTROL)
    assert newest(session).title == "Beslut"


@pytest.mark.usefixtures("ids")
def test_what_is_asked_is_read_from_across_the_room(show: Show, look: Look) -> None:
    window = show()
    window.setWindowState(Qt.WindowState.WindowNoState)
    sizes = {}
    for size in ((1280, 720), (1920, 1080)):
        window.resize(*size)
        QApplication.processEvents()
        window.activateWindow()
        sheet = decide(window)
        parts: tuple[Any, ...] = (sheet.title, sheet.text, sheet.kind, sheet.outcome, sheet.act)
        usual = QFontMetricsF(look.fonts.font(TextStyle.TEXT)).height()
        sizes[size] = min(QFontMetricsF(part.font()).height() / usual for part in parts)
        assert sheet.width() <= window.width()
        sheet.reject()
        back_to(window)
    assert sizes[1280, 720] >= 1.4
    assert sizes[1920, 1080] >= 1.9


def marked(sheet: DecideSheet) -> list[QLineEdit]:
    """The lines with a red frame."""
    return [line for line in sheet.lines if line.property("state") == "error"]


@pytest.mark.usefixtures("ids")
def test_what_is_wrong_is_said_and_nothing_is_written(show: Show, session: Session, type_text: TypeText) -> None:
    window = show()
    sheet = decide(window)
    press(Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.fault.text() == "Skriv kort vad som beslutades."
    type_text("Beslut")
    sheet.due.setFocus()
    type_text("2026-01-01")
    press(Qt.Key.Key_Return)
    assert "Sista dagen ligger före beslutet." in sheet.fault.text()
    assert marked(sheet) == [sheet.due]
    sheet.due.selectAll()
    type_text("i morgon bitti")
    assert sheet.fault.text().startswith("Klart senast: ")
    assert marked(sheet) == [sheet.due]
    sheet.due.clear()
    assert marked(sheet) == []
    press(Qt.Key.Key_Escape)
    assert window.isVisible()
    assert len(decisions_of(session.reading())) == 1


@pytest.mark.usefixtures("ids")
def test_what_is_taken_down_is_not_thrown_away_unasked(show: Show, type_text: TypeText) -> None:
    sheet = decide(show())
    sheet.text.setFocus()
    type_text("Kommunerna prövar")
    press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    press(Qt.Key.Key_Escape)
    assert not isValid(sheet) or not sheet.isVisible()


@pytest.mark.usefixtures("ids")
def test_another_body_is_kept_for_the_rest_of_the_meeting(show: Show, type_text: TypeText) -> None:
    window = show()
    sheet = decide(window)
    type_text("Beslut")
    sheet.forum.setText("Samverkansrådet")
    press(Qt.Key.Key_Return)
    assert window.where.text().startswith("Samverkansrådet · sida")


def test_what_is_carried_out_is_marked_and_undone(show: Show, session: Session, ids: dict[str, UUID]) -> None:
    window = show()
    press(Qt.Key.Key_Right)
    assert window.done.isVisible()
    press(Qt.Key.Key_V)
    marked = next(each for each in decisions_of(session.reading()) if each.id == ids["due"])
    assert marked.status == "klart"
    assert window.shown.title != "Utred Kvarnen"
    assert window.status.said.text() == "Beslutet är verkställt: Utred Kvarnen."
    press(Qt.Key.Key_Z, CONTROL)
    assert [slide.title for slide in window.slides][1] == "Utred Kvarnen"


def test_pairs_that_nobody_has_answered_are_told_last(
    show: Show, session: Session, received: Callable[..., UUID]
) -> None:
    add = session.workspace.records.add
    add("systems", {"name": "Kassasystemet", "lifecycle": "i_drift"})
    received("systems", add("systems", {"name": "Kassasystemet", "lifecycle": "i_drift"}))
    window = show()
    assert window.slides[-2].lead == "1\N{NBSP}par av system kan vara samma i två kommuner. Ingen har svarat."


def test_the_minutes_are_of_what_was_decided(
    show: Show, session: Session, ids: dict[str, UUID], qtbot: QtBot, type_text: TypeText
) -> None:
    assert ids
    window = show()
    assert not window.minutes.isEnabled()
    decide(window)
    type_text("Beslut")
    press(Qt.Key.Key_Return)
    assert window.minutes.isEnabled()
    with qtbot.waitSignal(session.guide.paper_wanted) as asked:
        window.print_minutes()
    assert asked.args == ["meeting_minutes", newest(session).id]


def test_an_empty_register_has_an_agenda_that_says_so(show: Show) -> None:
    window = show()
    assert len(window.slides) == 2
    assert window.shown.lead == "Inget tidigare möte är känt. Registret har ingenting att ta upp i dag."


@pytest.mark.usefixtures("ids")
def test_a_long_page_is_scrolled_in_large_text(show: Show, look: Look) -> None:
    look.set_text_factor(2.0)
    window = show()
    window.go_to(Kind.OPENINGS)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(780, 300)
    QApplication.processEvents()
    bar = window.slide.verticalScrollBar()
    assert bar.maximum() > 0
    inside: Any = window.slide.widget()
    assert inside.height() == inside.layout().totalHeightForWidth(inside.width())
    texts = (window.slide.title, window.slide.lead, *window.slide.lines)
    assert all(text.height() >= text.heightForWidth(text.width()) for text in texts)
    press(Qt.Key.Key_Down)
    assert bar.value() > 0
    press(Qt.Key.Key_Up)
    assert bar.value() == 0
    assert not window.grab().isNull()
