"""The list can take almost all the room, its width is remembered, and no record's name decides over it."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session

NAMES = ("VA", "Överförmyndarens handläggarstöd", "Uppföljning av snöröjning", "x" * 290)
WIDTH = 1228  # what is left of a window of 1280 beside the navigation


@pytest.fixture
def records(workspace: Workspace) -> list[UUID]:
    return [workspace.records.add("systems", {"name": name}) for name in NAMES]


def shown_page(session: Session, qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.set_step(WidthStep.MIDDLE)
    page.resize(WIDTH, 640)
    page.show()
    return page


def drag_to(page: RegisterPage, place: int) -> None:
    """Leave the line between the two at a place, as the mouse does."""
    page.sides.splitter.setSizes([place, WIDTH - place])
    page.sides.splitter.splitterMoved.emit(page.sides.splitter.sizes()[0], 1)


@pytest.mark.parametrize("place", [530, WIDTH])
def test_the_list_keeps_its_width_whatever_record_is_shown(
    session: Session, records: list[UUID], qtbot: QtBot, place: int
) -> None:
    page = shown_page(session, qtbot)
    drag_to(page, place)
    widths = set()
    for record_id in records:
        page.show_record(record_id)
        page.grab()
        widths.add(tuple(page.sides.splitter.sizes()))
    assert len(widths) == 1


def test_the_list_begins_with_its_share(session: Session, records: list[UUID], qtbot: QtBot, look: Look) -> None:
    page = shown_page(session, qtbot)
    assert page.sides.splitter.sizes()[0] == pytest.approx(look.metrics.list_max, abs=2)


@pytest.mark.parametrize("factor", [1.0, 1.2])
def test_the_list_can_take_all_but_the_least_the_record_can_do_with(
    session: Session, records: list[UUID], qtbot: QtBot, look: Look, factor: float
) -> None:
    page = shown_page(session, qtbot)
    look.set_text_factor(factor)
    drag_to(page, WIDTH)
    assert page.sides.splitter.sizes()[1] == look.metrics.px(420)


def test_how_wide_the_list_was_left_is_remembered(session: Session, records: list[UUID], qtbot: QtBot) -> None:
    page = shown_page(session, qtbot)
    drag_to(page, 700)
    again = shown_page(session, qtbot)
    assert again.sides.splitter.sizes()[0] == pytest.approx(700, abs=2)


@pytest.fixture
def alone(session: Session, records: list[UUID], qtbot: QtBot) -> RegisterPage:
    """A page with the list alone, as left by its key."""
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(WIDTH, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.turn_list_alone()
    return page


def is_shown(page: RegisterPage) -> tuple[bool, bool]:
    return page.list.isVisible(), page.record.isVisible()


def test_the_list_alone_has_all_the_room_and_the_record_comes_in_its_place(
    alone: RegisterPage, records: list[UUID], qtbot: QtBot
) -> None:
    assert is_shown(alone) == (True, False)
    assert alone.list.width() == WIDTH
    assert alone.list.table.hasFocus()
    qtbot.mouseClick(
        alone.list.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=alone.list.table.visualRect(alone.model.index(1, 0)).center(),
    )
    assert is_shown(alone) == (True, False)
    qtbot.keyClick(alone.list.table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert is_shown(alone) == (False, True)
    assert alone.record.record_id == alone.model.id_at(1)
    alone.show_list()
    assert is_shown(alone) == (True, False)
    alone.show_record(records[0])
    assert is_shown(alone) == (False, True)
    alone.turn_list_alone()
    assert is_shown(alone) == (True, True)


def test_that_the_list_stands_alone_is_remembered_in_each_register(
    alone: RegisterPage, session: Session, qtbot: QtBot
) -> None:
    assert is_shown(shown_page(session, qtbot)) == (True, False)
    people = RegisterPage(session, REGISTERS["people"])
    qtbot.addWidget(people)
    people.show()
    assert is_shown(people) == (True, True)
    alone.turn_list_alone()
    assert is_shown(shown_page(session, qtbot)) == (True, True)


@pytest.mark.parametrize(("register", "words"), [("systems", "Nytt system"), ("integrations", "Ny integration…")])
def test_a_button_that_asks_for_more_than_a_name_says_so(
    session: Session, qtbot: QtBot, register: str, words: str
) -> None:
    page = RegisterPage(session, REGISTERS[register])
    qtbot.addWidget(page)
    assert page.list.new_button.text() == words
