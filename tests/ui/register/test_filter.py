"""The filter of a list: conditions made, changed and removed by keyboard and mouse, and what they leave."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from itadmin.domain.filters import Condition
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.checks_editor import ChecksEditor
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session


@pytest.fixture
def systems(workspace: Workspace) -> dict[str, UUID]:
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    values = (
        {"name": "A", "lifecycle": "i_drift", "user_count": 10, "supplier": str(supplier)},
        {"name": "B", "lifecycle": "planerad", "user_count": 500, "support_ends": "2026-06"},
        {"name": "C", "lifecycle": "i_drift", "system_owner": {"function": "Socialchef"}},
    )
    return {str(each["name"]): workspace.records.add("systems", each) for each in values}


@pytest.fixture
def page(session: Session, systems: dict[str, UUID], qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(1300, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def names(page: RegisterPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def chips(page: RegisterPage) -> list[str]:
    return [chip.words for chip in page.side.filter.row.chips]


@pytest.fixture
def begin(page: RegisterPage, type_text: Callable[..., None]) -> Callable[[str], None]:
    """Press the button and choose a field by its name, as one does with the keyboard."""

    def choose(field: str) -> None:
        QTest.mouseClick(page.side.filter.button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        type_text(field, Qt.Key.Key_Return)

    return choose


def test_a_condition_is_made_by_keyboard_alone(page: RegisterPage, begin: Callable[[str], None]) -> None:
    begin("läge")
    editor = page.side.filter.editor
    box = QApplication.focusWidget()
    assert box is not None
    assert box.accessibleName() == "Läge: Behov"
    for _step in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chips(page) == ["läge I drift"]
    assert names(page) == ["A", "C"]
    assert not editor.isVisible()
    assert QApplication.focusWidget() is page.side.filter.row.chips[0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert names(page) == ["A", "B", "C"]
    assert QApplication.focusWidget() is page.list.table


def test_numbers_texts_and_days_are_asked_as_people_write_them(
    page: RegisterPage, begin: Callable[[str], None], type_text: Callable[..., None]
) -> None:
    begin("antal anv")
    type_text("1 00")
    type_text("0", Qt.Key.Key_Return)
    assert chips(page) == ["antal användare minst 1\u00a0000"]
    assert names(page) == []
    page.state.clear()
    begin("stöd upphör")
    type_text("2027", Qt.Key.Key_Return)
    assert chips(page) == ["stöd upphör före 2027"]
    assert names(page) == ["B"]


def test_days_are_asked_for_as_so_many_months_from_today(
    page: RegisterPage, begin: Callable[[str], None], type_text: Callable[..., None], workspace: Workspace
) -> None:
    systems = workspace.reading().keys("systems")
    for record_id, day in zip(systems, ("2027-05-22", "2027-05-23", "2026-11-21"), strict=True):
        workspace.records.save("systems", record_id, {"classification_valid_until": day})
    begin("klassningen gäller")
    editor = page.side.filter.editor
    editor.test.setCurrentIndex(editor.test.findText("inom"))
    editor.test.activated.emit(editor.test.currentIndex())
    type_text("6", Qt.Key.Key_Return)
    assert chips(page) == ["klassningen gäller till och med inom 6 månader"]
    assert names(page) == ["A"]


def test_what_cannot_be_read_is_told_and_the_editor_stays(
    page: RegisterPage, begin: Callable[[str], None], type_text: Callable[..., None]
) -> None:
    begin("antal anv")
    type_text("många", Qt.Key.Key_Return)
    words = [label.text() for label in page.side.filter.editor.findChildren(QLabel) if label.isVisible()]
    assert any("helt tal" in text for text in words)
    assert chips(page) == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.side.filter.editor.isVisible()


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("", "Välj först"), ("läge", "Välj minst ett värde"), ("område", "Skriv vad"), ("leverantör", "Välj minst ett")],
)
def test_nothing_is_no_condition(
    page: RegisterPage, begin: Callable[[str], None], qtbot: QtBot, field: str, sentence: str
) -> None:
    if field:
        begin(field)
    else:
        page.side.filter.begin()
    QTest.mouseClick(page.side.filter.editor.accept, Qt.MouseButton.LeftButton)
    words = [label.text() for label in page.side.filter.editor.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith(sentence) for text in words), words
    assert chips(page) == []


def test_a_record_is_chosen_by_its_name_and_nothing_new_is_made(
    page: RegisterPage, begin: Callable[[str], None], type_text: Callable[..., None], workspace: Workspace
) -> None:
    begin("leverantör")
    type_text("exempel", Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(page.side.filter.editor.accept, Qt.MouseButton.LeftButton)
    assert chips(page) == ["leverantör Exempelbolaget AB"]
    assert names(page) == ["A"]
    before = workspace.reading().count("organisations")
    page.state.clear()
    begin("leverantör")
    type_text("Finns Inte AB")
    popups = [each for each in page.findChildren(PopupList) if each.isVisible()]
    offered = [each.item(row).text() for each in popups for row in range(each.count())]
    assert not any(text.startswith("Lägg till") for text in offered)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.mouseClick(page.side.filter.editor.accept, Qt.MouseButton.LeftButton)
    assert chips(page) == []
    assert workspace.reading().count("organisations") == before


def test_roles_are_asked_for_and_findings_stand_in_the_same_menu(
    page: RegisterPage, begin: Callable[[str], None]
) -> None:
    begin("systemägare")
    test = page.side.filter.editor.test
    test.setFocus()
    test.setCurrentIndex(test.findData("empty"))
    test.activated.emit(test.currentIndex())
    QTest.mouseClick(page.side.filter.editor.accept, Qt.MouseButton.LeftButton)
    assert chips(page) == ["utan systemägare"]
    assert names(page) == ["A", "B"]
    page.state.clear()
    begin("utan systemansvarig")
    assert chips(page) == ["utan systemansvarig"]
    assert not page.side.filter.editor.isVisible()
    assert page.state.view.findings == ("utan_systemansvarig",)


def test_a_chip_opens_its_condition_and_takes_another_value(page: RegisterPage) -> None:
    page.state.put(Condition("lifecycle", "one_of", ("i_drift",)))
    page.state.put(Condition("user_count", "at_least", (1,)))
    QTest.mouseClick(page.side.filter.row.chips[0], Qt.MouseButton.LeftButton)
    editor = page.side.filter.editor
    (ticks,) = editor.findChildren(ChecksEditor)
    assert ticks.plain() == ["i_drift"]
    assert editor.test.currentData() == "one_of"
    ticks.show_plain(["planerad"])
    QTest.mouseClick(editor.accept, Qt.MouseButton.LeftButton)
    assert chips(page) == ["läge Planerad", "antal användare minst 1"]
    assert names(page) == ["B"]


def test_arrows_walk_the_chips_and_removing_goes_on_to_the_next(page: RegisterPage) -> None:
    page.state.put(Condition("lifecycle", "filled"))
    page.state.put(Condition("user_count", "filled"))
    page.state.find_wrong("utan_klassning")
    row = page.side.filter.row
    row.chips[0].setFocus()
    QTest.keyClick(row.chips[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is row.chips[1]
    QTest.keyClick(row.chips[1], Qt.Key.Key_Delete)
    assert chips(page) == ["med läge", "utan klassning"]
    assert QApplication.focusWidget() is row.chips[1]
    QTest.keyClick(row.chips[1], Qt.Key.Key_Delete)
    assert chips(page) == ["med läge"]
    assert page.state.view.findings == ()
    assert QApplication.focusWidget() is row.chips[0]


def test_only_conditions_and_what_is_done_with_them_stand_in_the_row(page: RegisterPage) -> None:
    page.state.put(Condition("lifecycle", "filled"))
    page.state.put(Condition("user_count", "filled"))
    assert len(chips(page)) == 2
    assert page.side.filter.row.findChildren(QLabel) == []


def test_a_list_that_nothing_passes_says_so_and_offers_a_way_out(page: RegisterPage) -> None:
    page.state.put(Condition("user_count", "at_least", (9999,)))
    labels = {label.text() for label in page.list.findChildren(QLabel) if label.isVisible()}
    assert "Inga system passar villkoren" in labels
    buttons = [each for each in page.list.findChildren(QPushButton) if each.isVisible()]
    way_out = next(each for each in buttons if each.text() == "Ta bort villkoren")
    QTest.mouseClick(way_out, Qt.MouseButton.LeftButton)
    assert names(page) == ["A", "B", "C"]


def test_the_record_being_worked_with_stays_until_one_is_done(
    page: RegisterPage, workspace: Workspace, systems: dict[str, UUID]
) -> None:
    page.state.put(Condition("lifecycle", "one_of", ("i_drift",)))
    page.show_record(systems["A"])
    page.record.setFocus()
    workspace.records.save("systems", systems["A"], {"lifecycle": "avvecklad"})
    assert names(page) == ["A", "C"]
    page.list.table.setFocus()
    workspace.records.save("systems", systems["B"], {"lifecycle": "i_drift"})
    assert names(page) == ["B", "C"]


def test_the_bin_has_no_conditions(page: RegisterPage) -> None:
    page.state.put(Condition("lifecycle", "one_of", ("i_drift",)))
    page.show_bin()
    assert not page.side.filter.row.isVisible()
    page.side.add_condition()
    assert not page.state.deleted


def test_what_keeps_the_view_is_seen_also_on_a_line_of_its_own(page: RegisterPage, qtbot: QtBot) -> None:
    part = page.side.filter
    page.sides.splitter.moveSplitter(490, 1)
    for condition in (Condition("personal_data", "one_of", (True,)), Condition("dpa_status", "one_of", (None, "nej"))):
        QTest.mouseClick(part.button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        part.editor.made.emit(condition)
        qtbot.waitUntil(lambda: part.row.rect().contains(part.row.star.geometry()))
    assert part.row.star.y() > part.row.clear.y(), "there is no room for it beside the rest"
