"""The ways to the two windows: the menu, the navigation, and files dropped on the main window."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import DEED
from itadmin.ui.sharing.receive_dialog import ReceiveDialog
from itadmin.ui.sharing.share_dialog import ShareDialog
from itadmin.ui.workbench import Workbench


@pytest.fixture
def bench(window: MainWindow, workspace: Workspace) -> Iterator[Workbench]:
    background = Background(at_once=True)
    bench = Workbench(window, workspace, background)
    yield bench
    background.close()


def deed_line(bench: Workbench, key: str) -> int:
    model = bench._window.navigation
    return next(row for row in range(model.rowCount()) if model.index(row, 0).data(DEED) == key)


@pytest.mark.parametrize(("command", "dialog"), [("share", ShareDialog), ("receive", ReceiveDialog)])
def test_the_commands_open_the_windows(bench: Workbench, window: MainWindow, command: str, dialog: type) -> None:
    window.commands[command].trigger()
    assert any(each.isVisible() for each in window.frame.findChildren(dialog))


def test_share_files_dropped_on_the_window_are_looked_at(
    bench: Workbench, window: MainWindow, share_file: Callable[[str], Path], drop: Callable[..., None]
) -> None:
    drop(window.frame, share_file("first"), share_file("second"))
    (dialog,) = window.frame.findChildren(ReceiveDialog)
    assert [arrived.path.stem for arrived in dialog.basket.files] == ["first", "second"]


def test_other_files_are_not_taken(
    bench: Workbench, window: MainWindow, drop: Callable[..., None], tmp_path: Path
) -> None:
    drop(window.frame, tmp_path / "bild.png")
    drop(window.frame, tmp_path / "a.itdelning", tmp_path / "b.png")
    assert window.frame.findChildren(ReceiveDialog) == []


def test_the_navigation_has_both_under_samverkan_and_the_keyboard_reaches_them(
    bench: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    bench.show_register("cooperation_levels")
    nav, row = window.nav, deed_line(bench, "receive")
    index = window.navigation.index(row, 0)
    assert (index.data(), nav.isRowHidden(row, nav.rootIndex())) == ("Ta emot från granne…", False)
    nav.setCurrentIndex(window.navigation.index(row - 1, 0))
    shown = bench.page.register.name
    QTest.keyClick(nav, Qt.Key.Key_Down)
    assert nav.currentIndex() == index
    assert bench.page.register.name == shown
    assert window.frame.findChildren(ReceiveDialog) == []
    QTest.keyClick(nav, Qt.Key.Key_Return)
    assert len(window.frame.findChildren(ReceiveDialog)) == 1


def test_a_click_in_the_navigation_opens_the_window(bench: Workbench, window: MainWindow, qtbot: QtBot) -> None:
    bench.show_register("cooperation_levels")
    index = window.navigation.index(deed_line(bench, "share"), 0)
    place = window.nav.visualRect(index).center()
    qtbot.mouseClick(window.nav.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(window.frame.findChildren(ShareDialog)) == 1
    assert bench.page.register.name == "cooperation_levels"


def test_elsewhere_the_navigation_does_not_show_them(bench: Workbench, window: MainWindow) -> None:
    bench.show_register("systems")
    assert window.nav.isRowHidden(deed_line(bench, "share"), window.nav.rootIndex())


def test_what_has_been_received_is_seen_in_the_list_at_once(
    bench: Workbench, window: MainWindow, share_file: Callable[[str], Path], drop: Callable[..., None]
) -> None:
    bench.show_register("systems")
    assert not bench.page.side.owner.isVisible()
    drop(window.frame, share_file("first"))
    (dialog,) = window.frame.findChildren(ReceiveDialog)
    dialog.go_on()
    dialog.go_on()
    assert bench.page.side.owner.isVisible()
    bench.page.state.show_owner(str(municipality_id("1439")))
    model = bench.page.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Lifecare", "Personec P"]
    said: list[str] = []
    bench.session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    bench.undo()
    assert model.rowCount() == 0
    bench.redo()
    assert model.rowCount() == len(("Lifecare", "Personec P"))
    assert said == ["Ångrade: Tog emot från Färgelanda kommun", "Gjorde om: Tog emot från Färgelanda kommun"]


def test_nothing_of_it_is_loaded_before_a_window_is_opened() -> None:
    code = (
        f"import sys; sys.path[:] = {sys.path}; import itadmin.ui.window_commands; "
        "slow = {'pyrage', 'itadmin.ui.sharing.receive_dialog', 'itadmin.storage.sharing.reader'}; "
        "print(sorted(slow & set(sys.modules)))"
    )
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
