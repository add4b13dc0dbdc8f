"""Several records at once: choosing, copying, changing, and what a list tells others of itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from itadmin.domain.filters import Condition
from itadmin.domain.registers import REGISTERS
from itadmin.services.views import Views
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.register import list_side
from itadmin.ui.register.bulk_edit import BulkEdit
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register.picker import Picker
from itadmin.ui.session import Session

Say = Callable[[], list[str]]


@pytest.fixture
def systems(workspace: Workspace) -> list[UUID]:
    values = (
        {"name": "A", "lifecycle": "i_drift", "user_count": 1200},
        {"name": "B", "area": "Omsorg"},
        {"name": "=C", "in_operation_since": "2030"},
    )
    return [workspace.records.add("systems", each) for each in values]


@pytest.fixture
def page(session: Session, systems: list[UUID], qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(1300, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.list.focus_table()
    return page


@pytest.fixture
def said(session: Session) -> list[str]:
    sentences: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: sentences.append(sentence))
    return sentences


def names(page: RegisterPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def select_all(page: RegisterPage) -> None:
    QTest.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def dialog_of(page: RegisterPage) -> BulkEdit:
    return next(each for each in page.findChildren(BulkEdit) if each.isVisible())


def test_a_bar_stands_in_the_searchs_place_while_several_are_chosen(page: RegisterPage) -> None:
    table = page.list.table
    top = table.mapTo(page, table.rect().topLeft())
    assert not page.side.bar.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert page.side.bar.isVisible()
    assert not page.list.search.isVisible()
    assert table.mapTo(page, table.rect().topLeft()) == top
    assert page.list.selected_count() == 2
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert not page.side.bar.isVisible()
    assert page.list.search.isVisible()


def test_control_and_mouse_choose_one_more(page: RegisterPage) -> None:
    for row in (0, 2):
        place = page.list.table.visualRect(page.model.index(row, 0)).center()
        modifiers = Qt.KeyboardModifier.ControlModifier if row else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, modifiers, place)
    assert [page.model.row_of(each) for each in page.list.selected_ids()] == [0, 2]


def test_what_has_no_room_in_the_bar_lies_in_its_menu(page: RegisterPage) -> None:
    select_all(page)
    bar = page.side.bar
    page.resize(2000, 800)
    page.sides.splitter.setSizes([1200, 800])
    assert all(link.isVisible() for link in bar.links.values())
    assert not bar.more.isVisible()
    page.sides.splitter.setSizes([340, 1200])
    hidden = [words for words, link in bar.links.items() if not link.isVisible()]
    assert hidden
    assert [action.text() for action in bar.more.menu().actions()] == hidden


def test_rows_are_copied_as_a_table_of_the_visible_columns(page: RegisterPage, said: list[str]) -> None:
    page.state.set_columns(("name", "user_count", "area"))
    select_all(page)
    QTest.keyClick(page.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0] == "Namn\tAntal användare\tOmråde"
    assert sorted(lines[1:]) == ["'=C\t\t", "A\t1200\t", "B\t\tOmsorg"]
    assert data.html().count("<tr>") == 4
    assert said == ["3 poster kopierade som tabell."]


def test_too_many_rows_are_not_copied(page: RegisterPage, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_side, "_MOST_COPIED", 2)
    QGuiApplication.clipboard().clear()
    select_all(page)
    page.side.copy_rows()
    assert said == ["Högst 2 poster kan kopieras åt gången. Exportera listan i stället."]
    assert QGuiApplication.clipboard().text() == ""


def test_a_list_tells_what_it_shows(page: RegisterPage, systems: list[UUID]) -> None:
    page.state.put(Condition("lifecycle", "empty"))
    page.list.words_changed.emit("omsorg")
    page.list.select_row(0)
    shown = page.shown_list()
    assert shown.query.conditions == (Condition("lifecycle", "empty"),)
    assert shown.query.words == "omsorg"
    assert shown.columns[:2] == ("name", "lifecycle")
    assert shown.selected == (systems[1],)
    assert shown.sentence == "System · utan läge · ”omsorg”"


def test_several_are_changed_after_being_shown_and_undone_as_one(
    page: RegisterPage, workspace: Workspace, said: list[str], type_text: Callable[..., None]
) -> None:
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    assert dialog.windowTitle() == "Ändra 3 system"
    QApplication.processEvents()
    type_text("planerad avv", Qt.Key.Key_Return)
    type_text("2029", Qt.Key.Key_Return)
    assert dialog.preview is not None
    assert dialog.preview.heading.text() == "2 system ändras: Planerad avveckling"
    left_out = [label.text() for label in dialog.preview.findChildren(type(dialog.preview.heading))]
    assert any(text.startswith("1 post lämnas utan ändring:\n=C: Avvecklingen") for text in left_out)
    table = dialog.preview.browser.table.model()
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["A", "B"]
    assert workspace.undo.state().undo != "Ändrade 2 system: Planerad avveckling"
    QTest.mouseClick(dialog.preview.carry_out, Qt.MouseButton.LeftButton)
    assert workspace.undo.state().undo == "Ändrade 2 system: Planerad avveckling"
    assert said == ["Ändrade 2 system: Planerad avveckling."]
    assert not dialog.isVisible()
    workspace.undo.undo()
    reads = workspace.reading().many("systems", page.model.ids_at(range(3)))
    assert {read.record.planned_retirement for read in reads.values()} == {""}


def test_a_role_is_shown_with_its_old_and_new_holder(
    page: RegisterPage, workspace: Workspace, systems: list[UUID]
) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    workspace.records.save("systems", systems[0], {"system_owner": str(anna)})
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    dialog.fields[0].field.picked.emit("system_owner")
    editor = dialog.fields[0]._editor
    assert editor is not None
    editor.show_draft("Kim Berg")
    dialog.show_changes()
    assert dialog.preview is not None
    assert dialog.preview.heading.text() == "3 system ändras: Systemägare"
    lines = dialog.preview.browser.model
    told = {lines.index(row, 0).data(): lines.index(row, 3).data() for row in range(3)}
    assert told["A"] == "Systemägare: Anna Ek → Kim Berg (läggs till)"
    assert told["B"] == "Systemägare: tomt → Kim Berg (läggs till)"
    dialog.preview.accept()
    after = workspace.reading().many("systems", systems)
    assert {read.holders["system_owner"].label for read in after.values()} == {"Kim Berg"}


def test_a_field_is_emptied_only_when_it_is_said(page: RegisterPage, workspace: Workspace, systems: list[UUID]) -> None:
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    dialog.fields[0].field.picked.emit("area")
    dialog.show_changes()
    assert dialog.preview is None
    assert dialog.fields[0]._fault.text() == "Ange ett värde, eller kryssa i Töm fältet."
    dialog.fields[0].empty.setChecked(True)
    dialog.show_changes()
    assert dialog.preview is not None
    dialog.preview.accept()
    assert workspace.reading().one("systems", systems[1]).record.area == ""


def test_nothing_to_change_is_said(page: RegisterPage) -> None:
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    dialog.fields[0].field.picked.emit("supplier")
    dialog.fields[0].empty.setChecked(True)
    dialog.show_changes()
    assert dialog.preview is None
    assert dialog._said.text() == "Alla markerade poster har redan det värdet."
    dialog.show_changes()
    dialog.reject()


def test_fields_are_added_and_taken_away(page: RegisterPage) -> None:
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    dialog.show_changes()
    assert dialog.fields[0]._fault.text() == "Välj vilket fält som ska ändras."
    assert not dialog.fields[0]._remove.isVisible()
    dialog.add_field()
    assert dialog.fields[0]._remove.isVisible()
    QTest.mouseClick(dialog.fields[0]._remove, Qt.MouseButton.LeftButton)
    assert len(dialog.fields) == 1
    dialog.reject()


def escape() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_escape_closes_the_list_then_the_field_then_the_dialog(
    page: RegisterPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.records.add("people", {"name": "Anna Ek"})
    select_all(page)
    page.side.change_many()
    dialog = dialog_of(page)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    QApplication.processEvents()
    dialog.add_field()
    dialog.fields[-1].field.picked.emit("system_owner")
    picker = dialog.findChild(Picker)
    assert isinstance(picker, Picker)
    qtbot.waitUntil(picker.is_open)
    escape()
    assert not picker.is_open()
    assert len(dialog.fields) == 2
    escape()
    (left,) = dialog.fields
    assert left.field.hasFocus()
    left.field.picked.emit("area")
    assert not closed
    escape()
    assert closed


@pytest.fixture
def slow_dialog(session: Session, page: RegisterPage, systems: list[UUID]) -> Iterator[BulkEdit]:
    """The dialog on the systems, with its work beside the window, and a value for their area."""
    background = Background()
    dialog = BulkEdit(replace(session, background=background), REGISTERS["systems"], systems, page)
    dialog.open()
    dialog.fields[0].field.picked.emit("area")
    dialog.fields[0].findChild(Editor).show_draft("Vård")
    yield dialog
    background.close()


def test_many_are_changed_beside_the_window(
    slow_dialog: BulkEdit, session: Session, systems: list[UUID], said: list[str], qtbot: QtBot
) -> None:
    closed: list[int] = []
    slow_dialog.finished.connect(closed.append)
    slow_dialog.show_changes()
    assert slow_dialog.preview is None
    qtbot.waitUntil(lambda: slow_dialog.preview is not None)
    assert slow_dialog.preview is not None
    slow_dialog.preview.accept()
    slow_dialog.reject()
    assert not slow_dialog.stop_button.isEnabled()
    assert not closed
    qtbot.waitUntil(lambda: closed == [1])
    assert [read.record.area for read in session.reading().many("systems", systems).values()] == ["Vård"] * 3
    assert said == ["Ändrade 3 system: Område."]


def test_what_is_being_worked_out_can_be_stopped(slow_dialog: BulkEdit, qtbot: QtBot) -> None:
    slow_dialog.show_changes()
    QTest.mouseClick(slow_dialog.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not slow_dialog._working.is_busy)
    assert slow_dialog.preview is None
    assert slow_dialog.isVisible()
    slow_dialog.show_changes()
    qtbot.waitUntil(lambda: slow_dialog.preview is not None)


@pytest.mark.parametrize(("number", "words"), [(1, "den markerade posten"), (3, "de 3 markerade system")])
def test_it_is_said_how_many_are_marked(
    session: Session, page: RegisterPage, systems: list[UUID], number: int, words: str
) -> None:
    dialog = BulkEdit(session, REGISTERS["systems"], systems[:number], page)
    assert dialog.told.text() == f"Välj fält och nytt värde för {words}. Inget ändras förrän du har sett vad."
    dialog.reject()


def test_a_view_is_named_where_the_list_stands(
    page: RegisterPage, workspace: Workspace, said: list[str], type_text: Callable[..., None]
) -> None:
    page.state.put(Condition("lifecycle", "empty"))
    QTest.mouseClick(page.side.filter.row.star, Qt.MouseButton.LeftButton)
    assert page.list.view_name.text() == "Utan läge"
    before = names(page)
    type_text("Utan något läge", Qt.Key.Key_Return)
    assert names(page) == before == ["=C", "B"]
    assert said == ["Vyn ”Utan något läge” är sparad."]
    assert [named.view.name for named in Views(workspace).of("systems")][-1] == "Utan något läge"
    assert page.list.heading.title.text() == "Utan något läge"
    assert not page.side.filter.row.star.isVisible()
    page.state.put(Condition("area", "empty"))
    assert page.side.filter.row.star.text() == "Spara vyn"
    page.side.save_view()
    assert not page.state.is_changed


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menus_offer_what_can_be_done(page: RegisterPage) -> None:
    select_all(page)
    page.list.row_menu_wanted.emit(page.mapToGlobal(page.rect().center()))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "Ändra flera…",
        "Kopiera som tabell",
        "Lägg i papperskorgen",
    ]
    menu.close()
    page.side._fill_menu()
    views = page.side._menu.actions()[0].menu()
    assert isinstance(views, QMenu)
    assert [action.text() for action in views.actions()][:2] == ["System", "I drift"]
    views.actions()[1].trigger()
    assert names(page) == ["A"]
    assert page.list.heading.title.text() == "I drift"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_one_row_opens_what_the_record_has(page: RegisterPage) -> None:
    page.side.offer([QAction("Beroenden…", page)])
    QTest.keyClick(page.list.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert page.list.selected_count() == 1
    page.list.row_menu_wanted.emit(page.mapToGlobal(page.rect().center()))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions()]
    menu.close()
    assert words == ["Beroenden…", "Kopiera som tabell", "Lägg i papperskorgen"]


def test_fields_to_change_stay_where_they_are_when_one_is_taken_away(slow_dialog: BulkEdit) -> None:
    first = slow_dialog.fields[0]
    places = []
    for removable in (False, True, False):
        first.set_removable(removable=removable)
        QApplication.processEvents()
        places.append((first.field.width(), first.height()))
    assert len(set(places)) == 1
