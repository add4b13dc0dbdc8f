"""The sections of a record as a menu."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.jump_button import JumpButton
from itadmin.ui.widgets.jump_list import JumpSection


@pytest.fixture
def button(look: Look, qtbot: QtBot) -> JumpButton:
    button = JumpButton(look)
    qtbot.addWidget(button)
    button.set_sections([JumpSection("Översikt"), JumpSection("Drift & teknik", 2)])
    return button


def test_it_says_where_one_is(button: JumpButton) -> None:
    assert button.text() == "Gå till"
    button.set_current(1)
    assert button.text() == "Gå till: Drift && teknik"
    button.set_current(7)
    assert button.text() == "Gå till"


def test_its_menu_leads_to_the_sections_and_tells_what_is_missing(button: JumpButton) -> None:
    spy = QSignalSpy(button.chosen)
    menu = button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Översikt", "Drift && teknik (2 saknas)"]
    menu.actions()[1].trigger()
    assert spy.at(0) == [1]


def test_a_long_title_is_cut_so_that_the_button_takes_no_more_room_than_others(button: JumpButton, look: Look) -> None:
    button.set_sections([JumpSection("Säkerhetskopiering och avbrott i mycket stora system")])
    button.set_current(0)
    assert button.text().startswith("Gå till: Säkerhets")
    assert button.text().endswith("…")
    assert button.sizeHint().width() < look.metrics.px(260)
