"""The start page in use: rows by keys and mouse, marks that can be undone, what is shown of whom."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.views import ListView
from itadmin.services.acting import Deed
from itadmin.services.papers import Scan
from itadmin.ui.acts.dialog import ActDialog
from itadmin.ui.attention.mark_dialog import MarkDialog
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.row_places import Part
from itadmin.ui.attention.rows import NOBODY, BandRow, FoldRow, LineRow, Shown
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.panels.systems.classification import ClassingSheet
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def kinds(page: StartPage) -> list[str]:
    """The kinds of the rows that are shown, from the top."""
    rows = (page.model.row(number) for number in range(page.model.rowCount()))
    return [row.lines[0].kind for row in rows if isinstance(row, (LineRow, FoldRow))]


def stand_on(page: StartPage, kind: str) -> LineRow | FoldRow:
    for number in range(page.model.rowCount()):
        row = page.model.row(number)
        if isinstance(row, (LineRow, FoldRow)) and row.lines[0].kind == kind:
            page.view.stand_on(number)
            page.view.scrollTo(page.view.currentIndex())
            return row
    raise AssertionError(f"{kind} is not there: {kinds(page)}")


def is_read(page: StartPage) -> bool:
    """Whether what is shown is as the register is."""
    return not page._gathering._is_stale


def press(page: StartPage, part: Part, number: int | None = None) -> None:
    """Click a part of a row with the mouse, of the one one stands on where no number is given."""
    index = page.view.currentIndex() if number is None else page.model.index(number, 0)
    rect = page.view.visualRect(index)
    for x in range(rect.left(), rect.right(), 4):
        place = QPoint(x, rect.center().y())
        if page.view.parts.part_at(index, place.toPointF()) is part:
            QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(6, 0))
            return
    raise AssertionError(f"{part} is not there")


def chosen_menu() -> QMenu:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMenu) and widget.isVisible())


def dialog_of(page: StartPage, kind: type[Any]) -> Any:
    return next(each for each in page.window().findChildren(kind) if each.isVisible())


def choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def said(session: Session) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: told.append((sentence, undoable)))
    return told


@pytest.fixture
def many(session: Session) -> list[UUID]:
    """A dozen systems in use, which lack much."""
    add = session.workspace.records.add
    values = {"lifecycle": "i_drift", "reviewed_on": "2025-01-10"}
    return [add("systems", {"name": f"Program {number:02}", **values}) for number in range(12)]


def test_what_is_due_stands_first_with_its_day_in_words(page: StartPage) -> None:
    heading, row = page.model.row(0), page.model.row(1)
    assert isinstance(heading, BandRow)
    assert isinstance(row, LineRow)
    assert row.line.record == "Supportavtal Raindance"
    assert page.head.titles.under.text().startswith("söndag 22 november 2026 · ")
    assert page.view.currentIndex().row() == 1


def test_arrow_keys_pass_headings_by(page: StartPage, qtbot: QtBot) -> None:
    seen = set()
    for _step in range(page.model.rowCount()):
        seen.add(page.view.currentIndex().row())
        qtbot.keyClick(page.view, Qt.Key.Key_Down)
    headings = {row for row in range(page.model.rowCount()) if isinstance(page.model.row(row), BandRow)}
    assert len(headings) > 1
    assert seen == set(range(page.model.rowCount())) - headings


def test_one_stays_on_the_row_when_others_come_before_it(page: StartPage, session: Session, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    before = page.view.currentIndex().row()
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift", "reviewed_on": "2024-01-01"})
    qtbot.waitUntil(lambda: page.view.currentIndex().row() > before)
    row = page.model.row(page.view.currentIndex().row())
    assert isinstance(row, LineRow)
    assert row.line.kind == "sista_uppsagningsdag"


def test_a_key_that_is_still_held_does_not_let_go_of_the_row(page: StartPage, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    row = page.view.currentIndex().row()
    qtbot.keyPress(page.view, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    page.view.stand_on(row)
    assert page.view.chosen() == [row]


def test_handled_is_one_step_and_the_line_stays_away(
    page: StartPage, session: Session, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    kind = stand_on(page, "sista_uppsagningsdag").lines[0].kind
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    assert said == [("Supportavtal Raindance markerad som hanterad.", True)]
    qtbot.waitUntil(lambda: kind not in kinds(page))
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: kind in kinds(page))


def test_several_lines_are_marked_in_one_step(
    page: StartPage, session: Session, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    before = len(page.model.lines_of(range(page.model.rowCount())))
    page.view.stand_on(1)
    qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    assert said == []
    dialog = dialog_of(page, MarkDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(
        "1 punkt har sin sista dag kvar, den första 2026-12-02: Supportavtal Raindance." in each for each in words
    )
    qtbot.keyClick(dialog.note_line, Qt.Key.Key_Return)
    assert said == [("2 punkter markerade som hanterade.", True)]
    qtbot.waitUntil(lambda: len(page.model.lines_of(range(page.model.rowCount()))) == before - 2)
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: len(page.model.lines_of(range(page.model.rowCount()))) == before)


def test_rows_are_chosen_from_where_typing_led(page: StartPage, many: list[UUID], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "granskning_forsenad" in kinds(page))
    fold = stand_on(page, "granskning_forsenad")
    assert isinstance(fold, FoldRow)
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    qtbot.keyClicks(page.view, "Program 05")
    row = page.view.currentIndex().row()
    assert page.model.index(row, 0).data() == "Program 05"
    for _time in range(2):
        qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.chosen() == [row, row + 1, row + 2]
    qtbot.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.chosen() == [row, row + 1]


def test_what_is_to_be_done_today_cannot_rest(
    page: StartPage, session: Session, agreement_id: UUID, said: list[tuple[str, bool]], clock: Any, qtbot: QtBot
) -> None:
    clock.move(days=10)
    page._gathering.see_day()
    qtbot.waitUntil(lambda: is_read(page) and page.model.today == date(2026, 12, 2))
    stand_on(page, "sista_uppsagningsdag")
    qtbot.keyClick(page.view, Qt.Key.Key_Z)
    assert said == [("Supportavtal Raindance ska göras i dag och kan inte vila. Tryck H om det är avgjort.", False)]


def test_a_note_is_kept_with_what_is_handled(page: StartPage, session: Session, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    qtbot.keyClick(page.view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(page, MarkDialog)
    qtbot.keyClicks(dialog.note_line, " Sagt upp  per brev ")
    qtbot.keyClick(dialog.note_line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_read(page) and "sista_uppsagningsdag" not in kinds(page))
    choose(page.head.shown, Shown.HANDLED.value)
    row = page.model.row(0)
    assert isinstance(row, LineRow)
    assert row.mark is not None
    assert row.mark.note == "Sagt upp per brev"


def test_a_line_rests_until_the_day_that_is_chosen_in_a_menu(
    page: StartPage, session: Session, said: list[tuple[str, bool]], clock: Any, qtbot: QtBot
) -> None:
    stand_on(page, "sista_uppsagningsdag")
    qtbot.keyClick(page.view, Qt.Key.Key_Z)
    menu = chosen_menu()
    assert [action.text() for action in menu.actions()][:2] == [
        "I morgon, måndag 2026-11-23",
        "Om en vecka, söndag 2026-11-29",
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert said == [("Supportavtal Raindance vilar till 2026-11-29.", True)]
    qtbot.waitUntil(lambda: is_read(page) and "sista_uppsagningsdag" not in kinds(page))
    assert page.head.shown.itemText(1) == "Visa vilande (1)"
    clock.move(days=7)
    page._gathering.see_day()
    qtbot.waitUntil(lambda: "sista_uppsagningsdag" in kinds(page))


@pytest.mark.parametrize(
    ("written", "is_taken", "remark"),
    [
        ("2026-12-02", True, "Onsdag. Då står punkten här igen."),
        ("2026-12-03", False, "Sista dag är 2026-12-02, så punkten kan inte vila längre än till dess."),
        ("2026-11-22", False, "Skriv en dag efter 2026-11-22, som åååå-mm-dd."),
        ("i går", False, "Skriv en dag efter 2026-11-22, som åååå-mm-dd."),
    ],
)
def test_a_day_of_ones_own_must_be_ahead_and_in_time(
    page: StartPage, written: str, remark: str, qtbot: QtBot, *, is_taken: bool
) -> None:
    stand_on(page, "sista_uppsagningsdag")
    page.deeds.ask_day()
    dialog = dialog_of(page, MarkDialog)
    assert dialog.day_line.text() == "2026-11-29"
    dialog.day_line.selectAll()
    qtbot.keyClicks(dialog.day_line, written)
    assert dialog.done_button.isEnabled() is is_taken
    assert dialog.remark.text() == remark
    qtbot.keyClick(dialog.day_line, Qt.Key.Key_Return)
    assert dialog.isVisible() is not is_taken
    if is_taken:
        qtbot.waitUntil(lambda: is_read(page) and "sista_uppsagningsdag" not in kinds(page))
        choose(page.head.shown, Shown.RESTING.value)
        assert "2026-12-02, vilar till dess" in page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    else:
        dialog.reject()


def test_what_rests_is_taken_up_again_with_its_button(
    page: StartPage, session: Session, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    stand_on(page, "sista_uppsagningsdag")
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: is_read(page) and "sista_uppsagningsdag" not in kinds(page))
    choose(page.head.shown, Shown.HANDLED.value)
    row = page.model.row(0)
    assert row is not None
    assert page.model.button(row) == "Ta upp igen"
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    qtbot.keyClick(page.view, Qt.Key.Key_Z)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert said[-1] == ("Supportavtal Raindance står bland det som kräver åtgärd igen.", True)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.empty.isVisible()
    page.focus_list()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "sista_uppsagningsdag" in kinds(page)


def test_the_button_of_an_agreement_asks_what_is_to_be_done(page: StartPage, agreement_id: UUID, qtbot: QtBot) -> None:
    row = stand_on(page, "sista_uppsagningsdag")
    assert page.model.button(row) == "Förnya eller säg upp…"
    press(page, Part.BUTTON)
    dialog = dialog_of(page, ActDialog)
    assert dialog.windowTitle() == "Vad ska ske med avtalet?"
    dialog.reject()


@pytest.mark.parametrize("part", [Part.BUTTON, Part.MORE])
def test_a_button_is_of_the_row_it_stands_on_whichever_one_stood_on(
    page: StartPage, session: Session, part: Part, qtbot: QtBot
) -> None:
    system = session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    qtbot.waitUntil(lambda: "utan_systemagare" in kinds(page))
    stand_on(page, "utan_systemagare")
    pressed = page.view.currentIndex().row()
    stand_on(page, "sista_uppsagningsdag")
    wanted: list[tuple[object, ...]] = []
    session.guide.field_wanted.connect(lambda *where: wanted.append(where))
    press(page, part, pressed)
    if part is Part.MORE:
        chosen_menu().actions()[0].trigger()
    assert wanted == [("systems", system, "system_owner")]
    assert page.view.chosen() == [pressed]


@pytest.mark.parametrize(
    ("kind", "field", "button"),
    [
        ("utan_systemagare", "system_owner", "Utse systemägare…"),
        ("personuppgifter_okant", "personal_data", "Fyll i…"),
    ],
)
def test_buttons_lead_to_the_field_where_it_is_mended(
    page: StartPage, session: Session, kind: str, field: str, button: str, qtbot: QtBot
) -> None:
    system = session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    qtbot.waitUntil(lambda: kind in kinds(page))
    wanted: list[tuple[object, ...]] = []
    session.guide.field_wanted.connect(lambda *where: wanted.append(where))
    row = stand_on(page, kind)
    assert page.model.button(row) == button
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    press(page, Part.BUTTON)
    assert wanted == [("systems", system, field)] * 2


def test_a_driftavtal_is_begun_once_and_gone_on_with(
    page: StartPage, session: Session, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    qtbot.waitUntil(lambda: "i_drift_utan_driftavtal" in kinds(page))
    opened: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: opened.append((register, key)))
    for _time in range(2):
        stand_on(page, "i_drift_utan_driftavtal")
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
        QApplication.processEvents()
    ((register, made), again) = opened
    assert again == (register, made)
    assert register == "agreements"
    assert session.reading().label(register, made) == "Driftavtal Castor"
    assert said == [("Ett utkast är påbörjat: Driftavtal Castor.", True)]


def test_a_pub_avtal_is_begun_for_a_system_that_lacks_one(page: StartPage, session: Session, qtbot: QtBot) -> None:
    values = {"lifecycle": "i_drift", "personal_data": True, "hosting": "saas", "dpa_status": "ja"}
    session.workspace.records.add("systems", {"name": "Castor", **values})
    qtbot.waitUntil(lambda: "pub_avtal_ej_i_registret" in kinds(page))
    row = stand_on(page, "pub_avtal_ej_i_registret")
    assert page.model.button(row) == "Lägg in PUB-avtal…"
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    register, made = wanted.args
    agreement: Any = session.reading().one(register, made).record
    assert (agreement.title, agreement.kind, agreement.status) == ("PUB-avtal Castor", "pub_avtal", "utkast")


def test_home_leads_to_the_first_row(page: StartPage, qtbot: QtBot) -> None:
    page.view.stand_on(page.model.rowCount() - 1)
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.currentIndex().row() == 1


def test_choices_have_room_for_larger_text(page: StartPage, session: Session) -> None:
    before = page.head.shown.maximumWidth()
    session.look.set_text_factor(1.5)
    assert page.head.shown.maximumWidth() > before


def test_ctrl_enter_and_a_double_click_open_the_record(
    page: StartPage, session: Session, agreement_id: UUID, qtbot: QtBot
) -> None:
    opened: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: opened.append((register, key)))
    stand_on(page, "sista_uppsagningsdag")
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rect = page.view.visualRect(page.view.currentIndex())
    place = rect.topLeft() + QPoint(80, 12)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [("agreements", agreement_id)] * 2


def test_many_of_a_kind_are_one_row_that_opens_and_shuts(page: StartPage, many: list[UUID], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "utan_klassning" in kinds(page))
    fold = stand_on(page, "utan_klassning")
    assert isinstance(fold, FoldRow)
    assert len(fold.lines) == len(many)
    folded = page.model.rowCount()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.model.rowCount() == folded + len(many)
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert page.model.rowCount() == folded
    fold_at = page.view.currentIndex().row()
    page.view.stand_on(fold_at - 1)
    press(page, Part.UNFOLD, fold_at)
    assert page.model.rowCount() == folded + len(many)
    assert isinstance(page.model.row(page.view.currentIndex().row()), FoldRow)


def test_all_of_a_kind_are_mended_in_their_list(
    page: StartPage, session: Session, many: list[UUID], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "utan_klassning" in kinds(page))
    lists: list[tuple[str, ListView]] = []
    told: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: told.append(sentence))
    session.guide.list_wanted.connect(lambda register, view: lists.append((register, view)))
    fold = stand_on(page, "utan_klassning")
    assert page.model.button(fold) == "Åtgärda alla…"
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert lists == [("systems", ListView(findings=("utan_klassning",)))]
    assert told == ["Gå igenom en och en, eller markera flera i listan och välj Ändra flera i menyn Redigera."]


def test_what_is_to_be_gone_through_is_gone_through_in_the_review(
    page: StartPage, session: Session, many: list[UUID], qtbot: QtBot
) -> None:
    commands: list[str] = []
    session.guide.command_wanted.connect(commands.append)
    qtbot.waitUntil(lambda: "granskning_forsenad" in kinds(page))
    stand_on(page, "granskning_forsenad")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert commands == ["review"]


def test_a_fold_that_is_marked_takes_all_its_lines(
    page: StartPage, session: Session, many: list[UUID], said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "utan_klassning" in kinds(page))
    stand_on(page, "utan_klassning")
    press(page, Part.HANDLED)
    assert said == [("12 punkter markerade som hanterade.", True)]
    qtbot.waitUntil(lambda: "utan_klassning" not in kinds(page))


def test_the_menu_tells_the_keys_and_does_the_same(page: StartPage, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    press(page, Part.MORE)
    menu = chosen_menu()
    words = [(action.text(), action.shortcut().toString()) for action in menu.actions() if action.text()]
    assert words == [
        ("Förnya eller säg upp…", "Enter"),
        ("Öppna Supportavtal Raindance", "Ctrl+Enter"),
        ("Låt avtalet förlängas…", ""),
        ("Säg upp avtalet…", ""),
        ("Ersätt med ett nytt avtal…", ""),
        ("Registrera påskrivet…", ""),
        ("Avsluta avtalet…", ""),
        ("Låt &vila till", ""),
        ("Markera som &hanterad", "H"),
        ("Hanterad med &anteckning…", "Shift+H"),
    ]
    next(action for action in menu.actions() if action.shortcut().toString() == "H").trigger()
    menu.close()
    qtbot.waitUntil(lambda: is_read(page) and "sista_uppsagningsdag" not in kinds(page))


def test_notice_is_begun_from_the_menu(page: StartPage, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    press(page, Part.MORE)
    menu = chosen_menu()
    next(action for action in menu.actions() if action.text() == "Säg upp avtalet…").trigger()
    menu.close()
    dialog = dialog_of(page, ActDialog)
    assert dialog.deed is Deed.GIVE_NOTICE
    dialog.reject()


def test_a_system_is_classed_where_one_stands(page: StartPage, session: Session, qtbot: QtBot) -> None:
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    qtbot.waitUntil(lambda: "utan_klassning" in kinds(page))
    row = stand_on(page, "utan_klassning")
    assert page.model.button(row) == "Klassa…"
    press(page, Part.BUTTON)
    sheet = dialog_of(page, ClassingSheet)
    assert sheet.windowTitle() == "Klassa systemet"
    sheet.reject()


def test_an_amount_is_told_however_little_room_there_is(page: StartPage, qtbot: QtBot) -> None:
    row = stand_on(page, "sista_uppsagningsdag")
    page.resize(640, 800)
    QApplication.processEvents()
    at = page.view.parts._divided(page.view.viewport().width())
    lines = page.view.parts._wrapping.lines(
        page.view.parts._theme, page.view.parts._reason(row, at), page.view.parts._words_width(at)
    )
    assert len(lines) > 3
    assert "412\u00a0000\u00a0kr om året" in " ".join(lines)


def test_long_names_of_who_answers_are_told_whole_in_the_choice(page: StartPage, session: Session) -> None:
    name = "Enhetschef för särskilt boende, Socialförvaltningen i Bengtsfors"
    session.workspace.records.add(
        "systems", {"name": "Castor", "lifecycle": "i_drift", "system_owner": {"function": name}}
    )
    page.refresh()
    assert page.head.who.itemText(1) == "Ansvarig saknas"
    who = page.head.who
    assert who.view().minimumWidth() > who.fontMetrics().horizontalAdvance(name) > who.maximumWidth()


def test_the_menu_key_opens_the_menu(page: StartPage, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    page.deeds.show_menu(page.view.menu_place())
    menu = chosen_menu()
    assert menu.actions()[0].text() == "Förnya eller säg upp…"
    menu.close()


def test_it_shows_whose_lines_and_which_register_are_chosen_and_remembers_whose(
    page: StartPage, session: Session, qtbot: QtBot, start_page: Callable[[Session], StartPage]
) -> None:
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    page.refresh()
    everything = kinds(page)
    choose(page.head.who, NOBODY)
    choose(page.head.register, "systems")
    assert set(kinds(page)) < set(everything)
    assert "sista_uppsagningsdag" not in kinds(page)
    assert f" av {len(page._found.work.lines if page._found else ())} punkter" in page.head.titles.under.text()
    again = start_page(session)
    qtbot.addWidget(again)
    again.show()
    choose(page.head.register, "")
    assert kinds(again) == kinds(page)
    assert again.head.who.currentText() == "Ansvarig saknas"
    assert again.head.register.currentText() == "Alla register"
    again.close_down()


def test_a_wrong_choice_can_be_left_from_the_empty_page(
    page: StartPage, session: Session, qtbot: QtBot, start_page: Callable[[Session], StartPage]
) -> None:
    session.memory.keep("start/responsible", str(UUID(int=1)))
    again = start_page(session)
    qtbot.addWidget(again)
    again.show()
    assert again.model.rowCount() == 0
    assert again.head.who.currentText() == "Ansvarig utan punkter"
    again.empty.hidden.plain_chosen.emit()
    assert again.model.rowCount() > 0
    again.close_down()


def test_a_sign_says_what_it_does(page: StartPage, session: Session, qtbot: QtBot) -> None:
    stand_on(page, "sista_uppsagningsdag")
    page.resize(1000, 800)
    QApplication.processEvents()
    rect = page.view.visualRect(page.view.currentIndex())
    for x in range(rect.left(), rect.right(), 4):
        place = QPoint(x, rect.center().y())
        if page.view.parts.part_at(page.view.currentIndex(), place.toPointF()) is Part.REST:
            break
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.view.viewport().mapToGlobal(place))
    QApplication.sendEvent(page.view.viewport(), event)
    assert "Låt vila" in QToolTip.text()
    QToolTip.hideText()


def test_coming_days_stand_beside_where_it_is_wide(page: StartPage, session: Session, agreement_id: UUID) -> None:
    page.set_step(WidthStep.WIDE)
    assert page.coming.isVisible()
    opened: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: opened.append((register, key)))
    link = next(each for each in page.coming.findChildren(QWidget) if "Raindance" in each.accessibleName())
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened == [("agreements", agreement_id)]
    page.set_step(WidthStep.NARROW)
    assert not page.coming.isVisible()


def test_figures_give_their_place_in_a_low_window(page: StartPage) -> None:
    assert page.figures.isVisible()
    page.resize(1100, 400)
    assert not page.figures.isVisible()


def test_it_is_read_when_it_is_seen_and_told_how_much_waits(page: StartPage, session: Session, qtbot: QtBot) -> None:
    waiting: list[int] = []
    page._gathering.gathered.connect(lambda found: waiting.append(len(found.work.lines)))
    page.hide()
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    assert waiting == []
    page.show()
    assert len(waiting) == 1
    assert waiting[0] > 1
    qtbot.keyClick(page.view, Qt.Key.Key_F5)
    assert len(waiting) == 2


def test_lines_are_saved_and_printed_as_a_table(page: StartPage, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(page._output, "save", made.append)
    monkeypatch.setattr(page._output, "print_out", made.append)
    page.export()
    page.print_list()
    (overview, again) = made
    assert overview == again
    (sheet,) = overview.tables
    assert len(sheet.rows) == len(page.model.lines_of(range(page.model.rowCount())))
    first = sheet.rows[0]
    assert isinstance(first[1], date)
    assert first[2:4] == ("Avtal", "Supportavtal Raindance")


def test_what_can_only_be_looked_at_has_no_deeds(
    page: StartPage, session: Session, monkeypatch: pytest.MonkeyPatch, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    monkeypatch.setattr(type(session.workspace), "writable", property(lambda _self: False))
    page.refresh()
    row = stand_on(page, "sista_uppsagningsdag")
    assert page.model.button(row) == "Öppna"
    qtbot.keyClick(page.view, Qt.Key.Key_H)
    qtbot.keyClick(page.view, Qt.Key.Key_Z)
    qtbot.keyClick(page.view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert said == []


def test_a_large_register_is_read_beside_the_window(
    page: StartPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itadmin.ui.attention.gathering._LARGE", 0)
    names: list[str] = []
    session.background.busy.connect(names.append)
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    page.refresh()
    assert names == ["Ser efter vad som kräver åtgärd", ""]
    assert "utan_systemagare" in kinds(page)


def test_a_very_large_register_is_gone_through_when_one_says_so(
    session: Session, qtbot: QtBot, start_page: Callable[[Session], StartPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itadmin.ui.attention.gathering._VERY_LARGE", 0)
    session.workspace.records.add("systems", {"name": "Castor", "lifecycle": "i_drift"})
    page = start_page(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    asked = page.empty.large
    assert asked.isVisible()
    qtbot.mouseClick(next(b for b in asked.findChildren(QPushButton) if b.isVisible()), Qt.MouseButton.LeftButton)
    assert "utan_systemagare" in kinds(page)
    assert not asked.isVisible()
    page.close_down()


def test_what_is_away_for_signature_is_registered_as_signed(page: StartPage, session: Session, qtbot: QtBot) -> None:
    values = {"title": "Driftavtal Castor", "kind": "driftavtal", "status": "invantar_underskrift"}
    session.workspace.records.add("agreements", {**values, "starts_on": "2026-11-01"})
    qtbot.waitUntil(lambda: "vantar_pa_underskrift" in kinds(page))
    row = stand_on(page, "vantar_pa_underskrift")
    assert page.model.button(row) == "Registrera påskrivet…"
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    dialog = dialog_of(page, ActDialog)
    assert dialog.deed is Deed.REGISTER_SIGNED
    dialog.reject()


def test_a_handling_that_is_not_back_is_registered_as_signed(page: StartPage, session: Session, qtbot: QtBot) -> None:
    values = {"number": "2026-0001", "title": "Driftavtal Castor", "status": "skickat", "sent_on": "2026-09-01"}
    paper = session.workspace.records.add("papers", values)
    qtbot.waitUntil(lambda: "handling_inte_tillbaka" in kinds(page))
    row = stand_on(page, "handling_inte_tillbaka")
    assert page.model.button(row) == "Registrera påskrivet…"
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    dialog = dialog_of(page, ReturnedDialog)
    assert dialog.paper is not None
    assert dialog.paper.id == paper
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog.take_scan(Scan("scan.png", b"\x89PNG\r\n\x1a\n"))
    dialog.carry_out()
    assert said == ["Handling 2026-0001 är registrerad som påskriven."]
    qtbot.waitUntil(lambda: is_read(page) and "handling_inte_tillbaka" not in kinds(page))


def test_what_stands_under_the_title_is_whole_beside_the_choices(page: StartPage) -> None:
    page.resize(880, 800)
    page.head.titles.tell(date(2026, 11, 22), 690, 192, 51, 690)
    QApplication.processEvents()
    under = page.head.titles.under
    assert under.width() >= under.fontMetrics().horizontalAdvance(under.text())


def test_a_document_that_another_has_taken_the_place_of_is_noted_as_replaced(
    page: StartPage, session: Session, said: list[tuple[str, bool]], qtbot: QtBot
) -> None:
    records = session.workspace.records
    adopted = {"title": "IT-policy", "kind": "policy", "status": "faststalld", "valid_from": "2026-11-01"}
    old = records.add("steering_documents", adopted)
    records.add("steering_documents", {**adopted, "version": "2.0", "replaces": str(old)})
    qtbot.waitUntil(lambda: is_read(page) and "ny_version_galler" in kinds(page))
    stand_on(page, "ny_version_galler")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    status = getattr(session.reading().one("steering_documents", old).record, "status", "")
    assert (status, said[-1]) == ("ersatt", ("IT-policy har läget Ersatt.", True))
    qtbot.waitUntil(lambda: "ny_version_galler" not in kinds(page))
