"""Value lists in their window: written in place, moved, hidden, added to, put back; each is taken back with one key."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.values import LIST_NAMES, LISTS, OPEN_LISTS
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.value_lists import texts
from itadmin.ui.value_lists.dialog import ValueListsDialog
from itadmin.ui.value_lists.words_model import Column, WordsModel
from itadmin.ui.widgets.prose import plain_text

CATEGORIES = "systemkategori"
LEVELS = "samverkansniva"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
BOX = 16
HOSTILE = '<b>x</b><img src="file:///etc/passwd"> & {0}'


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ValueListsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ValueListsDialog(session, parent)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.close()


def words(dialog: ValueListsDialog, column: Column = Column.NAME) -> list[str]:
    QApplication.processEvents()
    return [dialog.model.index(row, column).data() for row in range(dialog.model.rowCount())]


def choose(dialog: ValueListsDialog, values: str) -> None:
    dialog.lists.setCurrentRow(list(LIST_NAMES).index(values))


def stand(dialog: ValueListsDialog, name: str, column: Column = Column.NAME) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(words(dialog).index(name), column))


def write(dialog: ValueListsDialog, text: str) -> None:
    """Type over the cell that the keyboard stands on."""
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.insert(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    for _round in range(2):  # what is written is taken in, and then the list is read again
        QApplication.processEvents()


def told(dialog: ValueListsDialog) -> str:
    QApplication.processEvents()
    message = dialog.notice.shown()
    return plain_text(message.prose) if message else ""


@pytest.mark.parametrize("values", LIST_NAMES)
def test_every_list_can_be_chosen_and_is_explained(dialog: ValueListsDialog, values: str) -> None:
    choose(dialog, values)
    assert words(dialog) == words(dialog, Column.DEFAULT) == list(LISTS[values].values())
    assert dialog.heading.text() == LIST_NAMES[values]
    assert dialog.explanation.text() == texts.explanation(values)
    assert dialog.new_word.isVisible() is (values in OPEN_LISTS)
    assert dialog.table.isColumnHidden(Column.ADOPTED) is (values != LEVELS)


def test_a_word_is_written_over_and_taken_back(dialog: ValueListsDialog, workspace: Workspace) -> None:
    stand(dialog, "E-tjänst")
    write(dialog, "Webbtjänst")
    assert "Webbtjänst" in words(dialog)
    assert workspace.reading().words.label_of(CATEGORIES, "e_tjanst") == "Webbtjänst"
    assert dialog.table.currentIndex().data() == "Webbtjänst"
    stand(dialog, "Skola")
    write(dialog, "Utbildning")
    for _step in range(2):
        QTest.keyClick(dialog.table, Qt.Key.Key_Z, CONTROL)
    assert words(dialog) == list(LISTS[CATEGORIES].values())


def test_a_system_page_beside_shows_the_new_word_at_once(
    dialog: ValueListsDialog, page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    workspace.records.save("systems", system_id, {"category": "e_tjanst"})
    page = page_of("systems")
    page.show_record(system_id)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    stand(dialog, "E-tjänst")
    write(dialog, "Webbtjänst")
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert "Webbtjänst" in shown
    assert "E-tjänst" not in shown


def test_space_hides_a_word_and_shows_it_again(dialog: ValueListsDialog, workspace: Workspace) -> None:
    stand(dialog, "Skola", Column.HIDDEN)
    for hidden in (True, False):
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert ("skola" not in workspace.reading().words.offered(CATEGORIES)) is hidden
        state = dialog.table.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
        assert (state == Qt.CheckState.Checked) is hidden


def test_a_click_in_the_box_hides_a_word(dialog: ValueListsDialog, workspace: Workspace) -> None:
    index = dialog.model.index(0, Column.HIDDEN)
    cell = dialog.table.visualRect(index)
    middle = QPoint(cell.left() + dialog.look.metrics.cell_left + BOX // 2, cell.center().y())
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()
    assert "verksamhetssystem" not in workspace.reading().words.offered(CATEGORIES)


def test_alt_and_an_arrow_move_a_word_and_the_keyboard_goes_along(dialog: ValueListsDialog) -> None:
    before = words(dialog)
    stand(dialog, before[0])
    for _step in range(2):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down, ALT)
        QApplication.processEvents()
    assert words(dialog) == [before[1], before[2], before[0], *before[3:]]
    assert dialog.table.currentIndex().data() == before[0]
    QTest.keyClick(dialog.table, Qt.Key.Key_Up, ALT)
    assert words(dialog)[:3] == [before[1], before[0], before[2]]


def test_an_own_word_is_added_and_taken_away(dialog: ValueListsDialog) -> None:
    dialog.new_word.setFocus()
    QTest.keyClicks(dialog.new_word, "E-arkiv")
    QTest.keyClick(dialog.new_word, Qt.Key.Key_Return)
    assert words(dialog)[-1] == "E-arkiv"
    assert words(dialog, Column.DEFAULT)[-1] == "eget ord"
    assert dialog.table.currentIndex().data() == "E-arkiv"
    assert dialog.new_word.text() == ""
    assert dialog.reset.text() == texts.REMOVE
    dialog.reset.click()
    assert words(dialog) == list(LISTS[CATEGORIES].values())
    assert told(dialog) == "Tog bort E-arkiv i Systemkategorier."
    dialog.notice.acted.emit(dialog.notice.shown())
    assert words(dialog)[-1] == "E-arkiv"
    assert told(dialog) == ""


@pytest.mark.parametrize("text", ["skola", "", "e_tjanst"])
def test_a_word_that_is_taken_or_empty_is_refused_in_a_sentence(dialog: ValueListsDialog, text: str) -> None:
    stand(dialog, "Plattform")
    write(dialog, text or " ")
    assert told(dialog).startswith("Det gick inte. ")
    assert words(dialog) == list(LISTS[CATEGORIES].values())
    dialog.new_word.setText(text)
    QTest.keyClick(dialog.new_word, Qt.Key.Key_Return)
    assert told(dialog).startswith("Det gick inte. ")
    assert dialog.new_word.text() == text


def test_a_level_is_adopted_with_a_day_and_a_day_that_is_none_is_refused(
    dialog: ValueListsDialog, workspace: Workspace
) -> None:
    choose(dialog, LEVELS)
    assert set(words(dialog, Column.ADOPTED)) == {texts.NOT_ADOPTED}
    stand(dialog, "3 Samma applikation", Column.ADOPTED)
    write(dialog, "i mars")
    assert told(dialog).startswith("Det gick inte. Fastställd: ")
    write(dialog, "12 mars 2026")
    assert words(dialog, Column.ADOPTED)[3] == "2026-03-12"
    assert not workspace.reading().words.is_proposed(LEVELS, "3")
    assert told(dialog) == ""


def test_the_whole_list_is_put_back_and_that_is_told(dialog: ValueListsDialog) -> None:
    assert not dialog.reset.isEnabled()
    stand(dialog, "Skola")
    write(dialog, "Utbildning")
    assert dialog.reset.isEnabled()
    dialog.reset_all.click()
    assert words(dialog) == list(LISTS[CATEGORIES].values())
    assert told(dialog) == "Återställde Systemkategorier."
    dialog.reset_all.click()
    assert told(dialog) == ""


def test_what_was_done_elsewhere_is_followed_and_not_taken_back(
    dialog: ValueListsDialog, workspace: Workspace, system_id: UUID
) -> None:
    stand(dialog, "Skola")
    write(dialog, "Utbildning")
    workspace.records.save("systems", system_id, {"name": "Treserva"})
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CONTROL)
    assert "Utbildning" in words(dialog)
    assert workspace.reading().label("systems", system_id) == "Treserva"
    word = next(iter(workspace.reading().keys("value_words")))
    workspace.records.delete("value_words", [word])
    assert words(dialog) == list(LISTS[CATEGORIES].values())


def test_hostile_words_are_shown_letter_by_letter(dialog: ValueListsDialog) -> None:
    dialog.new_word.setText(HOSTILE)
    QTest.keyClick(dialog.new_word, Qt.Key.Key_Return)
    assert words(dialog)[-1] == HOSTILE
    last = dialog.model.index(dialog.model.rowCount() - 1, 0)
    assert "<img" not in last.data(Qt.ItemDataRole.ToolTipRole)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == f"Benämning: {HOSTILE}"


def test_everything_has_a_name_for_those_who_cannot_see_it(dialog: ValueListsDialog) -> None:
    for part in (dialog.lists, dialog.table, dialog.new_word):
        assert part.accessibleName()
    hidden = dialog.model.index(0, Column.HIDDEN)
    assert hidden.data(Qt.ItemDataRole.AccessibleTextRole) == "Dold: nej"


def test_the_model_keeps_what_qt_expects_of_models(dialog: ValueListsDialog) -> None:
    model = WordsModel(dialog)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    lines = [line for row in range(3) if (line := dialog.model.line(row)) is not None]
    model.show_lines(lines)
    model.show_lines(lines[::-1])
    model.show_lines([])
    assert model.line(0) is None
    tester.deleteLater()
