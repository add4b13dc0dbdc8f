from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register.table_model import RegisterModel
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Mark, Role

NAMES = ("Ärendehantering", "Åkeriet", "Book-IT", "Öppna data", "System 10", "System 2")
IN_ORDER = ["Book-IT", "System 2", "System 10", "Åkeriet", "Ärendehantering", "Öppna data"]


@pytest.fixture
def systems(workspace: Workspace) -> dict[str, UUID]:
    return {
        name: workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", "user_count": number})
        for number, name in enumerate(NAMES)
    }


@pytest.fixture
def page(session: Session, systems: dict[str, UUID], qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    return page


def names(model: RegisterModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_keeps_what_qt_expects_of_models(session: Session, systems: dict[str, UUID]) -> None:
    model = RegisterModel(REGISTERS["systems"], session.reading)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.load(ListQuery())
    model.load(ListQuery("book"))
    assert model.rowCount() == 1
    tester.deleteLater()


def test_the_list_is_in_swedish_order(page: RegisterPage) -> None:
    assert names(page.model) == IN_ORDER


def test_cells_say_what_they_are(page: RegisterPage) -> None:
    model = page.model
    lifecycle, owner = model.columns.index("lifecycle"), model.columns.index("system_owner")
    assert model.index(0, lifecycle).data() == "I drift"
    assert model.index(0, lifecycle).data(Role.CHIP) is ChipKind.IN_USE
    assert model.index(0, owner).data(Role.MARK) is Mark.MISSING
    sentence = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith("Book-IT, Läge: I drift, Systemägare: saknas")


def test_sorting_is_asked_of_the_database_and_numbers_sort_as_numbers(page: RegisterPage) -> None:
    column = page.model.columns.index("user_count")
    page.list.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert names(page.model) == list(reversed(NAMES))


def test_searching_folds_letters_and_an_empty_answer_says_what_to_do(page: RegisterPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list.search, "akeri")
    qtbot.waitUntil(lambda: names(page.model) == ["Åkeriet"])
    page.list.search.setText("finns inte")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not page.list.table.isVisible()
    page.list.heading.clear_words()
    assert names(page.model) == IN_ORDER


def test_the_record_follows_the_arrow_keys(page: RegisterPage, systems: dict[str, UUID], qtbot: QtBot) -> None:
    page.list.select_row(0)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.record.record_id == systems["System 2"])


def test_a_new_record_needs_only_a_name(page: RegisterPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.list.named.connect(page.create_record)
    page.add_record()
    qtbot.keyClicks(page.list.name, "Castor")
    qtbot.keyClick(page.list.name, Qt.Key.Key_Return)
    assert "Castor" in names(page.model)
    assert page.record.record_id == page.list.current_id()
    workspace.undo.undo()
    assert "Castor" not in names(page.model)


@pytest.mark.parametrize(
    ("register", "asked", "told"),
    [
        ("integrations", ["name", "source", "target", "external_party", "kind"], "Integration tillagd."),
        (
            "access_decisions",
            [
                "access_right",
                "system",
                "person",
                "function",
                "starts_on",
                "ends_on",
                "reason",
                "decided_by",
                "decided_on",
            ],
            "Behörighetsbeslut tillagt.",
        ),
    ],
)
def test_what_is_little_by_its_name_is_asked_for_with_what_it_is_about(
    session: Session,
    workspace: Workspace,
    systems: dict[str, UUID],
    qtbot: QtBot,
    register: str,
    asked: list[str],
    told: str,
) -> None:
    page = RegisterPage(session, REGISTERS[register])
    qtbot.addWidget(page)
    page.show()
    page.add_record()
    assert not page.list.name.isVisible()
    sheet = page.findChild(NewRecordDialog)
    assert list(sheet.editors) == asked
    system = next(name for name in ("source", "system") if name in asked)
    sheet.editors[asked[0]].show_plain("Löneunderlag")
    sheet.editors[system].show_named(str(systems["Åkeriet"]), "Åkeriet")
    with qtbot.waitSignal(session.guide.said) as said:
        sheet.save()
    assert said.args == [told, True]
    (made,) = workspace.reading().referring(register, system, systems["Åkeriet"])
    assert page.record.record_id == page.list.current_id() == made.record.id
    workspace.undo.undo()
    assert workspace.reading().count(register) == 0


def test_what_has_no_name_but_ties_nothing_is_begun_from_its_list(
    session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    page = RegisterPage(session, REGISTERS["retention_rules"])
    qtbot.addWidget(page)
    page.show()
    assert page.list.can_add
    page.add_record()
    sheet = page.findChild(NewRecordDialog)
    assert list(sheet.editors) == ["kind", "months", "decision"]
    sheet.editors["kind"].show_plain("slutat")
    sheet.editors["months"].show_plain(24)
    sheet.save()
    (read,) = workspace.reading().many("retention_rules", workspace.reading().keys("retention_rules")).values()
    assert read.label == "Personer som har slutat"


def test_the_bin_keeps_what_is_deleted(page: RegisterPage, workspace: Workspace) -> None:
    page.list.select_row(0)
    page.delete_records()
    assert names(page.model) == IN_ORDER[1:]
    page.show_bin()
    assert names(page.model) == IN_ORDER[:1]
    page.list.select_row(0)
    page.restore_records()
    page.leave_bin()
    assert names(page.model) == IN_ORDER


@pytest.mark.parametrize(
    ("chosen", "next_one"),
    [([1], "System 10"), ([1, 2], "Åkeriet"), ([5], "Ärendehantering"), ([0, 2], "System 2"), (range(6), None)],
)
def test_what_comes_after_what_is_deleted_is_stood_on(
    page: RegisterPage, qtbot: QtBot, chosen: list[int], next_one: str | None
) -> None:
    selection, how = page.list.table.selectionModel(), QItemSelectionModel.SelectionFlag
    page.list.select_row(chosen[0])
    for row in chosen:
        selection.setCurrentIndex(page.model.index(row, 0), how.Select | how.Rows)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert page.list.table.currentIndex().data() == next_one
    page.list.words_changed.emit("system")
    assert page.list.table.currentIndex().row() <= 0  # what is looked for is read from its beginning


def test_a_copy_is_named_so_that_one_sees_which_is_which(page: RegisterPage) -> None:
    page.list.select_row(0)
    page.copy_record()
    assert "Book-IT (kopia)" in names(page.model)


def test_changes_made_elsewhere_are_seen(page: RegisterPage, workspace: Workspace, systems: dict[str, UUID]) -> None:
    workspace.records.save("systems", systems["Book-IT"], {"name": "Zeta"})
    assert "Zeta" in names(page.model)
    workspace.records.save("systems", systems["Book-IT"], {"lifecycle": "avvecklad"})
    row = page.model.row_of(systems["Book-IT"])
    assert page.model.index(row, page.model.columns.index("lifecycle")).data() == "Avvecklad"


def test_narrow_windows_show_list_or_record(page: RegisterPage, systems: dict[str, UUID], qtbot: QtBot) -> None:
    page.set_step(WidthStep.NARROW)
    assert page.list.isVisible()
    assert not page.record.isVisible()
    page.show_record(systems["Åkeriet"])
    assert not page.list.isVisible()
    assert page.record.isVisible()
    qtbot.keyClick(page.record, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_only_visible_rows_are_fetched(session: Session, systems: dict[str, UUID]) -> None:
    fetched: list[int] = []
    reading = session.reading()
    rows = reading.rows

    def counting(register: str, places: list[int], columns: tuple[str, ...]) -> object:
        fetched.append(len(places))
        return rows(register, places, columns)

    reading.rows = counting
    model = RegisterModel(REGISTERS["systems"], lambda: reading)
    model.load(ListQuery())
    assert fetched == []
    model.index(0, 0).data()
    model.index(1, 0).data()
    assert fetched == [len(NAMES)]


def test_one_click_opens_the_record_where_it_takes_the_lists_place(page: RegisterPage, qtbot: QtBot) -> None:
    page.set_step(WidthStep.NARROW)
    page.show_list()
    table = page.list.table
    place = table.visualRect(page.model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.record.isVisible()
    assert not page.list.isVisible()


def test_a_record_that_changed_out_of_sight_is_as_it_is_now_when_it_is_shown(
    page: RegisterPage, workspace: Workspace, systems: dict[str, UUID], qtbot: QtBot
) -> None:
    page.show_record(systems["Book-IT"])
    page.set_step(WidthStep.NARROW)
    page.show_list()
    workspace.records.save("systems", systems["Book-IT"], {"area": "Omsorg"})
    table = page.list.table
    place = table.visualRect(page.model.index(page.model.row_of(systems["Book-IT"]), 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: "Område: Omsorg" in told(page), timeout=1000)
    page.hide()
    workspace.records.save("systems", systems["Book-IT"], {"area": "Skola"})
    page.show()
    qtbot.waitUntil(lambda: "Område: Skola" in told(page), timeout=1000)


def told(page: RegisterPage) -> list[str]:
    return [row.accessibleName() for row in page.record.findChildren(ValueRow)]
