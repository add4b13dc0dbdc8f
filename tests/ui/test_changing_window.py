"""A window in which records are changed says what was done last, and takes it back by key or link, until it is not the
newest."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import ChangeSet
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


class Window(ChangingWindow):
    """One that counts how often it is asked to save what is being edited."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        self.left = 0
        self.keep_up(lambda: None)

    def leave_edited(self) -> None:
        self.left += 1


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[Window]:
    window = Window(session)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def step(session: Session, window: Window) -> ChangeSet:
    """A step of the window, told with the way to undo it."""
    key = session.workspace.records.add("systems", {"name": "Lifecare"})
    step = session.workspace.records.save("systems", key, {"name": "Viva"})
    window.status.say(f"{step.title}.", undoable=True)
    return step


def names(session: Session) -> list[str]:
    return [session.reading().label("systems", key) for key in session.reading().keys("systems")]


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL_SHIFT)], ids=["Ctrl+Y", "Ctrl+Shift+Z"])
def test_keys_take_the_newest_step_back_and_do_it_again(
    qtbot: QtBot, window: Window, session: Session, step: ChangeSet, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(session) == ["Lifecare"]
    assert window.status.said.text() == f"Ångrade: {step.title}"
    qtbot.keyClick(window, *keys)
    assert names(session) == ["Viva"]
    assert window.status.said.text() == f"Gjorde om: {step.title}"
    assert window.left == 2


def test_the_link_takes_it_back_and_is_gone(qtbot: QtBot, window: Window, session: Session, step: ChangeSet) -> None:
    assert window.status.said.text() == f"{step.title}."
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    assert names(session) == ["Lifecare"]
    assert not window.status.undo.isVisible()


@pytest.mark.usefixtures("step")
def test_the_link_is_gone_when_another_step_is_the_newest(window: Window, session: Session) -> None:
    assert window.status.undo.isVisible()
    session.workspace.records.add("people", {"name": "Ek"})
    assert not window.status.undo.isVisible()


def test_it_says_when_there_is_nothing_to_take_back(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.status.said.text() == "Det finns inget att ångra."
