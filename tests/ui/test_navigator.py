"""The views in the navigation: shown, counted, chosen, renamed and taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.domain.filters import Condition
from itadmin.services.views import Views
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.frame import Frame
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import PLACE
from itadmin.ui.widgets.roles import Role
from itadmin.ui.workbench import Workbench


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(look: Look, settings: QSettings, qtbot: QtBot) -> MainWindow:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    window = MainWindow(frame, look)
    window.show_navigation(shown=True)
    frame.resize(1440, 900)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return window


@pytest.fixture
def bench(window: MainWindow, workspace: Workspace) -> Iterator[Workbench]:
    for name, lifecycle in (("A", "i_drift"), ("B", "i_drift"), ("C", "planerad")):
        workspace.records.add("systems", {"name": name, "lifecycle": lifecycle})
    background = Background(at_once=True)
    bench = Workbench(window, workspace, background)
    bench.show_register("systems")
    yield bench
    background.close()


def lines(window: MainWindow) -> dict[str, int | None]:
    """The views of the register that is open, and their counters."""
    line = window.navigation.line("systems")
    assert line is not None
    children = (line.child(row) for row in range(line.rowCount()))
    return {child.text(): child.data(Role.COUNT) for child in children}


def choose(window: MainWindow, register: str, view: str = "") -> None:
    line = window.navigation.line(register, view)
    assert line is not None
    click(window, line)


def click(window: MainWindow, line: QStandardItem) -> None:
    window.nav.scrollTo(line.index())
    QTest.mouseClick(window.nav.viewport(), Qt.MouseButton.LeftButton, pos=window.nav.visualRect(line.index()).center())


def standing_for(window: MainWindow, place: str) -> QStandardItem:
    """The line that is seen of a group where one is not."""
    model = window.navigation
    items = (model.item(row) for row in range(model.rowCount()) if not window.nav.isRowHidden(row, QModelIndex()))
    return next(item for item in items if item.data(PLACE) == place and item.isEnabled())


@pytest.fixture
def saved(bench: Workbench) -> str:
    bench.page.state.put(Condition("lifecycle", "one_of", ("planerad",)))
    bench.page.state.save_as("Mina")
    return bench.page.state.key


def test_views_are_counted_after_they_are_shown_and_again_when_something_changes(
    window: MainWindow, bench: Workbench, workspace: Workspace, qtbot: QtBot
) -> None:
    assert list(lines(window))[:2] == ["I drift", "Utan systemägare"]
    qtbot.waitUntil(lambda: lines(window)["I drift"] == 2)
    workspace.records.add("systems", {"name": "D", "lifecycle": "i_drift"})
    qtbot.waitUntil(lambda: lines(window)["I drift"] == 3)


def test_a_view_is_chosen_and_the_register_shows_everything_again(window: MainWindow, bench: Workbench) -> None:
    choose(window, "systems", "med:I drift")
    assert bench.page.model.rowCount() == 2
    assert window.nav.currentIndex().data() == "I drift"
    choose(window, "systems")
    assert bench.page.model.rowCount() == 3
    assert window.nav.currentIndex().data() == "System"


def test_only_the_register_one_is_in_shows_its_views(window: MainWindow, bench: Workbench) -> None:
    click(window, standing_for(window, "Personer och organisation"))
    systems, organisations = window.navigation.line("systems"), window.navigation.line("organisations")
    assert systems is not None
    assert organisations is not None
    assert not window.nav.isExpanded(systems.index())
    assert window.nav.isExpanded(organisations.index())


def test_a_group_opens_where_one_goes_and_closes_behind(window: MainWindow, bench: Workbench) -> None:
    click(window, standing_for(window, "Utbildning"))
    assert bench.page.register.name == "training_plans"
    assert window.nav.currentIndex().data() == "Utbildningsplaner"
    choose(window, "training_sessions")
    assert bench.page.register.name == "training_sessions"
    click(window, standing_for(window, "System"))
    assert bench.page.register.name == "systems"
    assert standing_for(window, "Utbildning").text() == "Utbildning"


def test_arrows_walk_through_the_registers_of_the_group_and_on_to_the_next(
    window: MainWindow, bench: Workbench
) -> None:
    click(window, standing_for(window, "Kompetens"))
    window.nav.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(window.nav, Qt.Key.Key_Down)
        seen.append(bench.page.register.name)
    assert seen == ["competence_actions", "networks", "implementations"]
    QTest.keyClick(window.nav, Qt.Key.Key_Up)
    assert bench.page.register.name == "competences"


def test_numbers_with_alt_lead_to_registers(window: MainWindow, bench: Workbench) -> None:
    for key, register in ((Qt.Key.Key_2, "systems"), (Qt.Key.Key_0, "organisations")):
        QTest.keyClick(window.nav, key, Qt.KeyboardModifier.AltModifier)
        assert bench.page.register.name == register


def test_a_saved_view_stands_in_the_navigation_where_one_is(window: MainWindow, saved: str, bench: Workbench) -> None:
    assert "Mina" in lines(window)
    assert window.nav.currentIndex().data() == "Mina"


def test_a_saved_view_is_renamed_by_keyboard(window: MainWindow, bench: Workbench, saved: str, qtbot: QtBot) -> None:
    window.nav.setFocus()
    QTest.keyClick(window.nav, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("Våra")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Våra" in lines(window))
    assert bench.page.list.heading.title.text() == "Våra"
    window.commands["undo"].trigger()
    assert "Mina" in lines(window)


def test_a_saved_view_is_taken_away_by_keyboard_and_back_by_undo(
    window: MainWindow, bench: Workbench, saved: str
) -> None:
    window.nav.setFocus()
    QTest.keyClick(window.nav, Qt.Key.Key_Delete)
    assert "Mina" not in lines(window)
    assert bench.page.state.key == ""
    assert bench.page.model.rowCount() == 3
    window.commands["undo"].trigger()
    assert "Mina" in lines(window)


def test_the_programs_views_are_neither_renamed_nor_taken_away(window: MainWindow, bench: Workbench) -> None:
    before = list(lines(window))
    choose(window, "systems", "med:I drift")
    QTest.keyClick(window.nav, Qt.Key.Key_Delete)
    assert list(lines(window)) == before


def test_the_view_one_was_in_is_shown_the_next_time(
    window: MainWindow, bench: Workbench, saved: str, workspace: Workspace
) -> None:
    bench.page.state.set_columns(("name", "area"))
    bench.put_away()
    background = Background(at_once=True)
    again = Workbench(window, workspace, background, stays=True)
    assert again.page.state.key == saved
    assert again.page.model.columns == ("name", "area")
    assert [again.page.model.index(row, 0).data() for row in range(again.page.model.rowCount())] == ["C"]
    assert Views(workspace).find("systems", saved) is not None
    background.close()
