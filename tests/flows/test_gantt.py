"""Moving the bars of a plan: the steps of `gantt.feature`."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.calculations.time_chart import Arrow, Fill, Lane, Tie
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.ui import desk
from itadmin.ui.gantt.window import GanttWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("gantt.feature")

ACTIVITIES = "implementation_activities"
_WEEKS = 14


def gantt(house: Any) -> GanttWindow:
    (window,) = house.bench.windows.of(GanttWindow)
    assert isinstance(window, GanttWindow)
    return window


def row(house: Any, name: str) -> int:
    return [lane.name for lane in gantt(house).shown.lanes()].index(name)


def lane(house: Any, name: str) -> Lane:
    return gantt(house).shown.lane(row(house, name))


def activity(house: Any, name: str) -> Any:
    reading = house.workspace.reading()
    return reading.one(ACTIVITIES, reading.named(ACTIVITIES, name)).record


@given("ett register med införandet av e-arkivet", target_fixture="plan")
def register(
    workspace: Workspace, e_archive: dict[str, UUID], around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> UUID:
    monkeypatch.setattr(desk, "real_surroundings", lambda: around)
    workspace.close()
    return e_archive["plan"]


@given("att planens sida är öppen i fönstret")
def open_page(house: Any, hands: Any, register_path: Path, plan: UUID) -> None:
    house.start(register_path)
    house.bench.session.guide.open_record("implementations", plan)
    hands.rest()


@when(parsers.parse('jag trycker på "{name}"'))
def press(house: Any, hands: Any, name: str) -> None:
    hands.press(name)
    gantt(house).activateWindow()
    hands.rest()


@when('jag trycker på "Ångra" i Gantt')
def undo(house: Any, hands: Any) -> None:
    QTest.mouseClick(gantt(house).undo, Qt.MouseButton.LeftButton)
    hands.rest()


@when(parsers.parse('jag drar slutet av "{name}" två veckor framåt'))
def drag(house: Any, hands: Any, name: str) -> None:
    view = gantt(house).gantt
    places = view.places()
    assert places is not None
    box, axis = places.bar_of(row(house, name)), places.chart.axis
    assert box is not None
    day = (places.x(1) - places.x(0)) / ((axis.last - axis.first).days + 1)
    begin = view.in_view(box).center().toPoint()
    begin.setX(round(view.in_view(box).right()) - 2)
    end = begin + QPoint(round(_WEEKS * day), 0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    for part in (0.5, 1):
        QTest.mouseMove(view.viewport(), begin + (end - begin) * part)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    hands.rest()


@when(parsers.parse('jag flyttar "{name}" två veckor framåt med tangenterna'))
def move(house: Any, hands: Any, name: str) -> None:
    gantt(house).gantt.go_to(row(house, name))
    gantt(house).gantt.setFocus()
    hands.key(Qt.Key.Key_Space)
    for _week in range(2):
        hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hands.key(Qt.Key.Key_Return)


@when(parsers.parse('jag öppnar "{name}" ur bilden'))
def open_row(house: Any, hands: Any, name: str) -> None:
    gantt(house).gantt.go_to(row(house, name))
    hands.key(Qt.Key.Key_Return)


@then(parsers.parse('visar bilden att "{name}" är försenad'))
def is_late(house: Any, name: str) -> None:
    assert Fill.WINDOW in [stretch.fill for stretch in lane(house, name).stretches]
    assert "försenad" in lane(house, name).sentence


@then(parsers.parse('bilden visar inte att "{name}" är försenad'))
def is_not_late(house: Any, name: str) -> None:
    house.qtbot.waitUntil(lambda: "försenad" not in lane(house, name).sentence)
    assert Fill.WINDOW not in [stretch.fill for stretch in lane(house, name).stretches]


@then(parsers.parse('bilden säger att "{name}" börjar för tidigt'))
def begins_too_early(house: Any, name: str) -> None:
    wanted = Arrow(row(house, "Sätta upp miljön"), row(house, name), Tie.BROKEN)
    assert wanted in gantt(house).shown.arrows


@then(parsers.parse('slutar "{name}" den "{day}"'))
def ends(house: Any, name: str, day: str) -> None:
    assert str(activity(house, name).ends_on) == day


@then(parsers.parse('börjar "{name}" den "{day}"'))
def begins(house: Any, name: str, day: str) -> None:
    assert str(activity(house, name).starts_on) == day


@then(parsers.parse('är aktiviteten "{name}" öppen i huvudfönstret'))
def is_open(house: Any, name: str) -> None:
    page = house.bench.page
    assert page.register.name == ACTIVITIES
    assert page.record.record_id == activity(house, name).id
