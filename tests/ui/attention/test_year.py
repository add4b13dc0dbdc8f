"""The year beside the work list: read after the list, anew on changes, and a way to its window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.services.planner.activities import REGISTER
from itadmin.ui.attention.year import ThisYear
from itadmin.ui.session import Session


@pytest.fixture
def year(qtbot: QtBot, session: Session) -> Iterator[ThisYear]:
    year = ThisYear(session)
    qtbot.addWidget(year)
    with qtbot.waitExposed(year):
        year.show()
    yield year
    year.close_down()


def test_it_is_read_after_the_list_and_again_when_the_register_changes(
    qtbot: QtBot, session: Session, year: ThisYear
) -> None:
    assert year.ring.accessibleName() == ""
    qtbot.waitUntil(lambda: year.ring.accessibleName() == "Årshjul 2026: 1 möte och 11 aktiviteter.")
    session.workspace.records.add(REGISTER, {"name": "Råd", "kind": "mote", "starts_on": "2026-12-03"})
    qtbot.waitUntil(lambda: year.ring.accessibleName() == "Årshjul 2026: 2 möten och 11 aktiviteter.")


def test_the_way_leads_to_arshjulet(qtbot: QtBot, session: Session, year: ThisYear) -> None:
    with qtbot.waitSignal(session.guide.command_wanted) as asked:
        qtbot.mouseClick(year.way, Qt.MouseButton.LeftButton)
    assert asked.args == ["wheel"]


def test_nothing_is_read_once_it_is_closed_down(qtbot: QtBot, session: Session) -> None:
    year = ThisYear(session)
    qtbot.addWidget(year)
    with qtbot.waitExposed(year):
        year.show()
    year.close_down()
    session.workspace.records.add(REGISTER, {"name": "Råd", "kind": "mote", "starts_on": "2026-12-03"})
    qtbot.wait(250)
    assert year.ring.accessibleName() == ""
