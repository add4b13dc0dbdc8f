"""What came of a window's work is said in the window, or in the main one when the window is gone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork


class Slow:
    """A background whose work comes back when it is let go."""

    def __init__(self) -> None:
        self.finish: Callable[[], None] | None = None

    def run(self, _name: str, work: Callable[[], Any], then: Callable[..., None], failed: Callable[..., None]) -> None:
        def finish() -> None:
            try:
                result = work()
            except KnownError as error:
                failed(error)
            else:
                then(result)

        self.finish = finish


@pytest.fixture
def said(session: Session) -> Iterator[list[str]]:
    heard: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: heard.append(f"huvudfönstret: {sentence}"))
    return heard


def refuse() -> None:
    raise KnownError("Disken är full.")


@pytest.mark.parametrize(
    ("work", "gone", "told"),
    [
        (lambda: 3, False, "3 filer"),
        (lambda: 3, True, "huvudfönstret: 3 filer"),
        (refuse, False, "Disken är full."),
        (refuse, True, "huvudfönstret: Disken är full."),
    ],
)
def test_it_is_said_where_somebody_sees_it(
    qtbot: QtBot, session: Session, said: list[str], work: Callable[[], Any], gone: bool, told: str
) -> None:
    slow, window = Slow(), QWidget()
    asked = WindowWork(Session(session.workspace, session.look, session.bus, session.guide, slow), window)
    asked.said.connect(said.append)
    asked.failed.connect(lambda error: said.append(error.sentence))
    asked.run("Prov", work, lambda number: f"{number} filer")
    if gone:
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert slow.finish is not None
    slow.finish()
    assert said == [told]


def test_a_bug_is_not_said_but_raised(qtbot: QtBot, session: Session) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(ZeroDivisionError):
        WindowWork(session, window).run("Prov", lambda: 1 // 0, str)
