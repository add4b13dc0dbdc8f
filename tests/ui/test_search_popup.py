"""The search in everything: what it drops down, and how it is worked from the field."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.popup_list import PopupList
from itadmin.ui.search_popup import SearchPopup
from itadmin.ui.session import Session


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return field


@pytest.fixture
def popup(field: QLineEdit, session: Session, system_id: UUID) -> Iterator[SearchPopup]:
    popup = SearchPopup(field, session)
    yield popup
    popup.close()


def shown(field: QLineEdit) -> PopupList:
    found = field.findChild(PopupList)
    assert isinstance(found, PopupList)
    return found


def lines(field: QLineEdit) -> list[str]:
    popup = shown(field)
    return [popup.item(number).text() for number in range(popup.count())]


def test_hits_stand_under_their_registers_and_the_first_is_marked(
    popup: SearchPopup, field: QLineEdit, workspace: Workspace, system_id: UUID
) -> None:
    agreement = workspace.records.add("agreements", {"title": "Avtal Lifecare"})
    QTest.keyClicks(field, "lifecare")
    assert lines(field) == ["System", "Lifecare", "Avtal", "Avtal Lifecare"]
    assert shown(field).current_meaning() == ("systems", system_id)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown(field).current_meaning() == ("agreements", agreement)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown(field).current_meaning() == ("agreements", agreement)


def test_enter_opens_and_clears(popup: SearchPopup, field: QLineEdit, system_id: UUID, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "life")
    with qtbot.waitSignal(popup.chosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["systems", system_id]
    assert field.text() == ""
    assert not shown(field).isVisible()


def test_a_click_opens(popup: SearchPopup, field: QLineEdit, system_id: UUID, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "life")
    found = shown(field)
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualItemRect(found.item(1)).center())
    assert chosen.args == ["systems", system_id]


def test_escape_hides_and_then_empties(popup: SearchPopup, field: QLineEdit) -> None:
    QTest.keyClicks(field, "life")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown(field).isVisible()
    assert field.text() == "life"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown(field).isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_nothing_found_is_said_and_cannot_be_chosen(popup: SearchPopup, field: QLineEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "xyz")
    assert lines(field) == ["Inget i registret passar ”xyz”"]
    with qtbot.assertNotEmitted(popup.chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_a_role_is_about_stands_beside_its_name(popup: SearchPopup, field: QLineEdit) -> None:
    QTest.keyClicks(field, "socialch")
    assert lines(field) == ["Roller", "Socialchef"]
    assert shown(field).item(1).data(int(Qt.ItemDataRole.UserRole) + 2) == "Systemägare · Lifecare"


def test_the_name_is_not_said_twice(popup: SearchPopup, field: QLineEdit) -> None:
    QTest.keyClicks(field, "life")
    detail = shown(field).item(1).data(int(Qt.ItemDataRole.UserRole) + 2)
    assert "Lifecare" not in detail


def test_it_hides_with_the_keyboard(popup: SearchPopup, field: QLineEdit) -> None:
    QTest.keyClicks(field, "life")
    field.clearFocus()
    assert not shown(field).isVisible()


def test_escape_takes_away_the_hits_then_the_words_and_then_leaves(
    popup: SearchPopup, field: QLineEdit, qtbot: QtBot
) -> None:
    left: list[None] = []
    popup.left.connect(lambda: left.append(None))
    QTest.keyClicks(field, "life")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left == [None]
