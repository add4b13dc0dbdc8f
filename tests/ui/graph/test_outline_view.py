"""The indented list tells the same as the drawing, and leads to the same systems."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.dependencies import Side
from itadmin.services.dependencies import dependencies
from itadmin.services.dependency_picture import listed
from itadmin.services.workspace import Workspace
from itadmin.ui.graph.outline_view import OutlineView
from itadmin.ui.look.look import Look

Systems = dict[str, UUID]


@pytest.fixture
def view(qtbot: QtBot, look: Look, workspace: Workspace, systems: Systems) -> OutlineView:
    found = dependencies(workspace.reading(), systems["Ekonomi"])
    view = OutlineView(look)
    qtbot.addWidget(view)
    view.show_groups(
        {"Systemet beror på": listed(found, 2, Side.GIVERS), "Beroende": listed(found, 2, Side.RECEIVERS), "Inget": []}
    )
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_groups_lines_and_what_they_go_through(view: OutlineView) -> None:
    assert view.lines() == [
        "Systemet beror på (2)",
        "  Lön · Verksamhetskritisk: Underlag",
        "    AD: Underlag",
        "Beroende (2)",
        "  Arkiv: Underlag",
        "  Beslutsstöd: Underlag",
        "Inget (0)",
        "  Inget känt",
    ]


def test_standing_on_a_line_is_said_but_being_led_there_is_not(
    qtbot: QtBot, view: OutlineView, systems: Systems
) -> None:
    with qtbot.assertNotEmitted(view.stood_on):
        view.go_to(str(systems["Lön"]))
    with qtbot.waitSignal(view.stood_on) as stood:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert stood.args == [str(systems["AD"])]
    view.go_to("finns inte")
    assert view.selectedItems() == []


def test_enter_and_double_click_open_the_system(qtbot: QtBot, view: OutlineView, systems: Systems) -> None:
    view.go_to(str(systems["AD"]))
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [systems["AD"]]
    place = view.visualItemRect(view.currentItem()).center()
    with qtbot.waitSignal(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_heading_leads_nowhere(qtbot: QtBot, view: OutlineView) -> None:
    view.setCurrentItem(view.topLevelItem(0))
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_it_follows_the_text_size(view: OutlineView, look: Look) -> None:
    before = view.visualItemRect(view.topLevelItem(0)).height()
    look.set_text_factor(1.5)
    assert view.visualItemRect(view.topLevelItem(0)).height() > before
