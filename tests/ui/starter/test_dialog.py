"""The starter list through mouse and keys: tick, write, own, search, add – and nothing before the button."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.starter_list import starter_list
from itadmin.services.workspace import Workspace
from itadmin.ui.completing_line import CompletingLine
from itadmin.ui.look.look import Look
from itadmin.ui.session import Session
from itadmin.ui.starter.dialog import StarterDialog
from itadmin.ui.starter.model import Column
from itadmin.ui.widgets.roles import Mark, Role

CARE, LEARNING, SCHEDULE = "omsorg.verksamhetssystem", "skola.larplattform", "skola.schema"

Stand = Callable[..., None]
Press = Callable[..., None]
Type = Callable[..., None]


def names(workspace: Workspace) -> list[str]:
    reading = workspace.reading()
    return [reading.label("systems", key) for key in reading.keys("systems")]


def shown(dialog: StarterDialog, column: Column, key: str) -> str:
    line = next(kind for kind in starter_list().kinds if kind.key == key)
    return str(dialog.model.index(dialog.model.row_of(line), column).data())


def test_with_the_keyboard_alone(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type, workspace: Workspace
) -> None:
    stand(CARE)
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    type_text("lifeca")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    type_text("Eva Lind")
    press(Qt.Key.Key_Tab)
    assert dialog.table.currentIndex().column() == Column.KIND
    assert names(workspace) == ["Vklass"]
    assert dialog.add_to_register.text() == "Lägg till 1 system"
    press(Qt.Key.Key_Return, control=True)
    assert names(workspace) == ["Lifecare", "Vklass"]
    reading = workspace.reading()
    (system,) = (read for read in reading.many("systems", reading.keys("systems")).values() if read.label == "Lifecare")
    assert system.holders["system_owner"].label == "Eva Lind"
    assert len(reading.keys("people")) == 1
    workspace.undo.undo()
    assert names(workspace) == ["Vklass"]


def test_a_click_ticks_and_a_click_beside_writes(
    dialog: StarterDialog, stand: Stand, type_text: Type, qtbot: QtBot
) -> None:
    stand(CARE)
    row = dialog.table.currentIndex().row()
    for column in (Column.KIND, Column.NAME):
        place = dialog.table.visualRect(dialog.model.index(row, column)).center()
        qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    type_text("Omsorgen", Qt.Key.Key_Return)
    assert [tick.text for tick in dialog.model.ticking.ticks()] == ["Omsorgen"]
    place = dialog.table.visualRect(dialog.model.index(row, Column.KIND)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.model.ticking.ticks() == []
    assert dialog.add_to_register.isEnabled() is False


def test_an_offer_can_be_clicked(dialog: StarterDialog, stand: Stand, type_text: Type, qtbot: QtBot) -> None:
    stand(CARE, Column.NAME)
    type_text("trese")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CompletingLine)
    place = editor.offers._popup.visualItemRect(editor.offers._popup.item(0)).center()
    qtbot.mouseClick(editor.offers._popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(dialog, Column.NAME, CARE) == "Treserva"


def test_tabbing_through_changes_nothing(dialog: StarterDialog, stand: Stand, press: Press) -> None:
    stand(CARE)
    press(*[Qt.Key.Key_Tab] * 7, Qt.Key.Key_Return, *[Qt.Key.Key_Tab] * 6)
    assert dialog.model.ticking.ticks() == []


def test_tabbing_over_what_was_unticked_leaves_it_so(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type
) -> None:
    stand(CARE, Column.OWNER)
    type_text("Eva Lind", Qt.Key.Key_Return)
    stand(CARE)
    press(Qt.Key.Key_Space, Qt.Key.Key_Return, *[Qt.Key.Key_Tab] * 4)
    assert dialog.model.ticking.ticks() == []


def test_of_two_people_with_one_name_the_one_chosen_is_meant(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type, session: Session
) -> None:
    second = session.workspace.records.add("people", {"name": "Eva Lind"})
    stand(CARE, Column.OWNER)
    type_text("eva")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [tick.owner for tick in dialog.model.ticking.ticks()] == [second]


def test_escape_takes_the_offers_away_before_what_is_typed_and_the_page_last(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type
) -> None:
    stand(CARE, Column.NAME)
    type_text("life")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CompletingLine)
    assert editor.offers.is_open()
    press(Qt.Key.Key_Escape)
    assert not editor.offers.is_open()
    assert editor.text() == "life"
    press(Qt.Key.Key_Escape)
    assert dialog.model.ticking.ticks() == []
    assert dialog.isVisible()


def test_an_owner_for_a_whole_area(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type, workspace: Workspace
) -> None:
    stand("skola", Column.OWNER)
    press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    stand(SCHEDULE)
    press(Qt.Key.Key_Space)
    assert shown(dialog, Column.OWNER, SCHEDULE) == "Skolchef"
    stand(SCHEDULE, Column.OWNER)
    type_text("Anna Berg", Qt.Key.Key_Return)
    assert shown(dialog, Column.OWNER, SCHEDULE) == "Anna Berg (ny person)"
    press(Qt.Key.Key_Return, control=True)
    reading = workspace.reading()
    assert [reading.label("people", key) for key in reading.keys("people")] == ["Anna Berg", "Eva Lind"]


def test_letters_search_and_what_is_found_is_ticked_with_its_product(
    dialog: StarterDialog, stand: Stand, press: Press, type_text: Type
) -> None:
    stand(CARE)
    type_text("raindance")
    assert dialog.search.text() == "raindance"
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert "Raindance" in [tick.text for tick in dialog.model.ticking.ticks()]
    press(Qt.Key.Key_Up, Qt.Key.Key_Backtab)
    assert dialog.search.hasFocus()
    press(Qt.Key.Key_Escape)
    assert dialog.search.text() == ""
    assert dialog.model.rowCount() == len(starter_list().kinds) + len(starter_list().areas)


def test_a_search_without_hits_says_so(dialog: StarterDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "finns inte alls")
    assert dialog.model.rowCount() == 0
    assert dialog.purpose.text() == "Inget i listan passar sökningen."
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)


def test_what_is_known_of_a_line_is_told(dialog: StarterDialog, stand: Stand) -> None:
    stand(CARE)
    assert dialog.purpose.text().startswith("Handläggning")
    assert "känsliga personuppgifter · ägare Socialchef · produkter Lifecare (Tietoevry)" in dialog.usual.text()
    stand("skola")
    assert dialog.purpose.text() == "Förskola och skola"


def test_what_the_register_has_cannot_be_ticked_away(dialog: StarterDialog, stand: Stand, press: Press) -> None:
    assert shown(dialog, Column.NAME, LEARNING) == "Finns: Vklass"
    stand(LEARNING)
    press(Qt.Key.Key_Space)
    index = dialog.table.currentIndex()
    assert index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    press(Qt.Key.Key_Return)
    assert not isinstance(QApplication.focusWidget(), CompletingLine)


def test_hints_are_quiet_and_what_one_wrote_is_not(dialog: StarterDialog, stand: Stand, type_text: Type) -> None:
    stand(CARE, Column.NAME)
    index = dialog.table.currentIndex()
    assert (str(index.data())[:5], index.data(Role.MARK)) == ("t.ex.", Mark.QUIET)
    type_text("Omsorgen", Qt.Key.Key_Return)
    assert (index.data(), index.data(Role.MARK)) == ("Omsorgen", Mark.PLAIN)
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "förbockad, Omsorgen, t.ex. Socialchef, Konfidentialitet 3" in words


def test_only_what_is_ticked_can_be_seen(dialog: StarterDialog, stand: Stand, press: Press) -> None:
    stand(CARE)
    press(Qt.Key.Key_Space)
    dialog.only_ticked.click()
    assert dialog.model.rowCount() == 2
    dialog.areas.chosen.emit(2)
    assert not dialog.only_ticked.isChecked()
    assert dialog.table.area_at_top() == starter_list().areas[2]
    assert dialog.areas.currentIndex().row() == 2


def test_closing_keeps_the_ticks_and_says_so(
    dialog: StarterDialog, show: Callable[[], StarterDialog], stand: Stand, press: Press, session: Session
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    stand(CARE)
    press(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert said[0].startswith("1 bockade system är inte tillagda")
    again = show()
    assert again.add_to_register.text() == "Lägg till 1 system"
    again.add_to_register.click()
    assert said[1] == "1 system är tillagda."
    third = show()
    assert shown(third, Column.NAME, CARE).startswith("Finns: ")
    assert not third.add_to_register.isEnabled()


def test_what_cannot_be_added_is_told_and_the_page_stays(
    dialog: StarterDialog, stand: Stand, type_text: Type, press: Press, workspace: Workspace
) -> None:
    stand(CARE, Column.NAME)
    type_text("x" * 301, Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, control=True)
    assert dialog.isVisible()
    assert "får ha högst" in dialog.notice.accessibleName()
    assert names(workspace) == ["Vklass"]


@pytest.mark.parametrize(("width", "factor", "seen"), [(1500, 1.0, True), (900, 1.0, False), (1280, 1.5, False)])
def test_the_areas_stand_beside_where_there_is_room(
    dialog: StarterDialog, look: Look, qtbot: QtBot, width: int, factor: float, seen: bool
) -> None:
    look.set_text_factor(factor)
    dialog.resize(width, 660)
    qtbot.waitUntil(lambda: dialog.areas.isVisible() is seen)
    table = dialog.table
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width()
    assert not dialog.grab().isNull()


def test_everything_that_can_be_reached_has_a_name(dialog: StarterDialog) -> None:
    reached = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(reached) >= 5
    nameless: list[Any] = [
        widget
        for widget in reached
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []
