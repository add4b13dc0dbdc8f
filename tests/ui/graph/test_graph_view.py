"""The drawing can be pointed at, walked through, heard, zoomed and dragged."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from itadmin.services.dependencies import dependencies
from itadmin.services.dependency_picture import draw
from itadmin.services.workspace import Workspace
from itadmin.ui.graph.graph_view import GraphView
from itadmin.ui.graph.painting import place
from itadmin.ui.graph.walking import along, beside
from itadmin.ui.look.look import Look, Scheme

Systems = dict[str, UUID]


@pytest.fixture
def view(qtbot: QtBot, look: Look, workspace: Workspace, systems: Systems) -> GraphView:
    view = GraphView(look, draw(dependencies(workspace.reading(), systems["Ekonomi"]), 2))
    qtbot.addWidget(view)
    view.resize(1200, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def title(view: GraphView) -> str:
    return view.placed.picture.boxes[view.current].title


def words(menu: QMenu) -> list[tuple[str, bool]]:
    actions: list[QAction] = menu.actions()
    return [(action.text(), action.isEnabled()) for action in actions]


def test_the_whole_and_the_box_stood_on_are_heard(view: GraphView) -> None:
    assert view.accessibleName() == "Ekonomi beror på 2 system. 2 system beror på Ekonomi. Verksamhetskritiska: Lön."
    assert view.accessibleDescription() == "Ekonomi, får från Lön, ger till Arkiv och Beslutsstöd."


def test_the_arrows_walk_between_the_boxes(qtbot: QtBot, view: GraphView) -> None:
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        walked.append(title(view))
    assert walked == ["Lön", "AD", "AD", "Ekonomi", title(view)]
    assert view.accessibleDescription().startswith(title(view))
    there = {title(view)}
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
        there.add(title(view))
    assert there == {"Arkiv", "Beslutsstöd"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_opens_the_box_and_with_ctrl_looks_from_it(
    qtbot: QtBot, view: GraphView, systems: Systems, key: Qt.Key
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.centred) as centred:
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == centred.args == [systems["Lön"]]


def test_a_click_opens_and_a_click_beside_does_nothing(qtbot: QtBot, view: GraphView, systems: Systems) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.box_centre(str(systems["Arkiv"])))
    assert opened.args == [systems["Arkiv"]]
    assert title(view) == "Arkiv"
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_dragging_scrolls_and_opens_nothing(qtbot: QtBot, view: GraphView, systems: Systems) -> None:
    view.set_zoom(2)
    start = view.box_centre(str(systems["Ekonomi"]))
    before = view.horizontalScrollBar().value()
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view.viewport(), start + QPoint(60, 0))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert view.horizontalScrollBar().value() == before - 60


def test_zoom_goes_in_steps_within_limits(view: GraphView) -> None:
    view.set_zoom(1)
    heard: list[float] = []
    view.zoom_changed.connect(heard.append)
    view.zoom_in()
    view.zoom_out()
    view.zoom_out()
    assert heard == [1.25, 1.0, 0.8]
    for _ in range(12):
        view.zoom_out()
    assert view.zoom == 0.3
    view.fit()
    assert 0.67 <= view.zoom <= 1.0


def test_the_box_stood_on_is_always_seen(qtbot: QtBot, view: GraphView) -> None:
    view.resize(320, 240)
    view.set_zoom(1.5)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        assert view.viewport().rect().contains(view.box_centre(view.current))


def test_a_box_of_several_is_unfolded(
    qtbot: QtBot,
    view: GraphView,
    workspace: Workspace,
    systems: Systems,
    system: Callable[..., UUID],
    tie: Callable[..., UUID],
) -> None:
    for number in range(20):
        tie(systems["Ekonomi"], system(f"Mottagare {number}"))
    view.set_picture(draw(dependencies(workspace.reading(), systems["Ekonomi"]), 1))
    more = next(key for key in view.placed.picture.boxes if key.startswith("more"))
    assert view.placed.picture.boxes[more].title == "+ 11 till"
    with qtbot.waitSignal(view.unfolded) as unfolded:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.box_centre(more))
    assert unfolded.args == [1]
    assert words(view.menu_of(more)) == [("Visa alla", True)]


def test_the_menu_says_what_can_be_done(view: GraphView, workspace: Workspace, systems: Systems) -> None:
    assert words(view.menu_of(str(systems["Lön"]))) == [("Öppna systemet", True), ("Visa beroenden härifrån", True)]
    assert words(view.menu_of(str(systems["Ekonomi"])))[1] == ("Visa beroenden härifrån", False)
    workspace.records.add(
        "integrations", {"name": "Betalfil", "source": str(systems["Ekonomi"]), "external_party": "Banken"}
    )
    view.set_picture(draw(dependencies(workspace.reading(), systems["Ekonomi"]), 1))
    assert words(view.menu_of("to:banken")) == [("Extern part utan egen post", False)]


def test_the_focus_and_the_current_box_are_seen(qtbot: QtBot, view: GraphView, look: Look) -> None:
    view.clearFocus()
    pictures = {bytes(view.grab().toImage().constBits())}
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    pictures.add(bytes(view.grab().toImage().constBits()))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    pictures.add(bytes(view.grab().toImage().constBits()))
    look.set_scheme(Scheme.DARK)
    pictures.add(bytes(view.grab().toImage().constBits()))
    assert len(pictures) == 4
    assert title(view) == "Lön"


def test_larger_text_makes_larger_boxes(view: GraphView, look: Look, systems: Systems) -> None:
    before = view.placed.rect(str(systems["Lön"])).height()
    look.set_text_factor(1.5)
    assert view.placed.rect(str(systems["Lön"])).height() > before


def test_walking_goes_on_where_nothing_is_tied(
    look: Look,
    workspace: Workspace,
    systems: Systems,
    system: Callable[..., UUID],
    tie: Callable[..., UUID],
) -> None:
    far = system("Längst bort")
    tie(systems["Beslutsstöd"], far)
    placed = place(draw(dependencies(workspace.reading(), systems["Ekonomi"]), 2), look.theme)
    assert beside(placed, str(systems["Arkiv"]), 1) == str(far)


def test_walking_prefers_what_is_tied(look: Look, workspace: Workspace, systems: Systems) -> None:
    placed = place(draw(dependencies(workspace.reading(), systems["Lön"]), 2), look.theme)
    lon, economy = str(systems["Lön"]), str(systems["Ekonomi"])
    assert beside(placed, lon, 1) == economy
    assert beside(placed, lon, -1) == str(systems["AD"])
    assert beside(placed, str(systems["AD"]), -1) == str(systems["AD"])
    assert along(placed, lon, 1) == lon
