"""The Gantt window on an införande that has come half-way."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.gantt.window import GanttWindow
from itadmin.ui.session import Session


@pytest.fixture
def window(qtbot: QtBot, session: Session, e_archive: dict[str, UUID]) -> Iterator[GanttWindow]:
    window = GanttWindow(session, e_archive["plan"])
    window.resize(1400, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.gantt.setFocus()
    yield window
    if isValid(window):
        window.close()
