"""An empty work list says why, what comes next, and where to go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.attention import HANDLED, RESTING, AttentionLine, Mark
from itadmin.services.attention import Figures, WorkList
from itadmin.ui.attention.empty import EmptyWork, empty_words
from itadmin.ui.attention.rows import Choice, Shown
from itadmin.ui.look.look import Look

Line = Callable[..., AttentionLine]
NONE = Figures(0, 0, 0, 0, None, 0)


def test_emptiness_says_what_comes_next(line: Line) -> None:
    resting = tuple(
        (line(number), Mark(UUID(int=number), RESTING, date(2027, month, 15), "")) for number, month in ((1, 3), (2, 1))
    )
    work = WorkList((), resting)
    assert empty_words(work, Choice()) == (
        "Inget kräver åtgärd före 2027-01-15",
        "Då kommer System 2 tillbaka hit.",
    )
    assert empty_words(WorkList(()), Choice())[0] == "Inget kräver åtgärd"
    assert empty_words(WorkList((line(),)), Choice("-"))[0] == "Inget att göra här"
    handled = WorkList((), (), ((line(), Mark(UUID(int=1), HANDLED, None, "")),))
    assert empty_words(handled, Choice(shown=Shown.RESTING))[0] == "Inget vilar"
    assert empty_words(WorkList(()), Choice(shown=Shown.HANDLED))[0] == "Inget är markerat som hanterat"


@pytest.fixture
def empty(look: Look, qtbot: QtBot) -> EmptyWork:
    empty = EmptyWork(look)
    qtbot.addWidget(empty)
    return empty


def test_an_empty_register_offers_how_to_begin(empty: EmptyWork) -> None:
    empty.tell(WorkList(()), NONE, Choice())
    assert empty.currentWidget() is empty.first
    new, starter = QSignalSpy(empty.new_wanted), QSignalSpy(empty.starter_wanted)
    empty.first.primary_chosen.emit()
    empty.first.plain_chosen.emit()
    assert (new.count(), starter.count()) == (1, 1)


def test_where_all_is_done_one_goes_on_to_the_systems(empty: EmptyWork) -> None:
    empty.tell(WorkList(()), replace(NONE, systems=1), Choice())
    assert empty.currentWidget() is empty.done
    wanted = QSignalSpy(empty.list_wanted)
    empty.done.plain_chosen.emit()
    assert wanted.count() == 1


@pytest.mark.parametrize("choice", [Choice("-"), Choice(shown=Shown.HANDLED), Choice(shown=Shown.RESTING)])
def test_what_is_left_out_can_be_shown_again(empty: EmptyWork, line: Line, choice: Choice) -> None:
    empty.tell(WorkList((line(),)), NONE, choice)
    assert empty.currentWidget() is empty.hidden
    wanted = QSignalSpy(empty.everything_wanted)
    empty.hidden.plain_chosen.emit()
    assert wanted.count() == 1
