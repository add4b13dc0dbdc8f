"""The picture can be pointed at, walked through with the keys and heard; thousands of rows cost what is seen."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.time_chart import Fill, Lane, Mark, Shape, Stretch, TimeChart, axis_of
from itadmin.domain.calendar import Interval
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.timeline.chart_view import LONGEST, ChartView
from itadmin.ui.timeline.places import Places

TODAY = date(2026, 11, 22)
DAYS = (date(2027, 2, 28), date(2026, 12, 31), date(2031, 1, 1))


def lane(number: int) -> Lane:
    marks = tuple(
        Mark(shape, Interval(day, day), f"Rad {number}: {shape.value} {day}.", shape is Shape.NOTICE)
        for shape, day in zip((Shape.NOTICE, Shape.CHOICE, Shape.END), DAYS, strict=True)
    )
    stretch = Stretch(Fill.FIRM, TODAY, DAYS[0])
    return Lane(
        f"Rad {number}", f"Rad {number} är en rad.", (), str(DAYS[0]), number % 2, (stretch,), marks, "", UUID(int=9)
    )


def chart(number: int, made: Callable[[int], Lane] = lane) -> TimeChart:
    makers = [lambda n=n: made(n) for n in range(number)]
    return TimeChart("Kalender", "Några rader.", axis_of(TODAY, 24), TODAY, ("Namn",), "Dag", makers)


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> ChartView:
    view = ChartView(look)
    qtbot.addWidget(view)
    view.resize(900, 400)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.show_chart(chart(3), 0)
    view.setFocus()
    return view


def placed(view: ChartView) -> Places:
    places = view.places()
    assert places is not None
    return places


def spot_of(view: ChartView, row: int, mark: int) -> QPoint:
    sign = placed(view).sign_rect(row, placed(view).chart.lane(row).marks[mark])
    assert sign is not None
    return view.in_view(sign).center().toPoint()


def test_the_whole_and_the_row_stood_on_are_heard(view: ChartView) -> None:
    assert view.accessibleName() == "Kalender. Några rader."
    assert view.accessibleDescription() == "Rad 0 är en rad."


def test_up_and_down_walk_between_rows(qtbot: QtBot, view: ChartView) -> None:
    heard: list[int] = []
    view.stood_on.connect(heard.append)
    for key in ("Down", "Down", "Down", "Up", "Home", "End", "PageUp", "PageDown"):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert heard == [1, 2, 1, 0, 2, 0, 2]


def test_right_and_left_walk_between_the_days_of_a_row_as_far_as_they_are_seen(qtbot: QtBot, view: ChartView) -> None:
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
        told.append(view.accessibleDescription())
    choice, notice = "Rad 0: choice 2026-12-31.", "Rad 0: notice 2027-02-28."
    assert told == [choice, notice, notice, choice, "Rad 0 är en rad."]


def test_a_click_stands_on_a_day_or_a_row(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(view, 1, 0))
    assert (view.row, view.mark) == (1, 0)
    beside = view.in_view(placed(view).row_rect(2)).topLeft().toPoint() + QPoint(12, 6)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert (view.row, view.mark) == (2, -1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 395))
    assert (view.row, view.mark) == (2, -1)


def test_what_is_under_the_pointer_is_told(qtbot: QtBot, view: ChartView) -> None:
    spot = spot_of(view, 1, 1)
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    )
    qtbot.waitUntil(lambda: "Rad 1: choice 2026-12-31." in QToolTip.text())
    QToolTip.hideText()


def test_an_empty_picture_has_nothing_to_walk_in(qtbot: QtBot, view: ChartView) -> None:
    view.show_chart(chart(0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert view.row == -1


def test_the_row_stood_on_is_always_seen_under_the_head(qtbot: QtBot, view: ChartView) -> None:
    view.show_chart(chart(200), 150)
    for key in (None, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
        if key is not None:
            qtbot.keyClick(view, key)
        seen = view.in_view(placed(view).row_rect(view.row))
        assert placed(view).head - 1 <= seen.top()
        assert seen.bottom() <= view.viewport().height() + 1


def test_only_what_is_seen_is_made(qtbot: QtBot, view: ChartView) -> None:
    made: set[int] = set()

    def counted(number: int) -> Lane:
        made.add(number)
        return lane(number)

    view.show_chart(chart(6000, counted), 0)
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_End)
    view.grab()
    assert {0, 5999} <= made
    assert len(made) < 60


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_is_drawn_at_any_size_and_scrolled_sideways_when_narrow(view: ChartView, look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    for width in (200, 900, 2400):
        view.resize(width, 300)
        assert not view.grab().isNull()
    view.resize(300, 300)
    assert view.horizontalScrollBar().maximum() > 0
    look.set_text_factor(2.0)
    assert not view.grab().isNull()


def test_a_longer_axis_keeps_its_middle_and_leaves_the_names_where_they_are(qtbot: QtBot, view: ChartView) -> None:
    before = placed(view)
    middle = before.share((before.axis + before.width) / 2)
    view.set_zoom(4)
    after = placed(view)
    assert after.whole - after.axis == pytest.approx(4 * (before.whole - before.axis))
    assert after.share((after.axis + after.width) / 2) == pytest.approx(middle, abs=0.01)
    assert after.axis == before.axis
    spot = QPoint(12, view.in_view(after.row_rect(2)).center().toPoint().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (view.row, view.mark) == (2, -1)
    view.set_zoom(0.1)
    assert view.zoom == 1
    assert view.horizontalScrollBar().maximum() == 0


def test_a_day_under_the_names_is_not_pointed_at(view: ChartView) -> None:
    view.set_zoom(LONGEST)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    places = placed(view)
    sign = places.sign_rect(0, places.chart.lane(0).marks[1])
    assert sign is not None
    assert sign.right() < places.axis
    assert places.mark_at(sign.center()) == (0, -1)
    assert not view.grab().isNull()
