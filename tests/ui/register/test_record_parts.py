"""The parts of a page stand in the order that is given, however late they come."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.register.record_parts import RecordParts
from itadmin.ui.widgets.jump_list import JumpList

Make = Callable[[Sequence[str], Sequence[str]], tuple[RecordParts, JumpList, dict[str, QWidget]]]


@pytest.fixture
def make(look: Look, qtbot: QtBot) -> Make:
    def made(order: Sequence[str], placed: Sequence[str]) -> tuple[RecordParts, JumpList, dict[str, QWidget]]:
        jump = JumpList(look)
        parts = RecordParts(look, order, (jump,))
        widgets: dict[str, QWidget] = {}
        for key in placed:
            widgets[key] = QWidget()
            widgets[key].setFixedHeight(400)
            parts.place(key, key.upper(), widgets[key], lambda: 0)
        qtbot.addWidget(parts)
        qtbot.addWidget(jump)
        parts.resize(500, 300)
        parts.show()
        parts.tell()
        QApplication.processEvents()
        return parts, jump, widgets

    return made


def titles(jump: JumpList) -> list[str]:
    return [jump.model().index(row, 0).data() for row in range(jump.model().rowCount())]


@pytest.mark.parametrize(
    ("order", "placed", "stands"),
    [
        ((), "bca", "BCA"),
        ("abc", "cab", "ABC"),
        ("abc", "acb", "ABC"),
        ("abc", "acxb", "ABCX"),
        ("ab", "xab", "XAB"),
    ],
)
def test_parts_stand_in_their_order(make: Make, order: str, placed: str, stands: str) -> None:
    _parts, jump, widgets = make(order, placed)
    assert "".join(titles(jump)) == stands
    assert sorted(widgets, key=lambda key: widgets[key].y()) == list(stands.lower())


def test_what_is_hidden_is_not_jumped_to_and_the_one_being_read_is_marked(make: Make) -> None:
    parts, jump, widgets = make("", "abc")
    widgets["b"].hide()
    parts.tell()
    QApplication.processEvents()
    assert titles(jump) == ["A", "C"]
    jump.chosen.emit(1)
    assert parts.verticalScrollBar().value() == min(widgets["c"].y(), parts.verticalScrollBar().maximum())
    assert jump.currentIndex().row() == 1
    parts.to_top()
    assert jump.currentIndex().row() == 0
    jump.chosen.emit(7)
    assert parts.verticalScrollBar().value() == 0


def test_an_empty_room_keeps_its_parts_for_later(make: Make) -> None:
    parts, jump, widgets = make("", "ab")
    parts.show_parts(shown=False)
    parts.tell()
    assert not any(widget.isVisible() for widget in widgets.values())
    parts.show_parts(shown=True)
    assert all(widget.isVisible() for widget in widgets.values())
    assert titles(jump) == ["A", "B"]


def test_a_part_is_reached_by_its_key_and_one_that_is_not_there_moves_nothing(make: Make) -> None:
    parts, _jump, widgets = make("", "abc")
    parts.reach("b")
    assert parts.verticalScrollBar().value() == widgets["b"].y()
    for key in ("x", "c"):
        widgets["c"].hide()
        parts.reach(key)
        assert parts.verticalScrollBar().value() == widgets["b"].y()
