"""The list can take almost all the room, its width is remembered, and no record's name decides over it."""

from uuid import UUID

import pytest
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
