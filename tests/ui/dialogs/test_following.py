"""A dialog reads anew once for many changes, and nothing once it is closed."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import ChangeSet
from itadmin.ui.bus import Bus
from itadmin.ui.dialogs.following import follow_until_closed

CHANGES = ChangeSet("Ändrade", ())


@pytest.fixture
def bus(qtbot: QtBot) -> Bus:
    return Bus()


def test_it_reads_anew_once_until_it_is_closed(qtbot: QtBot, bus: Bus) -> None:
    dialog, read = QDialog(), list[str]()
    qtbot.addWidget(dialog)
    follow_until_closed(dialog, bus, lambda: read.append("anew"))
    for _change in range(2):
        bus.tell(CHANGES, None)
    assert read == []
    QApplication.processEvents()
    assert read == ["anew"]
    bus.tell(CHANGES, None)
    dialog.reject()
    bus.tell(CHANGES, None)
    QApplication.processEvents()
    assert read == ["anew"]
