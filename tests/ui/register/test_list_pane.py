"""The list: how it begins, what fits beside each other, and that it can be worked by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.page_commands import is_on
from itadmin.ui.register.list_heading import ListHeading
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register.table_model import RegisterModel
from itadmin.ui.session import Session


@pytest.fixture
def page_of(session: Session, qtbot: QtBot) -> Callable[[str], RegisterPage]:
    def make(register: str) -> RegisterPage:
        page = RegisterPage(session, REGISTERS[register])
        page.list.named.connect(page.create_record)
        qtbot.addWidget(page)
        page.resize(1300, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


def words(page: RegisterPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_an_empty_register_says_how_to_begin_with_one_filled_button(
    page_of: Callable[[str], RegisterPage], type_text: Callable[..., None]
) -> None:
    page = page_of("systems")
    assert "Inga system än" in words(page)
    assert not page.list.new_button.isVisible()
    page.list.focus_table()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    type_text("Lifecare", Qt.Key.Key_Return)
    assert page.list.new_button.isVisible()
    assert page.model.rowCount() == 1
    assert QApplication.focusWidget() in page.record.findChildren(type(QApplication.focusWidget()))


def test_roles_are_not_begun_with_a_name(
    page_of: Callable[[str], RegisterPage], session: Session, qtbot: QtBot
) -> None:
    page = page_of("roles")
    assert not page.list.new_button.isVisible()
    assert "De läggs till där de hör hemma, till exempel på ett system." in words(page)
    with qtbot.waitSignal(session.guide.said) as said:
        page.add_record()
    assert said.args == ["En roll läggs till på den post som den hör till.", False]
    assert not page.list.name.isVisible()


def test_what_the_program_makes_is_not_begun_here(page_of: Callable[[str], RegisterPage]) -> None:
    page = page_of("papers")
    assert not page.list.new_button.isVisible()
    assert REGISTERS["papers"].made_by_program in words(page)
    assert [key for key in ("new", "copy", "delete") if is_on(key, page)] == ["delete"]
    assert is_on("new", page_of("systems"))


def test_a_search_without_hits_keeps_the_keyboard_where_it_is_written(
    page_of: Callable[[str], RegisterPage], workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    page = page_of("systems")
    page.list.heading.focus_search()
    qtbot.keyClicks(page.list.search, "xyz")
    qtbot.waitUntil(lambda: "Inga system passar sökningen" in words(page))
    assert QApplication.focusWidget() is page.list.search
    assert page.list.new_button.isVisible()


def test_escape_leaves_the_line_of_the_name(
    page_of: Callable[[str], RegisterPage], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    page = page_of("systems")
    page.add_record()
    type_text("Halvt", Qt.Key.Key_Escape)
    assert not page.list.name.isVisible()
    assert QApplication.focusWidget() is page.list.table
    assert page.model.rowCount() == 1


def test_delete_puts_what_is_chosen_in_the_bin_and_the_list_goes_on(
    page_of: Callable[[str], RegisterPage], workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("A", "B", "C"):
        workspace.records.add("systems", {"name": name})
    page = page_of("systems")
    page.list.select_row(1)
    page.list.focus_table()
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 2
    assert QApplication.focusWidget() is page.list.table
    page.show_bin()
    assert not page.list.new_button.isVisible()
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 1


@pytest.mark.parametrize(
    ("width", "shown"), [(300, ["Namn"]), (520, ["Namn", "Läge", "Systemägare"]), (1600, list(range(8)))]
)
def test_so_many_columns_are_shown_as_there_is_room_for(
    session: Session, workspace: Workspace, qtbot: QtBot, width: int, shown: list[object]
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    pane = ListPane(session.look, RegisterModel(REGISTERS["systems"], session.reading))
    pane.model.load(ListQuery())
    pane.setMinimumWidth(0)
    qtbot.addWidget(pane)
    pane.resize(width, 500)
    pane.show()
    header = pane.table.horizontalHeader()
    visible = [column for column in range(header.count()) if not pane.table.isColumnHidden(column)]
    assert len(visible) == len(shown)
    assert pane.table.horizontalScrollBar().maximum() == 0


def test_columns_follow_the_text_size(session: Session, workspace: Workspace, qtbot: QtBot) -> None:
    pane = ListPane(session.look, RegisterModel(REGISTERS["systems"], session.reading))
    pane.setMinimumWidth(0)
    qtbot.addWidget(pane)
    pane.resize(520, 500)
    pane.show()
    before = pane.table.columnWidth(0)
    session.look.set_text_factor(1.5)
    assert pane.table.columnWidth(0) > before
    assert pane.table.isColumnHidden(2)
    session.look.set_text_factor(1.0)
    assert not pane.table.isColumnHidden(2)


@pytest.mark.parametrize(("width", "shown"), [(530, 3), (1200, 5)])
def test_few_columns_beside_a_record_in_a_middling_window_until_the_list_is_widened(
    session: Session, qtbot: QtBot, width: int, shown: int
) -> None:
    pane = ListPane(session.look, RegisterModel(REGISTERS["systems"], session.reading))
    qtbot.addWidget(pane)
    pane.resize(width, 500)
    pane.set_step(WidthStep.MIDDLE)
    assert [pane.table.isColumnHidden(column) for column in range(5)] == [place >= shown for place in range(5)]


def test_the_arrow_of_the_order_stands_only_where_the_order_is(session: Session, qtbot: QtBot) -> None:
    for register, section in (("systems", 0), ("roles", -1)):
        pane = ListPane(session.look, RegisterModel(REGISTERS[register], session.reading))
        qtbot.addWidget(pane)
        assert pane.table.horizontalHeader().sortIndicatorSection() == section


@pytest.mark.parametrize(("width", "words"), [(700, "Nytt behörighetsbeslut…"), (490, "Nytt…")])
def test_the_title_is_whole_before_the_button_says_what_is_new(
    look: Look, qtbot: QtBot, width: int, words: str
) -> None:
    heading = ListHeading(look, REGISTERS["access_decisions"], can_add=True)
    qtbot.addWidget(heading)
    heading.more.show()
    heading.show()
    heading.resize(width, 120)
    heading.set_counts(15, 104)
    QApplication.processEvents()
    assert heading.new_button.text() == words
    assert heading.new_button.accessibleName() == "Nytt behörighetsbeslut…"
    assert heading.title.shown_text() == "Behörighetsbeslut"
