"""What is being edited is left before a step is taken back, and where that cannot be, or nothing may be written, it is
let be."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.undoing import Undoing


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(("is_left", "there"), [(True, []), (None, []), (False, ["Lifecare"])])
def test_it_is_let_be_when_what_is_edited_cannot_be_left(
    window: QWidget, session: Session, is_left: bool | None, there: list[str]
) -> None:
    session.workspace.records.add("systems", {"name": "Lifecare"})
    said: list[str] = []
    Undoing(window, session, said.append, lambda: is_left).undo()
    reading = session.reading()
    assert [reading.label("systems", key) for key in reading.keys("systems")] == there
    assert bool(said) is (not there)


def test_nothing_is_taken_back_in_what_is_only_read(
    window: QWidget, session: Session, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    monkeypatch.setattr(Workspace, "writable", property(lambda _workspace: False))
    said: list[str] = []
    undoing = Undoing(window, session, said.append)
    undoing.undo()
    undoing.redo()
    assert said == []
    assert len(session.reading().keys("systems")) == 1
