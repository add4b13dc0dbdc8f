"""Windows beside the main one are known while they are open, and closed together."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.side_windows import SideWindows


def test_they_are_forgotten_when_closed_and_closed_together(qtbot: QtBot) -> None:
    windows = SideWindows()
    first, second = QWidget(), QWidget()
    for window in (first, second):
        windows.open(window)
        assert window.isVisible()
    assert len(windows) == 2
    first.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(windows) == 1
    windows.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not windows


def test_one_of_a_kind_comes_forward_and_is_made_anew_when_it_has_been_closed(qtbot: QtBot) -> None:
    windows = SideWindows()
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    windows.open_once("changes", make)
    windows.open_once("changes", make)
    assert len(made) == 1
    windows.open_once("duplicates", make)
    assert len(made) == 2
    made[0].close()
    windows.open_once("changes", make)
    assert len(made) == 3
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows.open_once("changes", make)
    assert len(made) == 3
    windows.close()


def test_they_are_told_apart_by_kind(qtbot: QtBot) -> None:
    windows = SideWindows()
    windows.open(QLabel())
    windows.open(QWidget())
    assert [type(window) for window in windows.of(QLabel)] == [QLabel]
    assert len(windows.of(QWidget)) == 2
    windows.close()
