"""Windows beside the main one are known while they are open, and closed together."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
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
