"""The ring can be pointed at, walked through with the keys and heard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.look.look import Look
from itadmin.ui.wheel.ring_view import RingView

FIRST_ARC, WITHOUT, FIRST_MEETING, SECOND_MEETING, SUPPORT = 0, 4, 5, 6, 7


@pytest.fixture
def view(qtbot: QtBot, look: Look, picture: Callable[..., YearPicture]) -> RingView:
    view = RingView(look)
    qtbot.addWidget(view)
    view.resize(500, 500)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.show_picture(picture(), 0)
    view.setFocus()
    return view


def spot_of(view: RingView, number: int, picture: YearPicture) -> QPoint:
    part = picture.ring.part_of(number)
    assert part is not None
    return view.places().place_of(part).toPoint()


def test_it_says_the_whole_and_begins_with_the_first(view: RingView) -> None:
    assert view.accessibleName() == "Årshjul 2026: åtta dagar."
    assert view.number == FIRST_ARC
    assert view.accessibleDescription() == "Uppföljning 0 den 2026-02-01."


def test_the_arrows_walk_in_the_order_of_the_year_past_what_is_not_drawn(qtbot: QtBot, view: RingView) -> None:
    seen = []
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        seen.append(view.number)
    assert seen == [1, 2, 3, FIRST_MEETING, SUPPORT, SUPPORT]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.number == FIRST_MEETING
    assert QToolTip.text()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.number == FIRST_ARC
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.number == SUPPORT


def test_one_can_stand_on_what_has_no_place_and_go_on(qtbot: QtBot, view: RingView) -> None:
    view.go_to(WITHOUT)
    assert view.accessibleDescription() == "Uppföljning 4 den 2026-02-01."
    assert not view.grab().isNull()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.number == FIRST_MEETING
    view.go_to(WITHOUT)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.number == 3


def test_each_click_on_a_sign_goes_to_the_next_of_its_days(
    qtbot: QtBot, view: RingView, picture: Callable[..., YearPicture]
) -> None:
    spot = spot_of(view, FIRST_MEETING, picture())
    seen = []
    for _ in range(3):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
        seen.append(view.number)
    assert seen == [FIRST_MEETING, SECOND_MEETING, FIRST_MEETING]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert view.number == FIRST_MEETING


def test_enter_and_a_double_click_open_it(qtbot: QtBot, view: RingView, picture: Callable[..., YearPicture]) -> None:
    opened: list[int] = []
    view.opened.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    spot = spot_of(view, 2, picture())
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert opened == [SUPPORT, 2]


def test_what_is_under_the_pointer_is_told(view: RingView, picture: Callable[..., YearPicture]) -> None:
    spot = spot_of(view, SUPPORT, picture())
    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert "Support den 2026-08-31." in QToolTip.text()


def test_a_year_with_nothing_can_be_entered(qtbot: QtBot, look: Look, picture: Callable[..., YearPicture]) -> None:
    view = RingView(look)
    qtbot.addWidget(view)
    assert not view.grab().isNull()
    year = picture()
    empty = YearPicture("Årshjul", "Inget.", type(year.ring)(2030, (), (), (), (), None), ("2030", ""), (), ("Dag",))
    view.show_picture(empty, 0)
    view.show()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.number == -1
