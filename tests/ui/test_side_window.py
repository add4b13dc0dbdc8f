"""A window of its own reads the register anew once for many changes, when they touch it, until it is closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[SideWindow]:
    window = SideWindow(session, "surface")
    window.show()
    yield window
    if isValid(window):
        window.close()


def test_it_reads_anew_once_for_many_changes_of_what_it_tells_of(window: SideWindow, session: Session) -> None:
    read: list[str] = []
    window.keep_up(lambda: read.append("anew"), frozenset({"systems"}))
    session.workspace.records.add("people", {"name": "Ek"})
    QApplication.processEvents()
    assert read == []
    for name in ("A", "B"):
        session.workspace.records.add("systems", {"name": name})
    assert read == []
    QApplication.processEvents()
    assert read == ["anew"]


def test_it_tells_of_all_registers_when_none_is_named(window: SideWindow, session: Session) -> None:
    read: list[str] = []
    window.keep_up(lambda: read.append("anew"))
    session.workspace.records.add("people", {"name": "Ek"})
    QApplication.processEvents()
    assert read == ["anew"]


def test_one_that_waits_by_itself_reads_at_once(window: SideWindow, session: Session) -> None:
    read: list[str] = []
    window.keep_up(lambda: read.append("anew"), at_once=True)
    session.workspace.records.add("systems", {"name": "A"})
    assert read == ["anew"]


def test_what_has_just_been_read_is_not_read_anew(window: SideWindow, session: Session) -> None:
    read: list[str] = []
    window.keep_up(lambda: read.append("anew"))
    session.workspace.records.add("systems", {"name": "A"})
    window.read_no_more()
    QApplication.processEvents()
    assert read == []


def test_it_reads_nothing_once_closed(window: SideWindow, session: Session) -> None:
    read: list[str] = []
    window.keep_up(lambda: read.append("anew"))
    session.workspace.records.add("systems", {"name": "A"})
    window.close()
    session.workspace.records.add("systems", {"name": "B"})
    QApplication.processEvents()
    assert read == []


def test_one_that_keeps_up_with_nothing_is_closed_like_any_other(window: SideWindow) -> None:
    window.close()
    assert not window.isVisible()
