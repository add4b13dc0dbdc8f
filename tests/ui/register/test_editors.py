"""Values are written and chosen where they stand, by the keyboard alone."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.domain.fields import OPEN, ApproximateDay, Day, Field, Money, Whole
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.editors import LineEditor
from itadmin.ui.register.value_row import ValueRow

CONTROL = Qt.KeyboardModifier.ControlModifier
Typing = Callable[..., None]


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], system_id: UUID) -> RecordPage:
    page = page_of("systems")
    page.show_record(system_id)
    return page


def row(page: RecordPage, name: str) -> ValueRow:
    return next(child for child in page.findChildren(ValueRow) if child.name == name)


def go(page: RecordPage, name: str) -> ValueRow:
    row(page, name).setFocus()
    assert QApplication.focusWidget() is row(page, name)
    return row(page, name)


def value(workspace: Workspace, system_id: UUID, name: str) -> Any:
    return getattr(workspace.reading().one("systems", system_id).record, name)


def popup(page: RecordPage) -> PopupList:
    return next(item for item in page.findChildren(PopupList) if item.isVisible())


def is_open(page: RecordPage) -> bool:
    return any(item.isVisible() for item in page.findChildren(PopupList))


def lines(page: RecordPage) -> list[str]:
    shown = popup(page)
    return [shown.item(number).text() for number in range(shown.count())]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        (Day("Dag", OPEN), "åååå-mm-dd"),
        (ApproximateDay("Dag", OPEN), "år, månad eller dag"),
        (Money("Pris", OPEN), "kronor"),
        (Money("Pris", OPEN, per="timme"), "kronor per timme"),
        (Whole("Förlängs med", OPEN, unit="månader i taget"), "månader i taget"),
    ],
)
def test_a_hint_has_room(look: Look, qtbot: QtBot, field: Field, hint: str) -> None:
    editor = LineEditor(look, field)
    qtbot.addWidget(editor)
    line = editor.focusProxy()
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == hint
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.placeholderText()) + 3 * look.metrics.gap


def test_typing_on_a_value_begins_to_edit_it(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    go(page, "purpose")
    QTest.keyClick(row(page, "purpose"), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(page, "category")
    type_text("verk", Qt.Key.Key_Return)
    assert value(workspace, system_id, "category") == "verksamhetssystem"
    assert QApplication.focusWidget() is row(page, "category")


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_opens_the_editor_and_escape_gives_the_value_back(page: RecordPage, key: Qt.Key) -> None:
    purpose = go(page, "purpose")
    QTest.keyClick(purpose, key)
    assert purpose.editor is not None
    assert QApplication.focusWidget() is purpose.editor.focusProxy()
    QTest.keyClick(purpose.editor.focusProxy(), Qt.Key.Key_Escape)
    assert purpose.editor is None
    assert QApplication.focusWidget() is purpose


def test_tab_saves_and_goes_on_and_back(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    go(page, "category")
    type_text("st", Qt.Key.Key_Tab)
    assert value(workspace, system_id, "category") == "stodsystem"
    assert QApplication.focusWidget() is row(page, "scope")
    type_text("en", Qt.Key.Key_Backtab)
    assert value(workspace, system_id, "scope") == "verksamhetsspecifikt"
    assert QApplication.focusWidget() is row(page, "category")


def test_tab_order_is_that_of_the_page_also_for_rows_made_late(
    page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"area": "Omsorg"})
    go(page, "purpose")
    QTest.keyClick(row(page, "purpose"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row(page, "area")
    QTest.keyClick(row(page, "area"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row(page, "category")


def test_choices_are_shown_at_once_with_the_one_that_is_chosen_marked(page: RecordPage, qtbot: QtBot) -> None:
    go(page, "lifecycle")
    QTest.keyClick(row(page, "lifecycle"), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: is_open(page))
    assert lines(page)[0] == "Inget värde"
    assert popup(page).current_meaning() == "I drift"


def test_arrows_choose_and_nothing_is_saved_before_enter(
    page: RecordPage, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    QTest.keyClick(go(page, "lifecycle"), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: is_open(page))
    field = QApplication.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert value(workspace, system_id, "lifecycle") == "i_drift"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(workspace, system_id, "lifecycle") == "avvecklad"


def test_escape_closes_the_list_first_and_the_editor_then(page: RecordPage, qtbot: QtBot) -> None:
    lifecycle = go(page, "lifecycle")
    QTest.keyClick(lifecycle, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: is_open(page))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert lifecycle.is_editing
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert popup(page).current_meaning() == "I drift"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not lifecycle.is_editing


def test_a_choice_is_emptied_by_its_first_line_or_by_erasing(
    page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    QTest.keyClick(go(page, "lifecycle"), Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(workspace, system_id, "lifecycle") == ""


def test_down_and_enter_take_the_first_word_where_nothing_is_chosen(
    page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    QTest.keyClick(go(page, "lifecycle"), Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert popup(page).current_meaning() == lines(page)[1]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(workspace, system_id, "lifecycle") == "behov"


def test_a_click_in_the_list_chooses(page: RecordPage, workspace: Workspace, system_id: UUID, qtbot: QtBot) -> None:
    qtbot.mouseClick(row(page, "lifecycle"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_open(page))
    shown = popup(page)
    place = shown.visualItemRect(shown.item(lines(page).index("Planerad"))).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert value(workspace, system_id, "lifecycle") == "planerad"
    assert not row(page, "lifecycle").is_editing


def test_a_word_that_is_not_in_the_list_is_told_and_the_rest_of_the_page_goes_on(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    go(page, "category")
    type_text("finns inte", Qt.Key.Key_Return)
    category = row(page, "category")
    assert category.is_editing
    assert "Verksamhetssystem" in category.fault()
    page.edit_field("purpose")
    assert category.is_editing
    assert QApplication.focusWidget() is row(page, "purpose").editor.focusProxy()
    page.leave()
    assert category.is_editing
    assert category.fault()
    assert value(workspace, system_id, "category") == ""


def test_a_kept_draft_does_not_take_the_keyboard(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing, qtbot: QtBot
) -> None:
    go(page, "category")
    type_text("finns inte", Qt.Key.Key_Return)
    page.leave()
    other = workspace.records.add("systems", {"name": "Raindance"})
    page.show_record(other)
    held = QLineEdit()
    qtbot.addWidget(held)
    go(page, "purpose")
    page.show_record(system_id)
    assert row(page, "category").is_editing
    assert QApplication.focusWidget() is row(page, "purpose")


def test_long_text_keeps_enter_and_ends_with_control_enter(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    QTest.keyClick(go(page, "purpose"), Qt.Key.Key_F2)
    type_text(" Och mer.", Qt.Key.Key_Return)
    assert row(page, "purpose").is_editing
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert value(workspace, system_id, "purpose") == "Stöd för vård och omsorg. Och mer."


def test_an_emptied_value_that_folds_away_leaves_the_keyboard_on_the_page(
    page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"user_count": 12})
    QTest.keyClick(go(page, "user_count"), Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert row(page, "user_count").isHidden()
    assert isinstance(QApplication.focusWidget(), ValueRow)


def test_a_value_can_be_copied_and_its_link_followed_without_the_mouse(
    page: RecordPage, qtbot: QtBot, system_id: UUID
) -> None:
    supplier = go(page, "supplier")
    QTest.keyClick(supplier, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Exempelbolaget AB"
    with qtbot.waitSignal(page._session.guide.record_wanted) as asked:
        QTest.keyClick(supplier, Qt.Key.Key_Return, CONTROL)
    assert asked.args[0] == "organisations"
    words = [action.text() for action in supplier.menu().actions()]
    assert words == ["Ändra", "Kopiera värdet", "Öppna Exempelbolaget AB"]


def test_escape_while_the_name_is_written_keeps_the_old_one(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("name")
    type_text("Något annat", Qt.Key.Key_Escape)
    assert workspace.reading().label("systems", system_id) == "Lifecare"
    page.edit_field("name")
    type_text("Lifecare Omsorg", Qt.Key.Key_Return)
    assert workspace.reading().label("systems", system_id) == "Lifecare Omsorg"
    assert isinstance(QApplication.focusWidget(), ValueRow)


def test_a_draft_that_is_mended_is_saved_also_where_the_page_was_only_left_for_a_while(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing
) -> None:
    page.edit_field("reviewed_on")
    type_text("hosten", Qt.Key.Key_Return)
    page.leave()
    reviewed = row(page, "reviewed_on")
    assert "hosten" in reviewed.editor.draft()
    assert reviewed.fault()
    shown = [line for line in reviewed.findChildren(QLineEdit) if line.isVisible()]
    assert [line.text() for line in shown] == ["hosten"]
    shown[0].setFocus()
    shown[0].selectAll()
    type_text("2026-03-04", Qt.Key.Key_Return)
    assert str(value(workspace, system_id, "reviewed_on")) == "2026-03-04"
    assert not reviewed.is_editing
    page.show_record(workspace.records.add("systems", {"name": "Raindance"}))
    page.show_record(system_id)
    assert not reviewed.is_editing


@pytest.mark.parametrize("name", ["reviewed_on", "required_availability_percent"])
def test_escape_gives_the_value_back_also_after_a_refusal(
    page: RecordPage, workspace: Workspace, system_id: UUID, type_text: Typing, name: str
) -> None:
    workspace.records.save("systems", system_id, {"required_availability_percent": 9900, "reviewed_on": "2026-01-02"})
    page.edit_field(name)
    QApplication.focusWidget().selectAll()
    type_text("dygnet", Qt.Key.Key_Return)
    assert row(page, name).fault()
    page.leave()
    assert row(page, name).fault()
    line = next(each for each in row(page, name).findChildren(QLineEdit) if each.isVisible())
    line.setFocus()
    type_text("", Qt.Key.Key_Escape)
    assert not row(page, name).is_editing
    assert not [each for each in row(page, name).findChildren(QLineEdit) if each.isVisible()]
    page.show_record(system_id)
    assert not row(page, name).is_editing


def test_a_day_may_be_written_without_its_year_and_is_shown_whole(look: Look, qtbot: QtBot) -> None:
    editor = LineEditor(look, Day("Klassad", OPEN), date(2026, 11, 22))
    qtbot.addWidget(editor)
    editor.show_draft("3 mars")
    assert editor.plain() == "2027-03-03"
    editor.findChild(QLineEdit).editingFinished.emit()
    assert editor.draft() == "2027-03-03"
    approximate = LineEditor(look, ApproximateDay("Infört", OPEN), date(2026, 11, 22))
    qtbot.addWidget(approximate)
    approximate.show_draft("3 mars")
    with pytest.raises(ValueError, match="som en dag"):
        approximate.plain()
