"""A dialog in steps stands on one, shows what it works on, and tells what went wrong, also when it is gone."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.problems import KnownError
from itadmin.services.progress import CancelledError
from itadmin.ui.dialogs.steps import StepsDialog
from itadmin.ui.session import Session


class Asking(StepsDialog):
    """Two pages, of which the first has a button of its own that gets the keyboard."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Fråga", (400, 300), ("Först", "Sedan"), None)
        self.first, self.worked = QPushButton("Mitt"), list[bool]()
        for page in (self.first, QWidget()):
            self.pages.addWidget(page)
        self.stand_on(0)

    def deeds(self) -> Sequence[Callable[[], object]]:
        return lambda: self.stand_on(1), self.accept

    def first_focus(self) -> QWidget:
        return self.first if self.step == 0 else self.forward

    def set_buttons(self) -> None:
        self.worked.append(self._working.is_busy)
        self.back.setVisible(self.step == 1)
        self.forward.setText("Stäng" if self.step else "Nästa")


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[Asking]:
    dialog = Asking(session)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    yield dialog
    if isValid(dialog):
        dialog.close()


def fails(error: Exception) -> Callable[[object], object]:
    def work(_progress: object) -> object:
        raise error

    return work


def test_the_buttons_lead_from_step_to_step_and_back(dialog: Asking, qtbot: QtBot) -> None:
    assert dialog.focusWidget() is dialog.first
    qtbot.mouseClick(dialog.forward, Qt.MouseButton.LeftButton)
    assert (dialog.step, dialog.forward.text()) == (1, "Stäng")
    assert dialog.focusWidget() is dialog.forward
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.step == 0
    dialog.stand_on(1)
    with qtbot.waitSignal(dialog.accepted):
        dialog.go_on()


def test_what_is_worked_on_is_told_until_it_has_come(dialog: Asking) -> None:
    found: list[str] = []
    dialog.worked.clear()
    dialog.run("Räknar", lambda _progress: dialog.told.text(), found.append)
    assert found == ["Räknar …"]
    assert dialog.told.text() == ""
    assert dialog.worked == [True, False]


def test_what_went_wrong_is_told_until_the_next_step_and_nothing_of_what_was_stopped(dialog: Asking) -> None:
    came: list[object] = []
    dialog.run("Läser", fails(KnownError("Disken är full.")), came.append)
    assert dialog.notice.isVisible()
    assert not came
    dialog.stand_on(1)
    assert not dialog.notice.isVisible()
    dialog.run("Läser", fails(CancelledError()), came.append)
    assert not dialog.notice.isVisible()


def test_trouble_that_comes_when_it_is_gone_is_told_in_the_window(dialog: Asking, session: Session) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog.reject()
    dialog.run("Läser", fails(KnownError("Disken är full.")), said.append)
    assert said == ["Disken är full."]
    with pytest.raises(ZeroDivisionError):
        dialog._on_late(ZeroDivisionError())
