"""The window of dependencies: how far, which way, from where, and the picture as a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.graph.window import DependencyWindow
from itadmin.ui.session import Session

Systems = dict[str, UUID]


@pytest.fixture
def window(qtbot: QtBot, session: Session, systems: Systems) -> Iterator[DependencyWindow]:
    window = DependencyWindow(session, systems["Ekonomi"])
    with qtbot.waitExposed(window):
        window.show()
    yield window
    if isValid(window):
        window.close()


def shown(window: DependencyWindow) -> set[str]:
    return {box.title for box in window.graph.placed.picture.boxes.values()}


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], None]:
    def prepare(path: Path, kind: str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path) if path.name else "", kind))

    return prepare


def test_it_begins_two_steps_both_ways(window: DependencyWindow) -> None:
    assert shown(window) == {"Ekonomi", "Lön", "AD", "Arkiv", "Beslutsstöd"}
    assert window.windowTitle() == "Beroenden för Ekonomi – itadmin"
    assert window.status.said.text() == window.graph.accessibleName()


def test_steps_and_way_are_chosen_by_keys(qtbot: QtBot, window: DependencyWindow) -> None:
    qtbot.keyClick(window.top.reach, Qt.Key.Key_Up)
    assert shown(window) == {"Ekonomi", "Lön", "Arkiv", "Beslutsstöd"}
    qtbot.keyClick(window.top.side, Qt.Key.Key_Down)
    assert shown(window) == {"Ekonomi", "Lön"}
    assert window.outline.lines() == ["Systemet beror på (1)", "  Lön · Verksamhetskritisk: Underlag"]
    qtbot.keyClick(window.top.side, Qt.Key.Key_Down)
    assert shown(window) == {"Ekonomi", "Arkiv", "Beslutsstöd"}


def test_a_box_leads_to_its_system(qtbot: QtBot, window: DependencyWindow, session: Session, systems: Systems) -> None:
    window.graph.setFocus()
    qtbot.keyClick(window.graph, Qt.Key.Key_Left)
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.keyClick(window.graph, Qt.Key.Key_Return)
    assert wanted.args == ["systems", systems["Lön"]]


def test_one_can_look_from_another_system_and_go_back(qtbot: QtBot, window: DependencyWindow, systems: Systems) -> None:
    assert not window.top.back.isEnabled()
    qtbot.keyClick(window.graph, Qt.Key.Key_Left)
    qtbot.keyClick(window.graph, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.centre == systems["Lön"]
    assert window.top.name.text() == "Lön"
    qtbot.mouseClick(window.top.back, Qt.MouseButton.LeftButton)
    assert window.centre == systems["Ekonomi"]


def test_list_and_drawing_stand_on_the_same(qtbot: QtBot, window: DependencyWindow, systems: Systems) -> None:
    qtbot.keyClick(window.graph, Qt.Key.Key_Left)
    assert window.outline.currentItem().text(0) == "Lön · Verksamhetskritisk"
    qtbot.keyClick(window.outline, Qt.Key.Key_Down)
    assert window.graph.current == str(systems["AD"])


def test_it_follows_the_register(
    window: DependencyWindow, session: Session, systems: Systems, system: Callable[..., UUID], tie: Callable[..., UUID]
) -> None:
    tie(system("Ny"), systems["Ekonomi"])
    assert "Ny" in shown(window)
    session.workspace.records.save("systems", systems["Lön"], {"name": "Löner"})
    assert "Löner" in shown(window)


def test_many_are_unfolded(
    qtbot: QtBot, window: DependencyWindow, systems: Systems, system: Callable[..., UUID], tie: Callable[..., UUID]
) -> None:
    for number in range(20):
        tie(systems["Ekonomi"], system(f"Mottagare {number:02}"))
    assert "+ 11 till" in shown(window)
    window.graph.go_to("more:1")
    qtbot.keyClick(window.graph, Qt.Key.Key_Return)
    assert len(shown(window)) == 1 + 1 + 1 + 22


def test_a_system_without_integrations_says_what_to_do(
    qtbot: QtBot, session: Session, system: Callable[..., UUID]
) -> None:
    alone = system("Ensam")
    window = DependencyWindow(session, alone)
    with qtbot.waitExposed(window):
        window.show()
    assert window.empty.isVisible()
    with qtbot.waitSignal(session.guide.record_wanted):
        window.empty.primary_chosen.emit()
    window.close()


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("bild.png", "PNG-bild (*.png)", "bild.png"),
        ("bild", "PNG-bild (*.png)", "bild.png"),
        ("bild.v2", "SVG-bild (*.svg)", "bild.v2.svg"),
    ],
)
def test_the_picture_is_saved(
    qtbot: QtBot,
    window: DependencyWindow,
    tmp_path: Path,
    choose: Callable[[Path, str], None],
    name: str,
    kind: str,
    written: str,
) -> None:
    choose(tmp_path / name, kind)
    qtbot.mouseClick(window.top.save, Qt.MouseButton.LeftButton)
    path = tmp_path / written
    assert window.status.said.text() == f"Sparat som {written}"
    if path.suffix == ".png":
        assert QImage(str(path)).width() > 2 * window.graph.placed.width
    else:
        assert QSvgRenderer(str(path)).isValid()
        assert "Ekonomi beror på 2 system" in path.read_text(encoding="utf-8")


def test_what_cannot_be_saved_is_said(
    qtbot: QtBot, window: DependencyWindow, session: Session, tmp_path: Path, choose: Callable[[Path, str], None]
) -> None:
    choose(Path(), "")
    window.save_picture()
    (tmp_path / "mapp.png").mkdir()
    choose(tmp_path / "mapp.png", "")
    window.save_picture()
    assert "är en mapp" in window.status.said.text()


def test_the_picture_is_copied(qtbot: QtBot, window: DependencyWindow) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(window.top.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().width() > window.graph.placed.width
    assert window.status.said.text() == "Bilden är kopierad."


def test_a_narrow_window_has_the_list_below(window: DependencyWindow) -> None:
    window.resize(1300, 700)
    assert window._splitter.orientation() is Qt.Orientation.Horizontal
    window.resize(900, 700)
    assert window._splitter.orientation() is Qt.Orientation.Vertical
    upper, lower = window._splitter.sizes()
    assert upper > lower > 0


def test_escape_closes(qtbot: QtBot, window: DependencyWindow, session: Session) -> None:
    qtbot.keyClick(window.graph, Qt.Key.Key_Escape)
    assert not window.isVisible()
    session.workspace.records.add("systems", {"name": "Efteråt"})


def test_it_closes_when_its_system_is_gone_for_good(
    qtbot: QtBot, window: DependencyWindow, session: Session, system: Callable[..., UUID]
) -> None:
    gone = system("Kort liv")
    window.go_to(gone)
    session.workspace.undo.undo()
    assert not window.isVisible()
