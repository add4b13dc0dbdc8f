"""Choosing columns: in the dialog, in the header's menu and by dragging; and what is remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from itadmin.domain.fields import LongText, Rows
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.columns_dialog import ColumnsDialog, choosable
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.sign_delegates import ClassDelegate, GradeDelegate, LevelDelegate

SYSTEMS = REGISTERS["systems"]
_IN_THE_BOX = 14


@pytest.fixture
def page_of(session: Session, workspace: Workspace, qtbot: QtBot) -> Callable[[], RegisterPage]:
    workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "i_drift", "area": "Omsorg"})

    def make() -> RegisterPage:
        page = RegisterPage(session, SYSTEMS)
        qtbot.addWidget(page)
        page.resize(1300, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


@pytest.fixture
def page(page_of: Callable[[], RegisterPage]) -> RegisterPage:
    return page_of()


def header(page: RegisterPage) -> list[str]:
    """The words of the columns that are shown, as they stand."""
    line = page.list.table.horizontalHeader()
    order = [line.logicalIndex(place) for place in range(line.count())]
    shown = [column for column in order if not line.isSectionHidden(column)]
    return [str(page.model.headerData(column, Qt.Orientation.Horizontal)) for column in shown]


def dialog_of(page: RegisterPage) -> ColumnsDialog:
    page.side.choose_columns()
    return next(dialog for dialog in page.findChildren(ColumnsDialog) if dialog.isVisible())


def row_of(dialog: ColumnsDialog, word: str) -> int:
    return next(row for row in range(dialog.list.count()) if dialog.list.item(row).text() == word)


@pytest.mark.parametrize("name", REGISTERS)
def test_any_field_but_tables_and_long_texts_can_be_a_column(name: str) -> None:
    register = REGISTERS[name]
    wanted = {key for key, field in register.fields.items() if not isinstance(field, (Rows, LongText))}
    assert {*choosable(register), register.columns[0]} - {register.columns[0]} == wanted - {register.columns[0]}


def test_columns_are_ticked_and_moved_by_keyboard(page: RegisterPage) -> None:
    assert header(page) == ["Namn", "Läge", "Systemägare"]
    dialog = dialog_of(page)
    dialog.list.setCurrentRow(row_of(dialog, "Kategori"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    for _step in range(10):
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.list.setCurrentRow(row_of(dialog, "Läge"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert header(page) == ["Namn", "Kategori", "Systemägare"]
    assert page.list.current_id() == page.model.id_at(0)


def test_leaving_the_dialog_changes_nothing(page: RegisterPage) -> None:
    dialog = dialog_of(page)
    dialog.list.item(3).setCheckState(Qt.CheckState.Checked)
    dialog.reject()
    assert not page.state.has_own_columns
    dialog_of(page).accept()
    assert not page.state.has_own_columns


def test_the_search_of_the_dialog_leaves_what_is_sought(page: RegisterPage) -> None:
    dialog = dialog_of(page)
    dialog.search.setText("anvandare")
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    assert shown == ["Antal användare"]
    dialog.reject()


def test_what_is_sought_is_ticked_from_the_search_with_the_keyboard(page: RegisterPage) -> None:
    page.state.set_columns(("name", "lifecycle"))
    dialog = dialog_of(page)
    before = dialog.columns()
    QTest.keyClicks(dialog.search, "antal anv")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "user_count" not in before
    assert {*dialog.columns()} == {*before, "user_count"}
    QTest.keyClicks(dialog.search, "finns inte")
    before = dialog.columns()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.columns() == before, "what is hidden is not ticked"
    dialog.reject()


def test_a_click_on_the_word_ticks_as_one_in_the_box(page: RegisterPage) -> None:
    dialog = dialog_of(page)
    place = dialog.list.visualItemRect(dialog.list.item(0))
    before = dialog.columns()
    for across in (place.width() // 2, _IN_THE_BOX):
        QTest.mouseClick(
            dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + across, place.center().y())
        )
        assert (dialog.columns() == before) == (across == _IN_THE_BOX)
    dialog.reject()


def test_own_columns_are_all_there_however_narrow_and_are_taken_back(page: RegisterPage, qtbot: QtBot) -> None:
    columns = ("name", "user_count", "annual_cost", "supplier", "area", "classified_on")
    page.state.set_columns(columns)
    page.set_step(WidthStep.MIDDLE)
    assert len(header(page)) == len(columns)
    assert page.list.table.horizontalScrollBar().maximum() > 0
    dialog = dialog_of(page)
    restore = next(
        button for button in dialog.foot_row.findChildren(type(dialog.done_button)) if "Åter" in button.text()
    )
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    dialog.accept()
    assert not page.state.has_own_columns
    qtbot.waitUntil(lambda: page.list.table.horizontalScrollBar().maximum() == 0)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_headers_menu_leaves_out_and_takes_in(page: RegisterPage, qtbot: QtBot) -> None:
    page.list.header_menu_wanted.emit(1, page.mapToGlobal(QPoint(300, 200)))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Läge", "Systemägare"]
    next(action for action in menu.actions() if action.text() == "Dölj Läge").trigger()
    menu.close()
    assert header(page) == ["Namn", "Systemägare"]
    page.list.header_menu_wanted.emit(0, page.mapToGlobal(QPoint(300, 200)))
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == "Område").trigger()
    menu.close()
    assert header(page) == ["Namn", "Systemägare", "Område"]


def test_a_dragged_column_keeps_its_place_and_the_name_stays_first(page: RegisterPage, qtbot: QtBot) -> None:
    page.state.set_columns(("name", "lifecycle", "area", "supplier"))
    line = page.list.table.horizontalHeader()
    line.moveSection(3, 1)
    qtbot.waitUntil(lambda: page.state.columns == ("name", "supplier", "lifecycle", "area"))
    assert header(page) == ["Namn", "Leverantör", "Läge", "Område"]
    assert [line.logicalIndex(place) for place in range(4)] == [0, 1, 2, 3]


def test_widths_and_order_are_there_again(page: RegisterPage, page_of: Callable[[], RegisterPage]) -> None:
    page.state.set_columns(("name", "area", "lifecycle"))
    page.list.table.setColumnWidth(1, 210)
    page.list.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    QApplication.processEvents()
    again = page_of()
    assert header(again) == ["Namn", "Område", "Läge"]
    assert again.list.table.columnWidth(1) == 210
    line = again.list.table.horizontalHeader()
    assert (line.sortIndicatorSection(), line.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)


def test_only_what_somebody_pulls_at_is_a_width_of_ones_own(page: RegisterPage, session: Session) -> None:
    session.look.set_text_factor(1.3)
    page.state.set_columns(("name", "area", "lifecycle", "supplier"))
    page.resize(1500, 800)
    page.sides.splitter.setSizes([800, 700])
    QApplication.processEvents()
    assert page.state.widths == {}
    page.list.table.setColumnWidth(1, 300)
    assert set(page.state.widths) == {"area"}


def test_amounts_are_figures_in_a_column_that_says_the_unit(
    page_of: Callable[[], RegisterPage], workspace: Workspace
) -> None:
    workspace.records.add("systems", {"name": "Vega", "annual_cost": 4_000_000})
    page = page_of()
    page.state.set_columns(("name", "user_count", "annual_cost", "lifecycle"))
    table = page.list.table
    assert header(page)[1:3] == ["Antal användare", "Kostnad, kr per år"]
    for column in (1, 2):
        wanted = table.horizontalHeader().sectionSizeFromContents(column).width()
        assert table.columnWidth(column) >= wanted, "the heading is whole"
    texts = [table.model().index(row, 2).data() for row in range(table.model().rowCount())]
    assert "40\N{NO-BREAK SPACE}000" in texts


def test_widths_follow_the_text_size(page: RegisterPage, session: Session) -> None:
    page.state.set_columns(("name", "area", "lifecycle"))
    page.list.table.setColumnWidth(1, 200)
    session.look.set_text_factor(1.5)
    assert page.list.table.columnWidth(1) > 250
    assert page.state.widths["area"] == pytest.approx(200, abs=1)


def test_the_splitter_stays_where_it_was_put(page: RegisterPage, page_of: Callable[[], RegisterPage]) -> None:
    page.sides.splitter.moveSplitter(700, 1)
    assert page.list.width() == 700
    assert abs(page_of().list.width() - 700) <= 2


@pytest.mark.parametrize(
    ("register", "column", "drawn", "also"),
    [
        ("systems", "confidentiality", ClassDelegate, {}),
        ("cooperation_levels", "level", LevelDelegate, {"target_level": "4"}),
    ],
)
def test_classes_and_levels_are_drawn_as_on_the_record_page(
    session: Session,
    least_values: Callable[[Register], dict[str, object]],
    qtbot: QtBot,
    register: str,
    column: str,
    drawn: type[GradeDelegate],
    also: dict[str, object],
) -> None:
    known, unknown = ({**least_values(REGISTERS[register]), **also, column: code} for code in ("3", None))
    ids = [session.workspace.records.add(register, values) for values in (known, unknown)]
    page = RegisterPage(session, REGISTERS[register])
    qtbot.addWidget(page)
    page.show()
    page.list.columns.show_columns((REGISTERS[register].columns[0], column), {}, chosen=True)
    assert isinstance(page.list.table.itemDelegateForColumn(1), drawn)
    cells = [page.model.index(page.model.row_of(record), 1) for record in ids]
    assert [cell.data(Role.GRADE) for cell in cells] == [3, None]
    assert [cell.data(Role.MARK) for cell in cells] == [Mark.PLAIN, Mark.MISSING]


def test_a_version_takes_little_room_so_that_what_tells_most_fits(session: Session, qtbot: QtBot) -> None:
    page = RegisterPage(session, REGISTERS["steering_documents"])
    qtbot.addWidget(page)
    page.set_step(WidthStep.WIDE)
    page.resize(1440 - session.look.metrics.nav, 800)
    with qtbot.waitExposed(page):
        page.show()
    assert header(page) == ["Namn", "Version", "Läge", "Revideras senast"]
    page.set_step(WidthStep.MIDDLE)
    assert header(page) == ["Namn", "Version", "Läge"]
